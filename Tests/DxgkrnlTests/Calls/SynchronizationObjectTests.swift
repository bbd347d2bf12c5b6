import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Synchronization objects: their handles and lives (`observed.md` 1.7).
struct SynchronizationObjectTests {
  let scene: Scene
  let process: Process
  let device: UInt32
  let other: Client

  init() throws {
    scene = try Scene()
    process = scene.process
    device = scene.client.device
    other = try scene.machine.client(on: scene.adapter)
  }

  private func create(
    _ type: SynchronizationObjectType, flags: SynchronizationObjectFlags = [], initial: UInt64 = 0
  ) throws -> SynchronizationObjectOpened {
    try process.createSynchronizationObject(
      device: device, SynchronizationObjectRequest(type, flags: flags, initial: initial))
  }

  private func refusesCreation(
    _ status: NTStatus, _ rule: Rule, _ request: SynchronizationObjectRequest, device: UInt32? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    scene.refuses(status, rule, sourceLocation: sourceLocation) {
      _ = try process.createSynchronizationObject(device: device ?? self.device, request)
    }
  }

  @Test func theFirstVersionMakesMutexesAndSemaphores() throws {
    // W-180, W-181
    for type in [1, 2] as [UInt32] {
      let made = try process.createSynchronizationObject(
        device: device, SynchronizationObjectRequest(type: type, isVersion2: false))
      #expect(made.handle & 0xC000_003F != 0 && made.globalShare == 0 && made.valueAddress == 0)
    }
    let mutex = SynchronizationObjectRequest(type: 1, isVersion2: false)
    refusesCreation(.invalidParameter, "U-017", mutex, device: 0)
    refusesCreation(.invalidParameter, "W-183", SynchronizationObjectRequest(type: 0, isVersion2: false))
    for type in [3, 4, 5, 6] as [UInt32] {
      refusesCreation(.invalidParameter, "W-180", SynchronizationObjectRequest(type: type, isVersion2: false))
    }
    try scene.end()
  }

  @Test func theSecondVersionMakesEveryKind() throws {
    // W-183, W-184: without Shared there is no global handle.
    var handles: [UInt32] = []
    for type in [.mutex, .semaphore, .fence, .monitoredFence] as [SynchronizationObjectType] {
      let made = try create(type)
      #expect(made.globalShare == 0 && made.type == type)
      handles.append(made.handle)
    }
    #expect(zip(handles, handles.dropFirst()).allSatisfy { $0 + 0x40 == $1 }, "W-003")
    for type in [0, 7, UInt32.max] {
      refusesCreation(.invalidParameter, "W-183", SynchronizationObjectRequest(type: type))
    }
    refusesCreation(.invalidParameter, "U-017", SynchronizationObjectRequest(.mutex), device: 0)
    refusesCreation(.invalidParameter, "U-017", SynchronizationObjectRequest(.mutex), device: other.device &+ 0x4000)
    // No display counts its vertical syncs yet.
    refusesCreation(.notSupported, "D-006", SynchronizationObjectRequest(.periodicMonitoredFence))
    try scene.end()
  }

  @Test func aCpuNotificationNeedsAnEvent() throws {
    // W-185
    let events = scene.machine.eventObjects
    refusesCreation(.invalidHandle, "W-185", SynchronizationObjectRequest(.cpuNotification))
    refusesCreation(.invalidHandle, "W-185", SynchronizationObjectRequest(.cpuNotification, initial: 99))
    let made = try create(.cpuNotification, initial: events.make())
    #expect(events.held == 1, "the object may set it even when the caller has closed its handle")
    try process.destroySynchronizationObject(made.handle)
    #expect(events.held == 0 && events.violations == [])
    try scene.end()
  }

  @Test func flagsMustGoTogetherAndWithTheType() throws {
    // W-191
    refusesCreation(.invalidParameter, "W-191", SynchronizationObjectRequest(.fence, flags: .ntSecuritySharing))
    // D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS: three are for monitored fences, two exclude each other, the rest is reserved.
    for flag in [.noSignal, .noWait, .topOfPipeline] as [SynchronizationObjectFlags] {
      refusesCreation(.invalidParameter, "W-183", SynchronizationObjectRequest(.fence, flags: flag))
      _ = try create(.monitoredFence, flags: flag)
    }
    refusesCreation(
      .invalidParameter, "W-183", SynchronizationObjectRequest(.monitoredFence, flags: [.noSignal, .noWait]))
    for bit in 9..<32 {
      refusesCreation(
        .invalidParameter, "W-183",
        SynchronizationObjectRequest(.monitoredFence, flags: SynchronizationObjectFlags(rawValue: 1 << bit)))
    }
    try scene.end()
  }

  @Test func aHandleIsDestroyedOnceAndByItsLocalValue() throws {
    // W-182, W-187
    let made = try create(.fence, flags: .shared)
    #expect(made.globalShare & 0x3F == 2, "W-186")
    scene.refuses(.invalidParameter, "W-182") { try process.destroySynchronizationObject(made.globalShare) }
    scene.refuses(.invalidParameter, "W-182") { try process.destroySynchronizationObject(0) }
    scene.refuses(.invalidParameter, "W-182") { try process.destroySynchronizationObject(device) }
    try process.destroySynchronizationObject(made.handle)
    scene.refuses(.invalidParameter, "W-182") { try process.destroySynchronizationObject(made.handle) }
    try scene.end()
  }

  @Test(arguments: [SynchronizationObjectType.mutex, .semaphore, .fence, .monitoredFence])
  func aSharedObjectLivesAsLongAsAHandleOnIt(type: SynchronizationObjectType) throws {
    // W-186, W-188, W-189, W-190
    let made = try create(type, flags: .shared)
    let first = try other.process.openSynchronizationObject(globalHandle: made.globalShare)
    #expect(first.type == type)
    try other.process.destroySynchronizationObject(first.handle)
    let second = try other.process.openSynchronizationObject(globalHandle: made.globalShare)
    #expect(second.handle != first.handle)
    try process.destroySynchronizationObject(made.handle)
    let third = try process.openSynchronizationObject(globalHandle: made.globalShare)
    try other.process.destroySynchronizationObject(second.handle)
    for value in [0, 0x1EAD_BEED, third.handle] as [UInt32] {
      scene.refuses(.invalidParameter, "W-188") { _ = try process.openSynchronizationObject(globalHandle: value) }
    }
    try process.destroySynchronizationObject(third.handle)
    scene.refuses(.invalidParameter, "W-188") {
      _ = try process.openSynchronizationObject(globalHandle: made.globalShare)
    }
    try scene.end()
  }

  @Test func sharedThroughNtHandlesItHasNoGlobalOne() throws {
    // W-192
    #expect(try create(.monitoredFence, flags: [.shared, .ntSecuritySharing]).globalShare == 0)
    try scene.end()
  }

  @Test func aProcessThatExitsDropsItsReferences() throws {
    // W-193
    let made = try create(.monitoredFence, flags: .shared)
    _ = try other.process.openSynchronizationObject(globalHandle: made.globalShare)
    other.process.exit()
    #expect(process.snapshot().syncObjects.map(\.references) == [1])
    try process.destroySynchronizationObject(made.handle)
    scene.refuses(.invalidParameter, "W-188") {
      _ = try process.openSynchronizationObject(globalHandle: made.globalShare)
    }
    try scene.end()
  }

  @Test func aDeviceTakesItsObjectsAlong() throws {
    // W-199, W-112: no other device's, and none that an open made without a device.
    let made = try create(.monitoredFence, flags: .shared)
    let second = try process.createDevice(adapter: scene.client.adapter, flags: 0)
    let kept = try process.createSynchronizationObject(device: second, SynchronizationObjectRequest(.fence))
    let opened = try process.openSynchronizationObject(globalHandle: made.globalShare)
    try process.destroyDevice(device)
    #expect(process.snapshot().syncObjects.map(\.handle) == [kept.handle, opened.handle])
    scene.refuses(.invalidParameter, "W-182") { try process.destroySynchronizationObject(made.handle) }
    let again = try other.process.openSynchronizationObject(globalHandle: made.globalShare)
    try process.destroySynchronizationObject(opened.handle)
    #expect(other.process.snapshot().syncObjects.map(\.handle) == [again.handle])
    try scene.end()
  }

  @Test func nothingIsMadeOnARemovedDeviceAndEverythingIsDestroyed() throws {
    // U-302, U-304
    let made = try create(.fence)
    try scene.adapter.resetFromTimeout()
    refusesCreation(.deviceRemoved, "U-302", SynchronizationObjectRequest(.fence))
    try process.destroySynchronizationObject(made.handle)
    try scene.end()
  }

  @Test func aCreationThatFailsLeavesNothing() throws {
    var limits = Limits()
    limits.handles = 3
    let full = try Scene(limits: limits)
    let first = try full.process.createSynchronizationObject(
      device: full.client.device, SynchronizationObjectRequest(.monitoredFence, flags: .shared))
    for flags in [[], .shared] as [SynchronizationObjectFlags] {
      full.refuses(.noMemory, "D-003") {
        _ = try full.process.createSynchronizationObject(
          device: full.client.device, SynchronizationObjectRequest(.monitoredFence, flags: flags))
      }
    }
    full.refuses(.noMemory, "D-003") {
      _ = try full.process.openSynchronizationObject(globalHandle: first.globalShare)
    }
    #expect(full.process.snapshot().syncObjects.map(\.references) == [1])
    try full.end()
  }
}
