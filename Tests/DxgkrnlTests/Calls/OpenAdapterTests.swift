import CWDDM
import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

struct OpenAdapterTests {
  private func enumerate(_ scene: Scene, room: Int, filter: UInt64? = nil) throws -> [AdapterRow] {
    var rows = [AdapterRow](repeating: AdapterRow(), count: room)
    var span = rows.mutableSpan
    let count = try scene.process.enumAdapters(filter: filter, into: &span)
    return Array(rows[..<count])
  }

  @Test func eachOpenGivesAnotherHandleThatIsClosedOnce() throws {
    let scene = try Scene()
    // U-012
    let first = try scene.process.openAdapter(luid: scene.adapter.luid)
    let second = try scene.process.openAdapter(luid: scene.adapter.luid)
    #expect(second == first + 0x40)
    try scene.process.closeAdapter(first)
    scene.refuses(.invalidParameter, "U-012") { try scene.process.closeAdapter(first) }
    try scene.process.closeAdapter(second)
    try scene.end()
  }

  @Test func anUnknownLUIDAndABadHandleAreRefused() throws {
    let scene = try Scene()
    scene.refuses(.invalidParameter, "U-012") { _ = try scene.process.openAdapter(luid: 7) }
    // W-032
    for handle in [0, scene.client.device, .max] {
      scene.refuses(.invalidParameter, "U-012") { try scene.process.closeAdapter(handle) }
    }
    try scene.end()
  }

  @Test func anEnumerationOpensEachAdapter() throws {
    let scene = try Scene()
    let second = try scene.machine.add(ScriptedMiniport())
    // W-029
    let rows = try enumerate(scene, room: 4)
    #expect(rows.map(\.adapter) == [scene.client.device + 0x40, scene.client.device + 0x80])
    #expect(rows.map(\.luidLow) == [scene.adapter, second].map { UInt32(truncatingIfNeeded: $0.luid) })
    #expect(Set(rows.map(\.luidLow)).count == 2 && !rows.map(\.luidLow).contains(0))
    try scene.machine.shutDown()
  }

  @Test func tooLittleRoomOpensNothing() throws {
    let scene = try Scene()
    // W-030, U-014
    scene.refuses(.bufferTooSmall, "U-014") { _ = try enumerate(scene, room: 0) }
    _ = try scene.machine.add(ScriptedMiniport())
    scene.refuses(.bufferTooSmall, "U-014") { _ = try enumerate(scene, room: 1) }
    #expect(try enumerate(scene, room: 2).count == 2)
    #expect(scene.process.adapterCapacity == 34)
    try scene.end()
  }

  @Test func computeOnlyAdaptersAreHiddenUnlessAskedFor() throws {
    let scene = try Scene { script in script.changeCaps = { $0.MiscCaps.ComputeOnly = 1 } }
    // W-031
    #expect(try enumerate(scene, room: 1, filter: 0).isEmpty)
    #expect(try enumerate(scene, room: 1, filter: 1).count == 1)
    #expect(try enumerate(scene, room: 1).count == 1)
    try scene.end()
  }

  @Test func aFullTableOpensNothing() throws {
    var limits = Limits()
    limits.handles = 3
    let scene = try Scene(limits: limits)
    _ = try scene.machine.add(ScriptedMiniport())
    // D-003: the second of two does not fit, so the first is closed again.
    scene.refuses(.noMemory, "D-003") { _ = try enumerate(scene, room: 2) }
    let handle = try scene.process.openAdapter(luid: scene.adapter.luid)
    #expect(handle == scene.client.device + 0x40)
    scene.refuses(.noMemory, "D-003") { _ = try scene.process.openAdapter(luid: scene.adapter.luid) }
    scene.refuses(.noMemory, "D-003") { _ = try scene.process.createDevice(adapter: handle, flags: 0) }
    scene.refuses(.noMemory, "D-003") { _ = try scene.client.create() }
    try scene.machine.shutDown()
  }
}
