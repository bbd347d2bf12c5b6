import Foundation
import Testing

/// The command, the library and the clients together, as a user has them. One after the other: clpeak alone touches
/// more than a GiB.
@Suite(.serialized)
struct AcceptanceTests {
  private let distribution: Distribution
  private let directory: TemporaryDirectory

  init() throws {
    distribution = try Distribution()
    directory = try TemporaryDirectory()
  }

  // MARK: - A recorded workload

  @Test func theReportOfClpeakSaysWhatItsWorkloadSays() throws {
    let file = distribution.workload("clpeak.csv")
    let workload = try Workload(file)
    let result = try run(["--json"], [distribution.example("replay-workload"), file.path])
    #expect(result.code == 0, "every row played and every locked byte read back: \(result.error)")
    let report = try ReportObject(lastLineOf: result.error).only

    // The workload as the issue has it, so that a wrong reading of the file cannot agree with a wrong report.
    #expect(workload.created == 128 && workload.destroyed == 119 && workload.destroyedWhileLocked == 59)
    #expect(report.allocations.created == workload.created)
    #expect(report.allocations.destroyed == workload.destroyed)
    #expect(report.allocations.destroyedWhileLocked == workload.destroyedWhileLocked)
    #expect(report.allocations.list.map(\.ordinal) == workload.alive.map(\.number))
    #expect(report.allocations.list.map(\.size) == workload.alive.map(\.size))
    #expect(report.allocations.list.map { $0.memory == "caller" } == workload.alive.map(\.isCallers))
    #expect(report.memory.backingStore == .init(now: workload.bytes(callers: false), peak: workload.peakOfOurs))
    #expect(report.memory.callerMemory == .init(now: workload.bytes(callers: true), peak: workload.peakOfCallers))
    #expect(report.memory.commit == report.memory.backingStore)
    #expect(report.count("D3DKMTCreateAllocation2") == workload.created)
    #expect(report.count("D3DKMTDestroyAllocation2") == workload.destroyed)
    #expect(report.count("D3DKMTLock2") == workload.locks)
    #expect(report.refusals.isEmpty && report.findings.isEmpty && report.inFlight.isEmpty)
    for allocation in report.allocations.list {
      #expect(allocation.function == "D3DKMTCreateAllocation2")
      #expect(allocation.site.module?.hasSuffix("/replay-workload") == true)
      #expect(allocation.site.thread > 0)
    }
  }

  @Test func theTextOfItHasTheFiguresOfTheIssue() throws {
    let result = try run([], [distribution.example("replay-workload"), distribution.workload("clpeak.csv").path])
    #expect(result.error.contains("128 created, 119 destroyed (59 while locked), 9 alive: 279.00 MiB"))
    #expect(result.error.contains("1,024.86 MiB"))
    #expect(result.error.contains("791.02 MiB"))
  }

  @Test func aCommitLimitEndsItInOneRefusalThatNamesBothFigures() throws {
    let file = distribution.workload("clpeak.csv")
    let workload = try Workload(file, commit: 1 << 30)
    let refused = try #require(workload.refused)
    let result = try run(["--json", "--commit", "1G"], [distribution.example("replay-workload"), file.path])
    #expect(result.code == 1)
    let report = try ReportObject(lastLineOf: result.error).only
    #expect(report.refusals.count == 1)
    let refusal = try #require(report.refusals.first)
    #expect(refusal.status.name == "STATUS_NO_MEMORY")
    #expect(refusal.function == "D3DKMTCreateAllocation2")
    #expect(refusal.count == 1)
    #expect(refusal.value == refused.charge)
    #expect(refusal.bound == 1 << 30)
    #expect(refusal.reason.contains("1,073,741,824"))
    #expect(refusal.reason.contains(Self.grouped(refused.charge)))
    #expect(report.allocations.created == workload.created)
    #expect(report.memory.commit.peak == workload.peakOfOurs)
  }

  @Test(arguments: ["clinfo.csv", "pyopencl-memorypool.csv", "tinygrad-conv.csv"])
  func theOtherWorkloadsAgreeToo(name: String) throws {
    let workload = try Workload(distribution.workload(name))
    let result = try run(
      ["--json"], [distribution.example("replay-workload"), distribution.workload(name).path])
    #expect(result.code == 0, "\(result.error)")
    let report = try ReportObject(lastLineOf: result.error).only
    #expect(report.allocations.created == workload.created)
    #expect(report.allocations.list.map(\.ordinal) == workload.alive.map(\.number))
    #expect(report.memory.backingStore.peak == workload.peakOfOurs)
    #expect(report.memory.callerMemory.peak == workload.peakOfCallers)
  }

  // MARK: - However it ends

  @Test func aKilledProgramIsReportedToItsLastCall() throws {
    let result = try run(["--json"], [distribution.buildClient(into: directory), "killed"])
    #expect(result.code == 137)
    let object = try ReportObject(lastLineOf: result.error)
    #expect(object.ending?.signal == 9)
    let report = try object.only
    #expect(report.damage == nil && report.lost == 0)
    #expect(report.allocations.list.map(\.size) == [8192, 4096])
    #expect(report.allocations.list.map(\.locked) == [true, false])
    #expect(report.memory.backingStore.now == 12288)
  }

  /// No call that returned is lost, whatever the instant at which the program dies; at most one more of each thread had
  /// returned without being counted yet.
  @Test func whatReturnedBeforeTheKillIsInTheReport() throws {
    let client = try distribution.buildClient(into: directory)
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    for round in 0..<25 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let rounds = state >> 33 & (1 << (round % 14 + 1) - 1)
      let counters = directory.url("counters-\(round)")
      let result = try run(["--json"], [client, "busy", counters.path, "\(rounds)"])
      #expect(result.code == 137, "seed \(seed), round \(round)")
      let report = try ReportObject(lastLineOf: result.error).only
      #expect(report.damage == nil && report.lost <= 2, "seed \(seed), round \(round): \(report.damage ?? "")")
      let words = try Data(contentsOf: counters).prefix(16).enumerated().map { UInt64($1) << UInt64($0 % 8 * 8) }
      let acknowledged = words.reduce(0, +)
      let returned = UInt64(report.count("D3DKMTCreateAllocation2") + report.count("D3DKMTDestroyAllocation2"))
      #expect((acknowledged...acknowledged + 2).contains(returned), "seed \(seed), round \(round)")
      #expect(report.allocations.alive <= 2 && report.inFlight.count <= 2, "seed \(seed), round \(round)")
    }
  }

  @Test func aRecordingThatWasKeptSaysTheSameLater() throws {
    let file = directory.url("recording").path
    for _ in 0..<2 {
      // The second run replaces the first one's recording.
      _ = try run(["--record", file], [distribution.buildClient(into: directory), "killed"])
    }
    let result = try distribution.command(["report", "--json", file])
    #expect(result.code == 0)
    #expect(result.error.isEmpty)
    let object = try ReportObject(lastLineOf: result.output)
    #expect(object.ending == nil)
    #expect(try object.only.allocations.alive == 2)
    #expect(try distribution.command(["report", "--strict", file]).code == 1)
  }

  @Test func everyProcessHasAReportOfItsOwn() throws {
    let file = directory.url("recording").path
    let result = try run(["--json", "--record", file], [distribution.buildClient(into: directory), "forked"])
    #expect(result.code == 0, "\(result.error)")
    let recordings = try ReportObject(lastLineOf: result.error).recordings
    #expect(recordings.map(\.report.allocations.alive) == [0, 1])
    #expect(recordings.map(\.path) == [file, "\(file).\(recordings.last?.report.process ?? 0)"])
    #expect(Set(recordings.map(\.report.process)).count == 2)
  }

  @Test func processesOfOneKernelAreToldApart() throws {
    let result = try run(["--json"], [distribution.buildClient(into: directory), "twofold"])
    #expect(result.code == 0, "\(result.error)")
    let report = try ReportObject(lastLineOf: result.error).only
    #expect(report.allocations.list.map(\.process) == [1])
    #expect(report.processes.map(\.memory.backingStore) == [.init(now: 0, peak: 8192), .init(now: 4096, peak: 4096)])
  }

  @Test func aResetIsTold() throws {
    let result = try run(["--json"], [distribution.buildClient(into: directory), "reset"])
    #expect(result.code == 0, "\(result.error)")
    let report = try ReportObject(lastLineOf: result.error).only
    #expect(report.removals.contains { $0.adapter == 0 && $0.cause.contains("TDR") })
    #expect(report.removals.contains { $0.device != nil })
    #expect(report.count("D3DKMTLock2", "STATUS_DEVICE_REMOVED") == 1)
    #expect(report.complaints.isEmpty)
  }

  // MARK: - Strictness

  @Test func strictIsSilentAboutAProgramThatDoesNothingWrong() throws {
    #expect(try run(["--strict"], [distribution.example("standalone")]).code == 0)
  }

  @Test func strictFailsOnAllocationsAlive() throws {
    let result = try run(["--strict"], [distribution.buildClient(into: directory), "killed"])
    #expect(result.code == 1)
  }

  @Test func strictFailsOnMutexesFencesAndNtHandles() throws {
    let result = try run(["--strict", "--json"], [distribution.buildClient(into: directory), "leaky"])
    #expect(result.code == 1)
    let object = try ReportObject(lastLineOf: result.error)
    #expect(object.ending?.exitCode == 0, "\(result.error)")
    let report = try object.only
    #expect(report.keyedMutexes.list.map(\.object) == [1, 1, 2])
    #expect(report.keyedMutexes.list.map(\.holder) == ["thisHandle", "anotherHandle", "abandoned"])
    #expect(report.keyedMutexes.list.map(\.sharing) == ["globalHandle", "globalHandle", "globalHandle"])
    #expect(report.keyedMutexes.destroyed == 1 && report.keyedMutexes.destroyedWhileAcquired == 1)
    #expect(report.syncObjects.list.map(\.type) == ["monitored fence", "monitored fence"])
    #expect(report.syncObjects.list.map(\.sharing) == ["ntHandles", "ntHandles"])
    #expect(report.ntHandles.created == 3 && report.ntHandles.destroyed == 1, "the last was closed after every call")
    #expect(report.ntHandles.list.map(\.syncObject) == [1, 2])
    let makers = report.keyedMutexes.list.map(\.function) + report.syncObjects.list.map(\.function)
    #expect(
      makers == ["D3DKMTCreateKeyedMutex", "D3DKMTOpenKeyedMutex", "D3DKMTOpenKeyedMutex"]
        + Array(repeating: "D3DKMTCreateSynchronizationObject2", count: 2))
    let sites = report.keyedMutexes.list.map(\.site) + report.syncObjects.list.map(\.site)
    #expect((sites + report.ntHandles.list.map(\.site)).allSatisfy { $0.module?.hasSuffix("/client") == true })
    #expect(
      report.complaints == ["3 keyed mutexes alive", "2 synchronization objects alive", "2 NT handles open"])
    let text = try run([], [distribution.buildClient(into: directory), "leaky"]).error
    for line in [
      "Keyed mutexes  2 created, 2 opened, 1 destroyed (1 while acquired), 3 alive",
      "Synchronization objects  2 created, 0 opened, 0 destroyed, 2 alive",
      "NT handles  3 created, 0 opened, 1 closed, 2 open",
    ] { #expect(text.contains(line), "\(text)") }
  }

  @Test func whatIsSharedAndClosedInGoodOrderIsNoComplaint() throws {
    let result = try run(["--strict", "--json"], [distribution.example("share")])
    #expect(result.code == 0, "\(result.error)")
    let report = try ReportObject(lastLineOf: result.error).only
    #expect(report.sharing.created == 2 && report.sharing.opened == 2 && report.sharing.alive == 0)
    #expect(report.ntHandles.created == 1 && report.ntHandles.destroyed == 1)
  }

  @Test func strictFailsOnAMistakeAndTheReasonNamesTheArgument() throws {
    let result = try run(["--strict", "--json"], [distribution.buildClient(into: directory), "mistaken"])
    #expect(result.code == 1)
    let refusals = try ReportObject(lastLineOf: result.error).only.refusals
    #expect(refusals.map(\.count) == [2])
    #expect(refusals.first?.reason.hasPrefix("hAllocation = 0x12345: ") == true)
    #expect(refusals.first?.site.module?.hasSuffix("/client") == true)
  }

  // MARK: - Adapters

  @Test func theAdaptersOfAMachineAreListed() throws {
    let result = try distribution.command(["adapters", "--vram", "4G:512M", "--wddm", "2.1"])
    #expect(result.code == 0)
    #expect(result.output.contains("WDDM 2.1"))
    #expect(result.output.contains("512.00 MiB"))
    #expect(result.output.contains("3,584.00 MiB"))
  }

  @Test func aDriverInCIsListedAndServesAProgram() throws {
    let driver = distribution.example("minimal-kmd.so")
    let listed = try distribution.command(["adapters", "--json", "--driver", driver])
    #expect(listed.code == 0, "\(listed.error)")
    #expect(listed.output.contains(#""driver":"\#(driver)""#))
    #expect(try run(["--strict", "--driver", driver], [distribution.example("standalone")]).code == 0)
  }

  @Test func aDriversMistakeIsToldAndTheProgramGoesOn() throws {
    let driver = try distribution.buildBrokenDriver(into: directory)
    let result = try distribution.command(
      ["run", "--strict", "--json", "--driver", driver, "--", distribution.example("standalone")],
      environment: ["BROKEN": "status"])
    #expect(result.code == 1)
    #expect(result.output.contains("every byte read back"))
    let object = try ReportObject(lastLineOf: result.error)
    #expect(object.ending?.exitCode == 0)
    #expect(try object.only.findings.count == 1)
    #expect(try object.only.complaints == ["1 finding about the driver"])
  }

  @Test func theVerifierFindsNothingAboutADriverThatKeepsTheRules() throws {
    for driver in [["--driver", distribution.example("minimal-kmd.so")], ["--wddm", "1.3"], []] {
      let result = try run(["--verify=all", "--json", "--strict"] + driver, [distribution.example("standalone")])
      #expect(result.code == 0, "\(result.error)")
      #expect(try ReportObject(lastLineOf: result.error).only.findings.isEmpty)
    }
  }

  @Test func theVerifiersFindingsAreInTheReport() throws {
    let driver = try distribution.buildBrokenDriver(into: directory)
    let result = try distribution.command(
      ["run", "--verify", "--strict", "--driver", driver, "--", distribution.example("standalone")],
      environment: ["BROKEN": "status"])
    #expect(result.code == 1)
    #expect(result.error.contains("DxgkDdiOpenAllocation: K-171"))
    let muted = try distribution.command(
      [
        "run", "--verify", "--mute", "opening", "--strict", "--driver", driver, "--",
        distribution.example("standalone"),
      ],
      environment: ["BROKEN": "status"])
    #expect(muted.code == 0, "\(muted.error)")
  }

  @Test func aDriverThatCrashesLeavesItsCallInFlight() throws {
    let driver = try distribution.buildBrokenDriver(into: directory)
    let result = try distribution.command(
      ["run", "--json", "--driver", driver, "--", distribution.example("standalone")],
      environment: ["BROKEN": "crash"])
    #expect(result.code == 134)
    let report = try ReportObject(lastLineOf: result.error).only
    #expect(report.inFlight.map(\.function) == ["D3DKMTCreateAllocation2"])
    #expect(report.allocations.created == 0)
  }

  @Test(arguments: ["* stacks", "DxgkDdi* random 1/3 seed 4; DxgkDdiCloseAllocation every", "DxgkDdiOpenAllocation 1"])
  func whatFiredFedBackFailsTheSame(plan: String) throws {
    func faults(_ plan: String) throws -> [String] {
      let result = try run(["--json", "--faults", plan], [distribution.example("standalone")])
      return try ReportObject(lastLineOf: result.error).only.faults
    }
    let fired = try faults(plan)
    #expect(!fired.isEmpty)
    #expect(try faults(fired.joined(separator: "; ")) == fired)
  }

  @Test func aFileThatIsNoDriverIsOneLine() throws {
    let file = distribution.dist.appendingPathComponent("lib/libdxgk.so.0").path
    let result = try distribution.command(["adapters", "--driver", file])
    #expect(result.code == 2)
    #expect(result.error == "dxgk: error: cannot load the driver: \(file): it exports no DriverEntry\n")
  }

  // MARK: - Details

  private func run(_ options: [String], _ program: [String]) throws -> BuiltCommand.Result {
    try distribution.command(["run"] + options + ["--"] + program)
  }

  private static func grouped(_ value: Int) -> String {
    let digits = Array(String(value))
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text += "," }
      text.append(digit.element)
    }
  }
}
