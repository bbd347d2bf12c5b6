import CWDDM
import Foundation
import Testing
import WDDM

/// Names at the C surface, where a character has two bytes on Windows and four in programs built for WSL.
struct OpenAdapterByNameTests {
  private func open(display name: String, isWide: Bool = false) -> NTStatus {
    var bytes = [UInt8](repeating: 0, count: 144)
    for (index, unit) in name.utf16.enumerated() {
      bytes[index * (isWide ? 4 : 2)] = UInt8(unit & 0xFF)
    }
    let before = bytes
    let status = unsafe bytes.withUnsafeMutableBytes { bytes in
      unsafe D3DKMTOpenAdapterFromGdiDisplayName(
        bytes.baseAddress!.assumingMemoryBound(to: D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME.self))
    }
    #expect(bytes == before, "a refused open writes nothing")
    return NTStatus(rawValue: status)
  }

  @Test func aDisplayThatIsNotAttachedIsUnsuccessful() {
    // W-020
    #expect(D3DKMTOpenAdapterFromGdiDisplayName(nil) == NTStatus.unsuccessful.rawValue)
    // W-021, W-022
    for name in ["", #"\\.\DISPLAY1"#, String(repeating: "x", count: 32)] {
      #expect(open(display: name) == .unsuccessful)
      if name.utf16.count < 32 { #expect(open(display: name, isWide: true) == .unsuccessful) }
    }
  }

  @Test func anArrayThatCannotBeReadIsRefused() {
    for address in badAddresses.dropFirst() {
      let status = unsafe D3DKMTOpenAdapterFromGdiDisplayName(.init(bitPattern: address))
      #expect(status == NTStatus.invalidParameter.rawValue)
    }
  }

  /// W-037. What a program built for WSL passes has four bytes a character.
  @Test func aDeviceInterfaceOpensTheAdapterInEitherWidth() throws {
    let client = try Client()
    defer { withExtendedLifetime(client) {} }
    var rows = [D3DKMT_ADAPTERINFO](repeating: D3DKMT_ADAPTERINFO(), count: 1)
    unsafe rows.withUnsafeMutableBufferPointer { rows in
      var arguments = D3DKMT_ENUMADAPTERS2()
      arguments.NumAdapters = 1
      unsafe arguments.pAdapters = rows.baseAddress
      unsafe #expect(D3DKMTEnumAdapters2(&arguments) == 0)
    }
    let luid = UInt64(rows[0].AdapterLuid.LowPart) | UInt64(UInt32(bitPattern: rows[0].AdapterLuid.HighPart)) << 32
    let path = #"\\?\ROOT#DXGKIT#"# + hex(luid, digits: 16) + "#{1ca05180-a699-450a-9a0c-de4fbe3ddd89}"
    for width in [2, 4] {
      var text = [UInt8](repeating: 0, count: (path.utf16.count + 1) * width)
      for (index, unit) in path.utf16.enumerated() { text[index * width] = UInt8(unit) }
      var arguments = D3DKMT_OPENADAPTERFROMDEVICENAME()
      let status = unsafe text.withUnsafeBytes { text in
        unsafe arguments.pDeviceName = text.baseAddress!.assumingMemoryBound(to: UInt16.self)
        return unsafe D3DKMTOpenAdapterFromDeviceName(&arguments)
      }
      #expect(status == 0)
      #expect(arguments.hAdapter & 0xC000_0000 != 0 && arguments.hAdapter & 0x3F == 0)
      #expect(arguments.AdapterLuid.LowPart == rows[0].AdapterLuid.LowPart)
      var close = D3DKMT_CLOSEADAPTER(hAdapter: arguments.hAdapter)
      unsafe #expect(D3DKMTCloseAdapter(&close) == 0)
    }
    var close = D3DKMT_CLOSEADAPTER(hAdapter: rows[0].hAdapter)
    unsafe #expect(D3DKMTCloseAdapter(&close) == 0)
  }

  @Test func aNameThatIsNullOrCannotBeReadIsRefused() {
    // W-036: the argument itself is among BadPointerTests' functions.
    for address in badAddresses {
      var arguments = D3DKMT_OPENADAPTERFROMDEVICENAME()
      unsafe arguments.pDeviceName = UnsafePointer(bitPattern: address)
      unsafe #expect(D3DKMTOpenAdapterFromDeviceName(&arguments) == NTStatus.invalidParameter.rawValue)
      #expect(arguments.hAdapter == 0)
    }
  }
}
