import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension Race {
  /// Fences: their handles, and those who wait for them (W-190, W-193, W-196, W-199).
  static let ofFences: [Race] = [
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
      name: "reset and make a fence", left: { try $0.adapter.resetFromTimeout() }, right: { try $0.makeFence() },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "destroy a fence by its creator and by its opener", prepare: { try $0.makeFenceOfBoth() },
      left: { try $0.client.process.destroySynchronizationObject($0.handle) },
      right: { try $0.other.process.destroySynchronizationObject($0.second) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "close an NT handle of a fence and open it", prepare: { try $0.shareFence() },
      left: { $0.client.process.closeNtHandle(UInt64($0.second)) },
      right: { _ = try $0.client.process.openSyncObject(ntHandle: UInt64($0.second)) },
      allows: { $0 == nil && ($1 == nil || $1 == .invalidHandle) }),
    Race(
      name: "destroy a fence and open it by an NT handle", prepare: { try $0.shareFence() },
      left: { try $0.client.process.destroySynchronizationObject($0.handle) },
      right: { _ = try $0.client.process.openSyncObject(ntHandle: UInt64($0.second)) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy a fence and signal it", prepare: { try $0.makeFence() },
      left: { try $0.client.process.destroySynchronizationObject($0.handle) },
      right: { try $0.signal($0.client, $0.handle) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and signal a fence", prepare: { try $0.makeFence() }, left: { $0.client.process.exit() },
      right: { try $0.signal($0.client, $0.handle) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy a fence by its creator and signal it by its opener", prepare: { try $0.makeFenceOfBoth() },
      left: { try $0.client.process.destroySynchronizationObject($0.handle) },
      right: { try $0.signal($0.other, $0.second) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "two signal a fence", prepare: { try $0.makeFenceOfBoth() },
      left: { try $0.signal($0.client, $0.handle, 1) }, right: { try $0.signal($0.other, $0.second, 2) },
      allows: { isDead($0) && $1 == nil }),
  ]

  /// Those who wait.
  static let ofFenceWaits: [Race] = [
    Race(
      name: "signal a fence and wait for it", prepare: { try $0.makeFence() },
      left: { try $0.signal($0.client, $0.handle) }, right: { try $0.wait($0.client, $0.handle) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "signal a fence and wait for it elsewhere", prepare: { try $0.makeFenceOfBoth() },
      left: { try $0.signal($0.client, $0.handle) }, right: { try $0.wait($0.other, $0.second) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy a fence and wait for it", prepare: { try $0.makeFence() },
      left: { try $0.client.process.destroySynchronizationObject($0.handle) },
      right: { try $0.wait($0.client, $0.handle) }, allows: { $0 == nil && $1 == .invalidParameter }),
    Race(
      name: "destroy a device and wait for its fence", prepare: { try $0.makeFence() },
      left: { try $0.client.process.destroyDevice($0.client.device) },
      right: { try $0.wait($0.client, $0.handle) }, allows: { $0 == nil && $1 == .invalidParameter }),
    Race(
      name: "exit and wait for a fence", prepare: { try $0.makeFence() }, left: { $0.client.process.exit() },
      right: { try $0.wait($0.client, $0.handle) }, allows: { $0 == nil && $1 == .invalidParameter }),
    // What a lost device would have signalled is signalled.
    Race(
      name: "reset and wait for a fence", prepare: { try $0.makeFence() },
      left: { try $0.adapter.resetFromTimeout() }, right: { try $0.wait($0.client, $0.handle) },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "signal a fence and wait with an event", prepare: { try $0.makeFenceAndEvent() },
      left: { try $0.signal($0.client, $0.handle) }, right: { try $0.wait($0.client, $0.handle, event: $0.third) },
      allows: { $0 == nil && $1 == nil }, afterwards: eventIsSetOnce),
    Race(
      name: "destroy a fence and wait with an event", prepare: { try $0.makeFenceAndEvent() },
      left: { try $0.client.process.destroySynchronizationObject($0.handle) },
      right: { try $0.wait($0.client, $0.handle, event: $0.third) }, allows: { $0 == nil && isDead($1) },
      afterwards: eventIsSetOnce),
    Race(
      name: "exit and wait with an event", prepare: { try $0.makeFenceAndEvent() },
      left: { $0.client.process.exit() }, right: { try $0.wait($0.client, $0.handle, event: $0.third) },
      allows: { $0 == nil && isDead($1) }, afterwards: eventIsSetOnce),
    Race(
      name: "reset and wait with an event", prepare: { try $0.makeFenceAndEvent() },
      left: { try $0.adapter.resetFromTimeout() }, right: { try $0.wait($0.client, $0.handle, event: $0.third) },
      allows: { $0 == nil && isRemoved($1) }, afterwards: eventIsSetOnce),
  ]

  /// A wait that was begun sets its event once, and one that was refused does not.
  private static func eventIsSetOnce(_ stage: RaceStage, _: Answer, _ wait: Answer) throws {
    let events = stage.scene.machine.eventObjects
    try #require(events.count(UInt64(stage.third)) == (wait == nil ? 1 : 0))
    try #require(events.held == 0 && events.violations == [])
  }
}

extension RaceStage {
  /// A shared fence of the client in `handle`, its global handle in `second`.
  fileprivate func makeFence() throws {
    let made = try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(.monitoredFence, flags: .shared))
    handle = made.handle
    second = made.globalShare
  }

  /// The other process has it open by `second`.
  fileprivate func makeFenceOfBoth() throws {
    try makeFence()
    second = try other.process.openSynchronizationObject(globalHandle: second).handle
  }

  /// An NT handle of it in `second`.
  fileprivate func shareFence() throws {
    handle = try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(.monitoredFence, flags: [.shared, .ntSecuritySharing])
    ).handle
    second = UInt32(try client.share([handle]))
  }

  fileprivate func makeFenceAndEvent() throws {
    try makeFence()
    third = UInt32(scene.machine.eventObjects.make())
  }

  fileprivate func signal(_ client: Client, _ handle: UInt32, _ value: UInt64 = 1) throws {
    try client.process.signalSynchronizationObjects(
      device: client.device, objects: [handle].span, values: [value].span, flags: 0)
  }

  /// Waits until it is 1.
  fileprivate func wait(_ client: Client, _ handle: UInt32, event: UInt32 = 0) throws {
    try client.process.waitForSynchronizationObjects(
      device: client.device, objects: [handle].span, values: [1].span, asyncEvent: UInt64(event), flags: 0)
  }
}
