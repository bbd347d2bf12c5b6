import CSystem
import WDDM

/// On whose behalf a driver is called: what the handle callbacks resolve handles in. The system has no process.
///
/// One word, unmanaged: the caller keeps the object alive during the call, so nothing is counted.
@safe package struct OnBehalf: @unchecked Sendable, BitwiseCopyable {
  // SAFETY: never followed here; CurrentCall gives it back to the room that made it, while the call lasts.
  @usableFromInline let object: UnsafeMutableRawPointer?

  @inlinable @inline(__always)
  package init(process: __shared AnyObject) {
    unsafe object = Unmanaged.passUnretained(process).toOpaque()
  }

  private init() { unsafe object = nil }

  /// No process: start and stop of an adapter.
  package static let system = OnBehalf()
}

/// The driver call that this thread is in.
///
/// DxgkCbGetHandleData, GetHandleParent and EnumHandleChildren carry no context; on Windows the process is that of the
/// thread (K-208). Outside of a driver call there is none.
package enum CurrentCall {
  /// The function that runs, or nil outside of a driver.
  package static var function: DriverFunction? { DriverFunction(rawValue: dxgk_current_function()) }

  /// The object given to ``OnBehalf/init(process:)``, or nil: outside of a driver, or on behalf of the system.
  ///
  /// `Process` must be the type that was given.
  @inline(__always)
  package static func process<Process: AnyObject>(as type: Process.Type) -> Process? {
    guard let object = unsafe dxgk_current_get()?.pointee.process else { return nil }
    // SAFETY: OnBehalf(process:) put it there, and its maker keeps the object alive until the driver returned.
    return unsafe Unmanaged<Process>.fromOpaque(object).takeUnretainedValue()
  }

  /// Runs `body` with that object, without counting a reference to it; nil where there is none.
  @inline(__always)
  package static func withProcess<Process: AnyObject, Answer>(
    as type: Process.Type, _ body: (Process) -> Answer
  ) -> Answer? {
    guard let object = unsafe dxgk_current_get()?.pointee.process else { return nil }
    // SAFETY: as for `process(as:)`.
    return unsafe Unmanaged<Process>.fromOpaque(object)._withUnsafeGuaranteedRef { body($0) }
  }

  /// The callbacks of the adapter whose driver runs, or nil.
  @inline(__always)
  package static var callbacks: CallbackTarget? {
    guard let target = unsafe dxgk_current_get()?.pointee.callbacks else { return nil }
    // SAFETY: Driver put it there and holds the target for as long as the adapter is started.
    return unsafe Unmanaged<CallbackTarget>.fromOpaque(target).takeUnretainedValue()
  }

  /// Asks the callbacks of the adapter whose driver runs; nil outside of a driver. Counts no references.
  @inline(__always)
  static func ask<Answer>(_ body: (any KernelCallbacks) -> Answer) -> Answer? {
    guard let target = unsafe dxgk_current_get()?.pointee.callbacks else { return nil }
    // SAFETY: as for `callbacks`.
    return unsafe Unmanaged<CallbackTarget>.fromOpaque(target)._withUnsafeGuaranteedRef { body($0.callbacks) }
  }

  /// Runs `body` as the driver's `function`; nests.
  @inline(__always)
  static func entered<Result>(
    _ function: DriverFunction, callbacks: UnsafeMutableRawPointer?, on behalf: OnBehalf, _ body: () -> Result
  ) -> Result {
    var call = unsafe dxgk_current_call(
      callbacks: callbacks, process: behalf.object, ddi: function.rawValue, irql: 0, notes: 0)
    return unsafe run(&call, body)
  }

  /// Runs `body` with `call` as the thread's.
  @inline(__always)
  private static func run<Result>(_ call: inout dxgk_current_call, _ body: () -> Result) -> Result {
    // SAFETY: the record outlives the body, and the thread's pointer goes back to the outer one before it ends.
    unsafe withUnsafeMutablePointer(to: &call) { call in
      let outer = unsafe dxgk_current_exchange(call)
      defer { _ = unsafe dxgk_current_exchange(outer) }
      return body()
    }
  }

  /// The call that the thread is in, to be changed for an inner one; an empty one outside of a driver.
  @inline(__always)
  private static var inherited: dxgk_current_call { unsafe dxgk_current_get()?.pointee ?? dxgk_current_call() }

  /// Runs `body` with other callbacks in place: how a wrapper of the wire hears what a driver asks.
  @inline(__always)
  package static func redirected<Result>(to target: CallbackTarget, _ body: () -> Result) -> Result {
    var call = unsafe inherited
    unsafe call.callbacks = unsafe Unmanaged.passUnretained(target).toOpaque()
    return unsafe run(&call, body)
  }
}

// MARK: - What a wrapper learns during a call

/// What happened during a driver's function, told by a wrapper of the callbacks to the one of the function.
package struct CallNotes: OptionSet, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
}

extension CurrentCall {
  /// Whether the function runs on behalf of a process.
  package static var hasProcess: Bool { unsafe dxgk_current_get()?.pointee.process != nil }

  /// Adds to the notes of the call that this thread is in.
  package static func note(_ notes: CallNotes) {
    unsafe dxgk_current_get()?.pointee.notes |= notes.rawValue
  }

  /// Runs `body` with other callbacks in place, and tells what was noted meanwhile. Nil: the callbacks stay.
  ///
  /// - Parameter target: alive until `body` returned; not counted.
  @inline(__always)
  package static func watched<Result>(
    through target: Unmanaged<CallbackTarget>?, _ body: () -> Result
  ) -> (result: Result, notes: CallNotes) {
    var call = unsafe inherited
    if let target = unsafe target { unsafe call.callbacks = target.toOpaque() }
    unsafe call.notes = 0
    let result = unsafe run(&call, body)
    return unsafe (result, CallNotes(rawValue: call.notes))
  }
}

/// The kernel's side of an adapter as one pointer, for the thread's current call.
package final class CallbackTarget: Sendable {
  package let callbacks: any KernelCallbacks
  package init(_ callbacks: any KernelCallbacks) { self.callbacks = callbacks }
}
