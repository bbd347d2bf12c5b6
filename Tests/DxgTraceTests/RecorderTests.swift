import CSystem
import DDI
import Dxgkrnl
import Foundation
import Testing
import WDDM

@testable import DxgTrace

struct RecorderTests {
  @Test func whatTheRecorderWritesIsReadBack() throws {
    let scratch = try Scratch()
    let recorder = try Recorder(path: scratch.file, pid: 77, text: [("adapter", "softgpu"), ("commit", "1024")])
    let frame = SampleFrame()
    let created = frame.begin(.createAllocation2, on: recorder, process: 3)
    frame.answer(handle: 0x4000_00C0, size: 8192)
    frame.complete(created, on: recorder, .success)
    let refused = frame.begin(.createAllocation2, on: recorder, process: 3)
    recorder.refuse(refused, Refusal(.noMemory, "D-001", "Size", 5000, bound: 4000))
    frame.complete(refused, on: recorder, .noMemory)

    let calls = try scratch.calls()
    #expect(calls.map(\.status) == [NTStatus.success.bits, NTStatus.noMemory.bits])
    #expect(calls.map(\.process) == [3, 3])
    #expect(calls.map(\.handle) == [0x4000_00C0, 0])
    #expect(calls.map(\.size) == [8192, 0])
    #expect(calls.map(\.data) == [Array(1...48), Array(1...48)])
    let report = try scratch.report()
    #expect(report.source.damage == nil)
    #expect(report.source.processID == 77)
    #expect(
      report.source.configuration == [.init(key: "adapter", value: "softgpu"), .init(key: "commit", value: "1024")])
    #expect(report.source.records == 4, "a module, two calls and a refusal")
  }

  @Test func aFindingKeepsItsSeverityAndSaysWhatWindowsDoes() throws {
    let scratch = try Scratch()
    let recorder = try Recorder(path: scratch.file, pid: 1, text: [])
    let frame = SampleFrame()
    let call = frame.begin(.createAllocation2, on: recorder, process: 0)
    let findings = FindingsAsEvents(recorder)
    findings.found(DriverFinding("K-087", "DxgkDdiCreateAllocation", "EvictionSegmentSet", 1))
    findings.found(DriverFinding("K-093", "DxgkDdiCreateAllocation", "SupportedReadSegmentSet", 7, .warning))
    frame.complete(call, on: recorder, .success)

    let report = try scratch.report()
    #expect(report.findings.map(\.rule) == ["K-087", "K-093"])
    #expect(report.findings.map(\.severity) == [.error, .warning])
    #expect(report.findings.map { $0.bugcheck.map { "\($0)" } ?? "none" } == ["0x10E/0x11", "none"])
    // Warnings are no complaint.
    #expect(report.complaints.contains("1 finding about the driver"))
    let text = ReportText(report).lines.joined(separator: "\n")
    #expect(text.contains("K-093 (warning)") && text.contains("Windows: 0x10E/0x11, an aperture segment"))
  }

  @Test func everyEventIsReadBackAsItWasWritten() throws {
    let scratch = try Scratch()
    let recorder = try Recorder(path: scratch.file, pid: 1, text: [])
    let events: [Event] = [
      .adapterStarted(adapter: 1, luid: 2, version: .wddm3_1, segments: 3), .adapterEnded(adapter: 1, how: .stopped),
      .processCreated(process: 1), .processExited(process: 1), .deviceCreated(process: 1, device: 2, adapter: 3),
      .deviceDestroyed(process: 1, device: 2), .deviceRemoved(process: 1, device: 2, state: 3),
      .resourceCreated(process: 1, resource: 2, device: 3, globalShare: 4), .resourceDestroyed(process: 1, resource: 2),
      .resourceShared(process: 1, resource: 2, shared: 3, bytes: 1 << 40, isNtSecured: true),
      .resourceOpened(
        ResourceOpened(process: 1, device: 2, resource: 3, shared: 4, isReadOnly: true, isFromNtHandle: false)),
      .sharedResourceDestroyed(shared: 1),
      .allocationCreated(
        AllocationCreated(
          process: 1, device: 2, resource: 3, allocation: 4, size: 1 << 40, traits: [.shared, .cpuVisible])),
      .allocationDestroyed(process: 1, allocation: 2, locks: 3),
      .keyedMutexCreated(
        KeyedMutexCreated(
          process: 1, keyedMutex: 2, object: 3, globalShare: 4, isNtSecured: true, wasOpened: false)),
      .keyedMutexDestroyed(process: 1, keyedMutex: 2),
      .syncObjectCreated(
        SyncObjectCreated(
          process: 1, device: 2, syncObject: 3, object: 4, type: 5, globalShare: 6, isNtSecured: false,
          wasOpened: true)),
      .syncObjectDestroyed(process: 1, syncObject: 2),
      .ntHandleCreated(
        NtHandleCreated(
          process: 1, ntHandle: 2, sharedResource: 3, keyedMutex: 4, syncObject: 5, wasOpened: true)),
      .ntHandleClosed(ntHandle: 1),
    ]
    for event in events { recorder.record(event) }
    #expect(try scratch.events() == events.map { "\($0)" })
  }

  @Test func aCallThatHasNotReturnedIsInFlight() throws {
    let scratch = try Scratch()
    let recorder = try Recorder(path: scratch.file, pid: 1, text: [])
    let frame = SampleFrame()
    _ = frame.begin(.createAllocation2, on: recorder, process: 0)
    frame.answer(handle: 0x4000_00C0, size: 8192)
    let calls = try scratch.calls()
    #expect(calls.count == 1)
    #expect(calls[0].isInFlight)
    #expect(calls[0].handle == 0, "the answer is not there before the call returns")
    #expect(try scratch.report().source.damage == nil)
  }

  @Test func aFailedCallHasNoAnswerWhateverTheFrameHolds() throws {
    let scratch = try Scratch()
    let recorder = try Recorder(path: scratch.file, pid: 1, text: [])
    let frame = SampleFrame()
    let position = frame.begin(.createAllocation2, on: recorder, process: 0)
    frame.answer(handle: 0x4000_00C0, size: 8192)
    frame.complete(position, on: recorder, .invalidParameter)
    let calls = try scratch.calls()
    #expect(calls.map(\.handle) == [0])
    #expect(calls.map(\.status) == [NTStatus.invalidParameter.bits])
    #expect(try scratch.report().source.damage == nil)
  }

  @Test func theFileGrowsWhileThreadsWrite() async throws {
    let scratch = try Scratch()
    let recorder = try Recorder(path: scratch.file, pid: 1, text: [])
    let threads = 4, each = 5000
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<threads {
        group.addTask {
          let frame = SampleFrame()
          for index in 0..<each {
            let position = frame.begin(.createAllocation2, on: recorder, process: UInt32(thread))
            frame.answer(handle: UInt32(index), size: UInt64(thread))
            frame.complete(position, on: recorder, .success)
          }
        }
      }
    }
    let calls = try scratch.calls()
    #expect(calls.count == threads * each)
    for thread in 0..<threads {
      let own = calls.filter { $0.process == UInt32(thread) }
      #expect(own.map(\.handle) == (0..<UInt32(each)).map { $0 }, "each thread's calls stand in their order")
      #expect(own.allSatisfy { $0.size == UInt64(thread) })
    }
    #expect(try scratch.report().source.damage == nil)
  }

  @Test func anExistingFileIsNeverTouched() throws {
    let scratch = try Scratch()
    try Data("precious".utf8).write(to: URL(filePath: scratch.file))
    let recorder = try Recorder(path: scratch.file, pid: 42, text: [])
    #expect(recorder.path == scratch.file + ".42")
    let second = try Recorder(path: scratch.file, pid: 42, text: [])
    #expect(second.path == scratch.file + ".42.1")
    #expect(try Data(contentsOf: URL(filePath: scratch.file)) == Data("precious".utf8))
  }

  @Test func nobodyElseMayReadARecording() throws {
    let scratch = try Scratch()
    _ = try Recorder(path: scratch.file, pid: 1, text: [])
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func aPlaceThatCannotBeWrittenIsAnError() {
    #expect(throws: SystemError(number: ENOENT)) {
      _ = try Recorder(path: "/nonexistent/directory/file", pid: 1, text: [])
    }
  }

  @Test func aLongHeaderTextIsCutAtALine() throws {
    let scratch = try Scratch()
    let long = String(repeating: "x", count: 3000)
    _ = try Recorder(path: scratch.file, pid: 1, text: [("a", long), ("b", long), ("c", "1")])
    #expect(try scratch.report().source.configuration == [.init(key: "a", value: long)])
  }

  @Test func aLineBreakInAValueDoesNotMakeALine() throws {
    let scratch = try Scratch()
    _ = try Recorder(path: scratch.file, pid: 1, text: [("program", "/tmp/a\nb=c")])
    #expect(try scratch.report().source.configuration == [.init(key: "program", value: "/tmp/a b=c")])
  }

  /// The system's limit on the size of files stands for a full disk: what does not fit is refused there, too.
  @Test func aFullDiskEndsTheRecordingAndNothingElse() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .exitCode(0)) { [file = scratch.file as String] in
      limitFiles(to: 1 << 20)
      let recorder = try Recorder(path: file, pid: 1, text: [])
      let frame = SampleFrame()
      for _ in 0..<10_000 {
        let position = frame.begin(.createAllocation2, on: recorder, process: 0)
        frame.complete(position, on: recorder, .success)
      }
      exit(0)
    }
    let report = try scratch.report()
    #expect(report.source.damage == nil)
    let calls = try scratch.calls().count
    #expect(calls > 5000 && calls < 10_000)
    #expect(report.source.lost >= UInt64(10_000 - calls), "what found no room is counted")
  }

  @Test func aKilledProgramLeavesEveryCallThatCameIn() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGKILL)) { [file = scratch.file as String] in
      let recorder = try Recorder(path: file, pid: 1, text: [])
      let frame = SampleFrame()
      for index in 0..<1000 {
        let position = frame.begin(.createAllocation2, on: recorder, process: 0)
        frame.answer(handle: UInt32(index), size: 1)
        frame.complete(position, on: recorder, .success)
      }
      _ = frame.begin(.createAllocation2, on: recorder, process: 0)
      kill(getpid(), SIGKILL)
    }
    let calls = try scratch.calls()
    #expect(calls.count == 1001)
    #expect(calls.filter(\.isInFlight).count == 1)
    #expect(calls.last?.isInFlight == true)
    #expect(try scratch.report().source.damage == nil)
  }

  @Test func theSoftwareChecksumAgreesWithTheInstruction() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 0...40, using: &random)).map { _ in random.next() as UInt64 }
      let seed = UInt32.random(in: .min ... .max, using: &random)
      unsafe #expect(dxgk_crc32c(seed, words, words.count) == dxgk_crc32c_in_software(seed, words, words.count))
    }
    // The published check value of CRC32C, of "123456789", begins with that of "12345678"; inversions are the caller's.
    #expect(~dxgk_crc32c_word(~0, 0x3837_3635_3433_3231) == 0x6087_809A)
  }
}
