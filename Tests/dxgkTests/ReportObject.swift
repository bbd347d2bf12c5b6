import Foundation
import Testing

/// The object of `--json`, read as docs/report.md promises it.
struct ReportObject: Decodable {
  let format: String
  let version: Int
  let command: [String]
  let ending: Ending?
  let recordings: [Recording]

  struct Ending: Decodable {
    let exitCode: Int
    let signal: Int?
  }
  struct Recording: Decodable {
    let path: String?
    let stillRunning: Bool
    let report: Report
  }
  struct Report: Decodable {
    let process: Int
    let machine: [String: String]
    let lost: Int
    let damage: String?
    let calls: [Call]
    let refusals: [Refusal]
    let allocations: Allocations
    let sharing: Sharing
    let keyedMutexes: KeyedMutexes
    let syncObjects: SyncObjects
    let ntHandles: NtHandles
    let memory: Memory
    let processes: [Process]
    let findings: [Finding]
    let faults: [String]
    let removals: [Removal]
    let inFlight: [InFlight]
    let complaints: [String]
  }
  struct Status: Decodable {
    let name: String
    let value: Int
  }
  struct Site: Decodable {
    let thread: Int
    let module: String?
    let offset: Int
  }
  struct Call: Decodable {
    let function: String
    let status: Status
    let count: Int
  }
  struct Refusal: Decodable {
    let function: String
    let status: Status
    let rule: String
    let argument: String
    let value: Int
    let bound: Int?
    let reason: String
    let site: Site
    let count: Int
  }
  struct Allocations: Decodable {
    let created: Int
    let destroyed: Int
    let destroyedWhileLocked: Int
    let alive: Int
    let aliveBytes: Int
    let list: [Allocation]
  }
  struct Allocation: Decodable {
    let ordinal: Int
    let process: Int
    let size: Int
    let memory: String
    let locked: Bool
    let function: String
    let site: Site
  }
  struct Sharing: Decodable {
    let created: Int
    let opened: Int
    let alive: Int
  }
  struct KeyedMutexes: Decodable {
    let created: Int
    let opened: Int
    let destroyed: Int
    let destroyedWhileAcquired: Int
    let alive: Int
    let list: [KeyedMutex]
  }
  struct KeyedMutex: Decodable {
    let object: Int
    let opened: Bool
    let sharing: String
    let holder: String
    let function: String
    let site: Site
  }
  struct SyncObjects: Decodable {
    let created: Int
    let alive: Int
    let list: [SyncObject]
  }
  struct SyncObject: Decodable {
    let object: Int
    let type: String
    let sharing: String
    let function: String
    let site: Site
  }
  struct NtHandles: Decodable {
    let created: Int
    let destroyed: Int
    let alive: Int
    let list: [NtHandle]
  }
  struct NtHandle: Decodable {
    let handle: Int
    let name: String?
    let syncObject: Int
    let function: String
    let site: Site
  }
  struct Memory: Decodable {
    let backingStore: Level
    let callerMemory: Level
    let commit: Level
  }
  struct Level: Decodable, Equatable {
    let now: Int
    let peak: Int
  }
  struct Process: Decodable {
    let process: Int
    let memory: Memory
  }
  struct Finding: Decodable { let rule: String }
  struct Removal: Decodable {
    let adapter: Int?
    let device: Int?
    let cause: String
  }
  struct InFlight: Decodable { let function: String }

  /// The object in the last line of a text: programs write to standard error too.
  init(lastLineOf text: String) throws {
    let line = try #require(text.split(separator: "\n").last, "there is no report")
    self = try JSONDecoder().decode(Self.self, from: Data(line.utf8))
  }

  /// The report of a run in which one process called in.
  var only: Report {
    get throws {
      try #require(recordings.count == 1)
      return recordings[0].report
    }
  }
}

extension ReportObject.Report {
  func count(_ function: String, _ status: String = "STATUS_SUCCESS") -> Int {
    calls.filter { $0.function == function && $0.status.name == status }.reduce(0) { $0 + $1.count }
  }
}
