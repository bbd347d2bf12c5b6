import CWDDM
import DDI
import Dxgkrnl
import DxgTestKit
import Locks
import Synchronization
import Testing
import WDDM

/// What waits for whom when a handle ends (I-017, I-018).
struct TeardownTests {
  /// References that a driver took with AcquireHandleData, to be given back later.
  private final class Held: Sendable {
    private let tokens = Guarded<[UInt]>([], rank: .driver)

    func take(_ handle: D3DKMT_HANDLE, _ type: DXGK_HANDLE_TYPE = DXGK_HANDLE_ALLOCATION) {
      var args = DXGKARGCB_GETHANDLEDATA()
      args.hObject = handle
      args.Type = type
      var release: HANDLE?
      let data = HandleCallbacks.acquireHandleData(args, &release)
      #expect(data != nil && release != nil)
      tokens.withLock { $0.append(release.bits) }
    }

    var count: Int { tokens.withLock { $0.count } }

    /// Gives the oldest back, inside of whatever driver call this is.
    func giveBack() {
      guard let token = tokens.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
      var args = DXGKARGCB_RELEASEHANDLEDATA()
      args.ReleaseHandle = HANDLE(bits: token)!
      HandleCallbacks.releaseHandleData(args)
    }
  }

  /// Makes the driver run a function on behalf of a client, for its callbacks.
  private func poke(_ scene: Scene, for client: Client? = nil, _ body: @escaping @Sendable () -> Void) throws {
    let client = client ?? scene.client
    scene.driver.script { $0.inside = { if $0 == .queryAdapterInfo { body() } } }
    var data: [UInt8] = [0, 0, 0, 0]
    var span = data.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe span.mutableBytes
    try client.process.queryAdapterInfo(client.adapter, type: 0, data: &raw)
    scene.driver.script { $0.inside = { _ in } }
  }

  @Test func closeComesBeforeDestroyAndOneCallTellsOfAResource() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 3)
    scene.driver.forgetCalls()
    try scene.client.destroy(resource: created.resource)
    // K-180, K-181, I-017
    #expect(scene.driver.calls.map(\.function) == [.closeAllocation, .destroyAllocation])
    #expect(scene.driver.calls.map(\.handles.count) == [3, 3])
    try scene.end()
  }

  @Test func aReferenceOfTheDriverDelaysDestruction() throws {
    let scene = try Scene()
    let held = Held()
    // K-203: inside of OpenAllocation.
    scene.driver.script { script in script.opened = { held.take($0) } }
    let handle = try scene.client.create()
    scene.driver.script { $0.opened = { _ in } }
    scene.driver.forgetCalls()
    try scene.client.destroy([handle])
    // A78, K-195, I-009: the handle is dead at once, the object is not.
    scene.refuses(.invalidParameter, "U-096") { try scene.client.destroy([handle]) }
    #expect(scene.driver.calls.isEmpty && scene.process.snapshot().deferred == 1)
    #expect(scene.kernel.commitCharged == 4096)
    // Given back inside of a driver's function; the call that it belongs to finishes what waited when it ends.
    try poke(scene) { held.giveBack() }
    #expect(
      scene.driver.calls.map(\.function) == [.queryAdapterInfo, .closeAllocation, .destroyAllocation])
    #expect(scene.process.snapshot().deferred == 0 && scene.kernel.commitCharged == 0)
    try scene.end()
  }

  @Test func everyReferenceCounts() throws {
    let scene = try Scene()
    let held = Held()
    scene.driver.script { script in
      script.opened = { handle in
        held.take(handle)
        held.take(handle)
      }
    }
    let handle = try scene.client.create()
    try scene.client.destroy([handle])
    try poke(scene) { held.giveBack() }
    #expect(scene.driver.ledger.allocations.count == 1)
    try poke(scene) { held.giveBack() }
    #expect(scene.driver.ledger.allocations.isEmpty)
    try scene.end()
  }

  @Test func aResourceWaitsForItsAllocations() throws {
    let scene = try Scene()
    let held = Held()
    let created = try scene.resource(of: 2)
    try poke(scene) { held.take(created.allocations[1]) }
    try scene.client.destroy([created.allocations[1]])
    try scene.client.destroy(resource: created.resource)
    // I-022
    #expect(scene.driver.ledger.resources.count == 1 && scene.driver.ledger.allocations.count == 2)
    try poke(scene) { held.giveBack() }
    #expect(scene.driver.ledger.resources.isEmpty && scene.driver.ledger.allocations.isEmpty)
    try scene.end()
  }

  @Test func aReferenceToAResourceDelaysItToo() throws {
    let scene = try Scene()
    let held = Held()
    let created = try scene.resource(of: 1)
    try poke(scene) { held.take(created.resource, DXGK_HANDLE_RESOURCE) }
    try scene.client.destroy(resource: created.resource)
    #expect(scene.driver.ledger.resources.count == 1)
    try poke(scene) { held.giveBack() }
    #expect(scene.driver.ledger.resources.isEmpty)
    try scene.end()
  }

  @Test func aDeviceWaitsForWhatItOwns() throws {
    let scene = try Scene()
    let held = Held()
    let handle = try scene.client.create()
    try poke(scene) { held.take(handle) }
    try scene.process.destroyDevice(scene.client.device)
    // I-011, I-023
    #expect(scene.driver.ledger.devices.count == 1 && scene.process.snapshot().deferred == 2)
    try poke(scene) { held.giveBack() }
    #expect(scene.driver.ledger.devices.isEmpty && scene.process.snapshot().deferred == 0)
    try scene.end()
  }

  @Test func anExitedProcessIsReapedWhenTheDriverLetsGo() throws {
    let scene = try Scene()
    let held = Held()
    let other = try scene.machine.client(on: scene.adapter)
    let handle = try other.create()
    try poke(scene, for: other) { held.take(handle) }
    other.process.exit()
    #expect(scene.kernel.processes.count == 2)
    try poke(scene) { held.giveBack() }
    scene.kernel.reap()
    #expect(scene.kernel.processes.count == 1)
    try scene.end()
  }

  @Test func synchronousDestroyReturnsWhenTheMemoryIsReclaimed() throws {
    let scene = try Scene()
    let held = Held()
    scene.driver.script { script in script.opened = { held.take($0) } }
    let handle = try scene.client.create()
    scene.driver.script { $0.opened = { _ in } }
    // U-101: the driver gives its reference back on another thread, on behalf of another process, once the handle is
    // dead.
    let other = try scene.machine.client(on: scene.adapter)
    let client = scene.client
    let driver = scene.driver
    let leftWhenItReturned = Recorder()
    onThreads([
      {
        try? client.destroy([handle], flags: .synchronousDestroy)
        for _ in driver.ledger.allocations { _ = leftWhenItReturned.next() }
      },
      {
        while client.process.snapshot().deferred == 0 {}
        try? poke(scene, for: other) { held.giveBack() }
      },
    ])
    #expect(held.count == 0 && leftWhenItReturned.passed == 0 && driver.ledger.allocations.isEmpty)
    try scene.end()
  }

  @Test func nonsenseThatADriverGivesBackChangesNothing() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    let before = scene.digest
    try poke(scene) {
      for token in [1, UInt(handle), 1 << 32 | UInt(handle), 9 << 32 | UInt(handle), .max] {
        var args = DXGKARGCB_RELEASEHANDLEDATA()
        args.ReleaseHandle = HANDLE(bits: token)!
        HandleCallbacks.releaseHandleData(args)
      }
    }
    #expect(scene.digest == before)
    try scene.client.destroy([handle])
    #expect(scene.driver.ledger.allocations.isEmpty)
    try scene.end()
  }

  /// What a driver is told while it runs.
  private final class Told: Sendable {
    private let numbers = Guarded<[UInt32]>([], rank: .driver)
    func append(_ number: UInt32) { numbers.withLock { $0.append(number) } }
    var all: [UInt32] { numbers.withLock { $0 } }

    func parents(of handles: [UInt32]) {
      for handle in handles { append(HandleCallbacks.getHandleParent(handle)) }
    }

    func children(of resource: UInt32, upTo count: UInt32) {
      for index in 0..<count {
        var args = DXGKARGCB_ENUMHANDLECHILDREN()
        args.hObject = resource
        args.Index = index
        append(HandleCallbacks.enumHandleChildren(args))
      }
    }

    /// 1 for data, 0 for NULL.
    func data(of handle: UInt32, _ type: DXGK_HANDLE_TYPE, deviceSpecific: Bool = false) {
      var args = DXGKARGCB_GETHANDLEDATA()
      args.hObject = handle
      args.Type = type
      args.Flags.DeviceSpecific = deviceSpecific ? 1 : 0
      append(HandleCallbacks.getHandleData(args) == nil ? 0 : 1)
    }
  }

  @Test func theDriverFindsTheRelativesOfAHandle() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 2)
    let loose = try scene.client.create()
    // K-205: no parent, or no allocation: 0.
    let parents = Told()
    try poke(scene) { parents.parents(of: created.allocations + [loose, created.resource, 0]) }
    #expect(parents.all == [created.resource, created.resource, 0, 0, 0])
    // K-204: an index behind the last: 0.
    let children = Told()
    try poke(scene) { children.children(of: created.resource, upTo: 3) }
    #expect(children.all == created.allocations + [0])
    try scene.end()
  }

  @Test func theDriverFindsDataOfItsOwnObjectsAlone() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 1)
    let otherDriver = ScriptedMiniport()
    let other = try Client(process: scene.process, on: try scene.machine.add(otherDriver))
    let foreign = try other.create()
    let told = Told()
    // K-200…K-202: DeviceSpecific goes with allocations only; another adapter's objects are none.
    try poke(scene) {
      // U-362, K-176, K-349: the number that the client has is the one that the driver asks with.
      told.data(of: created.allocations[0], DXGK_HANDLE_ALLOCATION)
      told.data(of: created.allocations[0], DXGK_HANDLE_ALLOCATION, deviceSpecific: true)
      told.data(of: created.resource, DXGK_HANDLE_RESOURCE)
      told.data(of: created.resource, DXGK_HANDLE_RESOURCE, deviceSpecific: true)
      told.data(of: created.resource, DXGK_HANDLE_ALLOCATION)
      told.data(of: foreign, DXGK_HANDLE_ALLOCATION)
      told.data(of: 0, DXGK_HANDLE_ALLOCATION)
    }
    #expect(told.all == [1, 1, 1, 0, 0, 0, 0])
    try scene.machine.shutDown()
    #expect(scene.driver.violations == [] && otherDriver.violations == [])
  }
}
