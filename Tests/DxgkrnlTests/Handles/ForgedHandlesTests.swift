import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Numbers that are handles of something else, of somebody else, of nothing any more, or of nothing at all: A34…A39.
struct ForgedHandlesTests {
  /// A37, I-001, I-002: every kind of handle to every parameter that takes another.
  @Test func aHandleOfAnotherKindIsRefusedByEveryParameter() throws {
    let scene = try Scene()
    let collection = try HandleCollection(scene)
    #expect(collection.handles.count == HandleKind.allCases.count)
    for parameter in collection.parameters {
      for (kind, handle) in collection.handles where !parameter.kinds.contains(kind) {
        expectRefusal(of: handle, for: parameter, scene, "\(kind)")
      }
    }
    try scene.end()
  }

  /// A34, A66, U-001, I-012, I-014: 0, a neighbour, other bits, nothing: refused by the same status as a handle of
  /// another kind.
  @Test func aNumberThatWasNeverIssuedIsRefusedByEveryParameter() throws {
    let scene = try Scene()
    let collection = try HandleCollection(scene)
    let next = scene.process.snapshot().nextHandle
    for parameter in collection.parameters {
      var forged: [UInt32] = [0, next, next &+ 0x4000, 0x3F, .max]
      for kind in parameter.kinds {
        let good = collection.handles[kind]!
        forged += [good | 1, good ^ 2, good ^ 0xC000_0000, good & 0x3FFF_FFFF]
      }
      for number in forged where number != 0 || !Self.mayBeNone.contains(parameter.name) {
        expectRefusal(of: number, for: parameter, scene, "0x\(String(number, radix: 16))")
      }
    }
    try scene.end()
  }

  private static let mayBeNone: Set = ["CreateAllocation.hResource", "DestroyAllocation.hResource", "Escape.hDevice"]

  /// A35, I-004: of another process, some of them numbers that this one has not come to.
  @Test func anotherProcessesHandlesAreRefusedByEveryParameter() throws {
    let scene = try Scene()
    let other = try scene.machine.client(on: scene.adapter)
    for _ in 0..<32 { _ = try other.create() }
    let foreign: [UInt32] = [
      try other.process.openAdapter(luid: scene.adapter.luid),
      try other.process.createDevice(adapter: other.adapter, flags: 0),
      try other.create([AllocationRequest()], flags: .createResource).resource, try other.create(),
      try other.process.createKeyedMutex(initialValue: 0).handle,
    ]
    let collection = try HandleCollection(scene)
    for parameter in collection.parameters {
      for handle in foreign { expectRefusal(of: handle, for: parameter, scene, "another process's") }
    }
    try scene.end()
  }

  /// A36: however much was created and destroyed since.
  @Test func aStaleHandleStaysStale() throws {
    let scene = try Scene()
    let stale = try scene.client.create()
    try scene.client.destroy([stale])
    for round in 1...4096 {
      let handle = try scene.client.create()
      try scene.client.destroy([handle])
      guard round.nonzeroBitCount == 1 else { continue }
      scene.refuses(.invalidParameter, "U-096") { _ = try scene.client.lock(stale) }
      scene.refuses(.invalidParameter, "U-096") { try scene.client.destroy([stale]) }
    }
    try scene.end()
  }

  /// A34: of the 65,536 numbers around a handle, and of many others, it is the only one.
  @Test func aHandleCannotBeGuessedFromItsNeighbours() throws {
    let scene = try Scene()
    let handle = try scene.client.create()
    var found: [UInt32] = []
    for distance in 0..<UInt32(1 << 16) {
      let number = handle &- 1 << 15 &+ distance
      if (try? scene.client.lock(number)) != nil { found.append(number) }
    }
    #expect(found == [handle])
    let seed: UInt64 = 0xA34
    var random = SplitMix64(seed: seed)
    for _ in 0..<50_000 {
      let number = UInt32(truncatingIfNeeded: random.next())
      guard number != handle, (try? scene.client.lock(number)) != nil else { continue }
      Issue.record("0x\(String(number, radix: 16)) resolves; seed \(seed)")
    }
    try scene.client.unlock(handle)
    try scene.end()
  }

  /// Expects that the parameter refuses the number by its status, and that nothing changes.
  private func expectRefusal(
    of number: UInt32, for parameter: HandleParameter, _ scene: Scene, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let before = scene.digest
    do {
      try parameter.call(number)
      Issue.record("\(parameter.name) takes \(what)", sourceLocation: sourceLocation)
    } catch let refusal as Refusal {
      #expect(refusal.status == parameter.status, "\(parameter.name): \(what)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(parameter.name): \(error)", sourceLocation: sourceLocation)
    }
    #expect(scene.digest == before, "\(parameter.name): \(what)", sourceLocation: sourceLocation)
  }
}
