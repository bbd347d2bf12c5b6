internal import CWDDM
internal import VidMm
internal import WDDM

/// A device's side of an allocation: what a D3DKMT_HANDLE of an allocation names, bound to the driver's
/// `hDeviceSpecificAllocation`.
struct Opening {
  /// Its handle, given when it was reserved.
  var handle: UInt32
  let device: Record<Device>
  /// The resource that it belongs to; nil for a stand-alone allocation.
  let resource: Record<Resource>?
  let allocation: Record<Allocation>
  /// The driver's handle from OpenAllocation.
  var driverHandle: HANDLE?

  /// What the process's views protect; reached by ``Record/cpuAccess``.
  fileprivate var cpuAccess = CPUAccess()

  /// Its neighbours in the list of its resource, if it has one.
  var next: Record<Opening>?
  var previous: Record<Opening>?
  /// The one after it in a list of allocations that are created or destroyed together.
  var nextInBatch: Record<Opening>?

  init(device: Record<Device>, resource: Record<Resource>?, allocation: Record<Allocation>) {
    self.handle = 0
    self.device = device
    self.resource = resource
    self.allocation = allocation
  }
}

/// How the CPU uses an opening. The lock of the process's views protects it, as the gate protects the rest: calls that
/// lock need no driver and take no gate.
struct CPUAccess {
  /// Lock2 calls that no Unlock2 answered yet; they nest and share one view (U-194), with those of Lock.
  var locks: UInt32 = 0
  /// Lock calls that no Unlock answered yet.
  var lockState = LockState()
  /// The address of the CPU view; 0 for none.
  var view: UInt64 = 0

  /// Locks of both kinds that nobody answered yet.
  @inline(__always)
  var outstandingLocks: UInt32 { locks &+ lockState.count }

  /// - Throws: `STATUS_GRAPHICS_TOO_MANY_REFERENCES` (W-287) when there are as many locks as there may be.
  @inline(__always)
  func requireRoom(_ limit: UInt32) throws(Refusal) {
    guard outstandingLocks < limit else {
      throw Refusal(
        .graphicsTooManyReferences, "W-287", "hAllocation", UInt64(outstandingLocks) + 1, bound: UInt64(limit))
    }
  }
}

extension Record<Opening> {
  /// The part that has a lock of its own, and therefore an access of its own: whoever changes it does not touch what
  /// somebody else reads inside the gate.
  var cpuAccess: CPUAccess {
    @inline(__always) _read { yield unsafe cpuAccessPlace.pointee }
    @inline(__always) nonmutating _modify { yield unsafe &cpuAccessPlace.pointee }
  }

  @inline(__always)
  private var cpuAccessPlace: UnsafeMutablePointer<CPUAccess> {
    // SAFETY: a member lies where the compiler says, and lives as long as its record.
    unsafe (opaque + MemoryLayout<Opening>.offset(of: \.cpuAccess)!).assumingMemoryBound(to: CPUAccess.self)
  }
}

/// Openings in the order of their creation.
struct OpeningList {
  private(set) var first: Record<Opening>?
  private var last: Record<Opening>?
  private(set) var count = 0

  mutating func append(_ opening: Record<Opening>) {
    opening.value.previous = last
    opening.value.next = nil
    if let last { last.value.next = opening } else { first = opening }
    last = opening
    count += 1
  }

  mutating func remove(_ opening: Record<Opening>) {
    let next = opening.value.next
    let previous = opening.value.previous
    if let previous { previous.value.next = next } else { first = next }
    if let next { next.value.previous = previous } else { last = previous }
    count -= 1
  }

  /// The one at `index`, for DxgkCbEnumHandleChildren (K-204).
  func at(_ index: Int) -> Record<Opening>? {
    guard index < count else { return nil }
    var opening = first
    for _ in 0..<index { opening = opening?.value.next }
    return opening
  }
}
