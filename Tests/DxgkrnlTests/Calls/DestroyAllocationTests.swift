import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// The rows of `observed.md` 1.4, restated for allocations that a driver describes.
struct DestroyAllocationTests {
  private func destroy(
    _ scene: Scene, device: UInt32? = nil, resource: UInt32 = 0, _ list: [UInt32] = [], listIsNull: Bool = true,
    flags: UInt32 = 0
  ) throws {
    try scene.process.destroyAllocation(
      device: device ?? scene.client.device, resource: resource, allocations: list.span, listIsNull: listIsNull,
      flags: DestroyAllocationFlags(rawValue: flags))
  }

  @Test func neitherAResourceNorAListIsASuccessThatDoesNothing() throws {
    let scene = try Scene()
    let before = scene.digest
    // W-100, U-094; an empty list that is given says the same.
    try destroy(scene)
    try destroy(scene, [], listIsNull: false)
    #expect(scene.digest == before && scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func aListDiesOnce() throws {
    let scene = try Scene()
    let list = try scene.create([AllocationRequest(), AllocationRequest()]).allocations
    try destroy(scene, list, listIsNull: false)
    // W-102, U-096
    scene.refuses(.invalidParameter, "U-096") { try destroy(scene, list, listIsNull: false) }
    try scene.end()
  }

  @Test func aResourceLivesOnWithoutAllocationsAndDiesOnce() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 1)
    // W-103, U-092
    try destroy(scene, created.allocations, listIsNull: false)
    #expect(scene.driver.ledger.resources.count == 1)
    // W-104, U-093
    try destroy(scene, resource: created.resource)
    #expect(scene.driver.ledger.resources.isEmpty)
    scene.refuses(.invalidParameter, "U-093") { try destroy(scene, resource: created.resource) }
    try scene.end()
  }

  @Test func withAResourceItsAllocationsDie() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 3)
    try destroy(scene, resource: created.resource)
    // W-105, U-089; K-181: closed in one call, destroyed in one.
    for handle in created.allocations {
      scene.refuses(.invalidParameter, "U-096") { try destroy(scene, [handle], listIsNull: false) }
    }
    #expect(scene.driver.calls(of: .closeAllocation).map(\.handles.count) == [3])
    let destroyed = scene.driver.calls(of: .destroyAllocation)
    #expect(destroyed.map(\.handles.count) == [3] && destroyed[0].flag)
    try scene.end()
  }

  @Test func aResourceAndAListTogetherAreRefused() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 1)
    // W-107, U-090, U-374
    scene.refuses(.invalidParameter, "U-090") {
      try destroy(scene, resource: created.resource, created.allocations, listIsNull: false)
    }
    scene.refuses(.invalidParameter, "U-090") {
      try destroy(scene, resource: created.resource, [], listIsNull: false)
    }
    // A count without a list does not matter beside a resource.
    try destroy(scene, resource: created.resource, [1, 2, 3], listIsNull: true)
    #expect(scene.driver.ledger.allocations.isEmpty)
    try scene.end()
  }

  @Test func aCountWithoutAListIsRefused() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    // W-101, U-095
    scene.refuses(.invalidParameter, "U-095") { try destroy(scene, [handle], listIsNull: true) }
    try scene.end()
  }

  @Test(arguments: [2, 3, 30, 31]) func reservedFlagsAreRefused(bit: UInt32) throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    // W-110, U-102
    scene.refuses(.invalidParameter, "U-102") { try destroy(scene, [handle], listIsNull: false, flags: 1 << bit) }
    try destroy(scene, [handle], listIsNull: false, flags: 3)
    try scene.end()
  }

  @Test(arguments: [DestroyAllocationFlags(), .assumeNotInUse])
  func withoutWorkInFlightMemoryGoesAtOnce(flags: DestroyAllocationFlags) throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    // U-100
    try scene.client.destroy([handle], flags: flags)
    #expect(scene.driver.ledger.allocations.isEmpty && scene.kernel.commitCharged == 0)
    try scene.end()
  }

  @Test func noLiveDeviceIsRefused() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    let other = try scene.machine.client(on: scene.adapter)
    let stranger = try other.process.createDevice(adapter: other.adapter, flags: 0)
    for device in [0, handle, scene.client.adapter, stranger, 0xFFFF_FFC0] {
      scene.refuses(.invalidParameter, "U-017") { try destroy(scene, device: device, [handle], listIsNull: false) }
    }
    try scene.end()
  }

  @Test func anythingThatIsNoLiveAllocationIsRefusedAlike() throws {
    let scene = try Scene()
    let good = try scene.client.create()
    let stale = try scene.client.create()
    try scene.client.destroy([stale])
    let other = try scene.machine.client(on: scene.adapter)
    for _ in 0..<8 { _ = try other.create() }
    let foreign = try other.create()
    // I-013, I-014: one bad handle and nothing is destroyed; the four kinds cannot be told apart.
    for bad in [0, stale, foreign, scene.client.device, 0xDEAD_BEEF] {
      for list in [[good, bad], [bad, good], [bad]] {
        scene.refuses(.invalidParameter, "U-096") { try destroy(scene, list, listIsNull: false) }
      }
    }
    #expect(scene.driver.calls(of: .closeAllocation).count == 1)
    try scene.end()
  }

  @Test func aMixedListIsRefused() throws {
    let scene = try Scene()
    let loose = try scene.client.create()
    let first = try scene.resource(of: 1).allocations[0]
    let second = try scene.resource(of: 1).allocations[0]
    // W-108, U-091
    for list in [[loose, first], [first, loose], [first, second]] {
      scene.refuses(.invalidParameter, "U-091") { try destroy(scene, list, listIsNull: false) }
    }
    try scene.end()
  }

  @Test func theSameHandleTwiceIsRefusedAndNothingDies() throws {
    let scene = try Scene()
    let list = try scene.create([AllocationRequest(), AllocationRequest()]).allocations
    // A39
    scene.refuses(.invalidParameter, "W-108") { try destroy(scene, [list[0], list[1], list[0]], listIsNull: false) }
    // They were taken back to life.
    try destroy(scene, list, listIsNull: false)
    try scene.end()
  }

  @Test func anotherDevicesObjectsAreRefused() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 1)
    let device = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    // A38, U-098, U-026
    scene.refuses(.invalidParameter, "U-098") { try destroy(scene, device: device, resource: created.resource) }
    scene.refuses(.invalidParameter, "U-098") {
      try destroy(scene, device: device, created.allocations, listIsNull: false)
    }
    try scene.end()
  }

  @Test func anAllocationOfASharedResourceGoesWithIt() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 2, flags: .createShared)
    // W-109, U-097
    scene.refuses(.invalidParameter, "U-097") { try destroy(scene, [created.allocations[0]], listIsNull: false) }
    try destroy(scene, resource: created.resource)
    try scene.end()
  }

  @Test func moreThanTheLimitIsRefused() throws {
    let scene = try Scene()
    // U-033
    scene.refuses(.invalidParameter, "U-033") {
      try destroy(scene, [UInt32](repeating: 0x4000_0000, count: 1025), listIsNull: false)
    }
    try scene.end()
  }

  @Test func aLockedAllocationIsUnlockedByItsEnd() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    let address = try scene.client.lock(handle)
    _ = try scene.client.lock(handle)
    let stillMapped = Recorder()
    scene.driver.script { [memory = scene.memory] script in
      script.inside = { function in
        if function == .destroyAllocation, memory.isView(address) { _ = stillMapped.next() }
      }
    }
    try scene.client.destroy([handle])
    // I-018: the view is gone before the driver destroys.
    #expect(stillMapped.passed == 0)
    #expect(scene.events.destroyed.map(\.locks) == [2])
    #expect(scene.memory.views == 0 && scene.memory.held == 0)
    try scene.end()
  }

  @Test func aRemovedDeviceDestroysWhatItHas() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 2)
    let loose = try scene.client.create()
    try scene.adapter.stop()
    // U-304, I-079
    try scene.client.destroy(resource: created.resource)
    try scene.client.destroy([loose])
    #expect(scene.driver.ledger.allocations.isEmpty)
    try scene.end()
  }
}
