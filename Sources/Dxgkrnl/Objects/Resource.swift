internal import CWDDM
internal import WDDM

/// A process's side of a resource: the group that its allocations were created in or opened with.
struct Resource {
  var handle: UInt32
  let device: Record<Device>
  /// The driver's handle: what it returned last, from CreateAllocation or DestroyAllocation, and is passed next
  /// (K-073).
  var driverHandle: HANDLE?
  var openings = OpeningList()
  /// What it has in common with other openers; nil for an unshared resource.
  let shared: SharedResource?
  /// Whether it came from CreateAllocation, not from OpenResource.
  let isCreators: Bool
  /// Opened for reading: through an NT handle that does not allow writing (U-144), or because it was made so (U-053).
  let isReadOnly: Bool

  var next: Record<Resource>?
  var previous: Record<Resource>?

  init(device: Record<Device>, shared: SharedResource?, isCreators: Bool = true, isReadOnly: Bool = false) {
    self.handle = 0
    self.device = device
    self.shared = shared
    self.isCreators = isCreators
    self.isReadOnly = isReadOnly
  }
}

/// Resources of a device, in the order of their creation.
struct ResourceList {
  private(set) var first: Record<Resource>?
  private var last: Record<Resource>?

  mutating func append(_ resource: Record<Resource>) {
    resource.value.previous = last
    resource.value.next = nil
    if let last { last.value.next = resource } else { first = resource }
    last = resource
  }

  mutating func remove(_ resource: Record<Resource>) {
    let next = resource.value.next
    let previous = resource.value.previous
    if let previous { previous.value.next = next } else { first = next }
    if let next { next.value.previous = previous } else { last = previous }
  }
}
