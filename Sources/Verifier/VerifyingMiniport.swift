import CWDDM
package import DDI
package import WDDM

/// A driver that is watched: whatever the kernel asks of it and whatever it asks of the kernel goes through here and is
/// held against the contract's rules (`K-…`). What breaks one is a finding; the call goes on as if nobody watched.
///
///     kernel ─▶ (injector of faults) ─▶ verifier ─▶ driver
///            ◀─                      ◀─          ◀─
///
/// It keeps its own records of what the driver made (``DriverRecords``) and shares none with the kernel: an oracle that
/// believes what it judges is none. Like every driver of this kernel it serves one adapter.
@safe package final class VerifyingMiniport: Miniport, @unchecked Sendable {
  let base: any Miniport
  let books: Books

  // SAFETY: written when a device starts, which is alone on the adapter (K-343); read by the others, which share it.
  // Behind a pointer, because a class's own variables are checked for exclusive use at each read.
  private let heard: UnsafeMutablePointer<Heard?>

  /// Who hears the driver's callbacks since the last start.
  private struct Heard {
    let callbacks: VerifyingCallbacks
    let target: CallbackTarget
  }

  /// - Parameters:
  ///   - base: the driver.
  ///   - findings: hears of every broken rule that `options` did not mute, on the thread that broke it, with no lock
  ///     held.
  package init(
    wrapping base: any Miniport, findings: any DriverFindings, options: VerifierOptions = .standard
  ) {
    self.base = base
    books = Books(base.interfaceVersion, options, findings)
    interfaceVersion = base.interfaceVersion
    functions = base.functions
    unsafe heard = .allocate(capacity: 1)
    unsafe heard.initialize(to: nil)
  }

  deinit {
    unsafe heard.pointee?.callbacks.revoke()
    unsafe heard.deinitialize(count: 1)
    unsafe heard.deallocate()
  }

  package let interfaceVersion: InterfaceVersion
  package let functions: DriverFunctions
  package var isVerified: Bool { true }

  /// Where the driver's callbacks without a handle go from now on.
  func hear(_ callbacks: VerifyingCallbacks) {
    unsafe heard.pointee = Heard(callbacks: callbacks, target: CallbackTarget(callbacks))
  }

  /// The driver is unloaded and asks for nothing any more: the kernel that would hear it is let go.
  func hearNothing() {
    unsafe heard.pointee?.callbacks.revoke()
    unsafe heard.pointee = nil
  }

  /// The device stopped: its handle leads nowhere. What carries no handle is heard until the next start.
  func revokeDeviceHandle() { unsafe heard.pointee?.callbacks.revoke() }
}

// MARK: - Calling the driver

extension VerifyingMiniport {
  /// Runs the driver with its callbacks coming to us first; judges its status and what it did meanwhile.
  @inline(__always)
  func run(_ function: DriverFunction, _ body: () -> NTStatus) -> NTStatus {
    // SAFETY: the target lives until the next start, which waits for everybody inside.
    let target = unsafe heard.pointee.map { unsafe Unmanaged.passUnretained($0.target) }
    let (status, notes) = unsafe CurrentCall.watched(through: target, body)
    if status != .success { judge(status, of: function, notes) }
    if !notes.isEmpty { judge(notes, status, of: function) }
    return status
  }

  /// Whether the status is one of those that the function's page lists (K-004…K-211).
  @inline(never)
  private func judge(_ status: NTStatus, of function: DriverFunction, _ notes: CallNotes) {
    // What a handle that does not resolve must lead to is right wherever it happens (K-201).
    if status == .invalidHandle, notes.contains(.sawNullData) || notes.contains(.sawNullRelative) { return }
    guard !function.documented(status) else { return }
    books.report(function.rule, function, "NTSTATUS", UInt64(status.bits))
  }

  /// What a handle callback answered against what the function answered then.
  @inline(never)
  private func judge(_ notes: CallNotes, _ status: NTStatus, of function: DriverFunction) {
    guard status != .invalidHandle else { return }
    if notes.contains(.sawNullData) {
      books.report("K-201", function, "NTSTATUS", UInt64(status.bits))
    } else if notes.contains(.sawNullRelative) {
      books.report("K-365", function, "NTSTATUS", UInt64(status.bits))
    }
  }
}

extension DriverFunction {
  /// Whether the page of this function lets it return `status`.
  fileprivate func documented(_ status: NTStatus) -> Bool {
    switch self {
    case .createAllocation, .openAllocation:
      [.invalidParameter, .noMemory, .graphicsDriverMismatch].contains(status)
    // The samples also say that a buffer is too small and that a query is not theirs.
    case .queryAdapterInfo:
      [.invalidParameter, .noMemory, .graphicsDriverMismatch, .bufferTooSmall, .notSupported].contains(status)
    case .createDevice, .getStandardAllocationDriverData: status == .noMemory
    // Any failure, but no success other than STATUS_SUCCESS.
    case .addDevice, .startDevice, .stopDeviceAndReleasePostDisplayOwnership, .createProcess, .describeAllocation,
      .setAllocationBackingStore:
      !status.isSuccess
    case .escape: true
    // Nobody could do anything about a failure of these.
    default: false
    }
  }
}
