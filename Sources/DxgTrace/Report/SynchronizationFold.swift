import Dxgkrnl
import WDDM

/// Follows the handles on keyed mutexes and synchronization objects: which are there, and who owns a mutex.
struct SynchronizationFold {
  private var keyedMutexes = Report.HandleCensus<Report.LiveKeyedMutex>()
  private var livingMutexes: [Key: Report.LiveKeyedMutex] = [:]
  /// Acquisitions of a handle less its releases. The calls stand in the order in which they came in, and a wait comes
  /// in long before it is over: what happened between is in no order, but the sum is right.
  private var acquisitions: [Key: Int] = [:]
  private var abandoned: Set<UInt32> = []
  private var destroyedWhileAcquired: UInt64 = 0

  private var syncObjects = Report.HandleCensus<Report.LiveSyncObject>()
  private var livingObjects: [Key: Report.LiveSyncObject] = [:]

  private struct Key: Hashable {
    let process: UInt32
    let handle: UInt32
  }
}

extension SynchronizationFold {
  /// What a call that succeeded says of keyed mutexes. A timeout succeeds too, and acquires nothing.
  mutating func add(_ call: borrowing RecordedCall) {
    guard call.status == NTStatus.success.bits else { return }
    switch call.entryPoint {
    case .acquireKeyedMutex, .acquireKeyedMutex2:
      acquisitions[key(call, call.block(as: AcquireKeyedMutexBlock.self).keyedMutex), default: 0] += 1
    case .releaseKeyedMutex, .releaseKeyedMutex2:
      acquisitions[key(call, call.block(as: ReleaseKeyedMutexBlock.self).keyedMutex), default: 0] -= 1
    default: break
    }
  }

  private func key(_ call: borrowing RecordedCall, _ handle: UInt32) -> Key {
    Key(process: call.process, handle: handle)
  }

  mutating func add(_ event: Event, by maker: Report.Maker) {
    switch event {
    case .keyedMutexCreated(let created):
      keyedMutexes.count(wasOpened: created.wasOpened)
      livingMutexes[Key(process: created.process, handle: created.keyedMutex)] = Report.LiveKeyedMutex(
        ordinal: keyedMutexes.created + keyedMutexes.opened, created: created, maker: maker)
    case .keyedMutexDestroyed(let process, let handle): endKeyedMutex(Key(process: process, handle: handle))
    case .syncObjectCreated(let created):
      syncObjects.count(wasOpened: created.wasOpened)
      livingObjects[Key(process: created.process, handle: created.syncObject)] = Report.LiveSyncObject(
        ordinal: syncObjects.created + syncObjects.opened, created: created, maker: maker)
    case .syncObjectDestroyed(let process, let handle):
      if livingObjects.removeValue(forKey: Key(process: process, handle: handle)) != nil { syncObjects.ended += 1 }
    default: break
    }
  }

  /// A handle that is not known was made where the recording has a gap; its end changes nothing.
  private mutating func endKeyedMutex(_ key: Key) {
    let isOwner = acquisitions.removeValue(forKey: key).map { $0 > 0 } ?? false
    guard let known = livingMutexes.removeValue(forKey: key) else { return }
    keyedMutexes.ended += 1
    guard isOwner else { return }
    destroyedWhileAcquired += 1
    abandoned.insert(known.created.object)
  }

  /// - Parameter limit: the most living handles of each kind to list; the oldest are.
  consuming func finish(_ report: inout Report, limit: Int) {
    let owned = livingMutexes.filter { (acquisitions[$0.key] ?? 0) > 0 }
    let ownedObjects = Set(owned.values.map(\.created.object))
    let mutexes = livingMutexes.map { key, mutex in
      var mutex = mutex
      if abandoned.contains(mutex.created.object) {
        mutex.holder = .abandoned
      } else if owned[key] != nil {
        mutex.holder = .thisHandle
      } else if ownedObjects.contains(mutex.created.object) {
        mutex.holder = .anotherHandle
      }
      return mutex
    }
    keyedMutexes.keep(mutexes.sorted { $0.ordinal < $1.ordinal }, limit: limit)
    syncObjects.keep(livingObjects.values.sorted { $0.ordinal < $1.ordinal }, limit: limit)
    report.keyedMutexes = keyedMutexes
    report.keyedMutexesDestroyedWhileAcquired = destroyedWhileAcquired
    report.syncObjects = syncObjects
  }
}

extension Report.HandleCensus {
  mutating func count(wasOpened: Bool) {
    if wasOpened { opened += 1 } else { created += 1 }
  }

  mutating func keep(_ living: [Living], limit: Int) {
    list = Array(living.prefix(limit))
    leftOut = UInt64(living.count - list.count)
  }
}
