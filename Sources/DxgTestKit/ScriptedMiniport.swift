package import CWDDM
package import DDI
import Dxgkrnl
import Locks
package import WDDM

/// A driver that does what a test says: it keeps the books (``DriverLedger``), writes down every call, answers about an
/// allocation what its private data asks for (``AllocationAnswer``), and lets a test refuse or falsify any answer.
package final class ScriptedMiniport: Miniport {
  /// What a test may change, at any time.
  package struct Script: Sendable {
    package var segments: [SegmentDescriptor] = ScriptedMiniport.card
    package var pagingBufferSegment: UInt32 = 3
    package var changeCaps: @Sendable (inout DXGK_DRIVERCAPS) -> Void = { _ in }
    /// Video present sources that the driver reports when it starts.
    package var sources: UInt32 = 0
    /// Whether the driver asks for the backing-store feature when it starts (K-134).
    package var asksForBackingStore = true
    /// Whether the driver gives a resource another handle at every occasion (K-073).
    package var renamesResources = false
    /// Whether the driver keeps an object for a resource; else it leaves hResource NULL (K-072).
    package var keepsResources = true
    /// Asked before each function; a status ends the call with it, with nothing done.
    package var refuse: @Sendable (DriverFunction) -> NTStatus? = { _ in nil }
    /// Runs inside of each function, outside of the driver's lock: callbacks are allowed.
    package var inside: @Sendable (DriverFunction) -> Void = { _ in }
    /// Changes a successful answer before the kernel sees it.
    package var falsifyCreate: @Sendable (inout DXGKARG_CREATEALLOCATION) -> Void = { _ in }
    package var falsifyOpen: @Sendable (inout DXGKARG_OPENALLOCATION) -> Void = { _ in }
    /// What a standard allocation is to be, and its pitch; the answer becomes its private data (K-152).
    package var describeStandard: @Sendable (StandardSurface) -> (answer: AllocationAnswer, pitch: UInt32) = {
      AllocationAnswer.standard($0)
    }
    /// The private data of a standard allocation's resource.
    package var standardResourceData: [UInt8] = []
    /// Changes a successful answer to either question about a standard allocation.
    package var falsifyStandard: @Sendable (inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) -> Void = { _ in }
    /// What the driver does with an escape; its status ends the call.
    package var answerEscape: @Sendable (inout DXGKARG_ESCAPE) -> NTStatus = { _ in .success }
    /// Runs when an opening is made, with the kernel's handle of it.
    package var opened: @Sendable (D3DKMT_HANDLE) -> Void = { _ in }
  }

  struct State: ~Copyable {
    var script = Script()
    var ledger = DriverLedger()
    var calls: [DDICall] = []
  }

  package let interfaceVersion: InterfaceVersion
  package let functions: DriverFunctions
  let state = Guarded(State(), rank: .driver)

  /// - Parameters:
  ///   - version: what the driver declares itself to be.
  ///   - missing: slots of that version that it leaves empty.
  package init(version: InterfaceVersion = .wddm3_1, missing: [DriverFunction] = []) {
    interfaceVersion = version
    var functions = DriverFunctions.required
    let more: [DriverFunction] = [
      .describeAllocation, .getStandardAllocationDriverData, .unload, .escape, .resetFromTimeout, .restartFromTimeout,
    ]
    for function in more {
      functions.insert(function)
    }
    if version >= .win8 { functions.insert(.notifySurpriseRemoval) }
    if version >= .wddm2_0 {
      functions.insert(.createProcess)
      functions.insert(.destroyProcess)
    }
    if version >= .wddm3_0 { functions.insert(.setAllocationBackingStore) }
    for function in missing { functions.remove(function) }
    self.functions = functions
  }

  /// Memory that the CPU sees, memory that it does not, an aperture: 64, 64 and 256 MiB.
  package static let card = [
    SegmentDescriptor(
      id: 1, flags: .cpuVisible, baseAddress: 0x1000_0000, size: 64 << 20, commitLimit: 64 << 20,
      cpuTranslatedAddress: 1 << 44),
    SegmentDescriptor(
      id: 2, flags: [], baseAddress: 0x2000_0000, size: 64 << 20, commitLimit: 64 << 20, cpuTranslatedAddress: 0),
    SegmentDescriptor(
      id: 3, flags: .aperture, baseAddress: 0x4000_0000, size: 256 << 20, commitLimit: 256 << 20,
      cpuTranslatedAddress: 0),
  ]
}

// MARK: - What a test asks

extension ScriptedMiniport {
  package func script(_ change: (inout Script) -> Void) { state.withLock { change(&$0.script) } }

  package var ledger: DriverLedger { state.withLock { $0.ledger } }
  package var violations: [String] { ledger.violations }

  /// Every call since the beginning, or since ``forgetCalls()``.
  package var calls: [DDICall] { state.withLock { $0.calls } }
  package func forgetCalls() { state.withLock { $0.calls = [] } }
  package func calls(of function: DriverFunction) -> [DDICall] { calls.filter { $0.function == function } }
}

// MARK: - Every function

extension ScriptedMiniport {
  var currentScript: Script { state.withLock { $0.script } }

  /// Runs one function: hooks first, then `body` with the ledger; what it returns is written down.
  func run(
    _ function: DriverFunction, _ script: Script, _ body: (inout DriverLedger) -> DDICall
  ) -> NTStatus {
    let process = CurrentCall.process(as: Process.self)?.ordinal
    state.withLock { $0.ledger.enter(function, process: process) }
    script.inside(function)
    let refusal = script.refuse(function)
    return state.withLock { state in
      defer { state.ledger.leave(function, process: process) }
      let call = refusal.map { DDICall(function, $0) } ?? body(&state.ledger)
      state.calls.append(call)
      return call.status
    }
  }
}
