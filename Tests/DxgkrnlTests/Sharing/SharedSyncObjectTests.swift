import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// The rows of `observed.md` 1.9: synchronization objects and keyed mutexes behind NT handles.
struct SharedSyncObjectTests {
  let scene: Scene
  let client: Client
  let other: Client
  let path = #"\Sessions\1\BaseNamedObjects\A Fence"#

  init() throws {
    scene = try Scene()
    client = scene.client
    other = try scene.machine.client(on: scene.adapter)
  }

  private func fence(
    _ flags: SynchronizationObjectFlags = [.shared, .ntSecuritySharing], value: UInt64 = 0
  ) throws -> SynchronizationObjectOpened {
    try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(.monitoredFence, flags: flags, initial: value))
  }

  private func open(name: String?, _ access: AccessRights) throws -> UInt64 {
    try client.process.openNtHandle(
      NtObjectAttributes(name: name.map { NtName($0) }), .sharedSyncObject, access: access)
  }

  /// Closes an NT handle, and lets the kernel notice.
  private func close(_ handle: UInt64) {
    scene.machine.ntHandles.close(handle, in: client.process.ordinal)
    scene.kernel.finishClosedHandles()
  }

  @Test func onlyObjectsMadeForItAreShared() throws {
    // W-240, U-140
    let first = try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(type: 1, isVersion2: false))
    for object in [first, try fence([]), try fence(.shared)] {
      scene.refuses(.invalidParameter, "U-140") { _ = try client.share([object.handle]) }
    }
    // W-245: a handle that was destroyed.
    let gone = try fence()
    try client.process.destroySynchronizationObject(gone.handle)
    scene.refuses(.invalidParameter, "U-134") { _ = try client.share([gone.handle]) }
    try scene.end()
  }

  @Test func aSharedObjectHasATypeAndAName() throws {
    // W-241, U-138, U-139: sharing without the right to read does not fail by itself.
    let object = try fence()
    let handle = try client.share([object.handle], access: AccessRights(rawValue: 0x0002_0000), name: path)
    let reference = try scene.machine.ntHandles.reference(of: handle, in: client.process.ordinal)
    #expect(reference.object.type.rawValue == "DxgkSharedSyncObject")
    #expect(reference.object.name.map { "\($0)" } == path)
    // W-242, U-143, U-008: it is no D3DKMT handle.
    scene.refuses(.invalidParameter, "W-182") {
      try client.process.destroySynchronizationObject(UInt32(truncatingIfNeeded: handle))
    }
    close(handle)
    try scene.end()
  }

  @Test func theNtHandleKeepsTheObjectAlive() throws {
    // W-243
    let object = try fence(value: 5)
    let handle = try client.share([object.handle])
    try client.process.destroySynchronizationObject(object.handle)
    let opened = try client.process.openSyncObject(ntHandle: handle)
    #expect(scene.memory.load(opened.valueAddress) == 5)
    close(handle)
    #expect(scene.memory.load(opened.valueAddress) == 5)
    try client.process.destroySynchronizationObject(opened.handle)
    try scene.end()
  }

  @Test func twoProcessesSeeOneFence() throws {
    let object = try fence()
    let handle = try client.share([object.handle])
    let far = try #require(
      scene.machine.ntHandles.duplicate(handle, from: client.process.ordinal, to: other.process.ordinal))
    let opened = try other.process.openSyncObject(ntHandle: far, device: other.device, flags: [])
    let event = scene.machine.eventObjects.make()
    try other.process.waitForSynchronizationObjects(
      device: other.device, objects: [opened.handle].span, values: ([3] as [UInt64]).span, asyncEvent: event, flags: 0)
    try client.process.signalSynchronizationObjects(
      device: client.device, objects: [object.handle].span, values: ([3] as [UInt64]).span, flags: 0)
    #expect(scene.machine.eventObjects.count(event) == 1)
    #expect(scene.memory.load(opened.valueAddress) == 3)
    close(handle)
    scene.machine.ntHandles.closeAll(of: other.process.ordinal)
    try scene.end()
  }

  @Test func anNtHandleThatIsNoneIsInvalid() throws {
    let object = try fence()
    let handle = try client.share([object.handle])
    // W-244
    scene.refuses(.invalidHandle, "U-142") { _ = try client.process.openSyncObject(ntHandle: 0) }
    // W-246: the device comes first.
    for ntHandle in [0, handle] {
      scene.refuses(.invalidParameter, "W-246") {
        _ = try client.process.openSyncObject(ntHandle: ntHandle, device: 0, flags: [])
      }
    }
    scene.refuses(.invalidHandle, "U-142") {
      _ = try client.process.openSyncObject(ntHandle: 0, device: client.device, flags: [])
    }
    // W-250
    close(handle)
    scene.refuses(.invalidHandle, "U-142") {
      _ = try client.process.openSyncObject(ntHandle: handle, device: client.device, flags: [])
    }
    try scene.end()
  }

  @Test func whatIsOpenedOnADeviceObeysItsFlagsAndEndsWithIt() throws {
    // W-247, W-199
    let object = try fence()
    let handle = try client.share([object.handle])
    let opened = try other.process.createDevice(adapter: other.adapter, flags: 0)
    let far = try #require(
      scene.machine.ntHandles.duplicate(handle, from: client.process.ordinal, to: other.process.ordinal))
    let quiet = try other.process.openSyncObject(ntHandle: far, device: opened, flags: .noSignal)
    scene.refuses(.accessDenied, "W-183") {
      try other.process.signalSynchronizationObjects(
        device: opened, objects: [quiet.handle].span, values: ([1] as [UInt64]).span, flags: 0)
    }
    for flags in [[.noSignal, .noWait], SynchronizationObjectFlags(rawValue: 1 << 9)] as [SynchronizationObjectFlags] {
      scene.refuses(.invalidParameter, "W-183") {
        _ = try other.process.openSyncObject(ntHandle: far, device: opened, flags: flags)
      }
    }
    try other.process.destroyDevice(opened)
    #expect(other.process.snapshot().syncObjects == [])
    close(handle)
    scene.machine.ntHandles.closeAll(of: other.process.ordinal)
    try scene.end()
  }

  /// Which of the two an opened fence refuses: "W" to wait, "S" to signal.
  private func refusals(_ handle: UInt32) -> String {
    let event = scene.machine.eventObjects.make()
    let process = client.process
    var refused = ""
    func note(_ letter: String, _ body: () throws(Refusal) -> Void) {
      do throws(Refusal) { try body() } catch {
        #expect(error.status == .accessDenied && error.rule == "W-260")
        refused += letter
      }
    }
    note("W") { () throws(Refusal) in
      try process.waitForSynchronizationObjects(
        device: client.device, objects: [handle].span, values: ([0] as [UInt64]).span, asyncEvent: event, flags: 0)
    }
    note("S") { () throws(Refusal) in
      try process.signalSynchronizationObjects(
        device: client.device, objects: [handle].span, values: ([9] as [UInt64]).span, flags: 0)
    }
    return refused
  }

  @Test(
    arguments: [
      (.standardRightsRead, "WS"), ([.standardRightsRead, .syncObjectWait], "S"),
      ([.standardRightsRead, .syncObjectSignal], "W"), (.syncObjectAllAccess, ""),
      (.genericRead, "S"), (.genericWrite, "W"), ([.genericRead, .genericWrite], ""), (.genericAll, ""),
    ] as [(AccessRights, String)])
  func anOpenedObjectDoesWhatTheNtHandleAllows(access: AccessRights, refused: String) throws {
    // W-260
    let object = try fence(value: 9)
    let given = try client.share([object.handle], access: access)
    let all = try client.share([object.handle], name: path)
    let found = try open(name: path, access)
    for handle in [given, found] {
      let first = try client.process.openSyncObject(ntHandle: handle)
      let second = try client.process.openSyncObject(ntHandle: handle, device: client.device, flags: [])
      #expect(refusals(first.handle) == refused && refusals(second.handle) == refused)
      // Its value can be read all the same.
      #expect(scene.memory.load(second.valueAddress) == 9)
    }
    // Whoever has it by another handle is not concerned.
    #expect(refusals(object.handle) == "")
    #expect(refusals(try client.process.openSyncObject(ntHandle: all).handle) == "")
    for handle in [given, all, found] { close(handle) }
    try scene.end()
  }

  @Test func withoutTheRightToReadNothingIsOpened() throws {
    // W-260, U-137, U-138
    let object = try fence()
    for access in [[], [.syncObjectWait, .syncObjectSignal]] as [AccessRights] {
      let handle = try client.share([object.handle], access: access)
      scene.refuses(.accessDenied, "U-137") { _ = try client.process.openSyncObject(ntHandle: handle) }
      close(handle)
    }
    try scene.end()
  }

  @Test func aResetSignalsNoFenceThatTheDeviceCouldNotSignal() throws {
    // W-260
    let object = try fence(value: 4)
    let handle = try client.share([object.handle], access: [.standardRightsRead, .syncObjectWait])
    let far = try #require(
      scene.machine.ntHandles.duplicate(handle, from: client.process.ordinal, to: other.process.ordinal))
    try client.process.destroySynchronizationObject(object.handle)
    let opened = try other.process.openSyncObject(ntHandle: far, device: other.device, flags: [])
    try scene.adapter.resetFromTimeout()
    #expect(scene.memory.load(opened.valueAddress) == 4)
    close(handle)
    scene.machine.ntHandles.closeAll(of: other.process.ordinal)
    try scene.end()
  }

  @Test func whatWasOpenedIsSharedAgainUnderAnotherName() throws {
    // W-248
    let object = try fence()
    let handle = try client.share([object.handle], name: path)
    let opened = try client.process.openSyncObject(ntHandle: handle, device: client.device, flags: [])
    let second = try client.share([opened.handle], name: path + " again")
    let found = try open(name: path + " again", .standardRightsRead)
    for handle in [handle, second, found] { close(handle) }
    try scene.end()
  }

  @Test func namesAreFoundWithoutRegardToCase() throws {
    // W-249
    let object = try fence()
    let handle = try client.share([object.handle], access: AccessRights(rawValue: 0x0002_0000), name: path)
    scene.refuses(.invalidParameter, "W-153") { _ = try open(name: nil, .genericAll) }
    scene.refuses(.objectNameNotFound, "U-147") { _ = try open(name: path + "?", []) }
    scene.refuses(.accessDenied, "U-147") { _ = try open(name: path.lowercased(), []) }
    let found = try open(name: path.lowercased(), .standardRightsRead)
    _ = try client.process.openSyncObject(ntHandle: found)
    // A resource's name is not a fence's.
    scene.refuses(.objectTypeMismatch, "U-154") { _ = try client.open(name: path, access: .genericAll) }
    close(found)
    close(handle)
    try scene.end()
  }

  @Test func aNameGoesWithTheLastNtHandle() throws {
    // W-251, U-141, U-146
    let object = try fence()
    let handle = try client.share([object.handle], name: path)
    close(handle)
    scene.refuses(.objectNameNotFound, "U-147") { _ = try open(name: path, .genericAll) }
    let again = try client.share([object.handle], name: path)
    close(again)
    try scene.end()
  }

  @Test func aKeyedMutexIsNotSharedByItself() throws {
    // W-252
    let mutexes = [
      try client.process.createKeyedMutex(initialValue: 0),
      try client.process.createKeyedMutex(initialValue: 0, flags: 1),
    ]
    for handle in mutexes.map(\.handle) + [mutexes[0].globalShare] {
      scene.refuses(.invalidParameter, "U-134") { _ = try client.share([handle]) }
    }
    // W-257, and the same of a synchronization object.
    let resource = try client.create(
      [AllocationRequest()], flags: [.createResource, .createShared, .ntSecuritySharing]
    ).resource
    let others = [try client.share([resource]), try client.share([try fence().handle])]
    let buffer = RuntimeDataBuffer()
    for handle in others {
      scene.refuses(.objectTypeMismatch, "U-154") {
        _ = try client.process.openKeyedMutex(ntHandle: handle, buffer: buffer)
      }
    }
    let handle = others[1]
    scene.refuses(.invalidHandle, "U-142") { _ = try client.process.openKeyedMutex(ntHandle: 0, buffer: buffer) }
    scene.refuses(.invalidParameter, "W-218") {
      _ = try client.process.openKeyedMutex(ntHandle: handle, buffer: RuntimeDataBuffer(size: 4, isNull: true))
    }
    close(handle)
    try scene.end()
  }

  @Test func threeObjectsAreSharedInOneOrder() throws {
    // W-253, W-254, U-133, U-135
    let resource = try client.create(
      [AllocationRequest()], flags: [.createResource, .createShared, .ntSecuritySharing]
    ).resource
    let mutex = try client.process.createKeyedMutex(
      initialValue: 0, flags: 1, runtimeData: [UInt8](repeating: 7, count: 20))
    let object = try fence()
    let unshared = try fence([])
    let global = try client.process.createKeyedMutex(initialValue: 0)
    for list in [
      [resource, mutex.handle], [resource, object.handle], [mutex.handle, object.handle],
      [resource, object.handle, mutex.handle], [resource, resource, resource],
    ] {
      scene.refuses(.invalidParameter, "U-135") { _ = try client.share(list) }
    }
    scene.refuses(.invalidParameter, "U-136") {
      _ = try client.share([resource, mutex.handle, object.handle, object.handle])
    }
    for list in [[resource, mutex.handle, unshared.handle], [resource, global.handle, object.handle]] {
      scene.refuses(.invalidParameter, "U-140") { _ = try client.share(list) }
    }
    let handle = try client.share([resource, mutex.handle, object.handle])
    let reference = try scene.machine.ntHandles.reference(of: handle, in: client.process.ordinal)
    #expect(reference.object.type.rawValue == "DxgkSharedResource")
    scene.refuses(.objectTypeMismatch, "U-154") {
      _ = try client.process.openKeyedMutex(ntHandle: handle, buffer: RuntimeDataBuffer())
    }
    scene.refuses(.objectTypeMismatch, "U-154") { _ = try client.process.openSyncObject(ntHandle: handle) }
    close(handle)
    try scene.end()
  }

  @Test func threeObjectsOutliveTheirCreatorsHandles() throws {
    // W-255, W-256, U-148, U-153
    let created = try client.create(
      [AllocationRequest()], flags: [.createResource, .createShared, .ntSecuritySharing])
    let mutex = try client.process.createKeyedMutex(
      initialValue: 3, flags: 1, runtimeData: [UInt8](repeating: 7, count: 20))
    let object = try fence(value: 8)
    let handle = try client.share([created.resource, mutex.handle, object.handle])
    try client.destroy(resource: created.resource)
    try client.process.destroyKeyedMutex(mutex.handle)
    try client.process.destroySynchronizationObject(object.handle)
    let opened = try client.open(.ntHandle(handle), keyedMutexData: [UInt8](repeating: 0, count: 20))
    close(handle)
    let acquisition = try client.process.acquireKeyedMutex(
      opened.keyedMutex, key: 3, timeout: .after(0), buffer: RuntimeDataBuffer(size: 20, isNull: false))
    #expect(acquisition == .acquired(fence: 0, runtimeData: [UInt8](repeating: 7, count: 20)))
    try client.process.releaseKeyedMutex(opened.keyedMutex, key: 0, fence: 1)
    #expect(client.process.snapshot().syncObjects.map(\.value) == [8])
    try client.process.destroyKeyedMutex(opened.keyedMutex)
    try client.process.destroySynchronizationObject(opened.syncObject)
    try client.destroy(resource: opened.resource)
    try scene.end()
  }

  @Test func whoOpensAMutexWithoutPrivateDataMayBringSome() throws {
    // U-151
    let created = try client.create(
      [AllocationRequest()], flags: [.createResource, .createShared, .ntSecuritySharing])
    let mutex = try client.process.createKeyedMutex(initialValue: 0, flags: 1)
    let handle = try client.share([created.resource, mutex.handle, try fence().handle])
    _ = try client.open(.ntHandle(handle), keyedMutexData: [1, 2, 3])
    let second = try client.open(.ntHandle(handle), keyedMutexData: [4, 5, 6])
    close(handle)
    let acquisition = try client.process.acquireKeyedMutex(
      second.keyedMutex, key: 0, timeout: .never, buffer: RuntimeDataBuffer(size: 3, isNull: false))
    #expect(acquisition == .acquired(fence: 0, runtimeData: [1, 2, 3]))
    try scene.end()
  }
}
