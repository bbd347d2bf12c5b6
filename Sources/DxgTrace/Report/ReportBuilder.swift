import Dxgkrnl
import WDDM

/// Makes a report of a recording: a fold over its records, in the order of the file.
///
/// Lists that a program can make long are kept to `Limits`; their figures count everything all the same.
package struct ReportBuilder {
  private var report = Report()
  private var counts: [CallKey: UInt64] = [:]
  private var refusals = Folded<RefusalKey, Report.RefusedCall>(limit: Limits.refusals)
  private var findings = Folded<FindingKey, Report.DriverFinding>(limit: Limits.findings)
  private var memory = MemoryFold()
  private var sharing = SharingFold()
  private var modules: [UInt16: String] = [:]
  /// Where each call begins, in order; a call's place in it is its number.
  private var calls: [UInt64] = []

  /// The most entries that a report's lists have.
  package enum Limits {
    package static let refusals = 1_000
    package static let findings = 1_000
    package static let alive = 10_000
    package static let inFlight = 1_000
    package static let shared = 1_000
    package static let removals = 1_000
    package static let faults = 10_000
  }

  private init() {}

  /// The report of a recording.
  ///
  /// - Parameter bytes: a whole file.
  /// - Throws: when it is not a recording that this version reads.
  package static func report(on bytes: RawSpan) throws(RecordingHeader.Flaw) -> Report {
    var reader = try RecordingReader(bytes)
    var builder = ReportBuilder()
    while let record = reader.next() { builder.add(record, of: reader) }
    return builder.finish(reader)
  }
}

// MARK: - Records

extension ReportBuilder {
  private mutating func add(_ record: borrowing RecordBytes, of reader: borrowing RecordingReader) {
    report.source.records += 1
    if let consequence = RecordedConsequence(record) {
      add(consequence, of: reader)
    } else if let call = try? RecordedCall(record.bytes) {
      calls.append(UInt64(record.position))
      add(call)
    }
  }

  private mutating func add(_ call: borrowing RecordedCall) {
    let function = call.entryPoint
    guard !call.isInFlight else {
      if report.inFlight.count < Limits.inFlight {
        report.inFlight.append(
          .init(
            function: "\(function.name)", process: call.process, site: site(of: call), sequence: UInt64(calls.count)))
      }
      return
    }
    let status = NTStatus(call.status)
    counts[CallKey(function: function.rawValue, status: status), default: 0] += 1
    if status.isSuccess {
      let origin = Origin(function: "\(function.name)", site: site(of: call), number: UInt64(calls.count))
      memory.add(call, by: origin)
      endResource(call)
    }
  }

  /// A resource that a call destroyed is said by the call alone.
  private mutating func endResource(_ call: borrowing RecordedCall) {
    switch call.entryPoint {
    case .destroyAllocation, .destroyAllocation2:
      let resource = call.block(as: DestroyAllocationBlock.self).resource
      if resource != 0 { sharing.remove(resource, of: call.process) }
    default: break
    }
  }

  private mutating func add(_ consequence: RecordedConsequence, of reader: borrowing RecordingReader) {
    switch consequence {
    case .module(let id, let path): modules[id] = path
    case .refusal(let refusal): add(refusal, of: reader)
    case .finding(let finding, let call): add(finding, number: number(ofCallAt: call))
    case .fault(let line): add(fault: line)
    case .event(let event, let call): add(event, at: call, of: reader)
    case .unknown: break
    }
  }

  private mutating func add(_ refusal: RecordedRefusal, of reader: borrowing RecordingReader) {
    let origin = origin(ofCallAt: refusal.call, in: reader)
    let key = RefusalKey(
      function: origin.function, status: refusal.status, rule: refusal.rule, argument: refusal.argument,
      value: refusal.value, bound: refusal.bound, site: origin.site)
    refusals.add(key) {
      Report.RefusedCall(
        function: origin.function, status: refusal.status, rule: "\(refusal.rule)", argument: refusal.argument,
        value: refusal.value, bound: refusal.bound,
        reason: Refusal.reason(
          argument: refusal.argument, value: refusal.value, bound: refusal.bound, rule: refusal.rule),
        site: origin.site, sequence: origin.number)
    } again: {
      $0.count += 1
    }
  }

  private mutating func add(_ finding: RecordedFinding, number: UInt64) {
    let key = FindingKey(rule: finding.rule, ddi: finding.ddi, argument: finding.argument, value: finding.value)
    findings.add(key) {
      Report.DriverFinding(
        rule: "\(finding.rule)", sentence: finding.rule.sentence ?? "the driver broke this rule", function: finding.ddi,
        argument: finding.argument, value: finding.value, severity: finding.severity, bugcheck: finding.rule.bugcheck,
        sequence: number)
    } again: {
      $0.count += 1
    }
  }

  private mutating func add(_ event: Event, at call: UInt64, of reader: borrowing RecordingReader) {
    switch event {
    case .allocationCreated(let allocation):
      memory.add(allocation, by: origin(ofCallAt: call, in: reader))
    case .allocationDestroyed(let process, let allocation, let locks):
      memory.remove(allocation, of: process, openLocks: locks)
    case .processCreated(let process): memory.begin(process)
    case .sharedResourceDestroyed(let ordinal):
      memory.removeShared(bytes: sharing.bytes(of: ordinal))
      sharing.add(event)
    case .resourceShared, .resourceOpened, .resourceDestroyed: sharing.add(event)
    case .adapterEnded(let adapter, let how):
      addRemoval(.adapter(adapter), cause: how.words, call: call)
    case .deviceRemoved(let process, let device, let state):
      addRemoval(.device(device, process: process), cause: Self.words(deviceState: state), call: call)
    case .adapterStarted, .processExited, .deviceCreated, .deviceDestroyed, .resourceCreated,
      .finding, .keyedMutexCreated, .keyedMutexDestroyed, .syncObjectCreated, .syncObjectDestroyed, .fault:
      break
    }
  }

  private mutating func add(fault line: String) {
    if report.faults.count < Limits.faults { report.faults.append(line) } else { report.faultsLeftOut += 1 }
  }

  private mutating func addRemoval(_ subject: Report.Removal.Subject, cause: String, call: UInt64) {
    guard report.removals.count < Limits.removals else { return }
    report.removals.append(.init(subject: subject, cause: cause, sequence: number(ofCallAt: call)))
  }
}

// MARK: - The end

extension ReportBuilder {
  private consuming func finish(_ reader: borrowing RecordingReader) -> Report {
    report.source.describe(reader)
    report.calls = counts.sorted { $0.key < $1.key }.map { key, count in
      .init(function: EntryPoint(rawValue: key.function).map { "\($0.name)" } ?? "?", status: key.status, count: count)
    }
    report.refusals = refusals.values
    report.refusalsLeftOut = refusals.leftOut
    report.findings = findings.values
    memory.finish(&report, limit: Limits.alive)
    sharing.finish(&report, limit: Limits.shared)
    return report
  }
}

extension Report.Source {
  fileprivate mutating func describe(_ reader: borrowing RecordingReader) {
    let header = reader.header
    processID = header.processID
    begun = header.begun
    configuration = header.settings
    lost = header.lost + reader.unfinished
    damage = reader.damage.map { "byte \(grouped(UInt64($0.position))): \($0.reason)" }
    switch header.state {
    case .recording: break
    case .noSpace: recorderStopped = "the disk was full or failed (system error \(header.error))"
    case .tooLong: recorderStopped = "the file is as long as it may be"
    }
  }
}

extension ReportBuilder {
  /// `D3DKMT_DEVICEEXECUTION_STATE`, as GetDeviceState answers it.
  private static func words(deviceState: UInt32) -> String {
    guard let state = DeviceExecution(rawValue: deviceState) else { return "device state \(deviceState)" }
    return switch state {
    case .active: "active"
    case .reset: "its adapter was reset"
    case .stopped: "its adapter was stopped or removed"
    case .error: "marked as in error"
    }
  }
}

extension AdapterEnd {
  fileprivate var words: String {
    switch self {
    case .reset: "timeout detection and recovery (TDR)"
    case .stopped: "stopped"
    case .surpriseRemoved: "surprise removal"
    }
  }
}

// MARK: - Who called

extension ReportBuilder {
  /// The call that something happened in.
  struct Origin {
    var function: String
    var site: Report.CallSite
    var number: UInt64
  }

  private func origin(ofCallAt position: UInt64, in reader: borrowing RecordingReader) -> Origin {
    guard let call = reader.call(at: position) else {
      return Origin(function: "no call", site: .init(thread: 0, module: nil, offset: 0), number: 0)
    }
    return Origin(function: "\(call.entryPoint.name)", site: site(of: call), number: number(ofCallAt: position))
  }

  private func site(of call: borrowing RecordedCall) -> Report.CallSite {
    .init(thread: call.thread, module: modules[call.module], offset: UInt64(call.callerOffset))
  }

  /// 1 for the first call of the recording; 0 for a position at which no call begins.
  private func number(ofCallAt position: UInt64) -> UInt64 {
    var (low, high) = (0, calls.count)
    while low < high {
      let middle = (low + high) / 2
      if calls[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < calls.count && calls[low] == position ? UInt64(low + 1) : 0
  }
}

// MARK: - What is the same

private struct CallKey: Hashable, Comparable {
  let function: UInt16
  let status: NTStatus

  /// Entry points in their own order; success first.
  static func < (left: CallKey, right: CallKey) -> Bool {
    (left.function, left.status.bits) < (right.function, right.status.bits)
  }
}

private struct RefusalKey: Hashable {
  let function: String
  let status: NTStatus
  let rule: Rule
  let argument: String
  let value: UInt64
  let bound: UInt64?
  let site: Report.CallSite
}

private struct FindingKey: Hashable {
  let rule: Rule
  let ddi: String
  let argument: String
  let value: UInt64
}
