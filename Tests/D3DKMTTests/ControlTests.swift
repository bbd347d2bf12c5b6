import CWDDM
import Foundation
import Testing
import WDDM

/// dxgkctl.h. Tests that change the adapter run in a child, because this process has one machine for all of them.
@Suite(.serialized)
struct ControlTests {
  @Test func aProcessHasHandlesOfItsOwn() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let own = try Client()
      let number = try #require(Control.makeProcess())
      #expect(Control.enter(number) == 0)
      let other = try Client()
      #expect(other.adapter == 0x4000_0000, "its table begins where every table begins (W-010)")
      let theirs = try other.allocate(4096)
      #expect(DxgCtlLeaveProcess() == 0)
      #expect(own.destroy([theirs]) == .invalidParameter, "numeric equality gives no right (I-004)")
      #expect(Control.enter(number) == 0)
      #expect(DxgCtlExitProcess(number) == 0)
      #expect(other.destroy([theirs]) == .invalidParameter)
      #expect(DxgCtlLeaveProcess() == 0)
      let mine = try own.allocate(4096)
      #expect(own.destroy([mine]) == .success)
      // D-007
      #expect(Control.enter(99) == nil)
      #expect(DxgCtlExitProcess(99) == NTStatus.invalidParameter.rawValue)
      withExtendedLifetime((own, other)) {}
    }
  }

  @Test func aResetTakesDevicesAndLeavesTheAdapter() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let lost = try Client()
      let allocation = try lost.allocate(4096)
      // U-305: D3DKMT_DEVICEEXECUTION_ACTIVE, then _RESET.
      #expect(lost.executionState == 1)
      #expect(Control.reset() == .success)
      #expect(lost.executionState == 2)
      var creation = Creation(device: lost.device)
      #expect(creation.run() == NTStatus.deviceRemoved.rawValue)
      #expect(lost.destroy([allocation]) == .success, "a client can clean up (U-304)")
      let fresh = try Client()
      let again = try fresh.allocate(4096)
      #expect(fresh.destroy([again]) == .success)
      withExtendedLifetime(lost) {}
    }
  }

  @Test func aStoppedAdapterMakesNoDevicesUntilItIsStarted() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let client = try Client()
      #expect(Control.stop() == .success)
      #expect(client.executionState == 4, "D3DKMT_DEVICEEXECUTION_STOPPED (U-305)")
      #expect(Control.stop() == .deviceRemoved)
      #expect(client.nextHandle == 0)
      #expect(Control.start() == .success)
      #expect(client.nextHandle != 0)
      withExtendedLifetime(client) {}
    }
  }

  @Test func aRemovedAdapterIsGone() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let client = try Client()
      let allocation = try client.allocate(4096)
      #expect(Control.remove() == .success)
      #expect(Control.remove() != .success)
      #expect(client.nextHandle == 0)
      #expect(client.destroy([allocation]) == .success)
      withExtendedLifetime(client) {}
    }
  }

  @Test func theSnapshotIsTextOfTheSizeThatItTells() throws {
    let client = try Client()
    let allocation = try client.allocate(64 << 10)
    let text = try #require(Control.snapshot())
    #expect(text.hasPrefix("{") && text.hasSuffix("}"))
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
    #expect(client.destroy([allocation]) == .success)
  }

  @Test func theAdapterIsListedWithoutOpeningIt() throws {
    #expect(Control.adapters().count == 1)
    #expect(Control.adapters().first?.State == DXGCTL_ADAPTER_RUNNING)
  }

  @Test(arguments: badAddresses) func whatCannotBeReadOrWrittenIsRefused(address: UInt) {
    let invalid = NTStatus.invalidParameter.rawValue
    let results = unsafe [
      DxgCtlCreateProcess(.init(bitPattern: address)), DxgCtlResetAdapter(.init(bitPattern: address)),
      DxgCtlListAdapters(nil, .init(bitPattern: address)), DxgCtlSnapshot(nil, .init(bitPattern: address)),
    ]
    #expect(results.allSatisfy { $0 == invalid })
  }

  @Test func virtualTimeMovesOnlyWhenItIsTold() {
    #expect(DxgCtlAdvanceTime(5) == NTStatus.invalidParameter.rawValue, "time is real")
    #expect(DxgCtlSetVirtualTime(1000) == 0)
    #expect(DxgCtlAdvanceTime(500) == 0)
    #expect(DxgCtlAdvanceTime(.max) == NTStatus.invalidParameter.rawValue)
    #expect(DxgCtlUseRealTime() == 0)
    #expect(DxgCtlAdvanceTime(5) == NTStatus.invalidParameter.rawValue)
  }
}

/// The functions of dxgkctl.h, as tests like to call them.
enum Control {
  static func makeProcess() -> UInt32? {
    var number: UInt32 = 0
    return unsafe DxgCtlCreateProcess(&number) == 0 ? number : nil
  }

  /// - Returns: the process before, or nil when there is no such process.
  static func enter(_ number: UInt32) -> UInt32? {
    var previous: UInt32 = 0
    return unsafe DxgCtlEnterProcess(number, &previous) == 0 ? previous : nil
  }

  static func adapters() -> [DXGCTL_ADAPTER] {
    var rows = [DXGCTL_ADAPTER](repeating: DXGCTL_ADAPTER(), count: 4)
    var count: UInt32 = 4
    let status = unsafe DxgCtlListAdapters(&rows, &count)
    return status == 0 ? Array(rows[..<Int(count)]) : []
  }

  static func reset() -> NTStatus { withLuid { unsafe DxgCtlResetAdapter(&$0) } }
  static func stop() -> NTStatus { withLuid { unsafe DxgCtlStopAdapter(&$0) } }
  static func start() -> NTStatus { withLuid { unsafe DxgCtlStartAdapter(&$0) } }
  static func remove() -> NTStatus { withLuid { unsafe DxgCtlRemoveAdapter(&$0) } }

  /// Calls a function with the LUID of the first adapter.
  private static func withLuid(_ function: (inout LUID) -> NTSTATUS) -> NTStatus {
    // A removed adapter may not be listed; it had this LUID.
    var luid = adapters().first?.AdapterLuid ?? LUID(LowPart: 0x1_0000, HighPart: 0)
    return NTStatus(rawValue: function(&luid))
  }

  /// Suites beside this one change what there is to tell: asked again until it fits, and as long as it is then.
  static func snapshot() -> String? {
    var size: SIZE_T = 0
    guard unsafe DxgCtlSnapshot(nil, &size) == NTStatus.bufferTooSmall.rawValue else { return nil }
    while true {
      var text = [CChar](repeating: 0, count: Int(size))
      let status = unsafe NTStatus(rawValue: DxgCtlSnapshot(&text, &size))
      if status == .bufferTooSmall { continue }
      guard status == .success else { return nil }
      return String(decoding: text.prefix(Int(size) - 1).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
