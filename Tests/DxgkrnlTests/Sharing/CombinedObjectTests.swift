import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// The rows of `observed.md` 1.9 about a resource that is shared together with a keyed mutex and a synchronization
/// object.
struct CombinedObjectTests {
  private let scene: Scene
  private let resource: UInt32
  private let mutex: UInt32
  private let object: UInt32

  init() throws {
    scene = try Scene()
    resource =
      try scene.create([AllocationRequest()], flags: [.createResource, .createShared, .ntSecuritySharing]).resource
    mutex = try scene.process.createKeyedMutex(
      initialValue: 0, flags: 1, runtimeData: [UInt8](repeating: 7, count: 20)
    ).handle
    object = try scene.process.createSynchronizationObject(
      device: scene.client.device, SynchronizationObjectRequest(.fence, flags: [.shared, .ntSecuritySharing])
    ).handle
  }

  @Test func theThreeInTheirOrderAreOneObject() throws {
    // W-253, U-133, U-139
    let handle = try scene.client.share([resource, mutex, object], name: "three")
    let reference = try scene.machine.ntHandles.reference(of: handle, in: scene.process.ordinal)
    #expect(reference.object.type.rawValue == "DxgkSharedResource")
    try scene.end()
  }

  @Test func everyOtherCombinationIsRefused() throws {
    // W-254, W-252, U-135, I-083
    for list in [
      [resource, object, mutex], [mutex, resource, object], [object, mutex, resource], [mutex, object, resource],
      [resource, mutex, mutex], [resource, object, object],
    ] {
      #expect(throws: Refusal.self) { _ = try scene.client.share(list) }
    }
    for list in [[resource, mutex], [resource, object], [mutex, object]] {
      scene.refuses(.invalidParameter, "U-135") { _ = try scene.client.share(list) }
    }
    scene.refuses(.invalidParameter, "U-136") { _ = try scene.client.share([resource, mutex, object, object]) }
    // W-252: a keyed mutex alone.
    scene.refuses(.invalidParameter, "U-134") { _ = try scene.client.share([mutex]) }
    try scene.end()
  }

  @Test func allThreeMustBeMadeForIt() throws {
    let plainMutex = try scene.process.createKeyedMutex(initialValue: 0).handle
    let plain = try scene.process.createSynchronizationObject(
      device: scene.client.device, SynchronizationObjectRequest(.fence, flags: .shared)
    ).handle
    // U-132, U-140; W-240 of a synchronization object.
    scene.refuses(.invalidParameter, "U-140") { _ = try scene.client.share([resource, plainMutex, object]) }
    scene.refuses(.invalidParameter, "U-140") { _ = try scene.client.share([resource, mutex, plain]) }
    scene.refuses(.invalidParameter, "U-140") { _ = try scene.client.share([plain]) }
    try scene.end()
  }

  @Test func theHandleKeepsAllThree() throws {
    let handle = try scene.client.share([resource, mutex, object])
    try scene.client.destroy(resource: resource)
    try scene.process.destroyKeyedMutex(mutex)
    try scene.process.destroySynchronizationObject(object)
    // W-255, U-148, U-153: four kinds of handles, the resource's first.
    let next = scene.process.snapshot().nextHandle
    let opened = try scene.client.open(.ntHandle(handle), keyedMutexData: [UInt8](repeating: 0, count: 20))
    #expect(opened.resource == next && opened.allocations == [next + 0x40])
    #expect(opened.keyedMutex == next + 0x80 && opened.syncObject == next + 0xC0)
    #expect(
      try scene.process.acquireKeyedMutex(opened.keyedMutex, key: 0, timeout: .after(0))
        == .acquired(fence: 0, runtimeData: []))
    // W-256: each is destroyed by itself.
    try scene.process.destroyKeyedMutex(opened.keyedMutex)
    try scene.process.destroySynchronizationObject(opened.syncObject)
    try scene.client.destroy(resource: opened.resource)
    #expect(try scene.client.query(.ntHandle(handle)).allocations == 1)
    scene.machine.ntHandles.close(handle, in: scene.process.ordinal)
    scene.kernel.finishClosedHandles()
    #expect(scene.kernel.snapshot().commit == 0)
    try scene.end()
  }

  @Test func theSizeOfTheMutexsDataMustFit() throws {
    let handle = try scene.client.share([resource, mutex, object])
    // U-152: 0 and the stored size; one less is refused. W-304: without a buffer there are all three handles too.
    let opened = try scene.client.open(.ntHandle(handle), keyedMutexData: [])
    #expect(opened.resource != 0 && opened.keyedMutex != 0 && opened.syncObject != 0)
    for size in [1, 19, 21] {
      scene.refuses(.invalidParameter, "U-152") {
        _ = try scene.client.open(.ntHandle(handle), keyedMutexData: [UInt8](repeating: 0, count: size))
      }
    }
    try scene.end()
  }

  @Test func whoBringsDataFirstLeavesIt() throws {
    let empty = try scene.process.createKeyedMutex(initialValue: 0, flags: 1).handle
    let handle = try scene.client.share([resource, empty, object])
    // U-151
    let first = try scene.client.open(.ntHandle(handle), keyedMutexData: [1, 2, 3])
    _ = try scene.client.open(.ntHandle(handle), keyedMutexData: [4, 5, 6])
    let buffer = RuntimeDataBuffer(size: 3, isNull: false)
    let answer = try scene.process.acquireKeyedMutex(first.keyedMutex, key: 0, timeout: .after(0), buffer: buffer)
    #expect(answer == .acquired(fence: 0, runtimeData: [1, 2, 3]))
    try scene.end()
  }

  @Test func aSynchronizationObjectAloneIsAnObjectOfItsOwn() throws {
    // W-241, U-139
    let handle = try scene.client.share([object], access: .standardRightsRead, name: "alone")
    let reference = try scene.machine.ntHandles.reference(of: handle, in: scene.process.ordinal)
    #expect(reference.object.type.rawValue == "DxgkSharedSyncObject")
    // U-154: no resource is opened by it, and its name is none of a resource.
    scene.refuses(.objectTypeMismatch, "U-154") { _ = try scene.client.query(.ntHandle(handle)) }
    scene.refuses(.objectTypeMismatch, "U-154") { _ = try scene.client.open(name: "ALONE", access: .genericAll) }
    try scene.end()
  }
}
