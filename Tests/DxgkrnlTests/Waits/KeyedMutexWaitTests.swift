import Dxgkrnl
import DxgTestKit
import Locks
import Synchronization
import Testing
import WDDM

/// Waits for a keyed mutex. No test sleeps: one thread looks until the other waits, and time is virtual.
struct KeyedMutexWaitTests {
  let scene: Scene
  let process: Process
  let other: Process
  let mutex: KeyedMutexOpened
  let opened: UInt32

  init() throws {
    scene = try Scene()
    process = scene.process
    other = try scene.machine.client(on: scene.adapter).process
    mutex = try process.createKeyedMutex(initialValue: 0)
    opened = try other.openKeyedMutex(globalHandle: mutex.globalShare).handle
  }

  /// What an acquisition of `other` came to that begins while `process` owns the mutex, and during which, once it
  /// waits, `body` runs.
  private func acquisition(
    key: UInt64, timeout: Timeout, during body: @escaping @Sendable () -> Void
  ) -> Result<KeyedMutexAcquisition, Refusal>? {
    let result = Guarded<Result<KeyedMutexAcquisition, Refusal>?>(nil, rank: .trace)
    let (other, opened, process) = (other, opened, process)
    onThreads([
      {
        let outcome = Result { () throws(Refusal) in
          try other.acquireKeyedMutex(opened, key: key, timeout: timeout)
        }
        result.withLock { $0 = outcome }
      },
      {
        until { process.snapshot().keyedMutexes.first?.waits != 0 }
        body()
      },
    ])
    return result.withLock { $0 }
  }

  private func own() throws {
    let outcome = try process.acquireKeyedMutex(mutex.handle, key: 0, timeout: .never)
    #expect(outcome == .acquired(fence: 0, runtimeData: []))
  }

  @Test func aWaiterGetsItWithTheKeyItWantsAndTheFenceOfTheRelease() throws {
    // W-229
    try own()
    let (process, handle) = (process, mutex.handle)
    let outcome = acquisition(key: 9, timeout: .never) {
      try? process.releaseKeyedMutex(handle, key: 8, fence: 1)
      _ = try? process.acquireKeyedMutex(handle, key: 8, timeout: .never)
      try? process.releaseKeyedMutex(handle, key: 9, fence: 2)
    }
    #expect(outcome == .success(.acquired(fence: 2, runtimeData: [])))
    try other.releaseKeyedMutex(opened, key: 0, fence: 3)
    try scene.end()
  }

  @Test func aWaitEndsWithItsTime() throws {
    // W-225, W-233: ten milliseconds, relative.
    try own()
    let clock = scene.machine.clock
    let outcome = acquisition(key: 0, timeout: Timeout(-100_000)) {
      until { clock.waiting != 0 }
      clock.advance(by: 99_999)
      until { clock.waiting != 0 }
      clock.advance(by: 1)
    }
    #expect(outcome == .success(.timeout))
    #expect(process.snapshot().keyedMutexes.map(\.waits) == [0])
    try process.releaseKeyedMutex(mutex.handle, key: 0, fence: 0)
    try scene.end()
  }

  @Test func aPositiveTimeoutIsAMoment() throws {
    try own()
    let clock = scene.machine.clock
    clock.advance(by: 500)
    #expect(try other.acquireKeyedMutex(opened, key: 0, timeout: Timeout(500)) == .timeout)
    let outcome = acquisition(key: 0, timeout: Timeout(600)) {
      until { clock.waiting != 0 }
      clock.advance(by: 100)
    }
    #expect(outcome == .success(.timeout))
    try scene.end()
  }

  @Test func theOwnersEndWakesEverybodyWithAbandoned() throws {
    // W-230
    try own()
    let (process, handle) = (process, mutex.handle)
    // The creator's handle is the one whose waits are looked at; a second keeps it in sight.
    let outcome = acquisition(key: 5, timeout: .never) { try? process.destroyKeyedMutex(handle) }
    #expect(outcome == .success(.abandoned))
    #expect(try other.acquireKeyedMutex(opened, key: 5, timeout: .never) == .abandoned)
    try scene.end()
  }

  @Test func theOwnersProcessTakesItAlong() throws {
    // W-193, W-230
    try own()
    let process = process
    #expect(acquisition(key: 5, timeout: .never) { process.exit() } == .success(.abandoned))
    try scene.end()
  }

  @Test func aWaitEndsWithTheHandleItGoesThrough() throws {
    try own()
    let (other, opened) = (other, opened)
    let outcome = acquisition(key: 5, timeout: .never) { try? other.destroyKeyedMutex(opened) }
    guard case .failure(let refusal) = outcome else { return #expect(outcome == nil) }
    #expect(refusal.status == .invalidParameter && refusal.rule == "W-224")
    #expect(other.snapshot().liveHandles == 2 && other.snapshot().deferred == 0)
    try process.releaseKeyedMutex(mutex.handle, key: 0, fence: 0)
    try scene.end()
  }

  @Test func aCallThatWaitsReturnsWhenItsProcessExits() throws {
    try own()
    let other = other
    let outcome = acquisition(key: 5, timeout: .never) { other.exit() }
    guard case .failure(let refusal) = outcome else { return #expect(outcome == nil) }
    #expect(refusal.status == .invalidParameter)
    #expect(scene.kernel.processes.count == 1, "nothing is left of the process")
    try scene.end()
  }

  @Test func theLongestWaitForAKeyComesFirst() throws {
    try own()
    let second = try other.openKeyedMutex(globalHandle: mutex.globalShare).handle
    let order = Guarded<[UInt32]>([], rank: .trace)
    let (process, other, handle, opened) = (process, other, mutex.handle, opened)
    @Sendable func take(_ handle: UInt32) {
      _ = try? other.acquireKeyedMutex(handle, key: 1, timeout: .never)
      order.withLock { $0.append(handle) }
      try? other.releaseKeyedMutex(handle, key: 1, fence: 0)
    }
    onThreads([
      { take(opened) },
      {
        until { process.snapshot().keyedMutexes[0].waits == 1 }
        take(second)
      },
      {
        until { process.snapshot().keyedMutexes[0].waits == 2 }
        try? process.releaseKeyedMutex(handle, key: 1, fence: 0)
      },
    ])
    #expect(order.withLock { $0 } == [opened, second])
    try scene.end()
  }

  @Test func aMutexExcludesAndLosesNoRelease() throws {
    // Three handles pass two keys round; a counter that nothing else protects comes out right.
    let third = try process.openKeyedMutex(globalHandle: mutex.globalShare).handle
    let inside = Atomic<Int>(0)
    let count = Guarded(0, rank: .trace)
    let overlaps = Atomic<Int>(0)
    let rounds = 2000
    let (process, other) = (process, other)
    @Sendable func run(_ process: Process, _ handle: UInt32) {
      for _ in 0..<rounds {
        guard case .acquired? = try? process.acquireKeyedMutex(handle, key: 0, timeout: .never) else { return }
        if inside.wrappingAdd(1, ordering: .relaxed).newValue != 1 { overlaps.wrappingAdd(1, ordering: .relaxed) }
        count.withLock { $0 += 1 }
        inside.wrappingSubtract(1, ordering: .relaxed)
        try? process.releaseKeyedMutex(handle, key: 0, fence: 0)
      }
    }
    let (first, second) = (mutex.handle, opened)
    onThreads([{ run(process, first) }, { run(other, second) }, { run(process, third) }])
    #expect(count.withLock { $0 } == 3 * rounds)
    #expect(overlaps.load(ordering: .relaxed) == 0)
    try scene.end()
  }

  @Test func handlesComeAndGoWhileOthersWait() throws {
    // Acquire and release against open and destroy: every call ends, and nothing is left.
    let rounds = 500
    let keep = try process.openKeyedMutex(globalHandle: mutex.globalShare).handle
    let (process, other, share) = (process, other, mutex.globalShare)
    let isDone = Atomic<Bool>(false)
    onThreads([
      {
        for round in 0..<rounds {
          guard let handle = try? other.openKeyedMutex(globalHandle: share).handle else { return }
          if round % 2 == 0 { _ = try? other.acquireKeyedMutex(handle, key: 3, timeout: .after(0)) }
          try? other.destroyKeyedMutex(handle)
        }
        isDone.store(true, ordering: .releasing)
        // Ends the wait of the other thread, whichever way it stands.
        try? process.destroyKeyedMutex(keep)
      },
      {
        while !isDone.load(ordering: .acquiring) {
          _ = try? process.acquireKeyedMutex(keep, key: 7, timeout: .after(0))
        }
        _ = try? process.acquireKeyedMutex(keep, key: 7, timeout: .never)
      },
    ])
    try scene.end()
  }
}
