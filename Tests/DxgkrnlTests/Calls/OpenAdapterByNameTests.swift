import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

struct OpenAdapterByNameTests {
  /// W-023: the displays of all adapters, counted from 1.
  @Test func aDisplayOpensItsAdapterAndNamesItsSource() throws {
    let scene = try Scene { $0.sources = 2 }
    let driver = ScriptedMiniport()
    driver.script { $0.sources = 1 }
    let second = try scene.machine.add(driver)
    let opened = try (1...3).map { try scene.process.openAdapter(gdiDisplayName: #"\\.\DISPLAY\#($0)"#) }
    #expect(opened.map(\.luid) == [scene.adapter.luid, scene.adapter.luid, second.luid])
    #expect(opened.map(\.source) == [0, 1, 0])
    #expect(opened.map(\.handle) == [1, 2, 3].map { scene.client.device + $0 * 0x40 })
    #expect(try scene.process.openAdapter(gdiDisplayName: #"\\.\display3"#).luid == second.luid)
    try scene.machine.shutDown()
  }

  /// U-011, W-021, W-022: not STATUS_INVALID_PARAMETER.
  @Test(arguments: [
    "", #"\\.\DISPLAY"#, #"\\.\DISPLAY0"#, #"\\.\DISPLAY3"#, #"\\.\DISPLAY99999999999"#, "DISPLAY1", "é",
  ])
  func anotherNameIsUnsuccessful(name: String) throws {
    let scene = try Scene { $0.sources = 2 }
    scene.refuses(.unsuccessful, "U-011") { _ = try scene.process.openAdapter(gdiDisplayName: name) }
    try scene.end()
  }

  @Test func aStoppedAdapterHasNoDisplays() throws {
    let scene = try Scene { $0.sources = 1 }
    try scene.adapter.stop()
    scene.refuses(.unsuccessful, "U-011") { _ = try scene.process.openAdapter(gdiDisplayName: #"\\.\DISPLAY1"#) }
    try scene.end()
  }

  @Test func aDeviceInterfaceOpensItsAdapter() throws {
    let scene = try Scene()
    let path = scene.adapter.deviceInterface
    // W-037, in either case of letters.
    for name in [path, path.uppercased()] {
      let opened = try scene.process.openAdapter(deviceName: name)
      #expect(opened.luid == scene.adapter.luid)
      try scene.process.closeAdapter(opened.handle)
    }
    // GUID_DEVINTERFACE_DISPLAY_ADAPTER
    let other = path.prefix { $0 != "{" } + "{5b45201d-f2f2-4f3b-85bb-30ff1f953599}"
    for name in [String(other), "", "\\\\?\\"] {
      scene.refuses(.invalidParameter, "W-037") { _ = try scene.process.openAdapter(deviceName: name) }
    }
    try scene.end()
  }

  @Test func noNumberIsADeviceContext() throws {
    let scene = try Scene()
    // W-025
    for context in [0, 1, UInt64.max] {
      scene.refuses(.invalidParameter, "W-025") { _ = try scene.process.openAdapter(deviceContext: context) }
    }
    try scene.end()
  }
}
