import DDI
@testable import Dxgkrnl
import DxgSystem
import DxgTestKit
import Locks
import Synchronization
import WDDM

/// A machine in which every step that may fail can be made to: what a driver is asked, what memory is asked, handles,
/// and the commit limit.
final class FaultStage {
  let faults = FaultInjector(keepsSteps: true)
  let memory = TestMemory()
  let driver = ScriptedMiniport()
  let second = ScriptedMiniport()
  let machine: Machine
  let adapter: Adapter
  let client: Client
  /// What a scenario prepared for its call.
  var resource: UInt32 = 0
  var handle: UInt32 = 0
  var handles: [UInt32] = []
  var ntHandle: UInt64 = 0

  init() throws {
    machine = Machine(memory: FaultyMemory(memory, faults))
    adapter = try machine.add(FaultyMiniport(driver, faults, callbacks: false))
    client = try machine.client(on: adapter)
    memory.allowCaller(address: 0x10000, bytes: 1 << 20)
    memory.allowSection(7, bytes: 0x10000)
  }

  /// A standard allocation of 64 KiB.
  func standard(_ flags: CreateAllocationFlags, memory: UInt64, type: UInt32 = 1) throws -> Created {
    try client.process.create(
      CreateAllocationArguments(device: client.device, flags: flags.union(.standardAllocation)),
      [AllocationRequest(data: [], systemMemory: memory)], resourceData: StandardRequest(type: type).bytes)
  }

  var kernel: Kernel { machine.kernel }

  struct Digest: Equatable {
    var snapshot: Snapshot
    var drivers: [[String: Int]]
    var views: Int
    var files: Int
    var held: UInt64
    var globalHandles: Int
    var globalCursor: UInt32
    var ntHandles: Int
  }

  var digest: Digest {
    let global = kernel.state.withLock { ($0.globalHandles.writer.live, $0.globalHandles.writer.next) }
    return Digest(
      snapshot: kernel.snapshot(), drivers: [driver, second].map(\.ledger.balance), views: memory.views,
      files: memory.files, held: memory.held, globalHandles: global.0, globalCursor: global.1,
      ntHandles: machine.ntHandles.open)
  }

  // MARK: Handles and commit, which no wrapper sees

  /// Handles that were ever reserved, of the client and of the kernel.
  var reservations: (local: UInt64, global: UInt64) {
    (inGate { $0.writer.reservations }, kernel.state.withLock { $0.globalHandles.writer.reservations })
  }

  /// Lets `count` more local handles live, or any number.
  func limitHandles(to count: Int?) {
    inGate { state in state.writer.limit = count.map { state.writer.live + $0 } ?? 1 << 24 }
  }

  func limitGlobalHandles(to count: Int?) {
    kernel.state.withLock { state in
      state.globalHandles.writer.limit = count.map { state.globalHandles.writer.live + $0 } ?? 1 << 24
    }
  }

  /// Runs `body` with the commit of the machine used up.
  func withoutCommit(_ body: () throws -> Void) rethrows {
    let rest = UInt64.max - kernel.commitCharged
    kernel.commit.wrappingAdd(rest, ordering: .relaxed)
    defer { kernel.commit.wrappingSubtract(rest, ordering: .relaxed) }
    try body()
  }

  private func inGate<Result>(_ body: (inout ProcessState) -> Result) -> Result {
    client.process.gate.enter()
    defer { client.process.gate.leave() }
    return body(&client.process.state.value)
  }
}
