import DxgTestKit

extension ModelRun {
  /// What a run does to the kernel and to the model.
  enum Operation: Int, CaseIterable {
    case openAdapter, closeAdapter, createDevice, destroyDevice, deviceState, markAsError
    case create, destroyList, destroyResource
    case lock2, unlock2, lock, unlock, setPriority, getPriority
    case reset, stop, start, surpriseRemoval, removeAdapter, addAdapter
    case makeProcess, exit
    case query, open, share, openByName, duplicate, closeNtHandle
    case createMutex, openMutex, acquire, release, destroyMutex
    case createSync, openSync, destroySync, signal, wait
  }
}

extension ModelRun.Operation {
  /// What belongs together: a run has a group or has it not.
  enum Group: Int, CaseIterable { case usual, trouble, removal, locks, processes, sharing, mutexes, syncObjects }

  var group: Group {
    switch self {
    case .openAdapter, .closeAdapter, .createDevice, .destroyDevice, .create, .destroyList, .destroyResource: .usual
    case .deviceState, .markAsError, .reset, .stop, .start: .trouble
    case .surpriseRemoval, .removeAdapter, .addAdapter: .removal
    case .lock2, .unlock2, .lock, .unlock, .setPriority, .getPriority: .locks
    case .makeProcess, .exit: .processes
    case .query, .open, .share, .openByName, .duplicate, .closeNtHandle: .sharing
    case .createMutex, .openMutex, .acquire, .release, .destroyMutex: .mutexes
    case .createSync, .openSync, .destroySync, .signal, .wait: .syncObjects
    }
  }

  /// How often it happens, in two thousand or so.
  var weight: Int {
    switch self {
    case .openAdapter, .closeAdapter: 20
    case .createDevice: 30
    case .destroyDevice: 15
    case .deviceState: 20
    case .markAsError, .reset, .exit, .removeAdapter: 4
    case .makeProcess: 12
    case .stop, .addAdapter: 2
    case .surpriseRemoval: 1
    case .start: 30
    case .create: 300
    case .destroyList: 150
    case .destroyResource: 100
    case .lock2, .unlock2: 100
    case .lock, .unlock: 60
    case .setPriority, .getPriority: 20
    case .open: 150
    case .query: 40
    case .share: 80
    case .openByName, .duplicate, .closeNtHandle: 40
    case .createMutex, .openMutex: 60
    case .acquire, .release: 120
    case .destroyMutex: 30
    case .createSync: 80
    case .openSync: 60
    case .destroySync: 40
    case .signal, .wait: 100
    }
  }
}

extension SplitMix64 {
  /// The weights of the operations of one run. What a client cannot do without happens in every run; of the other
  /// groups most, and of their operations nearly all.
  mutating func chooseWeights() -> [Int] {
    let groups = ModelRun.Operation.Group.allCases.map { group in group == .usual || !once(in: 4) }
    return ModelRun.Operation.allCases.map { operation in
      let isThere = groups[operation.group.rawValue] && (operation.group == .usual || !once(in: 8))
      return isThere ? operation.weight : 0
    }
  }
}
