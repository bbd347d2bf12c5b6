import CWDDM
import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// The rows of `observed.md` 1.5: a shared resource and its global handle.
struct OpenResourceTests {
  /// A shared resource of one allocation with 4 bytes of runtime data, as the rows have it.
  private func shared(
    _ scene: Scene, _ count: Int = 1, runtimeData: [UInt8] = [1, 2, 3, 4], resourceData: [UInt8] = [],
    flags: CreateAllocationFlags = []
  ) throws -> Created {
    try scene.create(
      (0..<count).map { _ in AllocationRequest() }, flags: flags.union([.createResource, .createShared]),
      runtimeData: runtimeData, resourceData: resourceData)
  }

  @Test func aLocalHandleIsNoGlobalOne() throws {
    let scene = try Scene()
    let created = try shared(scene)
    // W-130, W-131, U-108
    scene.refuses(.invalidParameter, "U-108") { _ = try scene.client.query(.globalHandle(created.resource)) }
    scene.refuses(.invalidParameter, "U-108") {
      var elements = [OpenedElement]()
      var none = elements.mutableSpan
      let arguments = OpenResourceArguments(device: scene.client.device, source: .globalHandle(created.resource))
      _ = try scene.process.openResource(arguments, elements: &none)
    }
    scene.refuses(.invalidParameter, "U-017") {
      _ = try scene.process.queryResourceInfo(device: created.resource, .globalHandle(created.globalShare))
    }
    try scene.end()
  }

  @Test func aQueryTellsTheSizes() throws {
    let scene = try Scene()
    let created = try shared(scene, 3, resourceData: [9, 9])
    // W-132, U-109
    let info = try scene.client.query(.globalHandle(created.globalShare))
    #expect(info.runtimeSize == 4 && info.resourceSize == 2 && info.allocations == 3)
    #expect(info.totalSize == 3 * UInt32(AllocationAnswer().bytes.count))
    try scene.end()
  }

  @Test func aSumThatDoesNotFitIsAnOverflow() throws {
    // U-111, W-141
    #expect(throws: Refusal(.integerOverflow, "U-111", "TotalPrivateDriverDataSize", 1 << 32, bound: 0xFFFF_FFFF)) {
      _ = try SharedData.total(of: [1 << 31, 1 << 31])
    }
    #expect(try SharedData.total(of: [1 << 31, (1 << 31) - 1]) == 0xFFFF_FFFF)
    #expect(try SharedData.total(of: []) == 0)
  }

  @Test func openingGivesNewHandlesTheResourcesFirst() throws {
    let scene = try Scene()
    let created = try shared(scene, 2, resourceData: [7, 8])
    let next = scene.process.snapshot().nextHandle
    // W-134, W-139, W-007, U-122: the resource's, then the allocations', one after the other.
    let opened = try scene.client.open(.globalHandle(created.globalShare)) { arguments, _ in
      arguments.totalSize = 0x1000
    }
    #expect(opened.resource == next)
    #expect(opened.allocations == [next + 0x40, next + 0x80])
    // W-142, U-123: by its creator too, and the handles differ.
    #expect(Set(opened.allocations).isDisjoint(with: created.allocations) && opened.resource != created.resource)
    // U-119, U-120, U-054, W-135
    #expect(opened.data.runtime == [1, 2, 3, 4] && opened.data.resource == [7, 8])
    #expect(opened.data.allocations == AllocationAnswer().bytes + AllocationAnswer().bytes)
    #expect(opened.dataSizes == opened.data.sizes)
    // The driver created once and opened twice, the second time without Create (kernel.md 3.5, K-173, U-131).
    #expect(scene.driver.calls(of: .createAllocation).count == 1)
    let opens = scene.driver.calls(of: .openAllocation)
    #expect(opens.map(\.flag) == [true, false] && opens.map(\.handles.count) == [2, 2])
    try scene.end()
  }

  @Test func countAndSizesMustBeThoseOfTheResource() throws {
    let scene = try Scene()
    let created = try shared(scene, 2, resourceData: [5])
    let share = ShareSource.globalHandle(created.globalShare)
    // A41. W-136, U-112
    for count in [0, 1, 3] {
      scene.refuses(.invalidParameter, "U-112") { _ = try scene.client.open(share) { _, n in n = count } }
    }
    // W-137, U-114, U-118; W-171: exactly, not at least.
    for size: UInt32 in [0, 3, 5, .max] {
      scene.refuses(.invalidParameter, "U-114") {
        _ = try scene.client.open(share) { arguments, _ in arguments.runtimeSize = size }
      }
    }
    // W-138, U-115
    for size: UInt32 in [0, 2, .max] {
      scene.refuses(.invalidParameter, "U-115") {
        _ = try scene.client.open(share) { arguments, _ in arguments.resourceSize = size }
      }
    }
    // W-162, U-117: a total that is too small is another status; W-134, U-116: a larger one is fine.
    scene.refuses(.noMemory, "U-117") {
      _ = try scene.client.open(share) { arguments, _ in arguments.totalSize -= 1 }
    }
    _ = try scene.client.open(share) { arguments, _ in arguments.totalSize = .max }
    try scene.end()
  }

  @Test func destroyingAnOpenedResourceLeavesTheOwnersAlone() throws {
    let scene = try Scene()
    let created = try shared(scene, 2)
    let share = ShareSource.globalHandle(created.globalShare)
    let opened = try scene.client.open(share)
    // W-140, U-126: closes that view, in one call (K-181), and destroys nothing.
    try scene.client.destroy(resource: opened.resource)
    #expect(scene.driver.calls(of: .closeAllocation).map(\.handles.count) == [2])
    #expect(scene.driver.calls(of: .destroyAllocation).isEmpty)
    _ = try scene.client.lock(created.allocations[0])
    // U-124: it can be opened again.
    let again = try scene.client.open(share)
    // U-097: not one of its allocations by itself.
    scene.refuses(.invalidParameter, "U-097") { try scene.client.destroy([again.allocations[0]]) }
    try scene.client.destroy(resource: again.resource)
    try scene.client.destroy(resource: created.resource)
    #expect(scene.driver.calls(of: .destroyAllocation).map(\.handles.count) == [2])
    // U-128
    scene.refuses(.invalidParameter, "U-108") { _ = try scene.client.query(share) }
    try scene.end()
  }

  @Test func anythingAddedToASharedResourceIsRefused() throws {
    let scene = try Scene()
    let created = try shared(scene)
    let opened = try scene.client.open(.globalHandle(created.globalShare))
    // A43, U-029, K-146, W-170, I-085: sealed, for the creator as for the opener.
    for resource in [created.resource, opened.resource] {
      scene.refuses(.invalidParameter, "U-029") { _ = try scene.create([AllocationRequest()], resource: resource) }
    }
    try scene.end()
  }

  @Test func aDeviceOnAnotherAdapterIsRefused() throws {
    let scene = try Scene()
    let created = try shared(scene)
    let other = try scene.machine.client(on: scene.machine.add(ScriptedMiniport()))
    // A42, U-130, I-086; nor is a cross-adapter resource opened there yet.
    let crossing = try scene.create(
      [AllocationRequest(AllocationAnswer(segments: 0b100))], flags: [.createResource, .createShared, .crossAdapter])
    scene.refuses(.invalidParameter, "U-130") { _ = try other.query(.globalHandle(crossing.globalShare)) }
    scene.refuses(.invalidParameter, "U-130") { _ = try other.query(.globalHandle(created.globalShare)) }
    var one = [OpenedElement()]
    scene.refuses(.invalidParameter, "U-130") {
      var span = one.mutableSpan
      _ = try other.process.openResource(
        OpenResourceArguments(device: other.device, source: .globalHandle(created.globalShare)), elements: &span)
    }
    try scene.end()
  }

  @Test func aRemovedDeviceOpensNothing() throws {
    let scene = try Scene()
    let created = try shared(scene)
    let other = try scene.machine.client(on: scene.adapter)
    try other.process.markDeviceAsError(other.device, reason: 0x8000_0000)
    // W-141
    scene.refuses(.deviceRemoved, "W-141") { _ = try other.open(.globalHandle(created.globalShare)) }
    try scene.end()
  }

  @Test func theDriverReadsPrivateDataAndNobodySeesWhatItWrites() throws {
    let scene = try Scene()
    var answer = AllocationAnswer()
    answer.writesBack = 0xA5
    let created = try scene.create(
      [AllocationRequest(answer)], flags: [.createResource, .createShared], resourceData: [3])
    // U-059, U-131, K-174, I-084: what the driver made of it while it was created is what openers get,
    scene.driver.script { script in
      script.falsifyOpen = { args in
        var infos = args.mutableInfos
        infos[0].scribble()
      }
    }
    for _ in 0..<2 {
      // and not what it writes while it is opened, neither this opener nor the next.
      let opened = try scene.client.open(.globalHandle(created.globalShare))
      #expect(opened.data.allocations[0] == 0xA5 && opened.data.allocations == created.data[0])
    }
    try scene.end()
  }

  @Test(arguments: ["K-174", "K-177"] as [Rule]) func whatADriverWritesAtAnOpeningIsAFinding(rule: Rule) throws {
    let scene = try Scene()
    let created = try shared(scene, resourceData: [1, 2, 3])
    scene.driver.script { script in
      script.falsifyOpen = { args in
        var infos = args.mutableInfos
        if rule == "K-174" { return infos[0].scribble() }
        // SAFETY: three bytes are there; a driver may not write them.
        unsafe args.pPrivateDriverData.storeBytes(of: 0x5A, toByteOffset: 1, as: UInt8.self)
      }
    }
    // K-174 of an allocation's data, K-177 of the resource's: neither this opener nor the next sees it.
    for opening in 1...2 {
      let opened = try scene.client.open(.globalHandle(created.globalShare))
      #expect(scene.events.findings.map(\.rule) == [Rule](repeating: rule, count: opening))
      #expect(opened.data.allocations == AllocationAnswer().bytes && opened.data.resource == [1, 2, 3])
    }
    try scene.end()
  }

  @Test(arguments: [0, 1, 2]) func aDriverThatRefusesToOpenLeavesNothingOpen(refused: Int) throws {
    let scene = try Scene()
    let created = try shared(scene, 2)
    let other = try scene.machine.client(on: scene.adapter)
    let share = ShareSource.globalHandle(created.globalShare)
    switch refused {
    case 0:
      scene.driver.script { $0.refuse = { $0 == .openAllocation ? .graphicsDriverMismatch : nil } }
      scene.refuses(.graphicsDriverMismatch, "K-171") { _ = try other.open(share) }
    case 1:
      // K-172: one handle NULL: what was opened is closed again.
      scene.driver.script { script in
        script.falsifyOpen = { args in
          var infos = args.mutableInfos
          infos[0].hDeviceSpecificAllocation = nil
        }
      }
      #expect(throws: Refusal.self) { _ = try other.open(share) }
    default:
      scene.driver.script { $0.refuse = { $0 == .openAllocation ? .noMemory : nil } }
      scene.refuses(.noMemory, "K-171") { _ = try other.open(share) }
    }
    scene.driver.script {
      $0.refuse = { _ in nil }
      $0.falsifyOpen = { _ in }
    }
    guard refused != 1 else { return }
    // I-037: the next try succeeds.
    _ = try other.open(share)
    try scene.end()
  }

  @Test func aFullTableRefusesBeforeTheDriverIsAsked() throws {
    var limits = Limits()
    limits.handles = 7
    let scene = try Scene(limits: limits)
    let created = try shared(scene, 2)
    // Adapter, device, resource and two allocations are five: the third of three has no room.
    scene.driver.forgetCalls()
    scene.refuses(.noMemory, "D-003") { _ = try scene.client.open(.globalHandle(created.globalShare)) }
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }
}

extension DXGK_OPENALLOCATIONINFO {
  fileprivate mutating func scribble() {
    var data = mutablePrivateData
    data.fill(with: 0x5A)
  }
}
