import CWDDM
import DDI
import Dxgkrnl
import DxgTestKit
import Locks
import Testing
import WDDM

/// D3DKMTEscape on its way to a driver and back.
struct EscapeTests {
  @Test func theDriverAnswersInPlace() throws {
    let scene = try Scene { script in
      script.answerEscape = { args in
        guard args.data.byteCount == 3, args.data.record(as: UInt8.self) == 7 else { return .invalidParameter }
        var data = args.mutableData
        data.fill(with: UInt16(0x0908), at: 1)
        return .success
      }
    }
    #expect(try scene.escape([7, 0, 0]) == [7, 8, 9])
    // Which device, if one is named: the driver's own handle.
    #expect(scene.driver.calls(of: .escape).map(\.handles) == [[]])
    _ = try scene.escape([7, 0, 0]) { $0.device = scene.client.device }
    #expect(scene.driver.calls(of: .escape).last?.handles == scene.driver.ledger.devices.keys.sorted())
    try scene.end()
  }

  @Test func aDriversRefusalPassesUnchanged() throws {
    let scene = try Scene { $0.answerEscape = { _ in .privilegedInstruction } }
    scene.refuses(.privilegedInstruction, "K-010") { _ = try scene.escape([1]) }
    let silent = try Scene(missing: [.escape])
    silent.refuses(.notSupported, "K-010") { _ = try silent.escape([1]) }
    try scene.end()
    try silent.end()
  }

  @Test func badArgumentsNeverReachTheDriver() throws {
    let scene = try Scene()
    let other = try scene.machine.add(ScriptedMiniport())
    let elsewhere = try scene.process.openAdapter(luid: other.luid)
    let allocation = try scene.client.create()
    scene.driver.forgetCalls()
    func refuses(_ status: NTStatus, _ rule: Rule, _ change: (inout EscapeArguments) -> Void) {
      scene.refuses(status, rule) { _ = try scene.escape([1], change) }
    }
    // W-046: a zeroed block names no adapter.
    refuses(.invalidParameter, "U-012") { $0.adapter = 0 }
    refuses(.invalidParameter, "U-012") { $0.adapter = scene.client.device }
    refuses(.invalidParameter, "U-017") { $0.device = allocation }
    refuses(.invalidParameter, "U-017") { $0.device = 0x4000_0FC0 }
    refuses(.invalidParameter, "U-130") {
      $0.adapter = elsewhere
      $0.device = scene.client.device
    }
    refuses(.invalidParameter, "D-006") { $0.context = scene.client.device }
    refuses(.invalidParameter, "W-046") { $0.flags = EscapeFlags(rawValue: 1 << 4) }
    refuses(.invalidParameter, "W-046") { $0.flags = EscapeFlags(rawValue: 1 << 8) }
    // The system sets it for guests, and no program does.
    refuses(.invalidParameter, "W-046") { $0.flags = .virtualMachineData }
    for type in [1, 2, 5, 34, 1024] as [UInt32] { refuses(.notSupported, "D-006") { $0.type = type } }
    for type in [7, 19, 40, .max] as [UInt32] { refuses(.invalidParameter, "W-046") { $0.type = type } }
    #expect(scene.driver.calls.isEmpty)
    try scene.machine.shutDown()
  }

  @Test func aRemovedDeviceAndAStoppedAdapterAreNotAsked() throws {
    let scene = try Scene()
    try scene.adapter.resetFromTimeout()
    scene.refuses(.deviceRemoved, "U-302") { _ = try scene.escape([1]) { $0.device = scene.client.device } }
    // The adapter works again.
    _ = try scene.escape([1])
    try scene.adapter.stop()
    scene.driver.forgetCalls()
    scene.refuses(.deviceRemoved, "U-016") { _ = try scene.escape([1]) }
    #expect(scene.driver.calls.isEmpty)
    try scene.end()
  }

  @Test func hardwareAccessIsAloneInTheDriver() throws {  // level two
    let scene = try Scene()
    let others = try (0..<3).map { _ in try scene.machine.client(on: scene.adapter) }
    scene.driver.forgetCalls()
    let inside = Recorder()
    let together = Recorder()
    scene.driver.script { script in
      script.inside = { function in
        // An escape sees how many are inside of other calls.
        if function == .createAllocation { _ = inside.next() }
        if function == .escape, inside.passed % 2 != 0 { _ = together.next() }
        if function == .openAllocation { _ = inside.next() }
      }
    }
    onThreads(
      others.map { client in
        { @Sendable in for _ in 0..<100 { _ = try? client.create() } }
      } + [{ @Sendable in for _ in 0..<100 { _ = try? scene.escape([1]) { $0.flags = .hardwareAccess } } }])
    #expect(scene.driver.calls(of: .escape).count == 100)
    // One process creates at a time here, or two at most halfway: alone, the sum is even.
    #expect(together.passed == 0)
    try scene.end()
  }

  @Test func whatWaitedForTheDriverIsFinishedAfterAnEscape() throws {  // K-195
    let scene = try Scene(version: .wddm3_1)
    let handle = try scene.client.create()
    let reference = Held()
    scene.driver.script { script in
      script.answerEscape = { args in
        if args.data.record(as: UInt8.self) == 1 {
          var query = DXGKARGCB_GETHANDLEDATA()
          query.hObject = handle
          query.Type = DXGK_HANDLE_ALLOCATION
          var token: HANDLE?
          guard HandleCallbacks.acquireHandleData(query, &token) != nil else { return .invalidHandle }
          reference.put(token)
        } else {
          var release = DXGKARGCB_RELEASEHANDLEDATA()
          release.ReleaseHandle = reference.take()
          release.Type = DXGK_HANDLE_ALLOCATION
          HandleCallbacks.releaseHandleData(release)
        }
        return .success
      }
    }
    _ = try scene.escape([1])
    try scene.client.destroy([handle])
    #expect(scene.driver.ledger.allocations.count == 1, "the driver still holds it")
    _ = try scene.escape([2]) { $0.flags = .hardwareAccess }
    #expect(scene.driver.ledger.allocations.isEmpty)
    try scene.end()
  }
}

/// A reference that a driver keeps between two calls.
private final class Held: Sendable {
  private let token = Guarded<HANDLE?>(nil, rank: .driver)
  func put(_ new: HANDLE?) { token.withLock { $0 = new } }
  func take() -> HANDLE? { token.withLock { $0.take() } }
}

extension Scene {
  @discardableResult
  fileprivate func escape(
    _ bytes: [UInt8], _ change: (inout EscapeArguments) -> Void = { _ in }
  ) throws(Refusal) -> [UInt8] {
    var arguments = EscapeArguments(adapter: client.adapter)
    change(&arguments)
    var bytes = bytes
    var span = bytes.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe span.mutableBytes
    try process.escape(arguments, data: &raw)
    return bytes
  }
}
