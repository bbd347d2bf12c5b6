import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// What programs see of handles.
struct HandleValuesTests {
  @Test func allKindsComeFromOneSequence() throws {
    let scene = try Scene()
    // W-003, W-010, U-002, U-003
    #expect(scene.client.adapter == 0x4000_0000)
    #expect(scene.client.device == 0x4000_0040)
    let resource = try scene.resource(of: 1)
    #expect(resource.resource == 0x4000_0080 && resource.allocations == [0x4000_00C0])
    #expect(try scene.process.openAdapter(luid: scene.adapter.luid) == 0x4000_0100)
    let fence = try scene.process.createSynchronizationObject(
      device: scene.client.device, SynchronizationObjectRequest(.fence))
    #expect(fence.handle == 0x4000_0140)
    #expect(try scene.process.createKeyedMutex(initialValue: 0).handle == 0x4000_0180)
    #expect(try scene.client.create() == 0x4000_01C0)
    try scene.end()
  }

  @Test func localHandlesHaveTheirBits() throws {
    let scene = try Scene()
    let collection = try HandleCollection(scene)
    let local: [HandleKind] = [.adapter, .device, .resource, .allocation, .syncObject, .keyedMutex]
    let handles = try local.map { collection.handles[$0]! } + (0..<300).map { _ in try scene.client.create() }
    // W-001, U-003: of every kind.
    for handle in handles { #expect(handle & 0xC000_0000 != 0 && handle & 0x3F == 0) }
    // W-002, U-007
    for kind in [.sharedResource, .sharedSyncObject, .sharedKeyedMutex] as [HandleKind] {
      let handle = collection.handles[kind]!
      #expect(handle & 0xC000_0000 != 0 && handle & 0x3F == 2, "\(kind)")
    }
    try scene.end()
  }

  @Test func aFreedValueIsNotTheNext() throws {
    let scene = try Scene()
    let first = try scene.client.create()
    try scene.client.destroy([first])
    // W-004, U-005
    #expect(try scene.client.create() == first + 0x40)
    try scene.end()
  }

  @Test func aFailedCallConsumesNoValue() throws {
    let scene = try Scene()
    let first = try scene.client.create()
    // W-005, U-004: refused before and after the driver was asked.
    #expect(throws: Refusal.self) { try scene.create([]) }
    #expect(throws: Refusal.self) { try scene.create([AllocationRequest(AllocationAnswer(size: 0))]) }
    scene.driver.script { $0.refuse = { $0 == .openAllocation ? .noMemory : nil } }
    #expect(throws: Refusal.self) { try scene.resource(of: 3) }
    scene.driver.script { $0.refuse = { _ in nil } }
    #expect(try scene.client.create() == first + 0x40)
    try scene.end()
  }

  @Test func globalHandlesLeaveNoGap() throws {
    let scene = try Scene()
    // W-006, W-002
    let shared = try (0..<3).map { _ in try scene.resource(of: 1, flags: .createShared) }
    // U-004
    #expect(zip(shared, shared.dropFirst()).allSatisfy { $1.resource == $0.resource + 0x80 })
    #expect(shared.allSatisfy { $0.globalShare & 0x3F == 2 })
    #expect(Set(shared.map(\.globalShare)).count == 3)
    // U-007: never mistaken for a local one.
    scene.refuses(.invalidParameter, "U-093") { try scene.client.destroy(resource: shared[0].globalShare) }
    try scene.end()
  }

  @Test func aGlobalHandleNamesOneThing() throws {
    let scene = try Scene()
    let other = try scene.machine.client(on: scene.adapter)
    let resource = try scene.resource(of: 1, flags: .createShared)
    let mutex = try scene.process.createKeyedMutex(initialValue: 0)
    let object = try scene.process.createSynchronizationObject(
      device: scene.client.device, SynchronizationObjectRequest(.monitoredFence, flags: .shared))
    let global = [resource.globalShare, mutex.globalShare, object.globalShare]
    // W-006: neighbours in one table.
    #expect(global.map { $0 - global[0] } == [0, 0x40, 0x80])
    for (sort, handle) in global.enumerated() {
      if sort != 0 { scene.refuses(.invalidParameter, "U-108") { _ = try other.query(.globalHandle(handle)) } }
      if sort != 1 {
        scene.refuses(.invalidParameter, "W-212") { _ = try other.process.openKeyedMutex(globalHandle: handle) }
      }
      if sort != 2 {
        scene.refuses(.invalidParameter, "W-188") {
          _ = try other.process.openSynchronizationObject(globalHandle: handle)
        }
      }
    }
    #expect(try other.query(.globalHandle(global[0])).allocations == 1)
    _ = try other.process.openKeyedMutex(globalHandle: global[1])
    _ = try other.process.openSynchronizationObject(globalHandle: global[2])
    try scene.end()
  }

  @Test func oneProcesssHandlesMeanNothingInAnother() throws {
    let scene = try Scene()
    let mine = try scene.client.create()
    let other = try scene.machine.client(on: scene.adapter)
    // I-004
    scene.refuses(.invalidParameter, "U-096") { _ = try other.lock(mine) }
    #expect(try other.create() == mine)
    try scene.end()
  }
}
