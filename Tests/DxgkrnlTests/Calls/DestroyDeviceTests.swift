import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

struct DestroyDeviceTests {
  @Test func aHandleThatIsNoneIsRefused() throws {
    let scene = try Scene()
    let allocation = try scene.client.create()
    let device = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    try scene.process.destroyDevice(device)
    // W-035, U-017
    for handle in [0, device, allocation, scene.client.adapter, .max] {
      scene.refuses(.invalidParameter, "U-017") { try scene.process.destroyDevice(handle) }
    }
    try scene.end()
  }

  @Test func looseAllocationsGoFirstThenResourcesThenTheDevice() throws {
    let scene = try Scene()
    let resource = try scene.resource(of: 2)
    let loose = try scene.client.create()
    let handles = scene.driver.calls(of: .createAllocation).map(\.handles)
    scene.driver.forgetCalls()
    try scene.process.destroyDevice(scene.client.device)
    // W-112, U-106, I-011
    #expect(
      scene.driver.calls.map(\.function) == [
        .closeAllocation, .destroyAllocation, .closeAllocation, .destroyAllocation, .destroyDevice,
      ])
    let destroyed = scene.driver.calls(of: .destroyAllocation)
    #expect(destroyed.map(\.handles) == [handles[1], handles[0]] && destroyed.map(\.flag) == [false, true])
    for handle in [loose, resource.allocations[0]] {
      scene.refuses(.invalidParameter, "U-017") { _ = try scene.client.lock(handle) }
    }
    try scene.end()
  }

  @Test func aDeviceLivesOnWithoutItsAdapterHandle() throws {
    let scene = try Scene()
    try scene.process.closeAdapter(scene.client.adapter)
    // I-010: a handle is a reference and not a parent.
    _ = try scene.client.create()
    #expect(scene.driver.calls(of: .destroyProcess).isEmpty)
    try scene.process.destroyDevice(scene.client.device)
    #expect(scene.driver.calls.map(\.function).suffix(2) == [.destroyDevice, .destroyProcess])
    try scene.end()
  }

  @Test func aRemovedDeviceCanBeDestroyed() throws {
    let scene = try Scene()
    _ = try scene.resource(of: 1)
    try scene.adapter.surpriseRemoval()
    try scene.process.destroyDevice(scene.client.device)
    #expect(scene.driver.ledger.devices.isEmpty)
    try scene.end()
  }
}
