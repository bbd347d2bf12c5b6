import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// D3DKMTGetSharedPrimaryHandle, and mode changes behind it.
struct SharedPrimaryTests {
  static let small = SurfaceShape(width: 640, height: 480, format: 22)
  static let large = SurfaceShape(width: 1920, height: 1080, format: 22)
  static let rate = RefreshRate(numerator: 60, denominator: 1)

  /// A program beside the process that stands for the system.
  private func program(_ scene: Scene) throws -> Client { try scene.machine.client(on: scene.adapter) }

  private func handle(_ client: Client, source: UInt32 = 0) throws -> UInt32 {
    try client.process.sharedPrimary(adapter: client.adapter, source: source)
  }

  @Test func beforeTheFirstModeThereIsNone() throws {
    let scene = try Scene()
    // U-087: success, and 0.
    #expect(try handle(scene.client) == 0)
    scene.refuses(.invalidParameter, "U-087") { _ = try handle(scene.client, source: 1) }
    scene.refuses(.invalidParameter, "U-087") { _ = try handle(scene.client, source: .max) }
    scene.refuses(.invalidParameter, "U-012") { _ = try scene.process.sharedPrimary(adapter: 0, source: 0) }
    try scene.end()
  }

  @Test func everyProgramIsToldOfTheSystemsPrimaryAndOpensIt() throws {
    let scene = try Scene()
    let made = try scene.process.changeMode(of: 0, to: Self.small, Self.rate, device: scene.client.device)
    let program = try program(scene)
    #expect(try handle(program) == made.globalShare)
    let opened = try program.open(.globalHandle(made.globalShare))
    #expect(opened.allocations.count == 1)
    try scene.end()
  }

  @Test func aModeChangeReplacesThePrimaryAndEndsItsHandle() throws {
    let scene = try Scene()
    let first = try scene.process.changeMode(of: 0, to: Self.small, Self.rate, device: scene.client.device)
    scene.driver.forgetCalls()
    let second = try scene.process.changeMode(of: 0, to: Self.large, Self.rate, device: scene.client.device)
    // U-088, and the order of kernel.md 3.14: the old one goes before the new one comes.
    #expect(
      scene.driver.calls.map(\.function) == [
        .closeAllocation, .destroyAllocation, .getStandardAllocationDriverData, .getStandardAllocationDriverData,
        .createAllocation, .openAllocation,
      ])
    #expect(second.globalShare != first.globalShare)
    let program = try program(scene)
    #expect(try handle(program) == second.globalShare)
    scene.refuses(.invalidParameter, "U-108") { _ = try program.query(.globalHandle(first.globalShare)) }
    #expect(scene.driver.ledger.allocations.count == 1)
    try scene.end()
  }

  @Test func theHandleEndsEvenWhileAnotherHasThePrimaryOpen() throws {
    let scene = try Scene()
    let first = try scene.process.changeMode(of: 0, to: Self.small, Self.rate, device: scene.client.device)
    let program = try program(scene)
    let opened = try program.open(.globalHandle(first.globalShare))
    let second = try scene.process.changeMode(of: 0, to: Self.large, Self.rate, device: scene.client.device)
    // U-088: the handle is of no use any more; what was opened stays the program's to close.
    scene.refuses(.invalidParameter, "U-108") { _ = try program.query(.globalHandle(first.globalShare)) }
    #expect(try handle(program) == second.globalShare)
    #expect(scene.driver.ledger.allocations.count == 2)
    try program.destroy(resource: opened.resource)
    #expect(scene.driver.ledger.allocations.count == 1)
    try scene.end()
  }

  @Test func aModeThatCannotBeMadeLeavesTheSourceWithoutAPrimary() throws {
    let scene = try Scene()
    _ = try scene.process.changeMode(of: 0, to: Self.small, Self.rate, device: scene.client.device)
    scene.driver.script { $0.refuse = { $0 == .createAllocation ? .noMemory : nil } }
    #expect(throws: Refusal.self) {
      _ = try scene.process.changeMode(of: 0, to: Self.large, Self.rate, device: scene.client.device)
    }
    #expect(try handle(scene.client) == 0)
    scene.driver.script { $0.refuse = { _ in nil } }
    let third = try scene.process.changeMode(of: 0, to: Self.large, Self.rate, device: scene.client.device)
    #expect(try handle(scene.client) == third.globalShare)
    try scene.end()
  }

  @Test func aPrimaryThatTheSystemGaveUpIsNone() throws {
    let scene = try Scene()
    let first = try scene.process.changeMode(of: 0, to: Self.small, Self.rate, device: scene.client.device)
    try scene.client.destroy(resource: first.resource)
    #expect(try handle(scene.client) == 0)
    // A system that died took its primary along, and the next one makes its own.
    let system = try program(scene)
    _ = try system.process.changeMode(of: 0, to: Self.small, Self.rate, device: system.device)
    system.process.exit()
    #expect(try handle(scene.client) == 0)
    let other = try scene.process.changeMode(of: 0, to: Self.small, Self.rate, device: scene.client.device)
    #expect(try handle(scene.client) == other.globalShare)
    try scene.end()
  }

  @Test func aStoppedAdapterHasNone() throws {
    let scene = try Scene()
    _ = try scene.process.changeMode(of: 0, to: Self.small, Self.rate, device: scene.client.device)
    try scene.adapter.stop()
    scene.refuses(.deviceRemoved, "U-016") { _ = try handle(scene.client) }
    // Started again it shows nothing until a mode is set, though the old primary is still its owner's to destroy.
    try scene.adapter.start()
    #expect(try handle(scene.client) == 0)
    try scene.end()
  }

  @Test func manyPrimariesOfOneSourceAreAFlipChain() throws {
    let scene = try Scene()
    // U-360, U-364: full-screen back buffers are marked like the primary.
    let seen = AllocationRequest(AllocationAnswer(segments: 0b101), flags: 1)
    let chain = try scene.create([seen, seen, seen], flags: [.createResource, .swapChainBackBuffer])
    #expect(chain.traits.allSatisfy { $0.isSuperset(of: [.primary, .cpuVisible]) })
    // They are not the shared primary of any source.
    #expect(try handle(scene.client) == 0)
    try scene.end()
  }
}
