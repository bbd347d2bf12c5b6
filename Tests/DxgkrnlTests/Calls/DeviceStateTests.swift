import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

struct DeviceStateTests {
  private func execution(_ scene: Scene) throws -> DeviceState {
    try scene.process.deviceState(scene.client.device, type: 1)
  }

  @Test func badArgumentsAreRefused() throws {
    let scene = try Scene()
    for device in [0, scene.client.adapter, .max] {
      scene.refuses(.invalidParameter, "U-017") { _ = try scene.process.deviceState(device, type: 1) }
      scene.refuses(.invalidParameter, "U-017") { try scene.process.markDeviceAsError(device, reason: 0x8000_0000) }
    }
    for type in [0, 7, .max] as [UInt32] {
      scene.refuses(.invalidParameter, "U-305") { _ = try scene.process.deviceState(scene.client.device, type: type) }
    }
    for reason in [0, 1, 0x8000_0001, .max] as [UInt32] {
      scene.refuses(.invalidParameter, "U-307") {
        try scene.process.markDeviceAsError(scene.client.device, reason: reason)
      }
    }
    try scene.end()
  }

  @Test func whereNothingHappenedThereIsNothingToTell() throws {
    let scene = try Scene()
    for type in [2, 3, 4, 6] as [UInt32] {
      #expect(try scene.process.deviceState(scene.client.device, type: type) == .nothing)
    }
    #expect(try scene.process.deviceState(scene.client.device, type: 5) == .noPageFault)
    try scene.end()
  }

  @Test func theFirstReasonStays() throws {
    let scene = try Scene()
    #expect(try execution(scene) == .execution(.active))
    // U-305, U-307, I-078: no later reason is a better one.
    try scene.process.markDeviceAsError(scene.client.device, reason: 0x8000_0006)
    #expect(try execution(scene) == .execution(.error))
    try scene.process.markDeviceAsError(scene.client.device, reason: 0x8000_0000)
    try scene.adapter.resetFromTimeout()
    try scene.adapter.stop()
    try scene.adapter.start()
    #expect(try execution(scene) == .execution(.error))
    scene.refuses(.deviceRemoved, "U-038") { _ = try scene.client.create() }
    // U-301: a new device works.
    let device = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    #expect(try scene.process.deviceState(device, type: 1) == .execution(.active))
    try scene.end()
  }
}
