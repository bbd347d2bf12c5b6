import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// One adapter with a scripted driver, and one client on it.
struct Scene {
  let memory = TestMemory()
  let driver: ScriptedMiniport
  let machine: Machine
  let adapter: Adapter
  let client: Client

  init(
    version: InterfaceVersion = .wddm3_1, missing: [DriverFunction] = [], limits: Limits = Limits(),
    features: Features = [.shareBackingStore], script: (inout ScriptedMiniport.Script) -> Void = { _ in }
  ) throws {
    driver = ScriptedMiniport(version: version, missing: missing)
    driver.script(script)
    machine = Machine(memory: memory, limits: limits, features: features)
    adapter = try machine.add(driver)
    client = try machine.client(on: adapter)
    driver.forgetCalls()
  }

  var process: Process { client.process }
  var kernel: Kernel { machine.kernel }
  var events: RecordedEvents { machine.events }

  /// Everything that a call which fails must leave as it was (I-031, I-032).
  struct Digest: Equatable {
    var snapshot: Snapshot
    var driver: [String: Int]
    var views: Int
    var files: Int
    var held: UInt64
  }

  var digest: Digest {
    Digest(
      snapshot: kernel.snapshot(), driver: driver.ledger.balance, views: memory.views, files: memory.files,
      held: memory.held)
  }

  /// Every process exits and the adapter goes; nothing is left, and nobody broke a rule on the way (I-015…I-017, I-021,
  /// I-048).
  func end(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try machine.shutDown()
    #expect(driver.violations == [], sourceLocation: sourceLocation)
    #expect(driver.ledger.isIdle && driver.ledger.adapters.isEmpty, sourceLocation: sourceLocation)
    #expect(memory.violations == [], sourceLocation: sourceLocation)
    #expect(memory.views == 0 && memory.held == 0, sourceLocation: sourceLocation)
    // The adapter that this scene holds keeps the file of its BAR.
    #expect(memory.files == 1, sourceLocation: sourceLocation)
    #expect(kernel.commitCharged == 0, sourceLocation: sourceLocation)
  }
}

extension Scene {
  /// Expects that `body` is refused with exactly that status and rule, and that nothing changed (I-031).
  func refuses(
    _ status: NTStatus, _ rule: Rule, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    let before = digest
    do {
      try body()
      Issue.record("nothing was refused", sourceLocation: sourceLocation)
    } catch let refusal as Refusal {
      #expect(refusal.status == status, "\(refusal.reason)", sourceLocation: sourceLocation)
      #expect(refusal.rule == rule, "\(refusal.reason)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("another error: \(error)", sourceLocation: sourceLocation)
    }
    #expect(digest == before, sourceLocation: sourceLocation)
  }

  /// A creation with the client's device.
  func create(
    _ requests: [AllocationRequest], flags: CreateAllocationFlags = [], resource: UInt32 = 0, device: UInt32? = nil,
    isVersion2: Bool = true, runtimeData: [UInt8] = [], resourceData: [UInt8] = []
  ) throws -> Created {
    try process.create(
      CreateAllocationArguments(
        device: device ?? client.device, resource: resource, flags: flags, isVersion2: isVersion2),
      requests, runtimeData: runtimeData, resourceData: resourceData)
  }

  /// A resource with `count` allocations of a page.
  func resource(of count: Int, flags: CreateAllocationFlags = []) throws -> Created {
    try create(
      (0..<count).map { _ in AllocationRequest() }, flags: flags.union(.createResource))
  }
}
