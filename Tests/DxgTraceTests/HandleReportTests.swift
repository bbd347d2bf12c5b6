import Dxgkrnl
import Testing
import WDDM

@testable import DxgTrace

/// What recordings say about keyed mutexes, synchronization objects and NT handles.
struct HandleReportTests {
  private let mutex: UInt32 = 0x4000_0080
  private let other: UInt32 = 0x4000_00C0

  @Test func aHandleAliveSaysWhatItIsAndWhoMadeIt() throws {
    var recording = RecordingBytes()
    recording.module(1, "/opt/app")
    recording.createKeyedMutex(mutex, object: 1, globalShare: 0x8000_0040)
    recording.createKeyedMutex(other, object: 1, globalShare: 0x8000_0040, opened: true)
    recording.destroyKeyedMutex(mutex)
    recording.createSyncObject(0x4000_0100, object: 1, type: .semaphore)
    recording.createSyncObject(0x4000_0140, object: 2, type: .monitoredFence, isNtSecured: true)
    recording.destroySyncObject(0x4000_0100)
    let report = try recording.report()
    let site = Report.CallSite(thread: 4712, module: "/opt/app", offset: 0x1A2F)
    #expect(report.keyedMutexes.created == 1 && report.keyedMutexes.opened == 1 && report.keyedMutexes.ended == 1)
    #expect(report.keyedMutexes.list.map(\.ordinal) == [2])
    #expect(report.keyedMutexes.list.map(\.created.keyedMutex) == [other])
    #expect(report.keyedMutexes.list.map(\.created.sharing) == [.globalHandle])
    #expect(
      report.keyedMutexes.list.map(\.maker) == [Report.Maker(function: "D3DKMTOpenKeyedMutex", site: site, sequence: 2)]
    )
    #expect(report.syncObjects.created == 2 && report.syncObjects.ended == 1)
    #expect(report.syncObjects.list.map(\.created.typeName) == ["monitored fence"])
    #expect(report.syncObjects.list.map(\.created.sharing) == [.ntHandles])
    #expect(report.syncObjects.list.map(\.created.device) == [0x4000_0040])
    #expect(report.syncObjects.list.map(\.maker.function) == ["D3DKMTCreateSynchronizationObject2"])
    #expect(report.complaints == ["1 keyed mutex alive", "1 synchronization object alive"])
  }

  @Test func anAcquiredMutexIsToldAtAllItsHandles() throws {
    var recording = RecordingBytes()
    recording.createKeyedMutex(mutex, object: 1)
    recording.createKeyedMutex(other, object: 1, opened: true)
    recording.createKeyedMutex(0x4000_0100, object: 2)
    recording.acquire(mutex)
    recording.release(mutex)
    recording.acquire(other)
    #expect(try recording.report().keyedMutexes.list.map(\.holder) == [.anotherHandle, .thisHandle, .nobody])
  }

  @Test func aTimeoutAndAnAbandonedMutexAreNotAcquired() throws {
    var recording = RecordingBytes()
    recording.createKeyedMutex(mutex, object: 1)
    for status: NTStatus in [.timeout, .abandoned] { recording.acquire(mutex, status: status) }
    #expect(try recording.report().keyedMutexes.list.map(\.holder) == [.nobody])
  }

  /// The second acquisition came in while the first was not over: it waited through the same handle, and got the mutex
  /// from the release that stands behind it.
  @Test func anAcquisitionThatWaitedOutlivesTheReleaseBeforeIt() throws {
    var recording = RecordingBytes()
    recording.createKeyedMutex(mutex, object: 1)
    recording.acquire(mutex)
    recording.acquire(mutex)
    recording.release(mutex)
    #expect(try recording.report().keyedMutexes.list.map(\.holder) == [.thisHandle])
  }

  @Test func aHandleDestroyedWhileAcquiredAbandonsTheMutex() throws {
    var recording = RecordingBytes()
    recording.createKeyedMutex(mutex, object: 1)
    recording.createKeyedMutex(other, object: 1, process: 1, opened: true)
    recording.acquire(mutex)
    recording.destroyKeyedMutex(mutex)
    // The same number again is another handle.
    recording.createKeyedMutex(mutex, object: 2)
    let report = try recording.report()
    #expect(report.keyedMutexesDestroyedWhileAcquired == 1)
    #expect(report.keyedMutexes.list.map(\.holder) == [.abandoned, .nobody])
    #expect(report.keyedMutexes.list.map(\.created.process) == [1, 0])
  }

  @Test func anOpenNtHandleSaysItsNumberItsNameAndWhatItHolds() throws {
    var recording = RecordingBytes()
    recording.share(ntHandle: 1, number: 7, name: "Local\\Surface\n", holding: (1, 2, 3))
    recording.share(ntHandle: 2, number: 8, name: "", holding: (0, 0, 4))
    recording.event(28, in: 0, [2])
    let handles = try recording.report().ntHandles
    #expect(handles.created == 2 && handles.opened == 0 && handles.ended == 1)
    #expect(handles.list.map(\.number) == [7])
    #expect(handles.list.map(\.name) == ["Local\\Surface\u{FFFD}"], "a name stays in its line")
    #expect(handles.list.map(\.created.sharedResource) == [1])
    #expect(handles.list.map(\.created.keyedMutex) == [2])
    #expect(handles.list.map(\.created.syncObject) == [3])
    #expect(handles.list.map(\.maker.function) == ["D3DKMTShareObjects"])
    #expect(try recording.report().complaints == ["1 NT handle open"])
  }

  @Test func whatARecordingWithGapsNeverSawChangesNothing() throws {
    var recording = RecordingBytes()
    recording.acquire(mutex)
    recording.destroyKeyedMutex(mutex)
    recording.destroySyncObject(mutex)
    recording.event(28, in: 0, [9])
    let report = try recording.report()
    #expect(report.keyedMutexes == .init() && report.syncObjects == .init() && report.ntHandles == .init())
    #expect(report.keyedMutexesDestroyedWhileAcquired == 0)
  }

  @Test func everythingOfThemIsToldInAnOrderThatReads() throws {
    var recording = RecordingBytes()
    recording.module(1, "/opt/app")
    recording.createKeyedMutex(mutex, object: 1, globalShare: 0x8000_0040)
    recording.createKeyedMutex(other, object: 1, globalShare: 0x8000_0040, opened: true)
    recording.acquire(mutex)
    recording.createSyncObject(0x4000_0100, object: 1, type: .fence)
    recording.share(ntHandle: 1, number: 7, name: "Surface", holding: (1, 0, 0))
    let lines = try ReportText(recording.report()).lines
    let start = try #require(lines.firstIndex { $0.hasPrefix("Keyed mutexes") })
    #expect(
      lines[start...].joined(separator: "\n") == """
        Keyed mutexes  1 created, 1 opened, 0 destroyed (0 while acquired), 2 alive
          1 by D3DKMTCreateKeyedMutex, thread 4712 at app+0x1A2F
              #1  0x40000080  mutex 1  shared as 0x80000040  acquired
          1 by D3DKMTOpenKeyedMutex, thread 4712 at app+0x1A2F
              #2  0x400000C0  mutex 1  shared as 0x80000040, opened  acquired by another handle

        Synchronization objects  1 created, 0 opened, 0 destroyed, 1 alive
          1 by D3DKMTCreateSynchronizationObject2, thread 4712 at app+0x1A2F, on device 0x40000040
              #1  0x40000100  fence 1  not shared

        NT handles  1 created, 0 opened, 0 closed, 1 open
          1 by D3DKMTShareObjects, thread 4712 at app+0x1A2F
              #1  handle 7  shared resource #1  named "Surface"
        """)
  }
}

// MARK: - Records

extension RecordingBytes {
  fileprivate mutating func createKeyedMutex(
    _ handle: UInt32, object: UInt32, process: UInt32 = 0, globalShare: UInt32 = 0, opened: Bool = false
  ) {
    let call = call(opened ? 26 : 24, process: process, block: [0, 0, 0, UInt64(handle)], blockAnswer: 1)
    let words = [UInt64(process), UInt64(handle), UInt64(globalShare), opened ? 1 : 0, UInt64(object), 0]
    event(13, in: call, words)
  }

  fileprivate mutating func destroyKeyedMutex(_ handle: UInt32) {
    event(14, in: call(29, block: [UInt64(handle)]), [0, UInt64(handle)])
  }

  fileprivate mutating func acquire(_ handle: UInt32, status: NTStatus = .success) {
    call(30, block: [0, 0, UInt64(handle) << 32, 0, 0], blockAnswer: 1, status: status.bits)
  }

  fileprivate mutating func release(_ handle: UInt32) { call(32, block: [0, 0, UInt64(handle), 0]) }

  fileprivate mutating func createSyncObject(
    _ handle: UInt32, object: UInt32, type: SynchronizationObjectType, isNtSecured: Bool = false
  ) {
    let call = call(35, block: [0x4000_0040, 0, 0, UInt64(handle)], blockAnswer: 1)
    let words: [UInt64] = [
      0, 0x4000_0040, UInt64(handle), UInt64(type.rawValue), 0, 0, UInt64(object), isNtSecured ? 1 : 0,
    ]
    event(15, in: call, words)
  }

  fileprivate mutating func destroySyncObject(_ handle: UInt32) {
    event(16, in: call(40, block: [UInt64(handle)]), [0, UInt64(handle)])
  }

  fileprivate mutating func share(
    ntHandle: UInt32, number: UInt64, name: String, holding held: (UInt64, UInt64, UInt64)
  ) {
    var data: [UInt64] = []
    for (index, unit) in name.utf16.enumerated() {
      if index % 4 == 0 { data.append(0) }
      data[index / 4] |= UInt64(unit) << UInt64(index % 4 * 16)
    }
    let call = call(
      21, flags: 1, block: [1, UInt64(name.utf16.count * 2) << 32, 0, number], elements: [[0x4000_0080]],
      blockAnswer: 1, data: data)
    event(27, in: call, [0, UInt64(ntHandle), held.0, held.1, held.2, 0])
  }
}
