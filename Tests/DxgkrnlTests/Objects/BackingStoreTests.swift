import DDI
import Dxgkrnl
import DxgSystem
import DxgTestKit
import Testing
import WDDM

/// A backing store that the driver shares: bytes go both ways, and the address stays.
struct BackingStoreTests {
  static let flags: CreateAllocationFlags = [.createResource, .createShared]
  static let shareable = [AllocationRequest(AllocationAnswer(segments: 0b100, sharesBackingStore: true))]

  /// The address that the driver was given; the only one.
  private func address(_ driver: ScriptedMiniport) -> UInt64 {
    UInt64(driver.ledger.allocations.values.map(\.backingStore).first { $0 != 0 } ?? 0)
  }

  @Test func bytesGoBothWays() throws {
    let driver = ScriptedMiniport()
    let machine = Machine(memory: SystemMemory())
    let client = try machine.client(on: try machine.add(driver))
    let allocation = try client.create(Self.shareable, flags: Self.flags).allocations[0]
    let mine = try client.lock(allocation)
    let drivers = address(driver)
    // K-183, K-136, U-346, K-369: a range of the system's own, with the same bytes; Lock2 works as ever.
    #expect(drivers != 0 && drivers != mine)
    CPUBytes.write([1, 2, 3], at: mine)
    #expect(CPUBytes.read(3, at: drivers) == [1, 2, 3])
    CPUBytes.write([9, 8, 7], at: drivers + 1)
    #expect(CPUBytes.read(4, at: mine) == [1, 9, 8, 7])
    try machine.shutDown()
    #expect(driver.violations == [])
  }

  @Test func theAddressSurvivesUnlockAndRemovalUntilTheAllocationIsDestroyed() throws {
    let scene = try Scene()
    let created = try scene.client.create(Self.shareable, flags: Self.flags)
    #expect(created.traits[0].contains(.backingStoreShared))
    let drivers = address(scene.driver)
    _ = try scene.client.lock(created.allocations[0])
    try scene.client.unlock(created.allocations[0])
    // K-184, U-347
    #expect(scene.memory.isView(drivers))
    try scene.adapter.surpriseRemoval()
    #expect(scene.memory.isView(drivers))
    let stillMapped = Recorder()
    scene.driver.script { [memory = scene.memory] script in
      script.inside = { function in
        if function == .destroyAllocation, memory.isView(drivers) { _ = stillMapped.next() }
      }
    }
    // The creator's DestroyDevice destroys the allocation, which nobody else has open.
    try scene.process.destroyDevice(scene.client.device)
    #expect(stillMapped.passed == 1)
    #expect(!scene.memory.isView(drivers))
    try scene.end()
  }

  @Test func whatMayNotBeSharedIsRefused() throws {
    let scene = try Scene()
    scene.memory.allowCaller(address: 0x10000, bytes: 4096)
    func answer(_ change: (inout AllocationAnswer) -> Void) -> [AllocationRequest] {
      var answer = AllocationAnswer(segments: 0b100, sharesBackingStore: true)
      change(&answer)
      return [AllocationRequest(answer)]
    }
    // U-345: not shared with anybody, not in an aperture, nowhere, the caller's own, not for the CPU, a reserved bit.
    scene.refuses(.invalidParameter, "K-131") { _ = try scene.create(Self.shareable, flags: .createResource) }
    scene.refuses(.invalidParameter, "K-131") {
      _ = try scene.create(answer { $0.writeSegments = 0b101 }, flags: Self.flags)
    }
    scene.refuses(.invalidParameter, "K-131") {
      _ = try scene.create(answer { $0.writeSegments = 0 }, flags: Self.flags)
    }
    scene.refuses(.invalidParameter, "K-135") {
      var request = Self.shareable[0]
      request.systemMemory = 0x10000
      _ = try scene.create([request], flags: Self.flags)
    }
    scene.refuses(.invalidParameter, "K-366") { _ = try scene.create(answer { $0.flags = 0 }, flags: Self.flags) }
    scene.refuses(.invalidParameter, "K-127") { _ = try scene.create(answer { $0.flags2 = 3 }, flags: Self.flags) }
    try scene.end()
  }

  @Test func theFeatureMustBeAskedForAndEnabled() throws {
    // K-367
    let silent = try Scene { $0.asksForBackingStore = false }
    silent.refuses(.invalidParameter, "K-134") { _ = try silent.create(Self.shareable, flags: Self.flags) }
    try silent.end()
    let disabled = try Scene(features: [])
    disabled.refuses(.invalidParameter, "K-134") { _ = try disabled.create(Self.shareable, flags: Self.flags) }
    try disabled.end()
  }

  @Test func anOlderDriverHasNoSuchFlag() throws {
    let scene = try Scene(version: .wddm2_9)
    let created = try scene.create(Self.shareable, flags: Self.flags)
    #expect(!created.traits[0].contains(.backingStoreShared))
    #expect(scene.driver.calls(of: .setAllocationBackingStore).isEmpty)
    try scene.end()
  }

  @Test func aDriverWithoutTheFunctionIsRefusedCleanly() throws {
    let scene = try Scene(missing: [.setAllocationBackingStore])
    scene.refuses(.invalidParameter, "K-015") { _ = try scene.create(Self.shareable, flags: Self.flags) }
    try scene.end()
  }
}
