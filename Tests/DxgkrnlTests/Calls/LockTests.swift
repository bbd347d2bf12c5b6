import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import VidMm
import WDDM

/// D3DKMTLock and D3DKMTUnlock, the WDDM 1.x way to an allocation's bytes (U-155…U-185).
struct LockTests {
  @Test func locksNestAtOneAddressUntilEachIsAnswered() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    // U-181
    let address = try scene.lock(handle)
    #expect(address != 0 && address % 4096 == 0)
    #expect(try scene.lock(handle, .readOnly) == address)
    #expect(scene.memory.views == 1)
    // U-182
    try scene.unlock([handle])
    #expect(scene.memory.isView(address))
    try scene.unlock([handle])
    #expect(scene.memory.views == 0)
    scene.refuses(.invalidParameter, "U-182") { try scene.unlock([handle]) }
    try scene.end()
  }

  @Test func bothKindsOfLockShareOneViewAndCountOnTheirOwn() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    let address = try scene.lock(handle)
    #expect(try scene.client.lock(handle) == address)
    try scene.unlock([handle])
    scene.refuses(.invalidParameter, "U-182") { try scene.unlock([handle]) }
    #expect(scene.memory.isView(address))
    try scene.client.unlock(handle)
    scene.refuses(.invalidParameter, "U-195") { try scene.client.unlock(handle) }
    #expect(scene.memory.views == 0)
    try scene.end()
  }

  @Test func noDriverIsAsked() throws {  // K-301
    let scene = try Scene(version: .wddm1_3)
    let handle = try scene.client.create()
    scene.driver.forgetCalls()
    _ = try scene.lock(handle, .acquireAperture)
    try scene.unlock([handle])
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func aListOfPagesBeginsAtItsFirst() throws {
    let scene = try Scene()
    let handle = try scene.client.create(AllocationAnswer(size: 5 * 4096))
    let base = try scene.lock(handle, .lockEntire)
    #expect(try scene.lock(handle, pages: [3, 1]) == base + 3 * 4096)
    #expect(try scene.lock(handle, pages: [0]) == base)
    // W-287
    scene.refuses(.invalidParameter, "W-287") { _ = try scene.lock(handle, pages: [0, 5]) }
    scene.refuses(.invalidParameter, "W-287") { _ = try scene.lock(handle, pages: [.max]) }
    // U-169
    scene.refuses(.invalidParameter, "U-169") { _ = try scene.lock(handle, .lockEntire, pages: [0]) }
    scene.refuses(.invalidParameter, "U-169") {
      _ = try scene.process.lock(
        LockArguments(device: scene.client.device, allocation: handle, flags: .lockEntire, hasPages: true),
        pages: [UInt32]().span)
    }
    // Neither all nor a list is enough where nothing has to be copied.
    #expect(try scene.lock(handle) == base)
    try scene.end()
  }

  @Test(
    arguments: [
      ([.readOnly, .writeOnly], "U-155"), ([.ignoreSync, .acquireAperture], "U-156"), (.useAlternateVA, "U-157"),
    ] as [(LockFlags, Rule)])
  func flagsThatExcludeEachOtherAreRefused(flags: LockFlags, rule: Rule) throws {
    let scene = try Scene(version: .wddm1_3)
    let handle = try scene.client.create()
    scene.refuses(.invalidParameter, rule) { _ = try scene.lock(handle, flags) }
    try scene.end()
  }

  @Test func locksThatExcludeEachOtherAreRefusedAndLeaveNoView() throws {
    let scene = try Scene(version: .wddm1_3)
    let handle = try scene.client.create()
    // U-159
    _ = try scene.lock(handle, [.acquireAperture, .useAlternateVA])
    scene.refuses(.invalidParameter, "U-159") { _ = try scene.lock(handle) }
    try scene.unlock([handle])
    // U-160
    _ = try scene.lock(handle)
    scene.refuses(.invalidParameter, "U-160") { _ = try scene.lock(handle, .acquireAperture) }
    try scene.unlock([handle])
    // U-162
    _ = try scene.lock(handle, .acquireAperture)
    scene.refuses(.invalidParameter, "U-162") { _ = try scene.lock(handle, .acquireAperture) }
    scene.refuses(.invalidParameter, "U-162") { _ = try scene.lock(handle) }
    // Lock2 knows of no ranges (K-297).
    _ = try scene.client.lock(handle)
    try scene.client.unlock(handle)
    try scene.unlock([handle])
    #expect(scene.memory.views == 0)
    try scene.end()
  }

  @Test func whatTheDescriptionForbidsIsRefused() throws {
    let scene = try Scene(version: .wddm1_3)
    let hidden = try scene.client.create(AllocationAnswer(flags: []))
    scene.refuses(.invalidParameter, "U-171") { _ = try scene.lock(hidden) }
    let aperture = try scene.client.create(AllocationAnswer(segments: 0b100))
    scene.refuses(.invalidParameter, "U-161") { _ = try scene.lock(aperture, .acquireAperture) }
    let card = try scene.client.create(AllocationAnswer(segments: 0b001))
    scene.refuses(.invalidParameter, "U-163") { _ = try scene.lock(card, .ignoreReadSync) }
    let shared = try scene.resource(of: 1, flags: .createShared).allocations[0]
    scene.refuses(.invalidParameter, "U-158") { _ = try scene.lock(shared, [.acquireAperture, .useAlternateVA]) }
    // Its creator may lock it (U-173); a Discard is ignored there (U-174).
    _ = try scene.lock(shared, .discard)
    try scene.end()
  }

  @Test func onlyTheCreatorLocksASharedAllocation() throws {  // U-173, K-101
    let scene = try Scene()
    let created = try scene.resource(of: 1, flags: .createShared)
    let other = try scene.machine.client(on: scene.adapter)
    let opened = try other.open(.globalHandle(created.globalShare))
    scene.refuses(.invalidParameter, "U-173") {
      _ = try other.process.lock(
        LockArguments(device: other.device, allocation: opened.allocations[0]), pages: [UInt32]().span)
    }
    // Lock2 has no such rule, and the creator's own is not in its way.
    _ = try other.lock(opened.allocations[0])
    _ = try scene.lock(created.allocations[0])
    try scene.end()
  }

  @Test func aDiscardFailsUntilTheCurrentInstanceWillDo() throws {  // U-178, U-179
    let scene = try Scene(version: .wddm1_3)
    let handle = try scene.client.create()
    scene.refuses(.graphicsAllocationBusy, "U-178") { _ = try scene.lock(handle, .discard) }
    // The driver flushes its command buffer and asks again; no instance is created for it (U-177).
    scene.driver.forgetCalls()
    _ = try scene.lock(handle, [.discard, .noExistingReference])
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func callerMemoryIsItsOwnView() throws {
    let scene = try Scene()
    scene.memory.allowCaller(address: 0x10000, bytes: 8192)
    let handle = try scene.client.create(
      [AllocationRequest(AllocationAnswer(size: 8192), systemMemory: 0x10000)]
    ).allocations[0]
    #expect(try scene.lock(handle, pages: [1]) == 0x11000)
    #expect(scene.memory.views == 0)
    try scene.unlock([handle])
    scene.refuses(.invalidParameter, "U-182") { try scene.unlock([handle]) }
    try scene.end()
  }

  @Test func anUnlockIsAllOrNothing() throws {  // I-013
    let scene = try Scene()
    let created = try scene.resource(of: 3)
    for handle in created.allocations { _ = try scene.lock(handle) }
    let second = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    let foreign = try scene.create([AllocationRequest()], device: second).allocations[0]
    let all = created.allocations
    scene.refuses(.invalidParameter, "U-183") { try scene.unlock([all[0], foreign]) }
    scene.refuses(.invalidParameter, "U-096") { try scene.unlock([all[0], all[1], created.resource]) }
    scene.refuses(.invalidParameter, "U-182") { try scene.unlock([all[0], all[1], all[0]]) }
    scene.refuses(.invalidParameter, "U-017") {
      try scene.process.unlock(device: created.resource, allocations: all.span)
    }
    scene.refuses(.invalidParameter, "U-033") { try scene.unlock([UInt32](repeating: all[0], count: 1025)) }
    #expect(scene.memory.views == 3)
    try scene.unlock(all)
    #expect(scene.memory.views == 0)
    // Listed twice, it is unlocked twice; nothing listed is nothing done.
    _ = try scene.lock(all[0])
    _ = try scene.lock(all[0])
    try scene.unlock([all[0], all[0]])
    #expect(scene.memory.views == 0)
    try scene.unlock([])
    try scene.end()
  }

  @Test func destroyingUnlocksAndSaysHowOften() throws {  // I-018
    let scene = try Scene()
    let handle = try scene.client.create()
    _ = try scene.lock(handle)
    _ = try scene.client.lock(handle)
    try scene.client.destroy([handle])
    #expect(scene.events.destroyed.map(\.locks) == [2])
    #expect(scene.memory.views == 0)
    try scene.end()
  }

  @Test func aRemovedDeviceLocksNothingButUnlocks() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    _ = try scene.lock(handle)
    try scene.adapter.resetFromTimeout()
    // U-302
    scene.refuses(.deviceRemoved, "U-302") { _ = try scene.lock(handle) }
    // U-304
    try scene.unlock([handle])
    try scene.end()
  }

  @Test func locksCanBeCounted() throws {  // W-287
    var limits = Limits()
    limits.locksOfAllocation = 2
    let scene = try Scene(limits: limits)
    let handle = try scene.client.create()
    _ = try scene.lock(handle)
    _ = try scene.client.lock(handle)
    scene.refuses(.graphicsTooManyReferences, "W-287") { _ = try scene.lock(handle) }
    scene.refuses(.graphicsTooManyReferences, "W-287") { _ = try scene.client.lock(handle) }
    try scene.end()
  }

  @Test func ofManyThreadsThatLockThroughARangeOneSucceeds() throws {  // U-162
    let scene = try Scene(version: .wddm1_3)
    let handle = try scene.client.create()
    let locked = Recorder()
    onThreads(
      (0..<4).map { _ in
        { @Sendable in
          for _ in 0..<50 where (try? scene.lock(handle, .acquireAperture)) != nil { _ = locked.next() }
        }
      })
    #expect(locked.passed == 1 && scene.memory.views == 1)
    try scene.unlock([handle])
    #expect(scene.memory.views == 0)
    try scene.end()
  }
}

extension Scene {
  fileprivate func lock(_ handle: UInt32, _ flags: LockFlags = [], pages: [UInt32] = []) throws(Refusal) -> UInt64 {
    try process.lock(
      LockArguments(device: client.device, allocation: handle, flags: flags, hasPages: !pages.isEmpty),
      pages: pages.span)
  }

  fileprivate func unlock(_ handles: [UInt32]) throws(Refusal) {
    try process.unlock(device: client.device, allocations: handles.span)
  }
}
