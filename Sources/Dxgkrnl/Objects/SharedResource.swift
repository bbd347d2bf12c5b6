internal import CWDDM
internal import Locks
internal import WDDM

/// What all openers of a shared resource have in common. It is fixed after its creation (U-029, K-146), and has a file
/// of its own: whoever can map one page of a file can map all of it.
final class SharedResource: Sendable {
  let file: MemoryFile
  /// Its adapter's number: openers must be on the same adapter (U-130).
  let adapter: UInt32
  /// NtSecuritySharing: reached through NT handles only, never through a global handle (U-045).
  let isNtSecured: Bool
  let state: Guarded<State>

  struct State: ~Copyable {
    /// The global share handle; 0 with NtSecuritySharing (U-047).
    var globalHandle: UInt32 = 0
    /// What the creator hands to openers, as it was after the create-time OpenAllocation (I-084).
    var runtimeData: [UInt8] = []
    var resourceData: [UInt8] = []
    var allocationData: [[UInt8]] = []
    /// Local resources that name it: the creator's and each opener's.
    var openers = 1
  }

  init(file: MemoryFile, adapter: UInt32, isNtSecured: Bool) {
    self.file = file
    self.adapter = adapter
    self.isNtSecured = isNtSecured
    self.state = Guarded(State(), rank: .objects)
  }
}

extension SharedResource {
  /// Keeps the private data for openers, as the create-time OpenAllocation left it (I-084).
  func keep(_ arguments: CreateAllocationArguments, _ elements: Span<AllocationElement>, _ data: RawSpan) {
    state.withLock { state in
      state.runtimeData = data.copy(arguments.runtimeData)
      state.resourceData = data.copy(arguments.resourceData)
      state.allocationData = elements.indices.map { data.copy(elements[$0].data) }
    }
  }
}

extension SharedResource {
  /// Whether nobody else has it open.
  var isLastOpener: Bool { state.withLock { $0.openers == 1 } }
}

extension RawSpan {
  fileprivate func copy(_ range: ByteRange) -> [UInt8] {
    (Int(range.offset)..<Int(range.offset) + Int(range.count)).map { index in
      // SAFETY: the load checks that the byte is inside; every bit pattern is a byte.
      unsafe unsafeLoad(fromByteOffset: index, as: UInt8.self)
    }
  }
}
