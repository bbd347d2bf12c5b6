import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Keyed mutexes, by one thread: their handles and who owns them (`observed.md` 1.8).
struct KeyedMutexTests {
  let scene: Scene
  let process: Process
  let other: Process

  init() throws {
    scene = try Scene()
    process = scene.process
    other = try scene.machine.client(on: scene.adapter).process
  }

  private func acquire(
    _ process: Process, _ handle: UInt32, key: UInt64, data: UInt32? = nil
  ) throws -> KeyedMutexAcquisition {
    try process.acquireKeyedMutex(
      handle, key: key, timeout: .after(0), buffer: data.map { RuntimeDataBuffer(size: $0, isNull: $0 == 0) })
  }

  @Test func itNeedsNoDeviceAndHasALocalAndAGlobalHandle() throws {
    // W-001, W-002, W-006, W-211
    let first = try process.createKeyedMutex(initialValue: 0)
    let second = try process.createKeyedMutex(initialValue: 0)
    #expect(first.handle & 0xC000_0000 != 0 && first.handle & 0x3F == 0)
    #expect(first.globalShare & 0xC000_0000 != 0 && first.globalShare & 0x3F == 2)
    #expect(second.handle == first.handle + 0x40)
    #expect(second.globalShare != first.globalShare)
    try process.destroyKeyedMutex(first.handle)
    try process.destroyKeyedMutex(second.handle)
    try scene.end()
  }

  @Test func everyOpenGivesAnotherHandleAndTheLastEndsTheGlobalOne() throws {
    // W-212, W-213, W-216, W-217: in whatever order they are destroyed.
    let mutex = try process.createKeyedMutex(initialValue: 0)
    let opened = try other.openKeyedMutex(globalHandle: mutex.globalShare)
    let again = try process.openKeyedMutex(globalHandle: mutex.globalShare)
    #expect(again.handle != mutex.handle && again.globalShare == 0)
    try process.destroyKeyedMutex(mutex.handle)
    try process.destroyKeyedMutex(again.handle)
    let late = try process.openKeyedMutex(globalHandle: mutex.globalShare)
    try other.destroyKeyedMutex(opened.handle)
    try process.destroyKeyedMutex(late.handle)
    scene.refuses(.invalidParameter, "W-212") { _ = try process.openKeyedMutex(globalHandle: mutex.globalShare) }
    for value in [0, 0x1EAD_BEED, mutex.handle] as [UInt32] {
      scene.refuses(.invalidParameter, "W-212") { _ = try process.openKeyedMutex(globalHandle: value) }
    }
    try scene.end()
  }

  @Test func aHandleIsDestroyedOnceAndByItsLocalValue() throws {
    // W-214, W-215
    let mutex = try process.createKeyedMutex(initialValue: 0)
    scene.refuses(.invalidParameter, "W-214") { try process.destroyKeyedMutex(0) }
    scene.refuses(.invalidParameter, "W-214") { try process.destroyKeyedMutex(mutex.globalShare) }
    scene.refuses(.invalidParameter, "W-214") { try process.destroyKeyedMutex(scene.client.device) }
    scene.refuses(.invalidParameter, "W-214") { try other.destroyKeyedMutex(mutex.handle) }
    try process.destroyKeyedMutex(mutex.handle)
    scene.refuses(.invalidParameter, "W-214") { try process.destroyKeyedMutex(mutex.handle) }
    try scene.end()
  }

  @Test func privateDataIsAnnouncedAndTakesItsSize() throws {
    let bare = try process.createKeyedMutex(initialValue: 0)
    let stored = try process.createKeyedMutex(initialValue: 0, runtimeData: [1, 2, 3, 4, 5, 6])
    func open(_ mutex: KeyedMutexOpened, _ size: UInt32, isNull: Bool = false) throws -> KeyedMutexOpened {
      try other.openKeyedMutex(
        globalHandle: mutex.globalShare, buffer: RuntimeDataBuffer(size: size, isNull: isNull))
    }
    scene.refuses(.invalidParameter, "W-218") { _ = try open(bare, 6, isNull: true) }
    scene.refuses(.invalidParameter, "W-218") { _ = try open(stored, 6, isNull: true) }
    // W-219: none stored, any buffer is fine.
    #expect(try open(bare, 64).runtimeDataSize == 0)
    // W-220, W-222, U-152
    #expect(try open(stored, 0, isNull: true).runtimeDataSize == 6)
    #expect(try open(stored, 6).runtimeDataSize == 6)
    // W-221
    scene.refuses(.invalidParameter, "W-221") { _ = try open(stored, 5) }
    scene.refuses(.invalidParameter, "W-221") { _ = try open(stored, 7) }
    try scene.end()
  }

  @Test func sharedThroughNtHandlesItHasNoGlobalOne() throws {
    // W-223
    let mutex = try process.createKeyedMutex(initialValue: 0, flags: 1)
    #expect(mutex.globalShare == 0)
    scene.refuses(.invalidParameter, "W-223") { _ = try process.createKeyedMutex(initialValue: 0, flags: 2) }
    try scene.end()
  }

  @Test func privateDataHasALimit() throws {
    var limits = Limits()
    limits.privateDataBytes = 16
    let scene = try Scene(limits: limits)
    scene.refuses(.invalidParameter, "D-004") {
      _ = try scene.process.createKeyedMutex(initialValue: 0, runtimeData: [UInt8](repeating: 0, count: 17))
    }
    let mutex = try scene.process.createKeyedMutex(initialValue: 0)
    _ = try acquire(scene.process, mutex.handle, key: 0)
    scene.refuses(.invalidParameter, "D-004") {
      try scene.process.releaseKeyedMutex(
        mutex.handle, key: 0, fence: 0, runtimeData: [UInt8](repeating: 0, count: 17))
    }
    try scene.end()
  }

  @Test func itIsAcquiredWithTheKeyOfTheLastRelease() throws {
    // W-224…W-228
    let mutex = try process.createKeyedMutex(initialValue: 0)
    scene.refuses(.invalidParameter, "W-224") { _ = try acquire(process, 0, key: 0) }
    scene.refuses(.invalidParameter, "W-224") { _ = try acquire(process, mutex.globalShare, key: 0) }
    scene.refuses(.invalidParameter, "W-224") {
      try process.releaseKeyedMutex(mutex.globalShare, key: 0, fence: 0)
    }
    #expect(try acquire(process, mutex.handle, key: 1) == .timeout)
    scene.refuses(.invalidParameter, "W-228") { try process.releaseKeyedMutex(mutex.handle, key: 0, fence: 0) }
    #expect(try acquire(process, mutex.handle, key: 0) == .acquired(fence: 0, runtimeData: []))
    try process.releaseKeyedMutex(mutex.handle, key: 1, fence: 1234)
    scene.refuses(.invalidParameter, "W-228") { try process.releaseKeyedMutex(mutex.handle, key: 1, fence: 0) }
    #expect(try acquire(process, mutex.handle, key: 0) == .timeout)
    #expect(try acquire(process, mutex.handle, key: 1) == .acquired(fence: 1234, runtimeData: []))
    try scene.end()
  }

  @Test func theFirstKeyIsTheInitialValue() throws {
    // W-225
    let mutex = try process.createKeyedMutex(initialValue: 77)
    #expect(try acquire(process, mutex.handle, key: 0) == .timeout)
    #expect(try acquire(process, mutex.handle, key: 77) == .acquired(fence: 0, runtimeData: []))
    try scene.end()
  }

  @Test func theHandleOwnsItNotTheProcess() throws {
    let mutex = try process.createKeyedMutex(initialValue: 0)
    let second = try process.openKeyedMutex(globalHandle: mutex.globalShare).handle
    let third = try other.openKeyedMutex(globalHandle: mutex.globalShare).handle
    _ = try acquire(process, mutex.handle, key: 0)
    scene.refuses(.invalidParameter, "W-231") { _ = try acquire(process, mutex.handle, key: 0) }
    #expect(try acquire(process, second, key: 0) == .timeout)
    #expect(try acquire(other, third, key: 0) == .timeout)
    scene.refuses(.invalidParameter, "W-228") { try process.releaseKeyedMutex(second, key: 0, fence: 0) }
    scene.refuses(.invalidParameter, "W-228") { try other.releaseKeyedMutex(third, key: 0, fence: 0) }
    try scene.end()
  }

  @Test func aMutexWhoseOwnerIsDestroyedIsAbandonedForEver() throws {
    // W-230
    let mutex = try process.createKeyedMutex(initialValue: 0)
    let opened = try other.openKeyedMutex(globalHandle: mutex.globalShare).handle
    _ = try acquire(process, mutex.handle, key: 0)
    try process.destroyKeyedMutex(mutex.handle)
    for key in [0, 1, 0] as [UInt64] { #expect(try acquire(other, opened, key: key) == .abandoned) }
    scene.refuses(.invalidParameter, "W-228") { try other.releaseKeyedMutex(opened, key: 0, fence: 0) }
    let late = try process.openKeyedMutex(globalHandle: mutex.globalShare).handle
    #expect(try acquire(process, late, key: 0) == .abandoned)
    #expect(process.snapshot().keyedMutexes.map(\.isAbandoned) == [true])
    try scene.end()
  }

  @Test func aProcessThatExitsAbandonsWhatItOwns() throws {
    // W-230, W-193
    let mutex = try process.createKeyedMutex(initialValue: 0)
    let opened = try other.openKeyedMutex(globalHandle: mutex.globalShare).handle
    _ = try acquire(other, opened, key: 0)
    other.exit()
    #expect(try acquire(process, mutex.handle, key: 0) == .abandoned)
    #expect(process.snapshot().keyedMutexes.map(\.references) == [1])
    scene.refuses(.invalidParameter, "D-009") { _ = try other.createKeyedMutex(initialValue: 0) }
    scene.refuses(.invalidParameter, "D-009") { _ = try other.openKeyedMutex(globalHandle: mutex.globalShare) }
    try scene.end()
  }

  @Test func privateDataGoesFromReleaseToAcquire() throws {
    let mutex = try process.createKeyedMutex(initialValue: 0)
    let opened = try other.openKeyedMutex(globalHandle: mutex.globalShare).handle
    #expect(try acquire(process, mutex.handle, key: 0, data: 3) == .acquired(fence: 0, runtimeData: []))
    try process.releaseKeyedMutex(mutex.handle, key: 0, fence: 5, runtimeData: [7, 8, 9])
    scene.refuses(.invalidParameter, "W-221") { _ = try acquire(other, opened, key: 0, data: 2) }
    scene.refuses(.invalidParameter, "W-218") {
      _ = try other.acquireKeyedMutex(
        opened, key: 0, timeout: .after(0), buffer: RuntimeDataBuffer(size: 3, isNull: true))
    }
    #expect(try acquire(other, opened, key: 0, data: 3) == .acquired(fence: 5, runtimeData: [7, 8, 9]))
    scene.refuses(.invalidParameter, "W-221") {
      try other.releaseKeyedMutex(opened, key: 0, fence: 6, runtimeData: [1])
    }
    try other.releaseKeyedMutex(opened, key: 0, fence: 6, runtimeData: [1, 2, 3])
    #expect(try acquire(process, mutex.handle, key: 0) == .acquired(fence: 6, runtimeData: []))
    try scene.end()
  }

  @Test func aFullTableOfHandlesRefusesAndLeavesNothing() throws {
    var limits = Limits()
    limits.handles = 3
    let scene = try Scene(limits: limits)
    let mutex = try scene.process.createKeyedMutex(initialValue: 0)
    scene.refuses(.noMemory, "D-003") { _ = try scene.process.createKeyedMutex(initialValue: 0) }
    scene.refuses(.noMemory, "D-003") { _ = try scene.process.openKeyedMutex(globalHandle: mutex.globalShare) }
    #expect(scene.process.snapshot().keyedMutexes.map(\.references) == [1])
    try scene.end()
  }
}
