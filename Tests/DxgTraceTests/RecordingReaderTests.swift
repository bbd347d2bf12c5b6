import Testing
import WDDM

@testable import DxgTrace

struct RecordingReaderTests {
  /// Two calls, a refusal, an event.
  private var sample: RecordingBytes {
    var recording = RecordingBytes()
    recording.module(1, "/opt/app")
    recording.create(0x4000_0080, size: 8192)
    let refused = recording.lock(7, status: NTStatus.invalidHandle.bits)
    recording.refusal(of: refused, NTStatus.invalidHandle.bits, ("U", 96), "hAllocation", 7)
    let destroyed = recording.destroy(0x4000_0080)
    recording.event(11, in: destroyed, [0, 0x4000_0080, 1])
    return recording
  }

  @Test func aRecordingMadeByHandIsReadToItsEnd() throws {
    let report = try sample.report()
    #expect(report.source.records == 6)
    #expect(report.source.damage == nil)
    #expect(report.source.lost == 0)
    #expect(report.source.processID == 4711)
    #expect(report.source.begun == 1_800_000_000_000_000_000)
    #expect(
      report.source.configuration == [
        .init(key: "adapter", value: "softgpu"), .init(key: "commit", value: "1073741824"),
      ])
  }

  @Test func zerosBehindTheLastRecordAreTheEnd() throws {
    var recording = sample
    recording.zeros(60_000)
    #expect(try recording.report() == sample.report())
  }

  @Test(
    arguments: [
      ([], "is not a recording of dxgk"), (Array("DxgKitR".utf8), "is not a recording of dxgk"),
      (Array("DxgKitRc".utf8), "ends inside its header"),
    ] as [([UInt8], String)])
  func whatIsNoRecordingIsRefused(bytes: [UInt8], reason: String) {
    #expect(throws: RecordingHeader.Flaw(reason: reason)) { try bytes.report() }
  }

  @Test(arguments: [
    (8, "has version 2 of the format; this dxgk reads version 1"), (12, "has a damaged header"),
    (28, "was made on a machine of the other byte order"), (64, "has a damaged header"), (48, "has a damaged header"),
  ])
  func aHeaderThatCannotBeReadSaysWhy(offset: Int, reason: String) {
    var recording = sample
    recording.change(offset) { $0 = offset == 8 ? 2 : $0 ^ 0x40 }
    #expect(throws: RecordingHeader.Flaw(reason: reason)) { try recording.report() }
  }

  @Test func aHoleIsSteppedOverAndCounted() throws {
    var recording = sample
    recording.zeros(104)
    recording.create(0x4000_00C0, size: 4096)
    let report = try recording.report()
    #expect(report.source.records == 7)
    #expect(report.source.lost == 1)
    #expect(report.source.damage == nil)
    #expect(report.allocations.created == 2)
  }

  @Test func anUnfinishedRecordIsSteppedOverAndCounted() throws {
    var recording = RecordingBytes()
    let position = Int(recording.create(0x4000_0080, size: 4096))
    recording.change(position + 3) { $0 |= 0x80 }
    recording.create(0x4000_00C0, size: 4096)
    let report = try recording.report()
    #expect(report.source.records == 1)
    #expect(report.source.lost == 1)
    #expect(report.allocations.alive.map(\.handle) == [0x4000_00C0])
  }

  @Test func aRecordOfAnotherPlaceDoesNotFit() throws {
    var recording = RecordingBytes()
    recording.create(0x4000_0080, size: 4096)
    recording.create(0x4000_00C0, size: 4096)
    let length = (recording.bytes.count - 4096) / 2
    let moved = recording.bytes.prefix(4096) + recording.bytes.suffix(length)
    #expect(try Array(moved).report().source.damage == "byte 4,096: the call's check does not fit")
  }

  @Test func cutAnywhereItYieldsTheRecordsThatAreWhole() throws {
    let whole = sample.bytes
    let starts = try recordEnds(whole)
    for length in 4096...whole.count {
      let report = try Array(whole.prefix(length)).report()
      // I-097
      #expect(report.source.records == UInt64(starts.count { $0 <= length }), "cut at \(length)")
    }
  }

  @Test func aBentBitNeverBecomesAnotherRecordAndWhatIsBeforeItStays() throws {
    let whole = sample.bytes
    let ends = try recordEnds(whole)
    let original = try whole.report()
    for position in 4096..<whole.count {
      let before = UInt64(ends.count { $0 <= position })
      for bit in 0..<8 {
        var bent = whole
        bent[position] ^= 1 << bit
        let report = try bent.report()
        #expect(report.source.records >= before, "byte \(position), bit \(bit)")
        #expect(report.source.records < original.source.records, "byte \(position), bit \(bit)")
        #expect(report.source.damage != nil || report.source.lost > 0, "byte \(position), bit \(bit)")
      }
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func noBytesStopTheReader(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var bytes = sample.bytes
    bytes += [UInt8](repeating: 0, count: 4096)
    for _ in 0..<Int.random(in: 1...64, using: &random) {
      let position = Int.random(in: 4096..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[position] = .random(in: 0...255, using: &random)
      case 1: for index in position..<min(position + 16, bytes.count) { bytes[index] = 0xFF }
      default: for index in position & ~7..<min(position + 64, bytes.count) { bytes[index] = 0 }
      }
    }
    let report = try bytes.report()
    #expect(report.source.records <= 6, "seed \(seed)")
    _ = report.json.description + ReportText(report).lines.joined()
  }

  /// Whole records, with whatever in them: what a check does not protect from.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func noContentsStopTheReader(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var recording = RecordingBytes(text: "adapter\nvram=x\n=\u{1B}[31m\n\n")
    for _ in 0..<40 {
      let words = (0..<Int.random(in: 0..<9, using: &random)).map { _ in random.oddWord() }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: recording.record(0x100 + .random(in: 0..<5, using: &random), words, text: "\u{1B}]0;\u{7}\n\u{9B}x")
      case 1: recording.event(.random(in: 0..<15, using: &random), in: random.oddWord(), words, text: "\n\n")
      case 2: recording.refusal(of: random.oddWord(), 0xC000_000D, ("U", 17), "\u{1B}", random.oddWord())
      default:
        let flags = UInt32.random(in: 0..<4, using: &random)
        let block = (0..<5).map { _ in random.oddWord() & 0xF_FFFF_FFFF }
        recording.call(.random(in: 0..<17, using: &random), flags: flags, block: block, data: words)
      }
    }
    let report = try recording.report()
    let text = ReportText(report).lines.joined(separator: "\n") + report.json.description
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }, "seed \(seed)")
  }

  @Test func aFileMadeToBeSlowIsGivenUp() throws {
    // Behind a hole, every word claims a record that reaches to the end.
    var bytes = RecordingBytes().bytes + [UInt8](repeating: 0, count: 8)
    for position in stride(from: bytes.count, to: 1 << 20, by: 8) {
      let length = UInt32((1 << 20) - position)
      bytes += (0..<8).map { $0 < 4 ? UInt8(truncatingIfNeeded: length >> UInt32(8 * $0)) : $0 == 5 ? 1 : 0 }
    }
    #expect(try bytes.report().source.damage == "byte 4,096: no record can be found behind the hole that begins here")
  }

  /// Where each record of whole bytes ends.
  private func recordEnds(_ bytes: [UInt8]) throws -> [Int] {
    var ends: [Int] = []
    var position = 4096
    while position < bytes.count {
      position += (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
      ends.append(position)
    }
    return ends
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  /// A number that is often small, at an edge, or the place of a record.
  mutating func oddWord() -> UInt64 {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: .random(in: 0..<8, using: &self)
    case 1: 4096 + 8 * .random(in: 0..<256, using: &self)
    case 2: .max - .random(in: 0..<3, using: &self)
    default: next()
    }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
