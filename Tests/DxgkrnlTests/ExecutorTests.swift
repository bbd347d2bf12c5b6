import DDI
import Dxgkrnl
import DxgTestKit
import Locks
import Testing
import WDDM

/// When what waited is finished is the shell's choice.
struct ExecutorTests {
  /// Takes note, and does nothing until it is told to.
  private final class Worker: Executor {
    private let noted = Guarded<[Process]>([], rank: .trace)

    func workIsWaiting(for process: Process) {
      noted.withLock { noted in if !noted.contains(where: { $0 === process }) { noted.append(process) } }
    }

    var hasWork: Bool { noted.withLock { !$0.isEmpty } }

    func run() {
      let work = noted.withLock { noted in
        defer { noted = [] }
        return noted
      }
      for process in work { process.finishDeferred() }
    }
  }

  @Test func aDeviceEndsAtOnceAndItsDriverHearsOfItFromTheWorker() throws {
    let worker = Worker()
    let kernel = Kernel(KernelConfiguration(memory: TestMemory(), executor: worker))
    let driver = ScriptedMiniport()
    let adapter = try kernel.addAdapter(
      driver, identity: AdapterIdentity(description: "A card for tests"), barBytes: 64 << 20)
    let client = try Client(process: try kernel.makeProcess(), on: adapter)
    driver.forgetCalls()

    try client.process.destroyDevice(client.device)
    #expect(worker.hasWork && driver.calls.isEmpty)
    #expect(throws: Refusal.self) { try client.process.destroyDevice(client.device) }

    worker.run()
    #expect(driver.calls.map(\.function) == [.destroyDevice])
    #expect(client.process.snapshot().deferred == 0 && !worker.hasWork)
    client.process.exit()
    worker.run()
    #expect(kernel.processes.isEmpty)
    try kernel.remove(adapter)
  }

  @Test func withoutAnExecutorTheCallItselfFinishes() throws {
    let machine = Machine()
    let driver = ScriptedMiniport()
    let client = try machine.client(on: try machine.add(driver))
    driver.forgetCalls()
    try client.process.destroyDevice(client.device)
    #expect(driver.calls.map(\.function) == [.destroyDevice])
    try machine.shutDown()
  }
}
