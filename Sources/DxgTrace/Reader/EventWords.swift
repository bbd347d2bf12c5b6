import Dxgkrnl
import WDDM

/// The words of an event's record. A word that is not there reads as 0, as it would have in an older recording.
struct EventWords: Sendable {
  private let words: [UInt64]

  init(_ words: [UInt64]) { self.words = words }

  subscript(index: Int) -> UInt64 { index < words.count ? words[index] : 0 }

  private func half(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: self[index]) }

  /// The event that these words are; nil when no such event can have been, and for those that have text.
  func event(_ code: EventCode) -> Event? {
    switch code {
    case .adapterStarted:
      return .adapterStarted(
        adapter: half(0), luid: self[1], version: InterfaceVersion(rawValue: half(2)), segments: half(3))
    case .adapterEnded:
      return AdapterEnd(rawValue: half(1)).map { .adapterEnded(adapter: half(0), how: $0) }
    case .processCreated: return .processCreated(process: half(0))
    case .processExited: return .processExited(process: half(0))
    case .deviceCreated: return .deviceCreated(process: half(0), device: half(1), adapter: half(2))
    case .deviceDestroyed: return .deviceDestroyed(process: half(0), device: half(1))
    case .deviceRemoved: return .deviceRemoved(process: half(0), device: half(1), state: half(2))
    case .resourceCreated:
      return .resourceCreated(process: half(0), resource: half(1), device: half(2), globalShare: half(3))
    case .resourceDestroyed: return .resourceDestroyed(process: half(0), resource: half(1))
    case .allocationCreated:
      return .allocationCreated(
        AllocationCreated(
          process: half(0), device: half(1), resource: half(2), allocation: half(3), size: self[4],
          traits: AllocationTraits(rawValue: half(5))))
    case .allocationDestroyed:
      return .allocationDestroyed(process: half(0), allocation: half(1), locks: half(2))
    case .keyedMutexCreated:
      return .keyedMutexCreated(
        KeyedMutexCreated(
          process: half(0), keyedMutex: half(1), object: half(4), globalShare: half(2), isNtSecured: self[5] != 0,
          wasOpened: self[3] != 0))
    case .keyedMutexDestroyed: return .keyedMutexDestroyed(process: half(0), keyedMutex: half(1))
    case .syncObjectCreated:
      return .syncObjectCreated(
        SyncObjectCreated(
          process: half(0), device: half(1), syncObject: half(2), object: half(6), type: half(3), globalShare: half(4),
          isNtSecured: self[7] != 0, wasOpened: self[5] != 0))
    case .syncObjectDestroyed: return .syncObjectDestroyed(process: half(0), syncObject: half(1))
    case .resourceShared:
      return .resourceShared(
        process: half(0), resource: half(1), shared: half(2), bytes: self[4], isNtSecured: self[3] != 0)
    case .resourceOpened:
      return .resourceOpened(
        ResourceOpened(
          process: half(0), device: half(1), resource: half(2), shared: half(3), isReadOnly: self[4] != 0,
          isFromNtHandle: self[5] != 0))
    case .sharedResourceDestroyed: return .sharedResourceDestroyed(shared: half(0))
    case .ntHandleCreated:
      return .ntHandleCreated(
        NtHandleCreated(
          process: half(0), ntHandle: half(1), sharedResource: half(2), keyedMutex: half(3), syncObject: half(4),
          wasOpened: self[5] != 0))
    case .ntHandleClosed: return .ntHandleClosed(ntHandle: half(0))
    case .finding, .fault: return nil
    }
  }
}
