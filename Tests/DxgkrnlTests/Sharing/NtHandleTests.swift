import CWDDM
import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// The rows of `observed.md` 1.6: sharing resources by NT handles.
struct NtHandleTests {
  private let flags: CreateAllocationFlags = [.createResource, .createShared, .ntSecuritySharing]

  private func secured(_ client: Client, _ count: Int = 1) throws -> Created {
    try client.create((0..<count).map { _ in AllocationRequest() }, flags: flags)
  }

  @Test func onlyResourcesMadeForItAreShared() throws {
    let scene = try Scene()
    // W-150, U-132, U-140, I-083, A44
    for flags: CreateAllocationFlags in [.createResource, [.createResource, .createShared]] {
      let created = try scene.create([AllocationRequest()], flags: flags)
      scene.refuses(.invalidParameter, "U-140") { _ = try scene.client.share([created.resource]) }
      // W-151, U-134: never an allocation, whatever the flags.
      scene.refuses(.invalidParameter, "U-134") { _ = try scene.client.share([created.allocations[0]]) }
    }
    let created = try secured(scene.client)
    // U-045, U-047: no global handle.
    #expect(created.globalShare == 0)
    scene.refuses(.invalidParameter, "U-134") { _ = try scene.client.share([created.allocations[0]]) }
    scene.refuses(.invalidParameter, "U-134") { _ = try scene.client.share([scene.client.device]) }
    try scene.end()
  }

  @Test func onlyThreeCombinationsAreShared() throws {
    let scene = try Scene()
    let created = try secured(scene.client)
    let resource = created.resource
    // W-254, W-258, U-133, U-135, U-136
    for list in [[], [resource, resource], [resource, resource, resource], [resource, resource, resource, resource]] {
      scene.refuses(.invalidParameter, list.count == 2 || list.count == 3 ? "U-135" : "U-136") {
        _ = try scene.client.share(list)
      }
    }
    try scene.end()
  }

  @Test func aSharedResourceHasATypeAndAName() throws {
    let scene = try Scene()
    let created = try secured(scene.client)
    let name = #"\Sessions\1\BaseNamedObjects\A Texture"#
    // W-152, W-166, U-139
    let handle = try scene.client.share([created.resource], access: .standardRightsRead, name: name)
    let reference = try scene.machine.ntHandles.reference(of: handle, in: scene.process.ordinal)
    #expect(reference.object.type.rawValue == "DxgkSharedResource")
    #expect(reference.object.name.map { "\($0)" } == name)
    #expect(reference.access == .standardRightsRead)
    // W-009, U-008: no D3DKMT handle looks like that, and none is it.
    #expect(handle != 0 && handle & 0xC000_0000 == 0)
    scene.refuses(.invalidParameter, "U-093") { try scene.client.destroy(resource: UInt32(handle)) }
    try scene.end()
  }

  @Test func namesAreFoundWithoutRegardToCase() throws {
    let scene = try Scene()
    let created = try secured(scene.client)
    _ = try scene.client.share([created.resource], name: #"\BaseNamedObjects\Größe"#)
    // W-153
    scene.refuses(.invalidParameter, "W-153") { _ = try scene.client.open(name: nil, access: .genericAll) }
    // W-154, U-147: the name comes before the access.
    scene.refuses(.objectNameNotFound, "U-147") { _ = try scene.client.open(name: "other", access: []) }
    // W-155, U-145
    scene.refuses(.accessDenied, "U-147") {
      _ = try scene.client.open(name: #"\basenamedobjects\GRÖßE"#, access: [])
    }
    // W-156
    let second = try scene.client.open(name: #"\basenamedobjects\GRÖßE"#, access: .genericAll)
    _ = try scene.client.open(.ntHandle(second))
    // U-141 and gap 1.13: a name that is taken.
    scene.refuses(.objectNameCollision, "U-141") {
      _ = try scene.client.share([created.resource], name: #"\BASENAMEDOBJECTS\größe"#)
    }
    try scene.end()
  }

  @Test func theNameGoesWithTheLastHandle() throws {
    let scene = try Scene()
    let handles = scene.machine.ntHandles
    let created = try secured(scene.client)
    let first = try scene.client.share([created.resource], name: "A")
    let second = try scene.client.open(name: "a", access: .standardRightsRead)
    handles.close(first, in: scene.process.ordinal)
    // W-163, U-146: one is enough.
    let third = try scene.client.open(name: "A", access: .standardRightsRead)
    handles.close(second, in: scene.process.ordinal)
    handles.close(third, in: scene.process.ordinal)
    scene.kernel.finishClosedHandles()
    // W-164: the resource itself does not hold it.
    scene.refuses(.objectNameNotFound, "U-147") { _ = try scene.client.open(name: "A", access: .genericAll) }
    // U-141: free for another share, of the same resource too.
    _ = try scene.client.share([created.resource], name: "A")
    try scene.end()
  }

  @Test func aQueryTellsTheSizes() throws {
    let scene = try Scene()
    let created = try scene.create([AllocationRequest()], flags: flags, runtimeData: [1, 2, 3, 4])
    let handle = try scene.client.share([created.resource], access: .standardRightsRead)
    // W-157, W-158, U-149
    let info = try scene.client.query(.ntHandle(handle))
    #expect(info.runtimeSize == 4 && info.resourceSize == 0 && info.allocations == 1 && info.totalSize > 0)
    try scene.end()
  }

  @Test func openingGivesNewHandles() throws {
    let scene = try Scene()
    let created = try scene.create(
      [AllocationRequest(), AllocationRequest()], flags: flags, runtimeData: [1, 2, 3, 4])
    let handle = try scene.client.share([created.resource])
    let opened = try scene.client.open(.ntHandle(handle))
    // W-159, U-150
    #expect(opened.data.runtime == [1, 2, 3, 4] && opened.keyedMutex == 0 && opened.syncObject == 0)
    #expect(opened.resource != created.resource && opened.allocations.count == 2)
    // W-161, W-162
    let share = ShareSource.ntHandle(handle)
    scene.refuses(.invalidParameter, "U-112") { _ = try scene.client.open(share) { _, count in count = 0 } }
    scene.refuses(.invalidParameter, "U-114") {
      _ = try scene.client.open(share) { arguments, _ in arguments.runtimeSize += 1 }
    }
    scene.refuses(.noMemory, "U-117") {
      _ = try scene.client.open(share) { arguments, _ in arguments.totalSize -= 1 }
    }
    try scene.end()
  }

  @Test func theHandleKeepsTheResourceAlive() throws {
    let scene = try Scene()
    let handles = scene.machine.ntHandles
    let created = try secured(scene.client, 2)
    let handle = try scene.client.share([created.resource])
    try scene.client.destroy(resource: created.resource)
    // W-163, U-148: query and open go on; the charge stays.
    #expect(scene.driver.calls(of: .destroyAllocation).isEmpty && scene.kernel.snapshot().commit == 8192)
    #expect(try scene.client.query(.ntHandle(handle)).allocations == 2)
    let opened = try scene.client.open(.ntHandle(handle))
    _ = try scene.client.lock(opened.allocations[0])
    try scene.client.destroy(resource: opened.resource)
    // U-127: the last handle ends it, with the next call that looks.
    handles.close(handle, in: scene.process.ordinal)
    scene.kernel.finishClosedHandles()
    #expect(scene.driver.calls(of: .destroyAllocation).map(\.handles.count) == [2])
    #expect(scene.kernel.snapshot().commit == 0)
    try scene.end()
  }

  @Test func aHandleIsGoodInItsOwnProcessOnly() throws {
    let scene = try Scene()
    let handles = scene.machine.ntHandles
    let other = try scene.machine.client(on: scene.adapter)
    let created = try secured(scene.client)
    let handle = try scene.client.share([created.resource])
    // A35, A40, I-082, I-086: passed on by a duplicate, not by its number.
    scene.refuses(.invalidHandle, "U-142") { _ = try other.open(.ntHandle(handle)) }
    let copy = try #require(handles.duplicate(handle, from: scene.process.ordinal, to: other.process.ordinal))
    handles.close(handle, in: scene.process.ordinal)
    try scene.client.destroy(resource: created.resource)
    let opened = try other.open(.ntHandle(copy))
    handles.close(copy, in: other.process.ordinal)
    scene.kernel.finishClosedHandles()
    // U-142: closed.
    scene.refuses(.invalidHandle, "U-142") { _ = try other.open(.ntHandle(copy)) }
    _ = try other.lock(opened.allocations[0])
    try scene.end()
  }

  @Test func aHandleWithoutTheRightToReadOpensNothing() throws {
    let scene = try Scene()
    let created = try secured(scene.client)
    // U-138: sharing does not fail; U-137: but the handle is of no use.
    let handle = try scene.client.share([created.resource], access: .sharedAllocationWrite)
    scene.refuses(.accessDenied, "U-137") { _ = try scene.client.query(.ntHandle(handle)) }
    try scene.end()
  }

  @Test func aHandleWithoutTheRightToWriteOpensForReading() throws {
    let scene = try Scene()
    let created = try secured(scene.client)
    nonisolated(unsafe) var flags: [UInt32] = []
    scene.driver.script { $0.falsifyOpen = { args in unsafe flags.append(args.Flags.Value) } }
    // W-169, U-144, A40
    let handle = try scene.client.share([created.resource], access: .standardRightsRead)
    let opened = try scene.client.open(.ntHandle(handle))
    let address = try scene.client.lock(opened.allocations[0])
    #expect(scene.memory.isReadOnly(address))
    let writer = try scene.client.share([created.resource], access: [.standardRightsRead, .sharedAllocationWrite])
    let second = try scene.client.open(.ntHandle(writer))
    #expect(!scene.memory.isReadOnly(try scene.client.lock(second.allocations[0])))
    let opens = scene.events.all.compactMap { event in
      if case .resourceOpened(let opened) = event { opened.isReadOnly } else { nil }
    }
    #expect(opens == [true, false])
    // The driver was told: ReadOnly, and not.
    #expect(unsafe flags == [0b10, 0])
    try scene.end()
  }

  @Test func aDuplicateHasTheRightsOfTheHandleAndANameThoseThatAreAskedFor() throws {
    let scene = try Scene()
    let other = try scene.machine.client(on: scene.adapter)
    let created = try secured(scene.client)
    let handle = try scene.client.share([created.resource], access: .standardRightsRead, name: "A")
    // I-082
    let copy = try #require(
      scene.machine.ntHandles.duplicate(handle, from: scene.process.ordinal, to: other.process.ordinal))
    let opened = try other.open(.ntHandle(copy))
    #expect(scene.memory.isReadOnly(try other.lock(opened.allocations[0])))
    // W-156: what was shared for reading opens by its name for everything.
    let second = try other.open(.ntHandle(try other.open(name: "a", access: .genericAll)))
    #expect(!scene.memory.isReadOnly(try other.lock(second.allocations[0])))
    try scene.end()
  }

  @Test func genericRightsAreSpelledOut() {
    func specific(_ rights: AccessRights, _ type: NtObjectType) -> AccessRights { rights.specific(for: type) }
    #expect(specific(.genericRead, .sharedResource) == .standardRightsRead)
    #expect(specific(.genericWrite, .sharedResource) == [.standardRightsRead, .sharedAllocationWrite])
    #expect(specific(.genericExecute, .sharedResource) == .standardRightsRead)
    #expect(specific(.genericAll, .sharedResource).rawValue == 0xF_0001)
    #expect(specific(.genericRead, .sharedSyncObject) == [.standardRightsRead, .syncObjectWait])
    #expect(specific(.genericWrite, .sharedSyncObject) == [.standardRightsRead, .syncObjectSignal])
    #expect(specific(.genericExecute, .sharedSyncObject) == [.standardRightsRead, .syncObjectWait])
    #expect(specific(.genericAll, .sharedSyncObject).rawValue == 0x1F_0003)
    for type in [NtObjectType.sharedResource, .sharedSyncObject] {
      #expect(specific([], type).isEmpty)
      #expect(specific([.standardRightsRead, .syncObjectSignal], type) == [.standardRightsRead, .syncObjectSignal])
    }
  }

  @Test func aNumberThatIsNoHandleIsInvalid() throws {
    let scene = try Scene()
    // W-244 of resources: 0 is none.
    for number: UInt64 in [0, 3, 0x4000_0000, .max] {
      scene.refuses(.invalidHandle, "U-142") { _ = try scene.client.query(.ntHandle(number)) }
    }
    // W-246: the device comes first.
    scene.refuses(.invalidParameter, "U-017") { _ = try scene.process.queryResourceInfo(device: 0, .ntHandle(0)) }
    try scene.end()
  }

  @Test func whatOnlyHandlesHoldGoesWithItsAdapter() throws {
    let scene = try Scene()
    let created = try secured(scene.client)
    let handle = try scene.client.share([created.resource], name: "left behind")
    let (process, adapter) = (scene.process.ordinal, scene.adapter)
    scene.process.exit()
    #expect(scene.driver.ledger.allocations.count == 1)
    // I-025: the driver's objects go before the driver.
    try scene.kernel.remove(adapter)
    #expect(scene.driver.ledger.isIdle && scene.kernel.snapshot().commit == 0)
    // The name is there as long as the handle, and leads nowhere.
    let client = try scene.machine.client(on: scene.machine.add(ScriptedMiniport()))
    let again = try client.open(name: "left behind", access: .genericAll)
    #expect(throws: Refusal(.invalidParameter, "U-130", "hDevice", UInt64(client.device))) {
      _ = try client.query(.ntHandle(again))
    }
    scene.machine.ntHandles.close(handle, in: process)
    try scene.machine.shutDown()
  }

  @Test func aMachineWithoutHandlesSharesNone() throws {
    let memory = TestMemory()
    let kernel = Kernel(KernelConfiguration(memory: memory))
    let adapter = try kernel.addAdapter(
      ScriptedMiniport(), identity: AdapterIdentity(description: "card"), barBytes: 64 << 20)
    let client = try Client(process: kernel.makeProcess(), on: adapter)
    let created = try secured(client)
    #expect(throws: Refusal(.notSupported, "D-008", "hNtHandle")) { _ = try client.share([created.resource]) }
    try client.destroy(resource: created.resource)
    #expect(memory.files == 2, "the process's file and the adapter's")
  }

  @Test func aShareWithoutARoomForItsHandleLeavesNothing() throws {
    let scene = try Scene()
    let created = try secured(scene.client)
    scene.machine.ntHandles.limit = 1
    _ = try scene.client.share([created.resource])
    // D-005, I-031: the name is free, and nobody holds the resource.
    scene.refuses(.noMemory, "D-005") { _ = try scene.client.share([created.resource], name: "A") }
    scene.refuses(.objectNameNotFound, "U-147") { _ = try scene.client.open(name: "A", access: .genericAll) }
    scene.machine.ntHandles.limit = 2
    _ = try scene.client.share([created.resource], name: "A")
    scene.refuses(.noMemory, "D-005") { _ = try scene.client.open(name: "A", access: .genericAll) }
    try scene.end()
  }

  @Test func commitThatOnlyClosedHandlesHoldIsGivenBackWhenItIsNeeded() throws {
    var limits = Limits()
    limits.commit = 8192
    let scene = try Scene(limits: limits)
    let created = try secured(scene.client, 2)
    let handle = try scene.client.share([created.resource])
    try scene.client.destroy(resource: created.resource)
    // U-036: still held.
    scene.refuses(.noMemory, "D-001") { _ = try scene.client.create() }
    scene.machine.ntHandles.close(handle, in: scene.process.ordinal)
    _ = try scene.client.create()
    #expect(scene.kernel.snapshot().commit == 4096)
    try scene.end()
  }
}
