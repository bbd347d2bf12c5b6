import Dxgkrnl
import DxgTestKit
import WDDM

extension Race {
  private static let shared: CreateAllocationFlags = [.createResource, .createShared]
  private static let secured: CreateAllocationFlags = [.createResource, .createShared, .ntSecuritySharing]
  private static let two = [AllocationRequest(), AllocationRequest()]

  /// Two processes meet on what they share (I-019, I-020, U-127, U-128).
  static let ofSharing: [Race] = [
    Race(
      name: "destroy and open", prepare: { try $0.share(by: shared) },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { _ = try $0.other.open(.globalHandle($0.second)) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy and query", prepare: { try $0.share(by: shared) },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { _ = try $0.other.query(.globalHandle($0.second)) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "open and open", prepare: { try $0.share(by: shared) },
      left: { _ = try $0.client.open(.globalHandle($0.second)) },
      right: { _ = try $0.other.open(.globalHandle($0.second)) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy by the creator and by the opener",
      prepare: {
        try $0.share(by: shared)
        $0.second = try $0.other.open(.globalHandle($0.second)).resource
      },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { try $0.other.destroy(resource: $0.second) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "exit of the creator and open", prepare: { try $0.share(by: shared) },
      left: { $0.client.process.exit() }, right: { _ = try $0.other.open(.globalHandle($0.second)) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit of the creator and lock by the opener",
      prepare: {
        try $0.share(by: shared)
        $0.second = try $0.other.open(.globalHandle($0.second)).allocations[0]
      },
      left: { $0.client.process.exit() }, right: { _ = try $0.other.lock($0.second) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "exit of the creator and of the opener",
      prepare: {
        try $0.share(by: shared)
        _ = try $0.other.open(.globalHandle($0.second))
      },
      left: { $0.client.process.exit() }, right: { $0.other.process.exit() }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy a device and open on it", prepare: { try $0.share(by: shared) },
      left: { try $0.other.process.destroyDevice($0.other.device) },
      right: { _ = try $0.other.open(.globalHandle($0.second)) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "reset and open", prepare: { try $0.share(by: shared) }, left: { try $0.adapter.resetFromTimeout() },
      right: { _ = try $0.other.open(.globalHandle($0.second)) }, allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "open by the creator and destroy", prepare: { try $0.share(by: shared) },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { _ = try $0.client.open(.globalHandle($0.second)) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "close an NT handle and open it", prepare: { try $0.share(by: secured) },
      left: { $0.client.process.closeNtHandle(UInt64($0.second)) },
      right: { _ = try $0.client.open(.ntHandle(UInt64($0.second))) },
      allows: { $0 == nil && ($1 == nil || $1 == .invalidHandle) }),
    Race(
      name: "close the last NT handle and destroy", prepare: { try $0.share(by: secured) },
      left: { $0.client.process.closeNtHandle(UInt64($0.second)) },
      right: { try $0.client.destroy(resource: $0.handle) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy and share", prepare: { try $0.share(by: secured) },
      left: { try $0.client.destroy(resource: $0.handle) },
      right: { stage in
        let handle = try stage.client.share([stage.handle])
        stage.client.process.closeNtHandle(handle)
      },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "close an NT handle and open by another process's copy", prepare: { try $0.shareWithOther() },
      left: { $0.client.process.closeNtHandle(UInt64($0.handle)) },
      right: { _ = try $0.other.open(.ntHandle(UInt64($0.second))) }, allows: { $0 == nil && $1 == nil }),
  ]

  /// Waiting calls that are ended, and objects that end (W-193, W-230).
  static let ofSynchronization: [Race] = [
    Race(
      name: "destroy a keyed mutex and open it", prepare: { try $0.makeMutex() },
      left: { try $0.client.process.destroyKeyedMutex($0.handle) },
      right: { _ = try $0.other.process.openKeyedMutex(globalHandle: $0.second) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and open a keyed mutex", prepare: { try $0.makeMutex() }, left: { $0.other.process.exit() },
      right: { _ = try $0.other.process.openKeyedMutex(globalHandle: $0.second) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "release a keyed mutex and acquire it",
      prepare: {
        try $0.makeMutex()
        _ = try $0.client.process.acquireKeyedMutex($0.handle, key: 0, timeout: .never)
        $0.second = try $0.other.process.openKeyedMutex(globalHandle: $0.second).handle
      },
      left: { try $0.client.process.releaseKeyedMutex($0.handle, key: 1, fence: 0) },
      right: { _ = try $0.other.process.acquireKeyedMutex($0.second, key: 1, timeout: .never) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy a fence and open it", prepare: { try $0.makeFence() },
      left: { try $0.client.process.destroySynchronizationObject($0.handle) },
      right: { _ = try $0.other.process.openSynchronizationObject(globalHandle: $0.second) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy a device and make a fence on it",
      left: { try $0.client.process.destroyDevice($0.client.device) },
      right: { try $0.makeFence() }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and make a fence", left: { $0.client.process.exit() }, right: { try $0.makeFence() },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "signal a fence and wait for it", prepare: { try $0.makeFence() },
      left: { try $0.signal() }, right: { try $0.waitForOne() }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy a fence and signal it", prepare: { try $0.makeFence() },
      left: { try $0.client.process.destroySynchronizationObject($0.handle) }, right: { try $0.signal() },
      allows: { $0 == nil && isDead($1) }),
  ]
}

extension RaceStage {
  /// A shared resource: `handle` is the creator's, `second` the global handle, or an NT handle of the creator.
  fileprivate func share(by flags: CreateAllocationFlags) throws {
    let created = try client.create([AllocationRequest(), AllocationRequest()], flags: flags)
    handle = created.resource
    second = flags.contains(.ntSecuritySharing) ? UInt32(try client.share([created.resource])) : created.globalShare
  }

  /// NT handles of both processes, and no view.
  fileprivate func shareWithOther() throws {
    try share(by: [.createResource, .createShared, .ntSecuritySharing])
    let resource = handle
    let own = UInt64(second)
    let theirs = scene.machine.ntHandles.duplicate(own, from: client.process.ordinal, to: other.process.ordinal)
    handle = UInt32(own)
    second = UInt32(theirs ?? 0)
    try client.destroy(resource: resource)
  }

  fileprivate func makeMutex() throws {
    let made = try client.process.createKeyedMutex(initialValue: 0)
    handle = made.handle
    second = made.globalShare
  }

  fileprivate func makeFence() throws {
    let made = try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(.monitoredFence, flags: .shared))
    handle = made.handle
    second = made.globalShare
  }

  fileprivate func signal() throws {
    try client.process.signalSynchronizationObjects(
      device: client.device, objects: [handle].span, values: [1].span, flags: 0)
  }

  fileprivate func waitForOne() throws {
    try client.process.waitForSynchronizationObjects(
      device: client.device, objects: [handle].span, values: [1].span, asyncEvent: 0, flags: 0)
  }
}
