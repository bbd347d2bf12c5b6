import Dxgkrnl
import DxgTestKit
import Locks
import Synchronization
import Testing
import WDDM

/// Threads that sleep until fences come far enough.
struct FenceWaitTests {
  let scene: Scene
  let process: Process
  let device: UInt32

  init() throws {
    scene = try Scene()
    process = scene.process
    device = scene.client.device
  }

  private func fence(flags: SynchronizationObjectFlags = []) throws -> SynchronizationObjectOpened {
    try process.createSynchronizationObject(
      device: device, SynchronizationObjectRequest(.monitoredFence, flags: flags))
  }

  /// What a wait for value 5 came to during which, once it waits, `body` runs.
  private func refusal(
    of fence: SynchronizationObjectOpened, during body: @escaping @Sendable () -> Void
  ) -> Refusal? {
    let result = Guarded<Refusal?>(nil, rank: .trace)
    let (process, device) = (process, device)
    onThreads([
      {
        do throws(Refusal) {
          try process.waitForSynchronizationObjects(
            device: device, objects: [fence.handle].span, values: ([5] as [UInt64]).span, asyncEvent: 0, flags: 0)
        } catch { result.withLock { $0 = error } }
      },
      {
        until { process.snapshot().syncObjects.contains { $0.waits != 0 } }
        body()
      },
    ])
    return result.withLock { $0 }
  }

  private func signal(_ fence: SynchronizationObjectOpened, _ value: UInt64) throws {
    try process.signalSynchronizationObjects(
      device: device, objects: [fence.handle].span, values: [value].span, flags: 0)
  }

  @Test func aThreadSleepsUntilTheValueIsThere() throws {
    let fence = try fence()
    let (process, device) = (process, device)
    let refusal = refusal(of: fence) {
      for value in 1...5 as ClosedRange<UInt64> {
        try? process.signalSynchronizationObjects(
          device: device, objects: [fence.handle].span, values: [value].span, flags: 0)
      }
    }
    #expect(refusal == nil)
    // And does not, when it is.
    try process.waitForSynchronizationObjects(
      device: device, objects: [fence.handle].span, values: ([5] as [UInt64]).span, asyncEvent: 0, flags: 0)
    try scene.end()
  }

  @Test func aWaitEndsWithItsHandle() throws {
    let fence = try fence()
    let process = process
    let refusal = refusal(of: fence) { try? process.destroySynchronizationObject(fence.handle) }
    #expect(refusal?.status == .invalidParameter && refusal?.rule == "W-182")
    #expect(process.snapshot().deferred == 0 && process.snapshot().syncObjects == [])
    try scene.end()
  }

  @Test func aWaitEndsWithItsDevice() throws {
    // W-199
    let fence = try fence()
    let (process, device) = (process, device)
    let refusal = refusal(of: fence) { try? process.destroyDevice(device) }
    #expect(refusal?.rule == "W-182")
    #expect(process.snapshot().devices == [] && process.snapshot().deferred == 0)
    try scene.end()
  }

  @Test func aWaitEndsWithItsProcess() throws {
    let fence = try fence()
    let process = process
    let refusal = refusal(of: fence) { process.exit() }
    #expect(refusal?.rule == "W-182")
    #expect(scene.kernel.processes.isEmpty)
    try scene.end()
  }

  @Test func aResetEndsAWait() throws {
    let fence = try fence()
    let adapter = scene.adapter
    #expect(refusal(of: fence) { try? adapter.resetFromTimeout() } == nil)
    try scene.end()
  }

  @Test func twoThreadsPassAFenceToAndFro() throws {
    // One process signals odd values, the other even ones; the value that a client reads never goes back (I-077).
    let made = try fence(flags: .shared)
    let other = try scene.machine.client(on: scene.adapter)
    let opened = try other.process.openSynchronizationObject(globalHandle: made.globalShare)
    let rounds: UInt64 = 2000
    let failures = Atomic<Int>(0)
    let memory = scene.memory
    @Sendable func run(
      _ process: Process, _ device: UInt32, _ fence: SynchronizationObjectOpened, first: UInt64
    ) {
      var value = first
      while value < rounds {
        do throws(Refusal) {
          try process.waitForSynchronizationObjects(
            device: device, objects: [fence.handle].span, values: [value].span, asyncEvent: 0, flags: 0)
          if memory.load(fence.valueAddress) ?? 0 < value { failures.wrappingAdd(1, ordering: .relaxed) }
          try process.signalSynchronizationObjects(
            device: device, objects: [fence.handle].span, values: [value + 1].span, flags: 0)
        } catch {
          failures.wrappingAdd(1, ordering: .relaxed)
          return
        }
        value += 2
      }
    }
    let (process, device) = (process, device)
    onThreads([{ run(process, device, made, first: 0) }, { run(other.process, other.device, opened, first: 1) }])
    #expect(failures.load(ordering: .relaxed) == 0)
    #expect(memory.load(made.valueAddress) == rounds)
    try scene.end()
  }

  @Test func fencesComeAndGoWhileOthersSignalAndWait() throws {
    let rounds = 300
    let (process, device) = (process, device)
    let events = scene.machine.eventObjects
    let handle = Atomic<UInt32>(0)
    let isDone = Atomic<Bool>(false)
    onThreads([
      {
        for round in 0..<rounds {
          let flags: SynchronizationObjectFlags = round % 2 == 0 ? .shared : []
          guard
            let made = try? process.createSynchronizationObject(
              device: device, SynchronizationObjectRequest(.monitoredFence, flags: flags))
          else { return }
          handle.store(made.handle, ordering: .releasing)
          try? process.destroySynchronizationObject(made.handle)
        }
        isDone.store(true, ordering: .releasing)
      },
      {
        while !isDone.load(ordering: .acquiring) {
          let target = [handle.load(ordering: .acquiring)]
          try? process.signalSynchronizationObjects(
            device: device, objects: target.span, values: ([1] as [UInt64]).span, flags: 0)
        }
      },
      {
        while !isDone.load(ordering: .acquiring) {
          let target = [handle.load(ordering: .acquiring)]
          try? process.waitForSynchronizationObjects(
            device: device, objects: target.span, values: ([1] as [UInt64]).span, asyncEvent: 0, flags: 0)
          try? process.waitForSynchronizationObjects(
            device: device, objects: target.span, values: ([2] as [UInt64]).span, asyncEvent: events.make(), flags: 0)
        }
      },
    ])
    try scene.end()
    #expect(events.held == 0 && events.violations == [])
  }
}
