import CWDDM
import DDI
@testable import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// What a creation does and gives back, and how it undoes itself.
struct CreationTests {
  @Test func aStandAloneAllocationUsesOneHandle() throws {
    let scene = try Scene()
    let created = try scene.create([AllocationRequest(AllocationAnswer(size: 5000))])
    // W-062, W-008, U-024, U-047, U-019, U-020, K-080
    #expect(created.resource == 0 && created.globalShare == 0)
    #expect(created.allocations == [scene.client.device + 0x40])
    #expect(created.sizes == [8192])
    #expect(created.traits == [.cpuVisible])
    // K-368
    #expect(scene.kernel.commitCharged == 8192)
    #expect(scene.driver.calls.map(\.function) == [.createAllocation, .openAllocation])
    try scene.end()
  }

  @Test func runtimeDataWithoutAResourceIsNoMistake() throws {
    let scene = try Scene()
    // W-065
    #expect(try scene.create([AllocationRequest()], runtimeData: [1, 2, 3, 4]).allocations.count == 1)
    try scene.end()
  }

  @Test func resourceDataIsTheDriversBusiness() throws {
    let scene = try Scene()
    // W-066 refuses 64 bytes of it on a standard allocation, which the driver does not describe; here it does, with
    // and without a resource (K-081).
    let data = [UInt8](repeating: 0x5A, count: 64)
    #expect(try scene.create([AllocationRequest()], resourceData: data).allocations.count == 1)
    #expect(
      try scene.create([AllocationRequest()], flags: .createResource, resourceData: data).resource != 0)
    try scene.end()
  }

  @Test func aResourceHasTheFirstHandle() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 3)
    // W-078, W-007, U-025
    #expect(created.resource == scene.client.device + 0x40)
    #expect(created.allocations == (1...3).map { created.resource + 0x40 * UInt32($0) })
    #expect(created.globalShare == 0)
    let call = scene.driver.calls(of: .createAllocation)[0]
    #expect(call.flag && call.handles.count == 3)
    try scene.end()
  }

  @Test func anEmptyResourceIsLegal() throws {
    let scene = try Scene()
    let created = try scene.create([], flags: .createResource)
    // U-032
    #expect(created.resource != 0 && created.allocations.isEmpty)
    #expect(scene.driver.calls.map(\.function) == [.createAllocation])
    try scene.client.destroy(resource: created.resource)
    #expect(scene.driver.calls.last?.flag == true)
    try scene.end()
  }

  @Test func aSharedResourceHasAGlobalHandle() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 1, flags: .createShared)
    // W-081, W-002, W-006: the low six bits are 2, and the local sequence has no gap.
    // U-046, U-050: the guest wants NtSecuritySharing with it, Windows does not.
    #expect(created.globalShare & 0x3F == 2 && created.globalShare >> 30 != 0)
    #expect(try scene.client.create() == created.allocations[0] + 0x40)
    #expect(created.traits[0].contains(.shared))
    try scene.end()
  }

  @Test func aResourceSharedByNTHandlesHasNoGlobalHandle() throws {
    let scene = try Scene()
    // W-082, U-047
    #expect(try scene.resource(of: 1, flags: [.createShared, .ntSecuritySharing]).globalShare == 0)
    try scene.end()
  }

  @Test func allocationsAreAddedWithTheResourceThatTheDriverReturnedLast() throws {
    let scene = try Scene { $0.renamesResources = true }
    let created = try scene.resource(of: 1)
    let more = try scene.create([AllocationRequest(), AllocationRequest()], resource: created.resource)
    // U-024, U-027, K-073: the ledger knows every name that is dead.
    #expect(more.resource == created.resource)
    try scene.client.destroy([created.allocations[0]])
    _ = try scene.create([AllocationRequest()], resource: created.resource)
    try scene.client.destroy(resource: created.resource)
    let names = scene.driver.calls(of: .createAllocation).map(\.resource)
    #expect(names[0] == 0 && names[1] != 0 && names[2] != 0 && names[1] != names[2])
    try scene.end()
  }

  @Test func aDriverMayKeepNoObjectForAResource() throws {
    let scene = try Scene { $0.keepsResources = false }
    // K-072
    let created = try scene.resource(of: 2)
    _ = try scene.create([AllocationRequest()], resource: created.resource)
    try scene.client.destroy(resource: created.resource)
    #expect(scene.driver.ledger.allocations.isEmpty)
    try scene.end()
  }

  @Test func whatTheDriverWritesComesBackToTheClient() throws {
    let scene = try Scene()
    var answer = AllocationAnswer()
    answer.writesBack = 0xAB
    // U-057, K-175
    // U-058: the page that says the opposite is not followed.
    let created = try scene.create([AllocationRequest(), AllocationRequest(answer)])
    #expect(created.data[0] == AllocationRequest().data)
    #expect(created.data[1][0] == 0xAB && created.data[1][1...] == answer.bytes[1...])
    try scene.end()
  }

  @Test func callerMemoryIsNotCharged() throws {
    let scene = try Scene()
    scene.memory.allowCaller(address: 0x10000, bytes: 8192)
    let created = try scene.create([AllocationRequest(AllocationAnswer(size: 8192), systemMemory: 0x10000)])
    #expect(created.traits[0].contains(.callerMemory))
    // U-079: what is brought stays the caller's.
    #expect(scene.kernel.commitCharged == 0)
    #expect(scene.process.snapshot().account.callerMemory == 8192)
    #expect(scene.process.snapshot().account.virtual == 0)
    try scene.client.destroy(created.allocations)
    #expect(scene.process.snapshot().account.callerMemory == 0)
    try scene.end()
  }

  @Test func aRequestLargerThanEverySegmentSucceeds() throws {
    let scene = try Scene()
    // U-037
    #expect(try scene.create([AllocationRequest(AllocationAnswer(size: 1 << 34))]).sizes == [1 << 34])
    try scene.end()
  }

  // MARK: Undoing

  @Test func theDriversRefusalPassesUnchanged() throws {
    let scene = try Scene()
    scene.driver.script { $0.refuse = { $0 == .createAllocation ? .graphicsDriverMismatch : nil } }
    // K-068, U-062
    scene.refuses(.graphicsDriverMismatch, "K-068") { _ = try scene.resource(of: 2) }
    scene.driver.script { $0.refuse = { $0 == .openAllocation ? NTStatus(0xC000_1234) : nil } }
    scene.refuses(NTStatus(0xC000_1234), "K-171") { _ = try scene.resource(of: 2) }
    scene.driver.script { $0.refuse = { $0 == .setAllocationBackingStore ? .noMemory : nil } }
    scene.refuses(.noMemory, "K-185") {
      _ = try scene.create(BackingStoreTests.shareable, flags: BackingStoreTests.flags)
    }
    scene.driver.script { $0.refuse = { _ in nil } }
    try scene.end()
  }

  @Test func aNullHandleFailsTheRequestAlone() throws {
    let scene = try Scene()
    var broken = AllocationAnswer()
    broken.leavesHandleNull = 1
    // K-071, A75
    for requests in [
      [AllocationRequest(broken)], [AllocationRequest(), AllocationRequest(broken), AllocationRequest()],
    ] {
      // U-034
      scene.refuses(.invalidParameter, "K-071") { _ = try scene.create(requests) }
      scene.refuses(.invalidParameter, "K-071") { _ = try scene.create(requests, flags: .createResource) }
    }
    try scene.end()
  }

  @Test func theSameHandleTwiceFailsTheRequest() throws {
    let scene = try Scene()
    scene.driver.script { script in
      script.falsifyCreate = { args in
        var infos = args.mutableInfos
        infos[1].hAllocation = infos[0].hAllocation
      }
    }
    let before = scene.kernel.snapshot()
    // K-071: what was returned once is destroyed once; the other object is the driver's own loss.
    #expect(throws: Refusal.self) { try scene.resource(of: 2) }
    #expect(scene.kernel.snapshot() == before)
    #expect(scene.driver.calls(of: .destroyAllocation).map(\.handles.count) == [1])
  }

  @Test func aNullOpeningFailsTheRequest() throws {
    let scene = try Scene()
    scene.driver.script { script in
      script.falsifyOpen = { args in
        var infos = args.mutableInfos
        infos[1].hDeviceSpecificAllocation = nil
      }
    }
    let before = scene.kernel.snapshot()
    // K-172
    do {
      _ = try scene.resource(of: 2)
      Issue.record("nothing was refused")
    } catch let refusal as Refusal {
      #expect(refusal.rule == "K-172" && refusal.status == .invalidParameter)
    }
    #expect(scene.kernel.snapshot() == before)
  }

  @Test func aFailedAdditionKeepsTheNameThatTheDriverGaveTheResource() throws {
    let scene = try Scene { $0.renamesResources = true }
    let created = try scene.resource(of: 1)
    var broken = AllocationAnswer()
    broken.leavesHandleNull = 1
    let requests = [AllocationRequest(), AllocationRequest(broken)]
    // K-073: whoever failed after the driver renamed the resource must still use the new name.
    for request in [requests, [AllocationRequest(AllocationAnswer(size: 0))], requests] {
      #expect(throws: Refusal.self) { try scene.create(request, resource: created.resource) }
    }
    _ = try scene.create([AllocationRequest()], resource: created.resource)
    #expect(scene.driver.violations == [])
    try scene.end()
  }

  @Test func undoingKeepsTheOrderOfEnding() throws {
    let scene = try Scene()
    let calls = Recorder()
    scene.driver.script { script in
      script.refuse = { function in
        guard function == .setAllocationBackingStore else { return nil }
        return calls.next() == 1 ? .insufficientResources : nil
      }
      // K-184: the first address is still mapped when its allocation is destroyed.
      script.inside = { [memory = scene.memory, unowned driver = scene.driver] function in
        guard function == .destroyAllocation else { return }
        for allocation in driver.ledger.allocations.values where allocation.backingStore != 0 {
          #expect(memory.isView(UInt64(allocation.backingStore)))
        }
      }
    }
    scene.refuses(.insufficientResources, "K-185") {
      _ = try scene.create(BackingStoreTests.shareable + BackingStoreTests.shareable, flags: BackingStoreTests.flags)
    }
    #expect(
      scene.driver.calls.map(\.function) == [
        .createAllocation, .openAllocation, .setAllocationBackingStore, .setAllocationBackingStore, .closeAllocation,
        .destroyAllocation,
      ])
    scene.driver.script { $0.refuse = { _ in nil } }
    try scene.end()
  }
}
