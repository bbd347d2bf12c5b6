import WDDM

extension Report {
  /// The report for a program: one object whose keys are promised in `docs/report.md`.
  ///
  /// Sizes are bytes, handles are numbers, statuses carry both name and value. Every key is always there.
  package var json: JSONText {
    .object([
      "process": .integer(UInt64(source.processID)),
      "begun": .integer(source.begun),
      "machine": .object(source.configuration.map { .init(key: $0.key, value: .string($0.value)) }),
      "records": .integer(source.records),
      "lost": .integer(source.lost),
      "damage": .optional(source.damage),
      "recorderStopped": .optional(source.recorderStopped),
      "calls": .array(calls.map(\.json)),
      "refusals": .array(refusals.map(\.json)),
      "refusalsLeftOut": .integer(refusalsLeftOut),
      "allocations": allocations.json,
      "sharing": sharing.json,
      "keyedMutexes": keyedMutexes.json(
        ["destroyedWhileAcquired": .integer(keyedMutexesDestroyedWhileAcquired)], list: \.json),
      "syncObjects": syncObjects.json(list: \.json),
      "ntHandles": ntHandles.json(list: \.json),
      "memory": memory.json,
      "processes": .array(
        processes.map { .object(["process": .integer(UInt64($0.process)), "memory": $0.levels.json]) }),
      "findings": .array(findings.map(\.json)),
      "faults": .array(faults.map(JSONText.string)),
      "faultsLeftOut": .integer(faultsLeftOut),
      "removals": .array(removals.map(\.json)),
      "inFlight": .array(inFlight.map(\.json)),
      "complaints": .array(complaints.map(JSONText.string)),
    ])
  }
}

// MARK: - Calls

extension Report.CallCount {
  fileprivate var json: JSONText {
    .object(["function": .string(function), "status": status.json, "count": .integer(count)])
  }
}

extension Report.RefusedCall {
  fileprivate var json: JSONText {
    .object([
      "function": .string(function), "status": status.json, "rule": .string(rule), "argument": .string(argument),
      "value": .integer(value), "bound": bound.map(JSONText.integer) ?? .null, "reason": .string(reason),
      "site": site.json, "call": .integer(sequence), "count": .integer(count),
    ])
  }
}

extension Report.CallInFlight {
  fileprivate var json: JSONText {
    .object([
      "function": .string(function), "process": .integer(UInt64(process)), "site": site.json,
      "call": .integer(sequence),
    ])
  }
}

extension Report.CallSite {
  var json: JSONText {
    .object([
      "thread": .integer(UInt64(thread)), "module": .optional(module), "offset": .integer(offset),
    ])
  }
}

extension NTStatus {
  fileprivate var json: JSONText {
    .object(["name": .string(description), "value": .integer(UInt64(bits))])
  }
}

// MARK: - Memory

extension Report.AllocationCensus {
  fileprivate var json: JSONText {
    .object([
      "created": .integer(created), "destroyed": .integer(destroyed),
      "destroyedWhileLocked": .integer(destroyedWhileLocked),
      "alive": .integer(UInt64(alive.count) + aliveLeftOut), "aliveBytes": .integer(aliveBytes),
      "list": .array(alive.map(\.json)),
    ])
  }
}

extension Report.LiveAllocation {
  fileprivate var json: JSONText {
    .object([
      "ordinal": .integer(ordinal), "handle": .integer(UInt64(handle)), "process": .integer(UInt64(process)),
      "device": .integer(UInt64(device)), "resource": .integer(UInt64(resource)), "size": .integer(size),
      "memory": .string(memory.rawValue), "locked": .bool(locked), "function": .string(maker.function),
      "site": maker.site.json, "call": .integer(maker.sequence),
    ])
  }
}

extension Report.SharingCensus {
  fileprivate var json: JSONText {
    .object([
      "created": .integer(created), "opened": .integer(opened),
      "alive": .integer(UInt64(alive.count) + aliveLeftOut), "aliveBytes": .integer(aliveBytes),
      "list": .array(alive.map(\.json)),
    ])
  }
}

extension Report.SharedResource {
  fileprivate var json: JSONText {
    .object([
      "ordinal": .integer(UInt64(ordinal)), "process": .integer(UInt64(process)),
      "resource": .integer(UInt64(resource)), "bytes": .integer(bytes), "ntSecured": .bool(isNtSecured),
      "openers": .array(
        openers.map {
          .object(["process": .integer(UInt64($0.process)), "resource": .integer(UInt64($0.resource))])
        }),
    ])
  }
}

extension Report.MemoryLevels {
  fileprivate var json: JSONText {
    .object([
      "backingStore": backingStore.json, "callerMemory": callerMemory.json, "commit": commit.json,
    ])
  }
}

extension Report.Level {
  fileprivate var json: JSONText { .object(["now": .integer(now), "peak": .integer(peak)]) }
}

// MARK: - The driver and its adapters

extension Report.DriverFinding {
  fileprivate var json: JSONText {
    .object([
      "rule": .string(rule), "sentence": .string(sentence), "function": .string(function),
      "argument": .string(argument), "value": .integer(value), "severity": .string("\(severity)"),
      "bugcheck": .optional(bugcheck.map { "\($0)" }), "call": .integer(sequence), "count": .integer(count),
    ])
  }
}

extension Report.Removal {
  fileprivate var json: JSONText {
    var adapter = JSONText.null
    var device = JSONText.null
    var process = JSONText.null
    switch subject {
    case .adapter(let number): adapter = .integer(UInt64(number))
    case .device(let handle, let owner): (device, process) = (.integer(UInt64(handle)), .integer(UInt64(owner)))
    }
    return .object([
      "adapter": adapter, "device": device, "process": process, "cause": .string(cause), "call": .integer(sequence),
    ])
  }
}
