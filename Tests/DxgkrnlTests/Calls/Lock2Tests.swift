import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

struct Lock2Tests {
  @Test func locksNestAndShareOneAddress() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    // U-194, U-188, I-061
    let address = try scene.client.lock(handle)
    #expect(address != 0 && address % 4096 == 0)
    // W-286
    #expect(try scene.client.lock(handle) == address)
    #expect(scene.memory.views == 1)
    // K-301, U-187: nobody asks the driver.
    #expect(scene.driver.calls.map(\.function) == [.createAllocation, .openAllocation])
    try scene.client.unlock(handle)
    #expect(scene.memory.isView(address))
    try scene.client.unlock(handle)
    #expect(scene.memory.views == 0)
    // U-195
    scene.refuses(.invalidParameter, "U-195") { try scene.client.unlock(handle) }
    try scene.end()
  }

  @Test func callerMemoryIsItsOwnView() throws {
    let scene = try Scene()
    scene.memory.allowCaller(address: 0x10000, bytes: 4096)
    let handle = try scene.client.create([AllocationRequest(systemMemory: 0x10000)]).allocations[0]
    // U-196
    #expect(try scene.client.lock(handle) == 0x10000)
    #expect(scene.memory.views == 0)
    try scene.client.unlock(handle)
    scene.refuses(.invalidParameter, "U-195") { try scene.client.unlock(handle) }
    try scene.end()
  }

  @Test(arguments: [1, 1 << 31] as [UInt32]) func flagsAreRefused(flags: UInt32) throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    scene.refuses(.invalidParameter, "U-186") {
      _ = try scene.process.lock2(device: scene.client.device, allocation: handle, flags: flags)
    }
    try scene.end()
  }

  @Test func badHandlesAreRefused() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 1)
    let handle = created.allocations[0]
    let second = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    let stale = try scene.client.create()
    try scene.client.destroy([stale])
    for device in [0, handle, scene.client.adapter] {
      scene.refuses(.invalidParameter, "U-017") {
        _ = try scene.process.lock2(device: device, allocation: handle, flags: 0)
      }
      scene.refuses(.invalidParameter, "U-017") { try scene.process.unlock2(device: device, allocation: handle) }
    }
    for bad in [0, stale, created.resource, scene.client.device] {
      scene.refuses(.invalidParameter, "U-096") { _ = try scene.client.lock(bad) }
      scene.refuses(.invalidParameter, "U-096") { try scene.client.unlock(bad) }
    }
    scene.refuses(.invalidParameter, "U-098") {
      _ = try scene.process.lock2(device: second, allocation: handle, flags: 0)
    }
    scene.refuses(.invalidParameter, "U-098") { try scene.process.unlock2(device: second, allocation: handle) }
    try scene.end()
  }

  @Test func aViewMayStayAsLongAsTheAllocation() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    let address = try scene.client.lock(handle)
    // U-197, U-181
    for _ in 0..<3 { try scene.client.destroy([try scene.client.create()]) }
    #expect(scene.memory.isView(address))
    try scene.client.destroy([handle])
    #expect(!scene.memory.isView(address))
    try scene.end()
  }

  @Test func whatTheCPUCannotReachIsLockedInSystemMemory() throws {
    let scene = try Scene()
    // K-305, U-192: in a segment that the CPU does not see, without an aperture, and not resident.
    let handle = try scene.client.create(AllocationAnswer(flags: [], segments: 0b010))
    #expect(try scene.memory.isView(scene.client.lock(handle)))
    try scene.client.unlock(handle)
    try scene.end()
  }

  @Test func theDriversAlignmentDoesNotMoveMemoryThatWasBrought() throws {
    let scene = try Scene()
    scene.memory.allowCaller(address: 0x11000, bytes: 4096)
    var answer = AllocationAnswer()
    answer.alignment = 0x10000
    // U-075, K-149, U-074: it lives where the caller said.
    let handle = try scene.client.create([AllocationRequest(answer, systemMemory: 0x11000)]).allocations[0]
    #expect(try scene.client.lock(handle) == 0x11000)
    try scene.end()
  }

  @Test func memoryThatTheDriverProtectsIsOutOfReach() throws {
    let scene = try Scene()
    let handle = try scene.client.create(AllocationAnswer(flags: .protected))
    scene.refuses(.invalidParameter, "U-192") { _ = try scene.client.lock(handle) }
    try scene.end()
  }

  @Test func aRemovedDeviceLocksNothingButUnlocks() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    let address = try scene.client.lock(handle)
    try scene.adapter.resetFromTimeout()
    // U-302
    scene.refuses(.deviceRemoved, "U-302") { _ = try scene.client.lock(handle) }
    #expect(scene.memory.isView(address))
    try scene.client.unlock(handle)
    try scene.end()
  }

  @Test func manyThreadsThatLockTogetherShareOneView() async throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    let client = scene.client
    let wrong = Recorder()
    onThreads(
      (0..<4).map { _ in
        { @Sendable in
          let address = try? client.lock(handle)
          for _ in 1..<200 where (try? client.lock(handle)) != address { _ = wrong.next() }
        }
      })
    #expect(wrong.passed == 0 && scene.memory.views == 1)
    for _ in 0..<800 { try scene.client.unlock(handle) }
    #expect(scene.memory.views == 0)
    try scene.end()
  }
}
