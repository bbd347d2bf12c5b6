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
  /// Makes what the sides meet on.
  var prepare: Side = { _ in }
  let left: Side
  let right: Side
  /// Whether the answers of left and right are those of some order.
  let allows: @Sendable (Answer, Answer) -> Bool

  var testDescription: String { name }
}

/// Where a race happens: two processes with a device on one adapter, made for every round.
final class RaceStage: Sendable {
  let scene: Scene
  let client: Client
  let other: Client
  /// What the preparation made.
  private let made: Atomic<UInt64>
  let adapter: Adapter

  init(_ scene: Scene) throws {
    self.scene = scene
    client = try scene.machine.client(on: scene.adapter)
    other = try scene.machine.client(on: scene.adapter)
    adapter = scene.adapter
    made = Atomic(0)
  }

  /// The handle that the preparation made.
  var handle: UInt32 {
    get { UInt32(truncatingIfNeeded: made.load(ordering: .relaxed)) }
    set { made.store(UInt64(newValue), ordering: .relaxed) }
  }

  /// A second one; set after the first.
  var second: UInt32 {
    get { UInt32(truncatingIfNeeded: made.load(ordering: .relaxed) >> 32) }
    set { made.store(UInt64(handle) | UInt64(newValue) << 32, ordering: .relaxed) }
  }

  /// Both processes exit.
  func end() {
    client.process.exit()
    other.process.exit()
    for process in [client.process, other.process] { scene.machine.ntHandles.closeAll(of: process.ordinal) }
    scene.kernel.finishClosedHandles()
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
      return (error as? Refusal)?.status ?? NTStatus(0xDEAD_BEEF)
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
