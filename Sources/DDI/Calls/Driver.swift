import CWDDM
import Locks
package import WDDM

/// The caller: the only user of the wire, and all that the kernel sees of a driver for one adapter.
///
/// Values go in; the struct of the DDI is built on the stack, the driver runs as this thread's current call, its answer
/// is decoded and checked for what decoding needs; values come out. What a driver answers wrongly but harmlessly goes
/// to ``DriverFindings``; a failure status is thrown unchanged.
///
/// The kernel holds the gates that a function's synchronisation level asks for, and no state lock (I-027). The
/// functions of level three run alone on the adapter: they are the only ones that change what this object remembers.
@safe package final class Driver: @unchecked Sendable {
  package let version: InterfaceVersion
  package let functions: DriverFunctions

  let miniport: any Miniport
  let findings: any DriverFindings

  // SAFETY: written by addDevice, startDevice, stopDevice and removeDevice, which run alone on the adapter; read by the
  // others, which share it. Behind a pointer, because a class's own variables are checked for exclusive use at each
  // read.
  private let memory: UnsafeMutablePointer<DriverMemory>

  package init(_ miniport: any Miniport, findings: any DriverFindings) {
    self.miniport = miniport
    self.findings = findings
    version = miniport.interfaceVersion
    functions = miniport.functions
    unsafe memory = UnsafeMutablePointer<DriverMemory>.allocate(capacity: 1)
    unsafe memory.initialize(to: DriverMemory())
  }

  deinit {
    unsafe memory.pointee.cell?.revoke()
    unsafe memory.deinitialize(count: 1)
    unsafe memory.deallocate()
  }

  /// DxgkDdiUnload, where the driver has it. The last thing this driver is asked.
  package func unload() {
    guard functions.contains(.unload) else { return }
    call(.unload, .system) { miniport.unload() }
  }
}

/// What the caller remembers of an adapter's driver.
struct DriverMemory {
  /// MiniportDeviceContext: the hAdapter of every adapter-level DDI (K-003).
  var adapter: HANDLE?
  /// What callbacks without a handle lead to, from the first start to the removal.
  var target: CallbackTarget?
  var cell: DeviceCell?
}

// MARK: - Calling

extension Driver {
  @inline(__always)
  var adapter: HANDLE? { unsafe memory.pointee.adapter }

  /// Changes what is remembered. Only functions of level three may.
  func remember(_ change: (inout DriverMemory) -> Void) { unsafe change(&memory.pointee) }

  /// Runs the driver as the thread's current call.
  @inline(__always)
  func call<Result>(_ function: DriverFunction, _ behalf: OnBehalf, _ body: () -> Result) -> Result {
    precondition(!HeldLocks.includesStateLock, "a driver is entered with gates only (I-027)")
    // SAFETY: the target is held by `memory` until the device is removed or started anew, which waits for everybody
    // inside.
    let target = unsafe memory.pointee.target.map { unsafe Unmanaged.passUnretained($0).toOpaque() }
    return unsafe CurrentCall.entered(function, callbacks: target, on: behalf, body)
  }

  /// Runs the driver, and throws what it refused with.
  @inline(__always)
  func ask(_ function: DriverFunction, _ behalf: OnBehalf, _ body: () -> NTStatus) throws(Refusal) {
    let status = call(function, behalf, body)
    guard status != .success else { return }
    try judge(status, of: function)
  }

  /// Runs the driver for a function that the kernel does not let fail: it goes on, and the failure is a finding.
  @inline(__always)
  func tell(_ function: DriverFunction, _ behalf: OnBehalf, _ body: () -> NTStatus) -> NTStatus {
    let status = call(function, behalf, body)
    if status != .success { report(function.rule, function, "NTSTATUS", UInt64(status.bits)) }
    return status
  }

  /// A failure passes unchanged; a success that is not STATUS_SUCCESS counts as success and is a finding.
  @inline(never)
  private func judge(_ status: NTStatus, of function: DriverFunction) throws(Refusal) {
    guard status.isSuccess else { throw Refusal(status, function.rule, function.name, UInt64(status.bits)) }
    report(function.rule, function, "NTSTATUS", UInt64(status.bits))
  }

  @inline(never)
  func report(_ rule: Rule, _ function: DriverFunction, _ argument: Refusal.Argument, _ value: UInt64) {
    guard !miniport.isVerified else { return }
    findings.found(DriverFinding(rule, function.name, argument, value))
  }
}
