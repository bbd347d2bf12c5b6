import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

struct CreateDeviceTests {
  @Test func aBadAdapterHandleIsRefused() throws {
    let scene = try Scene()
    // W-033, U-012
    for handle in [0, scene.client.device, 0xDEAD_BEC0, scene.client.adapter | 2] {
      scene.refuses(.invalidParameter, "U-012") { _ = try scene.process.createDevice(adapter: handle, flags: 0) }
    }
    try scene.end()
  }

  @Test func reservedFlagsAreRefused() throws {
    let scene = try Scene()
    scene.refuses(.invalidParameter, "U-039") {
      _ = try scene.process.createDevice(adapter: scene.client.adapter, flags: 8)
    }
    #expect(try scene.process.createDevice(adapter: scene.client.adapter, flags: 7) != 0)
    try scene.end()
  }

  @Test func aStoppedAdapterIsRemoved() throws {
    let scene = try Scene()
    try scene.adapter.stop()
    // U-016
    scene.refuses(.deviceRemoved, "U-016") {
      _ = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    }
    try scene.end()
  }

  @Test func theDriversProcessComesWithTheFirstDeviceAndGoesWithTheLastHandle() throws {
    let scene = try Scene()
    let other = try Client(process: try scene.kernel.makeProcess(), on: scene.adapter)
    // K-014
    #expect(scene.driver.calls.map(\.function) == [.createProcess, .createDevice])
    let second = try other.process.createDevice(adapter: other.adapter, flags: 0)
    try other.process.destroyDevice(other.device)
    try other.process.destroyDevice(second)
    #expect(scene.driver.calls(of: .destroyProcess).isEmpty)
    try other.process.closeAdapter(other.adapter)
    #expect(scene.driver.calls(of: .destroyProcess).count == 1)
    try scene.end()
  }

  @Test func aProcessThatWasMadeForADeviceThatFailedGoesAgain() throws {
    let scene = try Scene()
    let process = try scene.kernel.makeProcess()
    let adapter = try process.openAdapter(luid: scene.adapter.luid)
    scene.driver.script { $0.refuse = { $0 == .createDevice ? .noMemory : nil } }
    // K-209
    scene.refuses(.noMemory, "K-209") { _ = try process.createDevice(adapter: adapter, flags: 0) }
    scene.driver.script { $0.refuse = { $0 == .createProcess ? .insufficientResources : nil } }
    scene.refuses(.insufficientResources, "K-014") { _ = try process.createDevice(adapter: adapter, flags: 0) }
    scene.driver.script { $0.refuse = { _ in nil } }
    #expect(try process.createDevice(adapter: adapter, flags: 0) == adapter + 0x40)
    try scene.end()
  }

  @Test(arguments: [InterfaceVersion.win7, .win8, .wddm1_3]) func olderDriversKeepNoProcesses(
    version: InterfaceVersion
  ) throws {
    let scene = try Scene(version: version)
    #expect(scene.driver.ledger.processes.isEmpty)
    try scene.end()
  }
}
