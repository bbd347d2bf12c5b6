import CSystem
import DDI
import WDDM

/// Finds races without racing: the calls of a round depend on nothing of each other, so a kernel may run them at once;
/// here they run one after the other, and what each touches is written down. Two accesses to the same eight bytes,
/// one of them a write, none of them atomic, and no lock held at both, are a race whenever the calls do overlap.
///
/// Only memory that was there before a call counts: what it makes itself nobody else knows yet.
final class Rounds {
  /// Two accesses that race.
  struct Race: Hashable {
    let functions: [String]
    let text: String
  }

  private(set) var races: [Race] = []

  init() throws {
    guard dxgk_trace_is_possible() else { throw Skip("this machine cannot trace a driver's memory") }
  }

  func concurrently<First, Second>(
    _ first: () throws -> First, _ second: () throws -> Second
  ) throws -> (First, Second) {
    let (answer, ours) = try traced(first)
    let (other, theirs) = try traced(second)
    compare(ours, theirs)
    return (answer, other)
  }

  private func traced<Answer>(_ body: () throws -> Answer) throws -> (Answer, [dxgk_access]) {
    dxgk_trace_begin()
    let answer = Result { try body() }
    dxgk_trace_end()
    // SAFETY: the list is as long as it says, and changes only while tracing.
    let list = unsafe UnsafeBufferPointer(start: dxgk_trace_accesses(), count: Int(dxgk_trace_count()))
    return (try answer.get(), unsafe Array(list))
  }

  private func compare(_ ours: [dxgk_access], _ theirs: [dxgk_access]) {
    let byPlace = Dictionary(grouping: theirs.filter { $0.is_atomic == 0 }, by: \.place)
    for access in ours where access.is_atomic == 0 {
      for other in byPlace[access.place] ?? [] where Self.race(access, other) {
        let race = Self.describe(access, other)
        if !races.contains(race) { races.append(race) }
      }
    }
  }

  private static func race(_ left: dxgk_access, _ right: dxgk_access) -> Bool {
    guard left.is_write != 0 || right.is_write != 0 else { return false }
    let held = locks(left)
    return !locks(right).contains { held.contains($0) }
  }

  private static func locks(_ access: dxgk_access) -> [UInt64] {
    [access.locks.0, access.locks.1, access.locks.2, access.locks.3].filter { $0 != 0 }
  }

  private static func describe(_ left: dxgk_access, _ right: dxgk_access) -> Race {
    var (maker, size, offset) = (UInt32(0), UInt64(0), UInt64(0))
    var access = left
    unsafe dxgk_trace_describe(&access, &maker, &size, &offset)
    let memory =
      left.block == .max
      ? "a global at driver+0x\(hex(offset))"
      : "byte \(offset) of \(grouped(size)) that \(VerifyFinding.name(maker)) allocated"
    func side(_ access: dxgk_access) -> String {
      let verb = access.is_write != 0 ? "writes" : "reads"
      return "\(VerifyFinding.name(access.function)) \(verb) at driver+0x\(hex(access.code))"
    }
    // Whichever of the two calls came first says nothing.
    let sides = [left, right].sorted { ($0.code, $0.is_write) < ($1.code, $1.is_write) }
    return Race(
      functions: sides.map { VerifyFinding.name($0.function) },
      text: "\(memory): \(side(sides[0])), \(side(sides[1])), without a common lock")
  }
}
