import CWDDM
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// What is refused before a driver is asked, in the order of `observed.md` 1.3, restated for allocations that a driver
/// describes.
struct CreateAllocationTests {
  let one = [AllocationRequest()]

  private func scene() throws -> Scene { try Scene() }

  @Test func nothingAtAllIsRefused() throws {
    let scene = try scene()
    // W-061, W-069
    scene.refuses(.invalidParameter, "U-032") {
      _ = try scene.process.create(CreateAllocationArguments(device: 0), [])
    }
    scene.refuses(.invalidParameter, "U-032") { _ = try scene.create([]) }
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func noLiveDeviceIsRefused() throws {
    let scene = try scene()
    // W-067, U-017, I-014: 0, never issued, another kind, another process.
    let other = try scene.machine.client(on: scene.adapter)
    let stranger = try other.process.createDevice(adapter: other.adapter, flags: 0)
    for device in [0, 0x4000_FFC0, scene.client.adapter, scene.client.device | 1, stranger, .max] {
      scene.refuses(.invalidParameter, "U-017") { _ = try scene.create(one, device: device) }
    }
    try scene.end()
  }

  @Test func aDestroyedDeviceIsRefused() throws {
    let scene = try scene()
    let device = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    try scene.process.destroyDevice(device)
    scene.refuses(.invalidParameter, "U-017") { _ = try scene.create(one, device: device) }
    try scene.end()
  }

  @Test func aResourceThatIsNoneIsRefusedAsAHandle() throws {
    let scene = try scene()
    let allocation = try scene.client.create()
    // W-068, W-292, and W-077: the handle is looked at before the rule that it must be 0.
    for flags in [CreateAllocationFlags(), .createResource] {
      for resource in [0xDEAD_BEEF, scene.client.device, allocation] as [UInt32] {
        scene.refuses(.invalidHandle, "U-023") { _ = try scene.create(one, flags: flags, resource: resource) }
      }
    }
    try scene.end()
  }

  @Test func createResourceWithALiveResourceIsRefused() throws {
    let scene = try scene()
    let resource = try scene.resource(of: 1).resource
    // U-021
    scene.refuses(.invalidParameter, "U-022") {
      _ = try scene.create(one, flags: .createResource, resource: resource)
    }
    try scene.end()
  }

  @Test func nothingIsAddedToAnotherDevicesResource() throws {
    let scene = try scene()
    let resource = try scene.resource(of: 1).resource
    let device = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    // A38, U-026
    scene.refuses(.invalidParameter, "U-028") { _ = try scene.create(one, resource: resource, device: device) }
    try scene.end()
  }

  @Test func nothingIsAddedToASharedResource() throws {
    let scene = try scene()
    // W-085
    let resource = try scene.resource(of: 1, flags: .createShared).resource
    // U-030: nor may it be added to before it was first opened, as in the guest. K-146
    scene.refuses(.invalidParameter, "U-029") { _ = try scene.create(one, resource: resource) }
    try scene.end()
  }

  @Test func moreThanTheLimitOfAllocationsIsRefused() throws {
    let scene = try scene()
    let most = [AllocationRequest](repeating: AllocationRequest(), count: 1024)
    // W-015
    scene.refuses(.invalidParameter, "U-033") { _ = try scene.create(most + one) }
    #expect(try scene.create(most).allocations.count == 1024)
    try scene.end()
  }

  @Test(arguments: [3, 8, 9, 12] + Array(22...31))
  func flagsThatAreBarredFromUserModeAreRefused(bit: UInt32) throws {
    let scene = try scene()
    // W-087
    scene.refuses(.invalidParameter, "U-039") {
      _ = try scene.create(one, flags: CreateAllocationFlags(rawValue: 1 << bit))
    }
    try scene.end()
  }

  @Test func flagsOfExistingMemoryMustGoTogether() throws {
    let scene = try scene()
    scene.refuses(.invalidParameter, "U-063") {
      _ = try scene.create(one, flags: [.existingSysMem, .existingSection, .standardAllocation])
    }
    scene.refuses(.invalidParameter, "U-064") { _ = try scene.create(one, flags: .existingSysMem) }
    scene.refuses(.invalidParameter, "U-064") { _ = try scene.create(one, flags: .existingSection) }
    try scene.end()
  }

  @Test func flagsOfSharingMustGoTogether() throws {
    let scene = try scene()
    // W-076, U-044, U-045, U-049, K-145
    scene.refuses(.invalidParameter, "U-043") { _ = try scene.create(one, flags: .createShared) }
    scene.refuses(.invalidParameter, "U-044") { _ = try scene.create(one, flags: .ntSecuritySharing) }
    scene.refuses(.invalidParameter, "U-044") {
      _ = try scene.create(one, flags: [.createResource, .ntSecuritySharing])
    }
    try scene.end()
  }

  @Test func aCrossAdapterResourceIsSharedAndHasOneAllocation() throws {
    let scene = try scene()
    let shared: CreateAllocationFlags = [.createResource, .createShared, .crossAdapter]
    // U-349, K-139
    scene.refuses(.invalidParameter, "U-349") { _ = try scene.create(one, flags: .crossAdapter) }
    scene.refuses(.invalidParameter, "U-349") { _ = try scene.create(one + one, flags: shared) }
    scene.refuses(.invalidParameter, "K-139") { _ = try scene.create(one, flags: shared) }
    let inAperture = [AllocationRequest(AllocationAnswer(segments: 0b100))]
    #expect(try scene.create(inAperture, flags: shared).globalShare != 0)
    try scene.end()
  }

  @Test func theDriverIsToldThatAnAllocationIsOnlyRead() throws {
    nonisolated(unsafe) var flags: [UInt32] = []
    let scene = try Scene { $0.falsifyOpen = { args in unsafe flags.append(args.Flags.Value) } }
    // U-053
    _ = try scene.create(one)
    _ = try scene.create(one, flags: .readOnly)
    #expect(unsafe flags == [0b01, 0b11])
    // So are those that open it.
    let shared = try scene.create(one, flags: [.readOnly, .createResource, .createShared])
    _ = try scene.client.open(.globalHandle(shared.globalShare))
    #expect(unsafe flags == [0b01, 0b11, 0b11, 0b10])
    try scene.end()
  }

  @Test func theCPUSeesAnAllocationThatIsOnlyReadForReading() throws {
    let scene = try scene()
    // U-053
    let resource: CreateAllocationFlags = [.readOnly, .createResource]
    for flags in [.readOnly, resource, resource.union(.createShared)] as [CreateAllocationFlags] {
      let created = try scene.create(one + one, flags: flags)
      for handle in created.allocations {
        #expect(scene.memory.isReadOnly(try scene.client.lock(handle)))
        try scene.client.unlock(handle)
      }
    }
    let shared = try scene.create(one, flags: resource.union(.createShared))
    let opened = try scene.client.open(.globalHandle(shared.globalShare))
    #expect(scene.memory.isReadOnly(try scene.client.lock(opened.allocations[0])))
    // Others of the same resource are as they were asked for.
    let mixed = try scene.create(one, flags: resource).resource
    let added = try scene.create(one, resource: mixed).allocations[0]
    #expect(!scene.memory.isReadOnly(try scene.client.lock(added)))
    try scene.end()
  }

  @Test func privateDataBeyondTheLimitIsRefused() throws {
    var limits = Limits()
    limits.privateDataBytes = 64
    let scene = try Scene(limits: limits)
    let much = [UInt8](repeating: 1, count: 65)
    scene.refuses(.invalidParameter, "D-004") { _ = try scene.create(one, runtimeData: much) }
    scene.refuses(.invalidParameter, "D-004") { _ = try scene.create(one, resourceData: much) }
    #expect(try scene.create(one, runtimeData: [UInt8](much.dropLast())).allocations.count == 1)
    try scene.end()
  }

  @Test func anElementsFlagsAreChecked() throws {
    let scene = try scene()
    scene.refuses(.invalidParameter, "U-039") { _ = try scene.create([AllocationRequest(flags: 8)]) }
    scene.refuses(.invalidParameter, "U-082") { _ = try scene.create([AllocationRequest(flags: 2)]) }
    // The first form's reserved bits are not looked at (U-366), Stereo without Primary is.
    #expect(try scene.create([AllocationRequest(flags: 0xFFFF_FFFC)], isVersion2: false).allocations.count == 1)
    scene.refuses(.invalidParameter, "U-082") {
      _ = try scene.create([AllocationRequest(flags: 2)], isVersion2: false)
    }
    let seen = AllocationAnswer(segments: 0b101)
    #expect(try scene.create([AllocationRequest(seen, flags: 3)]).traits[0].contains(.primary))
    try scene.end()
  }

  @Test func callerMemoryIsForAllElementsOrForNone() throws {
    let scene = try scene()
    scene.memory.allowCaller(address: 0x10000, bytes: 1 << 20)
    for requests in [
      [AllocationRequest(systemMemory: 0x10000), AllocationRequest()],
      [AllocationRequest(), AllocationRequest(systemMemory: 0x10000)],
    ] {
      scene.refuses(.invalidParameter, "U-076") { _ = try scene.create(requests) }
    }
    try scene.end()
  }

  @Test func callerMemoryMustBePagesOfTheCaller() throws {
    let scene = try scene()
    scene.memory.allowCaller(address: 0x10000, bytes: 4096)
    scene.refuses(.invalidParameter, "K-108") { _ = try scene.create([AllocationRequest(systemMemory: 0x10010)]) }
    // Not mapped, half mapped, wrapping around.
    scene.refuses(.invalidParameter, "U-074") { _ = try scene.create([AllocationRequest(systemMemory: 0x90000)]) }
    scene.refuses(.invalidParameter, "U-074") {
      _ = try scene.create([AllocationRequest(AllocationAnswer(size: 8192), systemMemory: 0x10000)])
    }
    scene.refuses(.invalidParameter, "U-074") {
      _ = try scene.create([AllocationRequest(AllocationAnswer(size: 8192), systemMemory: .max - 4095)])
    }
    try scene.end()
  }

  @Test func aPrimaryCannotLieInTheCallersMemory() throws {
    let scene = try scene()
    scene.memory.allowCaller(address: 0x10000, bytes: 4096)
    scene.refuses(.invalidParameter, "U-085") {
      _ = try scene.create([AllocationRequest(systemMemory: 0x10000, flags: 1)])
    }
    try scene.end()
  }

  @Test func aViewOfAnAllocationIsNoCallersMemory() throws {
    let scene = try scene()
    let allocation = try scene.client.create(AllocationAnswer(size: 3 * 4096))
    let address = try scene.client.lock(allocation)
    // W-086
    scene.refuses(.invalidParameter, "U-072") {
      _ = try scene.create([AllocationRequest(systemMemory: address + 4096)])
    }
    try scene.end()
  }

  @Test func aRemovedDeviceIsRefusedAndItsDriverNeverAsked() throws {
    let scene = try scene()
    try scene.adapter.resetFromTimeout()
    scene.driver.forgetCalls()
    // U-038, U-303, K-148
    scene.refuses(.deviceRemoved, "U-038") { _ = try scene.create(one) }
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }
}
