/// What a global share handle names: an object that every process may open by that value.
enum GlobalShare {
  /// `hGlobalShare` (U-046)
  case resource(SharedResource)
  /// `hSharedHandle` (W-211)
  case keyedMutex(KeyedMutex)
  /// `SharedHandle` (W-186)
  case syncObject(SynchronizationObject)
}

/// The global share handles of a kernel, in a table of their own (W-006): issuing one leaves no gap among local handles
/// (U-004). One table for all that is shared so, so that a value names one thing.
///
/// Not synchronised: it lives behind the kernel's lock.
struct GlobalHandles: ~Copyable {
  private let table = HandleTable(instance: 2)
  private var records = Slab<GlobalShare>()
  var writer = HandleTable.Writer()

  /// Reserves the next handle, or nothing when the table is full (D-003). It resolves for nobody yet.
  mutating func reserve(_ share: GlobalShare) -> UInt32? {
    let record = records.take { share }
    if let handle = table.reserve(.globalShare, record, &writer) { return handle }
    records.giveBack(record)
    return nil
  }

  func publish(_ handle: UInt32) { table.publish(handle) }

  /// What a live handle names; nil for every other value.
  func find(_ handle: UInt32) -> GlobalShare? { table.peek(handle, .globalShare)?.value }

  /// Frees a handle that is live. Any other value, 0 as well, names nothing that could be freed.
  mutating func retire(_ handle: UInt32) {
    guard let record = table.peek(handle, .globalShare) else { return }
    _ = table.end(handle)
    table.retire(handle, &writer)
    records.giveBack(record)
  }
}
