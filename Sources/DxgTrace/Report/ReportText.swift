import WDDM

/// A report for a person: what went wrong stands where the eye falls, and every figure has its unit.
///
/// Sections appear in one order and always, so that two reports can be laid side by side; the ones that are normally
/// empty (refusals, what is shared, synchronization, findings, faults, removals, calls in flight) appear only when they
/// are not.
package struct ReportText {
  let report: Report
  let ink: Ink
  /// The most rows that one list prints; the rest is counted in a last line.
  let rowLimit: Int

  package init(_ report: Report, ink: Ink = .plain, rowLimit: Int = 24) {
    self.report = report
    self.ink = ink
    self.rowLimit = rowLimit
  }

  /// The report as lines, without a title: what program it was stands above, where that is known.
  package var lines: [String] {
    let sections = [
      source, calls, refusals, memory, allocations, sharing, keyedMutexes, syncObjects, ntHandles, findings, faults,
      removals, inFlight,
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }
}

// MARK: - Where it comes from

extension ReportText {
  private var source: [String] {
    var lines: [String] = []
    let machine = MachineText(report.source.configuration).words
    if !machine.isEmpty { lines.append(ink.heading("Machine") + "  " + machine) }
    if let damage = report.source.damage { lines.append(ink.alarm("Recording damaged at \(damage)")) }
    if let reason = report.source.recorderStopped {
      lines.append(ink.alarm("Recording stopped while the program went on: \(reason)"))
    }
    if report.source.lost > 0 {
      lines.append(ink.alarm(Quantity.count(report.source.lost, "record") + " missing; figures may be too low"))
    }
    return lines
  }
}

// MARK: - Calls

extension ReportText {
  private var calls: [String] {
    let total = report.calls.reduce(0) { $0 + $1.count }
    let refused = report.calls.reduce(0) { $0 + ($1.status.isSuccess ? 0 : $1.count) }
    var table = Table([.left, .right, .left])
    var previous: String?
    for row in report.calls {
      let status = row.status.isSuccess ? "\(row.status)" : ink.alarm("\(row.status)")
      table.add(row.function == previous ? "" : row.function, grouped(row.count), status)
      previous = row.function
    }
    let summary = refused == 0 ? "none refused" : ink.alarm("\(grouped(refused)) refused")
    return [ink.heading("Calls") + "  \(grouped(total)), \(summary)"] + table.lines
  }

  private var refusals: [String] {
    guard !report.refusals.isEmpty else { return [] }
    var lines = [ink.heading("Refused calls")]
    for refusal in report.refusals.prefix(rowLimit) {
      let times = refusal.count == 1 ? "" : ", \(grouped(refusal.count)) times"
      lines.append("  \(refusal.function): " + ink.alarm("\(refusal.status)") + times)
      lines.append("      \(refusal.reason)")
      lines.append("      " + ink.quiet("call \(grouped(refusal.sequence)), \(refusal.site.text)"))
    }
    let hidden = UInt64(report.refusals.dropFirst(rowLimit).count) + report.refusalsLeftOut
    return lines + more(hidden, "refusal")
  }

  private var inFlight: [String] {
    guard !report.inFlight.isEmpty else { return [] }
    var table = Table([.left, .left])
    for call in report.inFlight.prefix(rowLimit) {
      table.add(call.function, "call \(grouped(call.sequence)), \(call.site.text)")
    }
    return [ink.heading("Calls in flight at the end")] + table.lines
      + more(UInt64(report.inFlight.dropFirst(rowLimit).count), "call")
  }
}

// MARK: - Memory

extension ReportText {
  private var memory: [String] {
    var table = Table([.left, .right, .right])
    table.add("", "at the end", "peak")
    addLevels(report.memory, to: &table, indent: "")
    if report.processes.count > 1 {
      for process in report.processes {
        table.add("process \(process.process)")
        addLevels(process.levels, to: &table, indent: "  ")
      }
    }
    // The heading stands in the first row, whose first cell is empty.
    let name = "Memory"
    return [ink.heading(name) + table.lines[0].dropFirst(name.count)] + table.lines.dropFirst()
  }

  private func addLevels(_ levels: Report.MemoryLevels, to table: inout Table, indent: String) {
    for (name, level) in [
      ("backing store", levels.backingStore), ("caller's memory", levels.callerMemory), ("commit", levels.commit),
    ] {
      table.add(indent + name, Quantity.bytes(level.now), Quantity.bytes(level.peak))
    }
  }
}

// MARK: - The driver and its adapters

extension ReportText {
  private var findings: [String] {
    guard !report.findings.isEmpty else { return [] }
    var lines = [ink.heading("The driver's mistakes")]
    for finding in report.findings.prefix(rowLimit) {
      let times = finding.count == 1 ? "" : ", \(grouped(finding.count)) times"
      let rule = finding.severity == .error ? ink.alarm(finding.rule) : "\(finding.rule) (warning)"
      lines.append("  \(finding.function): " + rule + times)
      lines.append("      \(finding.argument) = 0x\(hex(finding.value)): \(finding.sentence)")
      if let stop = finding.bugcheck { lines.append("      " + ink.quiet("Windows: \(stop), \(stop.cause)")) }
      lines.append("      " + ink.quiet("first in call \(grouped(finding.sequence))"))
    }
    return lines + more(UInt64(report.findings.dropFirst(rowLimit).count), "finding")
  }

  /// All of them, whatever the limit of rows: they are for feeding back.
  private var faults: [String] {
    guard !report.faults.isEmpty else { return [] }
    return [ink.heading("Faults that fired") + ink.quiet(" (a plan for --faults)")] + report.faults.map { "  " + $0 }
      + more(report.faultsLeftOut, "fault")
  }

  private var removals: [String] {
    guard !report.removals.isEmpty else { return [] }
    var table = Table([.left, .left])
    for removal in report.removals.prefix(rowLimit) {
      let moment = removal.sequence == 0 ? "" : ", in call \(grouped(removal.sequence))"
      table.add(removal.subject.text, removal.cause + moment)
    }
    return [ink.heading("Removed")] + table.lines
      + more(UInt64(report.removals.dropFirst(rowLimit).count), "removal")
  }
}

// MARK: - Details

extension ReportText {
  func more(_ hidden: UInt64, _ one: String) -> [String] {
    hidden == 0 ? [] : ["  … and " + Quantity.count(hidden, "more " + one)]
  }
}

extension Report.CallSite {
  /// "thread 4711 at replay-workload+0x1A2F": the module by its file name.
  var text: String {
    guard let module else { return "thread \(thread)" }
    let name = module.split(separator: "/").last.map(String.init) ?? module
    return "thread \(thread) at \(name)+0x\(hex(offset))"
  }
}

extension Report.Removal.Subject {
  fileprivate var text: String {
    switch self {
    case .adapter(let number): "adapter \(number)"
    case .device(let handle, let process): "device 0x\(hex(UInt64(handle), digits: 8)) of process \(process)"
    }
  }
}
