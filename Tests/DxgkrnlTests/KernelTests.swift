import DDI
import Dxgkrnl
import DxgSystem
import DxgTestKit
import Synchronization
import Testing
import WDDM

struct KernelTests {
  @Test func theCommitLimitIsKeptAndNamedInTheReason() throws {
    var limits = Limits()
    limits.commit = 3 * 4096
    let scene = try Scene(limits: limits)
    let first = try scene.client.create(AllocationAnswer(size: 2 * 4096))
    // U-036, D-001
    scene.refuses(.noMemory, "D-001") { _ = try scene.client.create(AllocationAnswer(size: 2 * 4096)) }
    do {
      _ = try scene.client.create(AllocationAnswer(size: 2 * 4096))
    } catch {
      #expect(error.reason.contains("16,384 against a limit of 12,288"))
    }
    _ = try scene.client.create()
    try scene.client.destroy([first])
    #expect(scene.kernel.commitCharged == 4096 && scene.kernel.commitHighest == 3 * 4096)
    _ = try scene.client.create(AllocationAnswer(size: 2 * 4096))
    try scene.end()
  }

  @Test func theCommitLimitIsForAllProcessesTogether() throws {
    var limits = Limits()
    limits.commit = 4096
    let scene = try Scene(limits: limits)
    let other = try scene.machine.client(on: scene.adapter)
    _ = try other.create()
    scene.refuses(.noMemory, "D-001") { _ = try scene.client.create() }
    other.process.exit()
    _ = try scene.client.create()
    try scene.end()
  }

  @Test func virtualSpaceIsLimitedForEachProcess() throws {
    var limits = Limits()
    limits.virtualBytes = 2 * 4096
    let scene = try Scene(limits: limits)
    // D-002: one request beyond it, and requests that add up to more.
    // K-150, U-036, K-147
    scene.refuses(.graphicsNoVideoMemory, "D-002") { _ = try scene.client.create(AllocationAnswer(size: 3 * 4096)) }
    _ = try scene.client.create()
    scene.refuses(.graphicsNoVideoMemory, "D-002") { _ = try scene.client.create(AllocationAnswer(size: 2 * 4096)) }
    let other = try scene.machine.client(on: scene.adapter)
    _ = try other.create(AllocationAnswer(size: 2 * 4096))
    try scene.end()
  }

  @Test func sizesThatOverflowAreRefused() throws {
    let scene = try Scene()
    for size in [0, .max, .max - 4095, 1 << 57] as [UInt64] {
      scene.refuses(.invalidParameter, "K-099") { _ = try scene.client.create(AllocationAnswer(size: size)) }
    }
    let large = AllocationRequest(AllocationAnswer(size: 1 << 56))
    // I-044: the sum of 1,024 such sizes does not fit in 64 bits.
    scene.refuses(.graphicsNoVideoMemory, "D-002") {
      _ = try scene.create([AllocationRequest](repeating: large, count: 1024))
    }
    try scene.end()
  }

  @Test func twoKernelsShareNothing() throws {
    let memory = SystemMemory()
    let machines = [Machine(memory: memory), Machine(memory: memory)]
    let drivers = [ScriptedMiniport(), ScriptedMiniport()]
    let clients = try zip(machines, drivers).map { try $0.client(on: try $0.add($1)) }
    let handles = try clients.map { try $0.create() }
    #expect(handles[0] == handles[1])
    let addresses = try zip(clients, handles).map { try $0.lock($1) }
    CPUBytes.write([1, 2, 3], at: addresses[0])
    #expect(CPUBytes.areZero(4096, at: addresses[1]))
    try machines[0].shutDown()
    #expect(drivers[0].ledger.isIdle && drivers[1].ledger.allocations.count == 1)
    CPUBytes.write([4], at: addresses[1])
    try machines[1].shutDown()
    #expect(drivers.allSatisfy { $0.violations.isEmpty })
  }

  @Test func aProcessThatDoesEverythingWrongIsItsOwnTrouble() throws {
    let scene = try Scene()
    let other = try scene.machine.client(on: scene.adapter)
    let kept = try other.create()
    let before = other.process.snapshot()
    for handle in 0..<1000 as Range<UInt32> {
      #expect(throws: Refusal.self) { try scene.client.destroy([handle << 6]) }
    }
    scene.driver.script { $0.refuse = { $0 == .createAllocation ? .graphicsDriverMismatch : nil } }
    for _ in 0..<100 { #expect(throws: Refusal.self) { try scene.client.create() } }
    scene.driver.script { $0.refuse = { _ in nil } }
    // I-081
    #expect(other.process.snapshot() == before)
    #expect(try other.create() == kept + 0x40)
    try scene.end()
  }

  @Test func noTwoThreadsOfOneProcessAreInTheDriver() throws {
    let scene = try Scene()
    let client = scene.client
    // K-079: the ledger counts who is inside.
    onThreads(
      (0..<4).map { _ in { @Sendable in for _ in 0..<100 { try? client.destroy([try client.create()]) } } })
    #expect(scene.driver.violations == [])
    #expect(scene.driver.calls(of: .destroyAllocation).count == 400)
    try scene.end()
  }

  @Test func nobodyIsInTheDriverWhileItStartsStopsOrIsReset() throws {
    let scene = try Scene()
    let clients = [scene.client, try scene.machine.client(on: scene.adapter)]
    let isAlone = Atomic<Bool>(false)
    let others = Atomic<Int>(0)
    let wrong = Recorder()
    let mustBeAlone: @Sendable (DriverFunction) -> Bool = { function in
      [.startDevice, .stopDevice, .resetFromTimeout, .restartFromTimeout].contains(function)
    }
    scene.driver.script { script in
      // K-343, K-332: between these two hooks a function is running.
      script.inside = { function in
        guard mustBeAlone(function) else {
          others.wrappingAdd(1, ordering: .sequentiallyConsistent)
          if isAlone.load(ordering: .sequentiallyConsistent) { _ = wrong.next() }
          return
        }
        isAlone.store(true, ordering: .sequentiallyConsistent)
        for _ in 0..<1000 where others.load(ordering: .sequentiallyConsistent) != 0 { _ = wrong.next() }
      }
      script.refuse = { function in
        if mustBeAlone(function) {
          isAlone.store(false, ordering: .sequentiallyConsistent)
        } else {
          others.wrappingSubtract(1, ordering: .sequentiallyConsistent)
        }
        return nil
      }
    }
    let adapter = scene.adapter
    onThreads(
      clients.map { client in
        { @Sendable in
          for _ in 0..<200 {
            guard let device = try? client.process.createDevice(adapter: client.adapter, flags: 0) else { continue }
            try? client.process.destroyDevice(device)
          }
        }
      } + [
        {
          for _ in 0..<50 {
            try? adapter.stop()
            try? adapter.start()
            try? adapter.resetFromTimeout()
          }
        }
      ])
    #expect(wrong.passed == 0)
    scene.driver.script { script in
      script.inside = { _ in }
      script.refuse = { _ in nil }
    }
    try scene.end()
  }

  @Test func threadsOfManyProcessesEndWithNothing() throws {
    let scene = try Scene()
    let machine = scene.machine
    let adapter = scene.adapter
    let clients = (0..<4).map { _ in
      { @Sendable in
        for round in 0..<20 {
          guard let client = try? machine.client(on: adapter) else { continue }
          let created = try? client.create([AllocationRequest(), AllocationRequest()], flags: .createResource)
          if let created {
            _ = try? client.lock(created.allocations[0])
            if round % 2 == 0 { try? client.destroy(resource: created.resource) }
          }
          client.process.exit()
        }
      }
    }
    // Somebody resets the adapter all the while, and somebody looks.
    onThreads(
      clients + [
        { for _ in 0..<50 { try? adapter.resetFromTimeout() } }, { for _ in 0..<50 { _ = machine.kernel.snapshot() } },
      ])
    try scene.end()
  }
}
