import Dxgkrnl
import WDDM

/// Makes a report of a recording: a fold over its records, in the order of the file.
///
/// Lists that a program can make long are kept to `Limits`; their figures count everything all the same.
package struct ReportBuilder {
  private var report = Report()
  private var counts: [CallKey: UInt64] = [:]
  private var mistakes = MistakeFold()
  private var memory = MemoryFold()
  private var sharing = SharingFold()
  private var synchronization = SynchronizationFold()
  private var ntHandles = NtHandleFold()
  /// What the first adapter's driver said when it started; the header cannot know it of a driver in a file.
  private var declaredVersion: InterfaceVersion?
  private var modules: [UInt16: String] = [:]
  /// Where each call begins, in order; a call's place in it is its number.
  private var calls: [UInt64] = []

  /// The most entries that a report's lists have.
  package enum Limits {
    package static let refusals = 1_000
    package static let findings = 1_000
    package static let alive = 10_000
    package static let handles = 1_000
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
      memory.add(
        call,
        by: Report.Maker(function: "\(function.name)", site: site(of: call), sequence: UInt64(calls.count)))
      synchronization.add(call)
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
    case .refusal(let refusal): mistakes.add(refusal, of: maker(at: refusal.call, in: reader))
    case .finding(let finding, let call): mistakes.add(finding, number: number(ofCallAt: call))
    case .fault(let line): add(fault: line)
    case .event(let event, let call): add(event, at: call, of: reader)
    case .unknown: break
    }
  }

  private mutating func add(_ event: Event, at call: UInt64, of reader: borrowing RecordingReader) {
    switch event {
    case .allocationCreated(let allocation):
      memory.add(allocation, by: maker(at: call, in: reader))
    case .allocationDestroyed(let process, let allocation, let locks):
      memory.remove(allocation, of: process, openLocks: locks)
    case .processCreated(let process): memory.begin(process)
    case .sharedResourceDestroyed(let ordinal):
      memory.removeShared(bytes: sharing.bytes(of: ordinal))
      sharing.add(event)
    case .resourceShared, .resourceOpened, .resourceDestroyed: sharing.add(event)
    case .keyedMutexCreated, .keyedMutexDestroyed, .syncObjectCreated, .syncObjectDestroyed:
      synchronization.add(event, by: maker(at: call, in: reader))
    case .ntHandleCreated(let created):
      let (number, name) = reader.call(at: call)?.ntHandle ?? (0, nil)
      ntHandles.add(created, number: number, name: name, by: maker(at: call, in: reader))
    case .ntHandleClosed(let handle): ntHandles.close(handle)
    case .adapterEnded(let adapter, let how):
      addRemoval(.adapter(adapter), cause: how.words, call: call)
    case .deviceRemoved(let process, let device, let state):
      addRemoval(.device(device, process: process), cause: Self.words(deviceState: state), call: call)
    case .adapterStarted(_, _, let version, _): declaredVersion = declaredVersion ?? version
    case .processExited, .deviceCreated, .deviceDestroyed, .resourceCreated, .finding, .fault: break
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
    report.source.describe(reader, declaredVersion)
    report.calls = counts.sorted { $0.key < $1.key }.map { key, count in
      .init(function: EntryPoint(rawValue: key.function).map { "\($0.name)" } ?? "?", status: key.status, count: count)
    }
    mistakes.finish(&report)
    memory.finish(&report, limit: Limits.alive)
    sharing.finish(&report, limit: Limits.shared)
    synchronization.finish(&report, limit: Limits.handles)
    ntHandles.finish(&report, limit: Limits.handles)
    return report
  }
}

extension Report.Source {
  fileprivate mutating func describe(_ reader: borrowing RecordingReader, _ declaredVersion: InterfaceVersion?) {
    let header = reader.header
    processID = header.processID
    begun = header.begun
    configuration = header.settings
    if let declaredVersion, !configuration.contains(where: { $0.key == "wddm" }) {
      configuration.append(Report.Setting(key: "wddm", value: declaredVersion.name))
    }
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
  /// Whoever made the call that something happened in.
  private func maker(at position: UInt64, in reader: borrowing RecordingReader) -> Report.Maker {
    guard let call = reader.call(at: position) else {
      return Report.Maker(function: "no call", site: .init(thread: 0, module: nil, offset: 0), sequence: 0)
    }
    return Report.Maker(
      function: "\(call.entryPoint.name)", site: site(of: call), sequence: number(ofCallAt: position))
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
