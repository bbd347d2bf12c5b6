internal import Locks
package import WDDM

/// How an acquisition of a keyed mutex ended.
package enum KeyedMutexAcquisition: Sendable, Equatable {
  /// The handle owns it. `fence` is what the last release said, `runtimeData` what the mutex has, if it was asked for.
  case acquired(fence: UInt64, runtimeData: [UInt8])
  /// `STATUS_TIMEOUT`; the fence value reads 0 (W-225).
  case timeout
  /// `STATUS_ABANDONED`, now and for ever; the fence value reads 0 (W-230).
  case abandoned
}

extension Process {
  /// D3DKMTAcquireKeyedMutex and D3DKMTAcquireKeyedMutex2: waits until the mutex is free and was released with `key`
  /// last, and makes the handle its owner (W-226, W-229). The longest wait for a key comes first.
  ///
  /// The wait is outside of every gate and lock. It ends early when the handle is destroyed, by itself or with its
  /// process: nobody could own the mutex through it.
  ///
  /// - Parameters:
  ///   - timeout: how long it may take (W-233).
  ///   - buffer: where the second version wants the private data; nil for the first.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a handle that is none or ends meanwhile (W-224), one that owns the mutex
  ///   already (W-231), a bad buffer (W-218, W-221).
  package func acquireKeyedMutex(
    _ handle: UInt32, key: UInt64, timeout: Timeout, buffer: RuntimeDataBuffer? = nil
  ) throws(Refusal) -> KeyedMutexAcquisition {
    if let buffer { try checkBuffer(buffer) }
    guard let reference = handles.resolve(handle, .keyedMutex) else {
      throw Refusal(.invalidParameter, "W-224", "hKeyedMutex", UInt64(handle))
    }
    defer { release(handle) }
    let mutex = reference.value.mutex
    let size = buffer?.size ?? 0
    let mayWait = timeout != .after(0)
    var wait: KeyedMutexWait?
    let answer = try mutex.state.withLock { state throws(Refusal) -> KeyedMutexState.AcquireAnswer in
      try checkSize(size, against: state.runtimeData.count)
      let answer = state.acquire(key, for: reference)
      if answer == .mustWait, mayWait {
        let waiting = KeyedMutexWait(key: key, reference: reference)
        state.enqueue(waiting)
        wait = waiting
      }
      return answer
    }
    switch answer {
    case .acquired(let fence): return .acquired(fence: fence, runtimeData: runtimeData(of: mutex, size: size))
    case .abandoned: return .abandoned
    case .isOwner: throw Refusal(.invalidParameter, "W-231", "hKeyedMutex", UInt64(handle))
    case .handleEnded: throw Refusal(.invalidParameter, "W-224", "hKeyedMutex", UInt64(handle))
    case .mustWait: break
    }
    guard let wait, let outcome = outcome(of: wait, on: mutex, until: kernel.clock.deadline(timeout)) else {
      return .timeout
    }
    switch outcome {
    case .acquired(let fence): return .acquired(fence: fence, runtimeData: runtimeData(of: mutex, size: size))
    case .abandoned: return .abandoned
    case .handleEnded: throw Refusal(.invalidParameter, "W-224", "hKeyedMutex", UInt64(handle))
    }
  }

  /// Sleeps until the wait is over.
  ///
  /// - Parameter deadline: an interrupt time; nil: never.
  /// - Returns: nil when the time was over first.
  private func outcome(
    of wait: KeyedMutexWait, on mutex: KeyedMutex, until deadline: UInt64?
  ) -> KeyedMutexWait.Outcome? {
    while true {
      let seen = wait.isOver.count
      let isLate = deadline.map { kernel.clock.interruptTime >= $0 } ?? false
      let outcome = mutex.state.withLock { state in
        isLate ? state.withdraw(wait) : wait.outcome.value
      }
      if outcome != nil || isLate { return outcome }
      if let deadline {
        kernel.clock.sleep(on: wait.isOver, while: seen, until: deadline)
      } else {
        wait.isOver.wait(while: seen)
      }
    }
  }

  /// The private data, if the caller's buffer is exactly as large.
  private func runtimeData(of mutex: KeyedMutex, size: UInt32) -> [UInt8] {
    guard size > 0 else { return [] }
    return mutex.state.withLock { $0.runtimeData.count == Int(size) ? $0.runtimeData : [] }
  }
}
