import CWDDM
import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// D3DKMTCreateAllocation2 with StandardAllocation: the baseline that was measured on Windows, 64 KiB of the caller's
/// memory as an existing heap, and everything that was measured with one change to it (W-061…W-087).
struct StandardAllocationTests {
  static let heap: UInt64 = 0x10000
  static let memory: UInt64 = 0x50_0000
  static let flags: CreateAllocationFlags = [.existingSysMem, .standardAllocation]

  private func scene(_ script: (inout ScriptedMiniport.Script) -> Void = { _ in }) throws -> Scene {
    let scene = try Scene(script: script)
    scene.memory.allowCaller(address: Self.memory, bytes: 1 << 20)
    return scene
  }

  private func create(
    _ scene: Scene, _ request: StandardRequest = StandardRequest(), flags: CreateAllocationFlags = Self.flags,
    element: AllocationRequest = AllocationRequest(data: [], systemMemory: Self.memory), count: Int = 1,
    resource: UInt32 = 0, device: UInt32? = nil, isVersion2: Bool = true, runtimeData: [UInt8] = []
  ) throws -> Created {
    try scene.create(
      [AllocationRequest](repeating: element, count: count), flags: flags, resource: resource, device: device,
      isVersion2: isVersion2, runtimeData: runtimeData, resourceData: request.bytes)
  }

  private static func on(_ memory: UInt64, data: [UInt8] = [], flags: UInt32 = 0) -> AllocationRequest {
    AllocationRequest(data: data, systemMemory: memory, flags: flags)
  }

  @Test func theFlagsOfAnElementOfTheFirstFormAreNotLookedAt() throws {
    let scene = try scene()
    // U-366: a published sample leaves stack garbage there.
    for flags in [1, 2, 4, 0xCCCC_CCCC, .max] as [UInt32] {
      let created = try create(scene, element: Self.on(Self.memory, flags: flags), isVersion2: false)
      #expect(created.traits == [[.callerMemory, .cpuVisible]])
    }
    try scene.end()
  }

  @Test(arguments: [false, true]) func aHeapOfTheCallersIsAnAllocation(isVersion2: Bool) throws {
    let scene = try scene()
    // W-062, W-063, W-083: neither CreateShared nor CrossAdapter is needed (U-065).
    let created = try create(scene, isVersion2: isVersion2)
    #expect(created.resource == 0 && created.globalShare == 0)
    #expect(created.sizes == [Self.heap])
    #expect(created.traits == [[.callerMemory, .cpuVisible]])
    #expect(created.data == [[]])
    // Its bytes are the caller's (U-196), and nothing is charged for them.
    #expect(try scene.client.lock(created.allocations[0]) == Self.memory)
    #expect(scene.kernel.commitCharged == 0)
    try scene.client.unlock(created.allocations[0])
    try scene.client.destroy(created.allocations)
    try scene.end()
  }

  @Test func theDriverIsAskedToDescribeItBeforeItIsAskedToCreateIt() throws {
    nonisolated(unsafe) var seen: [StandardSurface] = []
    let scene = try scene { script in
      script.describeStandard = { surface in
        unsafe seen.append(surface)
        return AllocationAnswer.standard(surface)
      }
    }
    _ = try create(scene)
    // U-071: a GDI surface for another adapter, one row of as many bytes, of an unknown format.
    let heap = StandardSurface.gdi(SurfaceShape(width: 0x10000, height: 1, format: 0), .textureCrossAdapter)
    #expect(unsafe seen == [heap, heap])
    #expect(
      scene.driver.calls.map(\.function) == [
        .getStandardAllocationDriverData, .getStandardAllocationDriverData, .createAllocation, .openAllocation,
      ])
    try scene.end()
  }

  @Test func privateDataOfTheCallersIsAcceptedAndItsOwn() throws {
    let scene = try scene {
      $0.describeStandard = { surface in
        var answer = AllocationAnswer.standard(surface)
        answer.answer.writesBack = 0xEE
        return answer
      }
    }
    // W-064, W-120, U-070, U-375; W-065: runtime data without a resource.
    let data: [UInt8] = [1, 2, 3, 4, 5, 6]
    let created = try create(scene, element: Self.on(Self.memory, data: data), runtimeData: [7, 7, 7, 7])
    // What the driver wrote back went into its own data.
    #expect(created.data == [data])
    try scene.end()
  }

  @Test func whatIsMissingOrTooMuchIsRefused() throws {
    let scene = try scene()
    // W-061: nothing at all.
    scene.refuses(.invalidParameter, "U-032") {
      _ = try scene.process.create(CreateAllocationArguments(device: 0), [])
    }
    // W-067
    scene.refuses(.invalidParameter, "U-017") { _ = try create(scene, device: 0) }
    // W-068: of two faults the handle's is told, as of W-077.
    scene.refuses(.invalidHandle, "U-023") { _ = try create(scene, resource: 0xDEAD_BEEF) }
    scene.refuses(.invalidHandle, "U-023") {
      _ = try create(scene, flags: Self.flags.union(.createResource), resource: 0xDEAD_BEEF)
    }
    // W-069
    scene.refuses(.invalidParameter, "U-032") { _ = try create(scene, count: 0) }
    // W-070, and types that nobody ever knew.
    for type in [0, 3, UInt32.max] {
      scene.refuses(.invalidParameter, "U-069") { _ = try create(scene, StandardRequest(type: type)) }
    }
    // W-071, and memory that does not begin on a page.
    for memory in [0, Self.memory + 0x10, Self.memory + 0x800] {
      scene.refuses(.invalidParameter, "U-067") { _ = try create(scene, element: Self.on(memory)) }
    }
    // W-072, W-080
    scene.refuses(.invalidParameter, "U-066") { _ = try create(scene, count: 2) }
    scene.refuses(.invalidParameter, "U-066") {
      _ = try create(scene, flags: Self.flags.union(.createResource), count: 0)
    }
    // W-073, and nothing at all.
    for size in [0x1100, 0, 0x10001] as [UInt64] {
      scene.refuses(.invalidParameter, "U-067") { _ = try create(scene, StandardRequest(size: size)) }
    }
    // The width of the surface that stands for it has 32 bits.
    scene.refuses(.invalidParameter, "U-071") { _ = try create(scene, StandardRequest(size: 1 << 32)) }
    // W-074
    scene.refuses(.invalidParameter, "U-064") { _ = try create(scene, flags: .standardAllocation) }
    // W-075: the struct is private data then.
    scene.refuses(.invalidParameter, "U-064") { _ = try create(scene, flags: .existingSysMem) }
    // W-076
    scene.refuses(.invalidParameter, "U-043") { _ = try create(scene, flags: Self.flags.union(.createShared)) }
    // W-066, as far as it reaches the kernel: what is no description.
    scene.refuses(.invalidParameter, "U-068") {
      _ = try scene.create([Self.on(Self.memory)], flags: Self.flags, resourceData: [UInt8](repeating: 1, count: 64))
    }
    scene.refuses(.invalidParameter, "U-039") { _ = try create(scene, StandardRequest(flags: 1)) }
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func aNewResourceIsMadeForIt() throws {
    let scene = try scene()
    // W-078
    let created = try create(scene, flags: Self.flags.union(.createResource))
    #expect(created.resource != 0 && created.globalShare == 0)
    #expect(created.allocations[0] == created.resource + 0x40)
    // W-079, U-031: a second one cannot be added, whoever made the first.
    scene.refuses(.invalidParameter, "U-031") { _ = try create(scene, resource: created.resource) }
    let own = try scene.resource(of: 1).resource
    scene.refuses(.invalidParameter, "U-031") { _ = try create(scene, resource: own) }
    try scene.end()
  }

  @Test func aSharedOneHasAGlobalHandleUnlessItIsForNtHandles() throws {
    let scene = try scene()
    // W-081, W-082
    let shared = try create(scene, flags: Self.flags.union([.createResource, .createShared]))
    #expect(shared.globalShare & 0x3F == 2)
    #expect(shared.traits[0].isSuperset(of: [.shared, .callerMemory]))
    let secured = try create(
      scene, flags: Self.flags.union([.createResource, .createShared, .ntSecuritySharing, .crossAdapter]))
    #expect(secured.globalShare == 0)
    // W-085: nothing is added to a shared resource, by anybody.
    scene.refuses(.invalidParameter, "U-029") {
      _ = try scene.create([AllocationRequest()], resource: shared.resource)
    }
    try scene.end()
  }

  @Test func itsOpenersFindTheDriversDataAndTheCallersRuntimeData() throws {
    let scene = try scene { $0.standardResourceData = [9, 8, 7] }
    let flags = Self.flags.union([.createResource, .createShared])
    let created = try create(
      scene, flags: flags, element: Self.on(Self.memory, data: [1, 2]), runtimeData: [4, 5, 6, 7])
    let opener = try scene.machine.client(on: scene.adapter)
    let info = try opener.query(.globalHandle(created.globalShare))
    // W-132: the sizes of what the driver answered (K-152), not of what the caller passed.
    let own = UInt32(AllocationAnswer().bytes.count)
    #expect(info.runtimeSize == 4 && info.resourceSize == 3 && info.allocations == 1)
    #expect(info.totalSize == own && own > 0 && own < 0x1000)
    let opened = try opener.open(.globalHandle(created.globalShare))
    #expect(opened.data.runtime == [4, 5, 6, 7] && opened.data.resource == [9, 8, 7])
    #expect(opened.dataSizes == [own])
    try scene.end()
  }

  @Test func memoryThatTheCallerCannotUseIsRefused() throws {
    let scene = try scene()
    scene.memory.allowCaller(address: 0x90_0000, bytes: 0x10000, isWritable: false)
    // U-074: not mapped, or not all of it.
    for memory in [0xA0_0000, Self.memory + 0xF_F000] as [UInt64] {
      scene.refuses(.invalidParameter, "U-074") { _ = try create(scene, element: Self.on(memory)) }
    }
    scene.refuses(.invalidParameter, "U-074") { _ = try create(scene, element: Self.on(.max - 0xFFF)) }
    // U-077: memory that one can only read is for allocations that one can only read.
    scene.refuses(.invalidParameter, "U-077") { _ = try create(scene, element: Self.on(0x90_0000)) }
    let readOnly = try create(scene, flags: Self.flags.union(.readOnly), element: Self.on(0x90_0000))
    #expect(readOnly.allocations.count == 1)
    // W-086, U-072: a view of another allocation.
    let other = try scene.client.create(AllocationAnswer(size: Self.heap))
    let view = try scene.client.lock(other)
    scene.refuses(.invalidParameter, "U-072") { _ = try create(scene, element: Self.on(view)) }
    try scene.client.unlock(other)
    try scene.end()
  }

  @Test func flagsThatExistAreAcceptedAndThoseOfTheSystemAreNot() throws {
    let scene = try scene()
    // W-087
    let accepted: [CreateAllocationFlags] = [
      .nonSecure, .restrictSharedAccess, .readOnly, .zeroed, .writeWatch, .partialSharedCreation, .crossAdapter,
      .swapChainBackBuffer, .allowNotZeroed, .physicallyContiguous, .noKmdAccess, .sharedDisplayable,
    ]
    for flag in accepted { #expect(try create(scene, flags: Self.flags.union(flag)).allocations.count == 1) }
    // U-040: as in the guest, which refuses every ExistingSection too.
    for flag in [.openCrossAdapter, .createProtected, .createCached, .createWriteCombined] as [CreateAllocationFlags] {
      scene.refuses(.invalidParameter, "U-039") { _ = try create(scene, flags: Self.flags.union(flag)) }
    }
    scene.refuses(.invalidParameter, "U-063") { _ = try create(scene, flags: Self.flags.union(.existingSection)) }
    try scene.end()
  }

  @Test func whatTheDriverMakesOfItMustBeAsLargeAsTheHeap() throws {
    for size in [Self.heap * 2, Self.heap - 0x1000] {
      let scene = try scene { $0.describeStandard = { _ in (AllocationAnswer(size: size, segments: 0b100), 256) } }
      scene.refuses(.invalidParameter, "K-077") { _ = try create(scene) }
      try scene.end()
    }
  }

  @Test func aDriverThatCannotDescribeItFailsIt() throws {
    let scene = try scene()
    scene.driver.script { $0.refuse = { $0 == .getStandardAllocationDriverData ? .noMemory : nil } }
    scene.refuses(.noMemory, "K-151") { _ = try create(scene) }
    scene.driver.script { $0.refuse = { _ in nil } }
    scene.driver.script { $0.falsifyStandard = { $0.AllocationPrivateDriverDataSize = 0 } }
    scene.refuses(.invalidParameter, "K-155") { _ = try create(scene) }
    scene.driver.script { $0.falsifyStandard = { $0.AllocationPrivateDriverDataSize = 1 << 20 + 1 } }
    scene.refuses(.invalidParameter, "D-004") { _ = try create(scene) }
    try scene.end()
    let without = try Scene(missing: [.getStandardAllocationDriverData])
    without.memory.allowCaller(address: Self.memory, bytes: Self.heap)
    without.refuses(.notSupported, "K-151") { _ = try create(without) }
    try without.end()
  }

  @Test func aRemovedDeviceIsRefusedAndItsDriverNeverAsked() throws {
    let scene = try scene()
    try scene.adapter.resetFromTimeout()
    scene.driver.forgetCalls()
    // W-084, U-038
    scene.refuses(.deviceRemoved, "U-038") { _ = try create(scene) }
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func anInternalBackingStoreIsMemoryOfTheKernels() throws {
    let scene = try scene()
    let request = StandardRequest(type: 2)
    // U-367
    let created = try create(scene, request, flags: .standardAllocation, element: Self.on(0))
    #expect(created.sizes == [Self.heap] && created.traits == [.cpuVisible])
    #expect(scene.kernel.commitCharged == Self.heap)
    #expect(scene.memory.isView(try scene.client.lock(created.allocations[0])))
    scene.refuses(.invalidParameter, "U-367") { _ = try create(scene, request, flags: .standardAllocation) }
    scene.refuses(.invalidParameter, "U-367") { _ = try create(scene, request, element: Self.on(0)) }
    try scene.client.unlock(created.allocations[0])
    try scene.end()
  }
}
