import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Drives a kernel and its model through the same random operations and compares them after each.
///
/// The seed also chooses how the run behaves: how tight the limits are, how many adapters there are, and which
/// operations happen at all.
struct ModelRun {
  static let callerMemory: Range<UInt64> = 0x10_0000..<0x10_0000 + 64 << 20
  /// How many adapters there are in a run, one after the other.
  static let adapters = 8

  let seed: UInt64
  let journal: ModelJournal
  var random: SplitMix64
  var model: KernelModel
  let memory = TestMemory()
  let machine: Machine
  /// Whether drivers give resources another handle at every occasion.
  let renames: Bool
  var drivers: [ScriptedMiniport] = []
  var adapters: [Adapter] = []
  var processes: [Process] = []
  let events: [UInt64]
  let weights: [Int]

  /// Handles that some process had once: most are stale.
  var formerHandles: [UInt32] = [0]
  /// The same of global handles.
  var formerGlobals: [UInt32] = [0]
  /// Where clients read the values of fences, by process and handle.
  var valueAddresses: [ClientHandle: UInt64] = [:]

  struct ClientHandle: Hashable {
    let process: UInt32
    let handle: UInt32
  }

  init(seed: UInt64) throws {
    self.seed = seed
    journal = ModelJournal(seed: seed)
    random = SplitMix64(seed: seed)
    let limits = KernelModel.Limits(
      commit: random.pick([300 << 12, 3000 << 12, 1 << 40]), virtual: random.pick([200 << 12, 1 << 40]),
      handles: random.pick([30, 200, 1 << 24]), locks: random.pick([2, .max, .max]))
    var kernelLimits = Limits()
    kernelLimits.commit = limits.commit
    kernelLimits.virtualBytes = limits.virtual
    kernelLimits.handles = limits.handles
    kernelLimits.locksOfAllocation = limits.locks
    machine = Machine(memory: memory, limits: kernelLimits, records: false)
    renames = random.once(in: 2)
    model = KernelModel(limits: limits, adapters: [], isFirstGeneration: random.once(in: 3))
    memory.allowCaller(address: Self.callerMemory.lowerBound, bytes: UInt64(Self.callerMemory.count))
    events = (0..<4).map { [machine] _ in machine.eventObjects.make() }
    for event in events { model.events[event] = 0 }
    weights = random.chooseWeights()
    for _ in 0..<1 + random.below(3) { try addAdapter() }
    try makeProcess()
  }

  mutating func makeProcess() throws {
    processes.append(try machine.kernel.makeProcess())
    model.makeProcess()
  }

  mutating func addAdapter() throws {
    let driver = ScriptedMiniport(version: model.isFirstGeneration ? .wddm1_3 : .wddm3_1)
    driver.script { [renames] in $0.renamesResources = renames }
    drivers.append(driver)
    adapters.append(try machine.add(driver))
    model.addAdapter()
  }
}

// MARK: - Comparing

extension ModelRun {
  /// What a failure prints: the seed, and the operations that led to it.
  var trail: Comment { journal.trail }

  func same(
    _ operation: Operation, _ process: Int?, _ arguments: @autoclosure @escaping () -> String, _ status: NTStatus,
    _ body: () throws -> Void
  ) throws {
    try same(operation, process, arguments(), status, 0) {
      try body()
      return 0
    }
  }

  /// Compares the status, and after success what came back.
  ///
  /// - Parameters:
  ///   - process: whose call it is; nil for what happens to an adapter.
  ///   - arguments: for the journal.
  func same<Answer: Equatable>(
    _ operation: Operation, _ process: Int?, _ arguments: @autoclosure @escaping () -> String, _ status: NTStatus,
    _ answer: Answer, _ body: () throws -> Answer
  ) throws {
    let ordinal = process.map { processes[$0].ordinal }
    journal.note { "\(ordinal.map { "process \($0): " } ?? "")\(operation) \(arguments()) -> \(status)" }
    journal.count(operation, isSuccess: status == .success)
    do {
      let given = try body()
      try #require(status == .success, trail)
      try #require(given == answer, trail)
    } catch let refusal as Refusal {
      try #require(refusal.status == status, "\(refusal.reason); \(journal.trail)")
    }
  }
}
