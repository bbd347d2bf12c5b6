package import WDDM

/// What one recording says about one program: the calls it made, what it was refused, and the memory it still holds.
///
/// A value, made by `ReportBuilder` from the records of a recording and rendered by `ReportText` and
/// `ReportJSON`. Nothing in it depends on how it will be shown.
package struct Report: Hashable, Sendable {
  package var source = Source()

  /// One row for each entry point and status that occurred, in the order in which a program uses the entry points.
  package var calls: [CallCount] = []

  /// The refused calls, equal ones folded together, in the order of their first occurrence.
  package var refusals: [RefusedCall] = []

  /// Refused calls that `refusals` has no room for; they are counted in `calls`.
  package var refusalsLeftOut: UInt64 = 0

  package var allocations = AllocationCensus()

  package var sharing = SharingCensus()

  package var keyedMutexes = HandleCensus<LiveKeyedMutex>()

  /// Handles that owned their mutex at that moment: it is abandoned.
  package var keyedMutexesDestroyedWhileAcquired: UInt64 = 0

  package var syncObjects = HandleCensus<LiveSyncObject>()

  package var ntHandles = HandleCensus<OpenNtHandle>()

  /// Every kernel process of the recording. A plain program is one; `DxgCtl` can make more.
  package var processes: [ProcessMemory] = []

  /// The processes together. The peak is the highest sum at one moment, not the sum of the peaks.
  package var memory = MemoryLevels()

  /// The driver's mistakes that the kernel saw, equal ones folded together.
  package var findings: [DriverFinding] = []

  /// The steps that a plan of faults made fail, in order: together a plan that does the same again.
  package var faults: [String] = []

  /// Those that `faults` has no room for.
  package var faultsLeftOut: UInt64 = 0

  package var removals: [Removal] = []

  /// Calls that had come in and not returned when the recording ended: what a killed or hung program was doing.
  package var inFlight: [CallInFlight] = []

  package init() {}
}

// MARK: - Whether anything is wrong

extension Report {
  /// What `--strict` fails on, one phrase for each kind of thing that was found; empty when there is nothing.
  ///
  /// A refusal counts when it says that the caller made a mistake. One that answers a question (too little memory, a
  /// buffer too small, a device that is gone) does not: asking is how programs find out. Of the findings about a driver
  /// the errors count, warnings do not.
  package var complaints: [String] {
    let mistakes = calls.filter { $0.status.blamesCaller }.reduce(0) { $0 + $1.count }
    let errors = findings.reduce(0) { $1.severity == .error ? $0 + $1.count : $0 }
    let found: [(count: UInt64, one: String, many: String)] = [
      (UInt64(allocations.alive.count) + allocations.aliveLeftOut, "allocation alive", "allocations alive"),
      (keyedMutexes.alive, "keyed mutex alive", "keyed mutexes alive"),
      (syncObjects.alive, "synchronization object alive", "synchronization objects alive"),
      (ntHandles.alive, "NT handle open", "NT handles open"),
      (mistakes, "call refused for a mistake", "calls refused for a mistake"),
      (errors, "finding about the driver", "findings about the driver"),
      (UInt64(inFlight.count), "call in flight", "calls in flight"),
    ]
    let phrases = found.filter { $0.count > 0 }.map { grouped($0.count) + " " + ($0.count == 1 ? $0.one : $0.many) }
    guard let damage = source.damage else { return phrases }
    return phrases + ["a damaged recording: \(damage)"]
  }
}

extension NTStatus {
  /// Whether this failure says that the caller broke a rule, rather than that the machine cannot do what was asked.
  package var blamesCaller: Bool {
    switch self {
    case .bufferTooSmall, .objectNameNotFound, .objectNameCollision, .noMemory, .graphicsNoVideoMemory,
      .insufficientResources, .commitmentLimit, .notSupported,
      .notImplemented, .deviceRemoved, .deviceNotReady, .timeout, .graphicsAdapterWasReset, .graphicsAllocationBusy,
      .graphicsCantLockMemory:
      false
    default: !isSuccess
    }
  }
}
