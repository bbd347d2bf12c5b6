import CWDDM
import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Start, stop, reset, surprise removal: sticky for devices, and never in the way of cleaning up (I-078…I-080).
struct AdapterLifecycleTests {
  @Test func anAdapterStartsInTheDocumentedOrderAndEndsInReverse() throws {
    let driver = ScriptedMiniport()
    let machine = Machine()
    let adapter = try machine.add(driver)
    // I-026
    #expect(
      driver.calls.map(\.function) == [
        .addDevice, .startDevice, .queryAdapterInfo, .queryAdapterInfo, .queryAdapterInfo,
      ])
    driver.forgetCalls()
    try machine.kernel.remove(adapter)
    #expect(driver.calls.map(\.function) == [.stopDevice, .removeDevice, .unload])
    #expect(driver.violations == [] && machine.kernel.adapters.isEmpty)
  }

  enum End: CaseIterable { case reset, stop, surprise }

  /// I-078, U-302: whatever takes a device, but for what looks at it and what ends something.
  @Test(arguments: End.allCases) func aRemovedDeviceIsGoodForNothingButItsEnd(end: End) throws {
    let scene = try Scene()
    let collection = try HandleCollection(scene)
    switch end {
    case .reset: try scene.adapter.resetFromTimeout()
    case .stop: try scene.adapter.stop()
    case .surprise: try scene.adapter.surpriseRemoval()
    }
    let allowed: Set = [
      "DestroyDevice.hDevice", "GetDeviceState.hDevice", "MarkDeviceAsError.hDevice", "DestroyAllocation.hDevice",
      "Unlock.hDevice", "Unlock2.hDevice", "QueryResourceInfo.hDevice",
    ]
    let calls = collection.parameters.filter { $0.kinds == [.device] && !allowed.contains($0.name) }
    #expect(calls.count == 9)
    scene.driver.forgetCalls()
    for call in calls {
      let before = scene.digest
      let refusal = #expect(throws: Refusal.self, "\(call.name)") { try call.call(scene.client.device) }
      #expect(refusal?.status == .deviceRemoved, "\(call.name): \(refusal?.reason ?? "")")
      #expect(scene.digest == before, "\(call.name)")
    }
    #expect(scene.driver.calls.isEmpty)
    #expect(try scene.client.query(.globalHandle(collection.handles[.sharedResource]!)).allocations == 1)
    try scene.end()
  }

  @Test(arguments: End.allCases) func removalIsStickyAndTeardownWorks(end: End) throws {
    let scene = try Scene()
    let created = try scene.resource(of: 2)
    _ = try scene.client.lock(created.allocations[0])
    switch end {
    case .reset: try scene.adapter.resetFromTimeout()
    case .stop: try scene.adapter.stop()
    case .surprise: try scene.adapter.surpriseRemoval()
    }
    scene.driver.forgetCalls()
    scene.refuses(.deviceRemoved, "U-038") { _ = try scene.client.create() }
    scene.refuses(.deviceRemoved, "U-302") { _ = try scene.client.lock(created.allocations[1]) }
    // I-078, I-080, I-079: no function but those of teardown.
    #expect(scene.driver.calls.isEmpty)
    // U-305
    let expected: DeviceExecution = end == .reset ? .reset : .stopped
    #expect(try scene.process.deviceState(scene.client.device, type: 1) == .execution(expected))
    // K-342
    try scene.client.destroy(resource: created.resource)
    try scene.process.destroyDevice(scene.client.device)
    #expect(scene.driver.ledger.devices.isEmpty && scene.memory.views == 0)
    try scene.end()
  }

  @Test func aResetAdapterServesNewDevices() throws {
    let scene = try Scene()
    try scene.adapter.resetFromTimeout()
    let device = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    #expect(try scene.create([AllocationRequest()], device: device).allocations.count == 1)
    try scene.end()
  }

  /// Between the two nothing of the driver runs: the devices are lost meanwhile (K-332).
  @Test func aResetAsksTheDriverTwiceAndNothingElse() throws {
    let scene = try Scene()
    _ = try scene.resource(of: 2)
    scene.driver.forgetCalls()
    let client = scene.client
    scene.driver.script { script in
      script.inside = { function in
        let state = try? client.process.deviceState(client.device, type: 1)
        if function == .resetFromTimeout { #expect(state == .execution(.active)) }
        if function == .restartFromTimeout { #expect(state == .execution(.reset)) }
      }
    }
    try scene.adapter.resetFromTimeout()
    #expect(scene.driver.calls.map(\.function) == [.resetFromTimeout, .restartFromTimeout])
    scene.driver.script { $0.inside = { _ in } }
    try scene.end()
  }

  /// Windows would stop (K-331, K-335): the adapter does, whatever is on it stays for its owners to destroy, and it
  /// can start again.
  @Test(arguments: [(DriverFunction.resetFromTimeout, "K-331" as Rule), (.restartFromTimeout, "K-335")])
  func aDriverThatRefusesAResetStops(function: DriverFunction, rule: Rule) throws {
    let scene = try Scene()
    let created = try scene.resource(of: 2)
    scene.driver.script { $0.refuse = { $0 == function ? .unsuccessful : nil } }
    #expect(throws: Refusal(.unsuccessful, rule, function.name, 0xC000_0001)) {
      try scene.adapter.resetFromTimeout()
    }
    scene.driver.script { $0.refuse = { _ in nil } }
    #expect(scene.driver.calls.last?.function == .stopDevice && !scene.adapter.isRunning)
    #expect(try scene.process.deviceState(scene.client.device, type: 1) == .execution(.reset))
    scene.refuses(.deviceRemoved, "U-038") { _ = try scene.client.create() }
    try scene.client.destroy(resource: created.resource)
    try scene.adapter.start()
    let device = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    #expect(try scene.create([AllocationRequest()], device: device).allocations.count == 1)
    try scene.end()
  }

  @Test func aStoppedAdapterStartsAgainForNewDevices() throws {
    let scene = try Scene()
    try scene.adapter.stop()
    #expect(throws: Refusal(.deviceRemoved, "U-016", "hAdapter", scene.adapter.luid)) { try scene.adapter.stop() }
    #expect(throws: Refusal.self) { try scene.adapter.resetFromTimeout() }
    try scene.adapter.start()
    #expect(throws: Refusal(.invalidParameter, "U-016", "hAdapter", scene.adapter.luid)) { try scene.adapter.start() }
    scene.refuses(.deviceRemoved, "U-038") { _ = try scene.client.create() }
    let device = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    #expect(try scene.create([AllocationRequest()], device: device).allocations.count == 1)
    try scene.end()
  }

  @Test func aRemovedAdapterStaysRemoved() throws {
    let scene = try Scene()
    try scene.adapter.surpriseRemoval()
    #expect(throws: Refusal.self) { try scene.adapter.surpriseRemoval() }
    #expect(throws: Refusal.self) { try scene.adapter.start() }
    // A driver is told once.
    #expect(scene.driver.calls(of: .notifySurpriseRemoval).count == 1)
    try scene.end()
  }

  /// A driver that was unloaded is not called any more, whatever is done to its adapter (I-026).
  @Test func anAdapterThatIsGoneReachesNoDriver() throws {
    let scene = try Scene()
    scene.process.exit()
    try scene.kernel.remove(scene.adapter)
    let removed = Refusal(.deviceRemoved, "U-016", "hAdapter", scene.adapter.luid)
    scene.driver.forgetCalls()
    #expect(throws: removed) { try scene.kernel.remove(scene.adapter) }
    #expect(throws: removed) { try scene.adapter.surpriseRemoval() }
    #expect(throws: removed) { try scene.adapter.resetFromTimeout() }
    #expect(throws: removed) { try scene.adapter.stop() }
    #expect(throws: Refusal(.invalidParameter, "U-016", "hAdapter", scene.adapter.luid)) { try scene.adapter.start() }
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func anAdapterIsNotRemovedWhileSomebodyUsesIt() throws {
    let scene = try Scene()
    scene.refuses(.invalidParameter, "I-025") { try scene.kernel.remove(scene.adapter) }
    try scene.process.destroyDevice(scene.client.device)
    // An adapter handle keeps the driver's process object, which must go before RemoveDevice.
    scene.refuses(.invalidParameter, "I-025") { try scene.kernel.remove(scene.adapter) }
    try scene.process.closeAdapter(scene.client.adapter)
    try scene.kernel.remove(scene.adapter)
    try scene.end()
  }

  /// What a driver may not say of its memory (kernel.md of the contract, group B): the adapter does not start, and what
  /// was begun is undone.
  @Test(
    arguments: [
      ("none", "K-024"), ("many", "K-024"), ("uneven", "K-035"), ("empty", "K-035"), ("agp", "K-026"),
      ("agpPlus", "K-045"),
      ("hostAperture", "K-051"), ("pagingBuffer", "K-062"), ("wraps", "K-032"),
    ] as [(String, String)])
  func anImpossibleCardIsRefused(mistake: String, rule: String) throws {
    let driver = ScriptedMiniport()
    driver.script { script in
      switch mistake {
      case "none": script.segments = []
      case "many":
        script.segments = (1...31).map { id in
          var segment = script.segments[1]
          segment.id = id
          return segment
        }
      case "uneven": script.segments[1].size += 1
      case "empty": script.segments[1].size = 0
      case "agp": script.segments[1].flags = .agp
      case "agpPlus": script.segments[1].flags = [.agp, .cpuVisible]
      case "hostAperture": script.segments[0].flags = [.cpuVisible, .supportsCpuHostAperture]
      case "pagingBuffer": script.pagingBufferSegment = 4
      default: script.segments[1].baseAddress = .max - 4095
      }
    }
    let memory = TestMemory()
    let machine = Machine(memory: memory)
    do {
      _ = try machine.add(driver)
      Issue.record("an adapter with a card that cannot be was started")
    } catch {
      #expect(error.rule.description == rule && error.status == .invalidParameter)
    }
    #expect(driver.calls.map(\.function).suffix(3) == [.stopDevice, .removeDevice, .unload])
    #expect(driver.violations == [] && machine.kernel.adapters.isEmpty && memory.files == 0)
  }

  @Test(arguments: InterfaceVersion.named.map(\.version)) func everyVersionStarts(version: InterfaceVersion) throws {
    let scene = try Scene(version: version)
    _ = try scene.client.create()
    _ = try scene.resource(of: 2)
    try scene.end()
  }
}
