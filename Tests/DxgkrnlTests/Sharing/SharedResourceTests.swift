import CWDDM
import DDI
import Dxgkrnl
import DxgTestKit
import Locks
import Testing
import WDDM

/// Who keeps a shared resource alive, and what happens when each of them goes.
struct SharedResourceTests {
  private func shared(_ scene: Scene, on client: Client, _ count: Int = 2, flags: CreateAllocationFlags = []) throws
    -> Created
  {
    try client.create(
      (0..<count).map { _ in AllocationRequest() }, flags: flags.union([.createResource, .createShared]))
  }

  private func creations(_ scene: Scene) -> Int { scene.driver.calls(of: .createAllocation).count }
  private func destructions(_ scene: Scene) -> [Int] {
    scene.driver.calls(of: .destroyAllocation).map(\.handles.count)
  }

  @Test func itOutlivesItsCreatorsHandle() throws {
    let scene = try Scene()
    let opener = try scene.machine.client(on: scene.adapter)
    let created = try shared(scene, on: scene.client)
    let share = ShareSource.globalHandle(created.globalShare)
    let charged = scene.kernel.snapshot().commit
    let opened = try opener.open(share)
    // Nobody is charged twice (I-043).
    #expect(scene.kernel.snapshot().commit == charged)
    // I-020: the creator goes, the opener and its memory stay, and so does the charge.
    try scene.client.destroy(resource: created.resource)
    #expect(destructions(scene) == [] && scene.kernel.snapshot().commit == charged)
    let account = scene.process.snapshot().account
    #expect(account.commit == 0 && account.virtual == 0)
    _ = try opener.lock(opened.allocations[0])
    // U-128: the global handle lives as long as the last view.
    let second = try scene.client.open(share)
    try opener.destroy(resource: opened.resource)
    try scene.client.destroy(resource: second.resource)
    // U-127, K-180, I-022: destroyed once, by the last.
    #expect(destructions(scene) == [2] && scene.kernel.snapshot().commit == 0)
    scene.refuses(.invalidParameter, "U-108") { _ = try opener.open(share) }
    try scene.end()
  }

  @Test func itOutlivesItsCreatorsProcess() throws {
    let scene = try Scene()
    let creator = try scene.machine.client(on: scene.adapter)
    let created = try shared(scene, on: creator)
    let opened = try scene.client.open(.globalHandle(created.globalShare))
    // A52, I-020, U-107, K-075, W-016: whoever knows the number opens it (U-051), and keeps it.
    creator.process.exit()
    #expect(destructions(scene) == [])
    #expect(scene.kernel.processes.count == 1)
    _ = try scene.client.lock(opened.allocations[1])
    scene.process.exit()
    #expect(destructions(scene) == [2])
    try scene.end()
  }

  @Test func anOpenersProcessThatExitsLeavesTheOthersAlone() throws {
    let scene = try Scene()
    let created = try shared(scene, on: scene.client)
    let openers = try (0..<3).map { _ in try scene.machine.client(on: scene.adapter) }
    for opener in openers {
      let opened = try opener.open(.globalHandle(created.globalShare))
      _ = try opener.lock(opened.allocations[0])
    }
    let before = scene.memory.views
    for opener in openers { opener.process.exit() }
    #expect(before == 3 && scene.memory.views == 0)
    #expect(destructions(scene) == [] && scene.driver.ledger.openings.count == 2)
    try scene.end()
  }

  /// U-372: RestrictSharedAccess too, whose restrictions nobody names.
  @Test(arguments: [CreateAllocationFlags(), .restrictSharedAccess])
  func devicesOfOneProcessShareToo(flags: CreateAllocationFlags) throws {
    let scene = try Scene()
    let second = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    let created = try shared(scene, on: scene.client, flags: flags)
    var elements = [OpenedElement](repeating: OpenedElement(), count: 2)
    var span = elements.mutableSpan
    let info = try scene.client.query(.globalHandle(created.globalShare))
    let opened = try scene.process.openResource(
      OpenResourceArguments(
        device: second, source: .globalHandle(created.globalShare), runtimeSize: info.runtimeSize,
        resourceSize: info.resourceSize, totalSize: info.totalSize), elements: &span)
    // U-098: each handle belongs to its device.
    scene.refuses(.invalidParameter, "U-098") { try scene.client.destroy(resource: opened.resource) }
    // U-107: the creator's device goes; the other's view stays.
    try scene.process.destroyDevice(scene.client.device)
    #expect(destructions(scene) == [])
    _ = try scene.process.lock2(device: second, allocation: elements[0].handle, flags: 0)
    try scene.process.destroyDevice(second)
    #expect(destructions(scene) == [2])
    try scene.end()
  }

  @Test func aDestroyThatWaitsForADriversReferenceHoldsIt() throws {
    let scene = try Scene()
    let opener = try scene.machine.client(on: scene.adapter)
    let created = try shared(scene, on: scene.client)
    let share = ShareSource.globalHandle(created.globalShare)
    let opened = try opener.open(share)
    // The driver holds the opener's allocation (K-195).
    let token = try Callbacks.hold(opened.allocations[0], in: opener, scene.driver)
    try opener.destroy(resource: opened.resource)
    try scene.client.destroy(resource: created.resource)
    #expect(destructions(scene) == [])
    // U-128: nobody opens it any more, though its objects wait.
    scene.refuses(.invalidParameter, "U-108") { _ = try scene.client.open(share) }
    try Callbacks.giveBack(token, in: opener, scene.driver)
    opener.process.finishDeferred()
    // I-019, I-021: the last who leaves destroys, whoever was the creator.
    #expect(destructions(scene) == [2])
    try scene.end()
  }

  @Test func theDriverSeesItsOwnHandlesBehindThoseOfAnOpener() throws {
    let scene = try Scene()
    let opener = try scene.machine.client(on: scene.adapter)
    let created = try shared(scene, on: scene.client)
    let opened = try opener.open(.globalHandle(created.globalShare))
    // K-074, K-186, kernel.md 3.5: the same hAllocation and hResource, and an hDeviceSpecificAllocation of its own.
    let creators = try Callbacks.data(created, in: scene.client, scene.driver)
    let openers = try Callbacks.data(opened, in: opener, scene.driver)
    #expect(creators.resource == openers.resource && creators.allocation == openers.allocation)
    #expect(creators.deviceSpecific != openers.deviceSpecific)
    try scene.end()
  }

  @Test func itsBackingStoreStaysWithTheDriverUntilTheLastOneGoes() throws {
    let scene = try Scene()
    let opener = try scene.machine.client(on: scene.adapter)
    let created = try scene.client.create(
      BackingStoreTests.shareable, flags: BackingStoreTests.flags)
    let opened = try opener.open(.globalHandle(created.globalShare))
    // K-183: given once, at creation; K-184, K-197: valid until DestroyAllocation.
    #expect(scene.driver.calls(of: .setAllocationBackingStore).count == 1)
    try scene.client.destroy(resource: created.resource)
    #expect(scene.memory.views == 1)
    try opener.destroy(resource: opened.resource)
    #expect(scene.memory.views == 0)
    try scene.end()
  }

  @Test func stoppingTheAdapterLetsEveryViewGo() throws {
    let scene = try Scene()
    let opener = try scene.machine.client(on: scene.adapter)
    let created = try shared(scene, on: scene.client)
    let opened = try opener.open(.globalHandle(created.globalShare))
    try scene.adapter.surpriseRemoval()
    // I-079: destroys succeed, Lock2 and Open do not.
    scene.refuses(.deviceRemoved, "W-141") { _ = try opener.open(.globalHandle(created.globalShare)) }
    scene.refuses(.deviceRemoved, "U-302") { _ = try opener.lock(opened.allocations[0]) }
    try scene.client.destroy(resource: created.resource)
    try opener.destroy(resource: opened.resource)
    #expect(destructions(scene) == [2])
    try scene.end()
  }

  @Test func whatACallerBroughtIsLockedByItsOwnProcessOnly() throws {
    let scene = try Scene()
    let opener = try scene.machine.client(on: scene.adapter)
    scene.memory.allowCaller(address: 0x10000, bytes: 4096)
    let created = try scene.client.create(
      [AllocationRequest(systemMemory: 0x10000)], flags: [.createResource, .createShared])
    #expect(scene.process.snapshot().account.callerMemory == 4096)
    let opened = try opener.open(.globalHandle(created.globalShare))
    #expect(opener.process.snapshot().account.callerMemory == 0)
    // U-173, K-101: an address means nothing in another process.
    scene.refuses(.invalidParameter, "U-173") { _ = try opener.lock(opened.allocations[0]) }
    let own = try scene.client.open(.globalHandle(created.globalShare))
    #expect(try scene.client.lock(own.allocations[0]) == 0x10000)
    try scene.client.destroy(resource: created.resource)
    #expect(scene.process.snapshot().account.callerMemory == 0)
    try scene.end()
  }

  @Test func eventsTellWhoSharesAndWhoOpens() throws {
    let scene = try Scene()
    let opener = try scene.machine.client(on: scene.adapter)
    let created = try shared(scene, on: scene.client, 1)
    let opened = try opener.open(.globalHandle(created.globalShare))
    try scene.client.destroy(resource: created.resource)
    try opener.destroy(resource: opened.resource)
    var seen: [String] = []
    for event in scene.events.all {
      switch event {
      case .resourceShared(let process, let resource, let shared, let bytes, let isNtSecured):
        #expect(process == scene.process.ordinal && resource == created.resource)
        #expect(shared == 1 && bytes == 4096 && !isNtSecured)
        seen.append("shared")
      case .resourceOpened(let event):
        #expect(event.process == opener.process.ordinal && event.resource == opened.resource && event.shared == 1)
        #expect(!event.isReadOnly && !event.isFromNtHandle)
        seen.append("opened")
      case .sharedResourceDestroyed(let shared):
        #expect(shared == 1)
        seen.append("destroyed")
      default: break
      }
    }
    #expect(seen == ["shared", "opened", "destroyed"])
    #expect(scene.events.created.map { $0.traits.contains(.opened) } == [false, true])
    try scene.end()
  }
}

/// What a driver asks of the kernel while it is inside a call of a client.
private enum Callbacks {
  struct Data: Equatable {
    var resource: UInt = 0
    var allocation: UInt = 0
    var deviceSpecific: UInt = 0
  }

  static func data(_ created: Created, in client: Client, _ driver: ScriptedMiniport) throws -> Data {
    try data(created.resource, created.allocations[0], in: client, driver)
  }

  static func data(_ opened: Opened, in client: Client, _ driver: ScriptedMiniport) throws -> Data {
    try data(opened.resource, opened.allocations[0], in: client, driver)
  }

  private static func data(
    _ resource: UInt32, _ allocation: UInt32, in client: Client, _ driver: ScriptedMiniport
  ) throws -> Data {
    let answers = Guarded(Data(), rank: .driver)
    try poke(client, driver) {
      let found = Data(
        resource: HandleCallbacks.getHandleData(query(resource, DXGK_HANDLE_RESOURCE)).bits,
        allocation: HandleCallbacks.getHandleData(query(allocation, DXGK_HANDLE_ALLOCATION)).bits,
        deviceSpecific: HandleCallbacks.getHandleData(query(allocation, DXGK_HANDLE_ALLOCATION, 1)).bits)
      answers.withLock { $0 = found }
    }
    return answers.withLock { $0 }
  }

  static func hold(_ allocation: UInt32, in client: Client, _ driver: ScriptedMiniport) throws -> UInt {
    let token = Guarded<UInt>(0, rank: .driver)
    try poke(client, driver) {
      var release: HANDLE?
      _ = HandleCallbacks.acquireHandleData(query(allocation, DXGK_HANDLE_ALLOCATION), &release)
      let bits = release.bits
      token.withLock { $0 = bits }
    }
    return token.withLock { $0 }
  }

  static func giveBack(_ token: UInt, in client: Client, _ driver: ScriptedMiniport) throws {
    try poke(client, driver) {
      var args = DXGKARGCB_RELEASEHANDLEDATA()
      args.ReleaseHandle = HANDLE(bits: token)!
      HandleCallbacks.releaseHandleData(args)
    }
  }

  private static func query(
    _ handle: UInt32, _ type: DXGK_HANDLE_TYPE, _ deviceSpecific: UInt32 = 0
  ) -> DXGKARGCB_GETHANDLEDATA {
    var args = DXGKARGCB_GETHANDLEDATA()
    args.hObject = handle
    args.Type = type
    args.Flags.DeviceSpecific = deviceSpecific
    return args
  }

  private static func poke(
    _ client: Client, _ driver: ScriptedMiniport, _ body: @escaping @Sendable () -> Void
  ) throws {
    driver.script { $0.inside = { if $0 == .queryAdapterInfo { body() } } }
    defer { driver.script { $0.inside = { _ in } } }
    var data: [UInt8] = [0, 0, 0, 0]
    var span = data.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe span.mutableBytes
    try client.process.queryAdapterInfo(client.adapter, type: 0, data: &raw)
  }
}
