internal import CWDDM
internal import DDI
internal import Synchronization
internal import WDDM

/// The adapter's side of an allocation: what the driver described in DxgkDdiCreateAllocation, and where its bytes are.
///
/// It belongs to the adapter, not to a device (K-074): every device that uses it has an ``Opening`` of its own. One
/// that is not shared has one opening, and lives in the slab of its process; a shared one lives in its
/// ``SharedResource``.
struct Allocation: ~Copyable {
  /// The driver's handle from CreateAllocation.
  var driverHandle: HANDLE
  var pages: UInt64
  var backing: Backing
  var traits: AllocationTraits
  /// Whether its pages may have been touched, so that they must be given back before the range is used again (I-060).
  /// Always set in a shared allocation, where several processes look.
  var wasMapped = false
  /// How much its residency matters (D3DDDI_ALLOCATIONPRIORITY_…): the driver's word until somebody sets another
  /// (U-361). Openers on other devices and in other processes set it too, each inside a gate of its own.
  let priority: Atomic<UInt32>
  /// A view that is no lock's, alive until DestroyAllocation: the driver's own of the backing store (K-184), or the
  /// kernel's of a section, at whose address the allocation then lies (U-078). 0 for none.
  var driverView: UInt64 = 0
  /// Last, so that destruction, which has no use for it, does not touch its cache lines.
  var description: AllocationDescription

  @inline(__always)
  init(
    driverHandle: HANDLE, description: AllocationDescription, pages: UInt64, backing: Backing,
    traits: AllocationTraits
  ) {
    self.driverHandle = driverHandle
    self.description = description
    self.pages = pages
    self.backing = backing
    self.traits = traits
    self.priority = Atomic(description.priority)
  }

  /// What a request and the driver's answer to it make.
  @inline(__always)
  init(_ row: DriverAllocation, _ element: AllocationElement, _ backing: Backing, isReadOnly: Bool) {
    var traits: AllocationTraits = row.description.flags.contains(.cpuVisible) ? .cpuVisible : []
    if element.systemMemory != 0 { traits.insert(.callerMemory) }
    if isReadOnly { traits.insert(.readOnly) }
    // The CPU reaches a primary whatever the driver says of it (U-083).
    if element.isPrimary { traits.formUnion([.primary, .cpuVisible]) }
    self.init(
      driverHandle: row.hAllocation!, description: row.description, pages: element.size / pageSize, backing: backing,
      traits: traits)
    if element.overridesPriority { priority.store(element.priority, ordering: .relaxed) }
  }

  var bytes: UInt64 { pages * pageSize }
}

/// Where the bytes of an allocation are while they are in no segment.
enum Backing {
  /// A range of a file: the process's own, or the one of the shared resource.
  case range(MemoryFile, offset: UInt64)
  /// Memory of the caller, which stays the caller's (U-074, U-079).
  case caller(address: UInt64)
}
