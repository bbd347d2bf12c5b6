import DDI
import Dxgkrnl
import DxgTestKit
import Glibc
import Synchronization
import Testing
import WDDM

/// Two calls that meet on one object, and what each may be told.
///
/// Whoever is first, the outcome is that of one order or of the other: no third thing happens, and when everybody has
/// gone nothing is left (I-007, I-008, I-048).
struct Race: Sendable, CustomTestStringConvertible {
  /// What a side was told: nil for success.
  typealias Answer = NTStatus?
  typealias Side = @Sendable (RaceStage) throws -> Void

  let name: String
  /// The sides meet on an adapter of this round alone, which may go.
  var needsAdapter = false
  /// Makes what the sides meet on.
  var prepare: Side = { _ in }
  let left: Side
  let right: Side
  /// Whether the answers of left and right are those of some order.
  let allows: @Sendable (Answer, Answer) -> Bool
  /// What must be so when both are back.
  var afterwards: @Sendable (RaceStage, Answer, Answer) throws -> Void = { _, _, _ in }

  var testDescription: String { name }
}

/// What a side came to that is no refusal: a wait that ended without what it waited for.
struct Outcome: Error {
  let status: NTStatus
}

/// Where a race happens: two processes with a device on one adapter, made for every round.
final class RaceStage: Sendable {
  let scene: Scene
  let adapter: Adapter
  let client: Client
  let other: Client
  /// The driver of an adapter of this round alone.
  private let driver: ScriptedMiniport?
  /// What the preparation made.
  private let made = [Atomic32(), Atomic32(), Atomic32()]

  init(_ scene: Scene, needsAdapter: Bool) throws {
    self.scene = scene
    driver = needsAdapter ? ScriptedMiniport() : nil
    adapter = try driver.map { try scene.machine.add($0) } ?? scene.adapter
    client = try scene.machine.client(on: adapter)
    other = try scene.machine.client(on: adapter)
  }

  /// The handle that the preparation made.
  var handle: UInt32 {
    get { made[0].value }
    set { made[0].value = newValue }
  }

  /// A second one, and a third.
  var second: UInt32 {
    get { made[1].value }
    set { made[1].value = newValue }
  }
  var third: UInt32 {
    get { made[2].value }
    set { made[2].value = newValue }
  }

  /// A process exits, and the system closes its NT handles.
  func leave(_ client: Client) {
    scene.machine.ntHandles.closeAll(of: client.process.ordinal)
    client.process.exit()
  }

  /// Both processes exit, and an adapter of this round is removed.
  func end() throws {
    for client in [client, other] {
      client.process.exit()
      scene.machine.ntHandles.closeAll(of: client.process.ordinal)
    }
    scene.kernel.finishClosedHandles()
    guard let driver else { return }
    if scene.kernel.adapters.contains(where: { $0 === adapter }) { try scene.kernel.remove(adapter) }
    try #require(driver.violations == [] && driver.ledger.isIdle && driver.ledger.adapters.isEmpty)
  }
}

/// A number that threads may look at.
final class Atomic32: Sendable {
  private let number = Atomic<UInt32>(0)
  var value: UInt32 {
    get { number.load(ordering: .relaxed) }
    set { number.store(newValue, ordering: .relaxed) }
  }
}

extension Race {
  /// Runs both sides at once; each waits a little first, another little in each round.
  func run(on stage: RaceStage, _ random: inout SplitMix64) -> (Answer, Answer) {
    let meeting = Meeting()
    let answers = [Answers(), Answers()]
    let delays = [random.below(random.pick([1, 1_000])), random.below(random.pick([1, 1_000, 10_000, 50_000]))]
    let sides = [left, right]
    // Whoever starts last comes first more often than not: take turns.
    let order = random.once(in: 2) ? [0, 1] : [1, 0]
    onThreads(
      order.map { index in
        { @Sendable in
          meeting.arrive(of: 2)
          for _ in 0..<delays[index] { meeting.passTime() }
          answers[index].store(Self.answer { try sides[index](stage) })
        }
      })
    return (answers[0].load(), answers[1].load())
  }

  static func text(_ answer: Answer) -> String { answer.map { "\($0)" } ?? "success" }

  private static func answer(_ body: () throws -> Void) -> Answer {
    do {
      try body()
      return nil
    } catch {
      return (error as? Refusal)?.status ?? (error as? Outcome)?.status ?? NTStatus(0xDEAD_BEEF)
    }
  }
}

/// Where threads wait for each other without sleeping.
private final class Meeting: Sendable {
  private let arrived = Atomic<Int>(0)
  private let time = Atomic<Int>(0)

  func arrive(of count: Int) {
    arrived.wrappingAdd(1, ordering: .acquiringAndReleasing)
    while arrived.load(ordering: .acquiring) < count { sched_yield() }
  }

  func passTime() { time.wrappingAdd(1, ordering: .relaxed) }
}

private final class Answers: Sendable {
  private let status = Atomic<Int32>(0)
  func store(_ answer: Race.Answer) { status.store(answer?.rawValue ?? 0, ordering: .releasing) }
  func load() -> Race.Answer {
    let value = status.load(ordering: .acquiring)
    return value == 0 ? nil : NTStatus(rawValue: value)
  }
}

// MARK: - What may be answered

extension Race {
  /// Success, or the handle was dead already.
  static func isDead(_ answer: Answer) -> Bool { answer == nil || answer == .invalidParameter }
  /// Success, or the device was lost already.
  static func isRemoved(_ answer: Answer) -> Bool { answer == nil || answer == .deviceRemoved }
  /// Whoever was first succeeded, and the second was told this.
  static func isOneOf(_ left: Answer, _ right: Answer, _ second: NTStatus) -> Bool {
    (left == nil) != (right == nil) && (left ?? right) == second
  }
}
