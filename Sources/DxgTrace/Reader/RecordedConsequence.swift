import Dxgkrnl
import WDDM

/// A record that is not a call, read.
enum RecordedConsequence: Sendable {
  case module(id: UInt16, path: String)
  case refusal(RecordedRefusal)
  /// Something that the kernel did in the call that begins at `call` (0: in none).
  case event(Event, call: UInt64)
  case finding(RecordedFinding, call: UInt64)
  /// A step that was made to fail, as a line of a plan of faults.
  case fault(String)
  /// Of a later version; whole, and not understood.
  case unknown

  /// - Returns: nil for a call.
  init?(_ record: borrowing RecordBytes) {
    guard !record.isCall else { return nil }
    let bytes = record.bytes
    switch record.kind {
    case RecordKind.module: self = Self.module(bytes) ?? .unknown
    case RecordKind.refusal: self = RecordedRefusal(bytes).map(Self.refusal) ?? .unknown
    case RecordKind.event: self = Self.event(bytes) ?? .unknown
    default: self = .unknown
    }
  }

  private static func module(_ bytes: RawSpan) -> RecordedConsequence? {
    guard bytes.byteCount >= ModuleRecord.path else { return nil }
    let length = Int(bytes.word32(at: ModuleRecord.pathLength))
    guard length <= bytes.byteCount - ModuleRecord.path else { return nil }
    guard let id = UInt16(exactly: bytes.word32(at: ModuleRecord.id)) else { return nil }
    return .module(id: id, path: bytes.text(at: ModuleRecord.path, count: length))
  }

  private static func event(_ bytes: RawSpan) -> RecordedConsequence? {
    guard bytes.byteCount >= EventRecord.words else { return nil }
    let wordCount = Int(bytes.word32(at: EventRecord.wordCount))
    let textLength = Int(bytes.word32(at: EventRecord.textLength))
    let room = bytes.byteCount - EventRecord.words
    guard wordCount <= room / 8, textLength <= room - wordCount * 8 else { return nil }
    guard let code = EventCode(rawValue: bytes.word32(at: EventRecord.code)) else { return nil }
    let words = EventWords((0..<wordCount).map { bytes.word64(at: EventRecord.words + 8 * $0) })
    let call = bytes.word64(at: EventRecord.call)
    let text = bytes.text(at: EventRecord.words + wordCount * 8, count: textLength)
    if code == .finding { return .finding(RecordedFinding(words, text: text), call: call) }
    if code == .fault {
      let status = NTStatus(UInt32(truncatingIfNeeded: words[1]))
      return .fault("\(text) \(words[0])" + (status == .success ? "" : " \(status)"))
    }
    return words.event(code).map { .event($0, call: call) }
  }
}

/// A refusal as a recording holds it: like `WDDM.Refusal`, with the argument as text.
struct RecordedRefusal: Sendable {
  /// Where the refused call's record begins.
  let call: UInt64
  let status: NTStatus
  let rule: Rule
  let argument: String
  let value: UInt64
  let bound: UInt64?

  init?(_ bytes: RawSpan) {
    guard bytes.byteCount >= RefusalRecord.argument else { return nil }
    let length = Int(bytes.word32(at: RefusalRecord.argumentLength))
    guard length <= bytes.byteCount - RefusalRecord.argument else { return nil }
    call = bytes.word64(at: RefusalRecord.call)
    status = NTStatus(bytes.word32(at: RefusalRecord.status))
    rule = Rule(recorded: UInt64(bytes.word32(at: RefusalRecord.rule)))
    argument = bytes.text(at: RefusalRecord.argument, count: length)
    value = bytes.word64(at: RefusalRecord.value)
    bound = bytes.word32(at: RefusalRecord.hasBound) == 1 ? bytes.word64(at: RefusalRecord.bound) : nil
  }
}

/// A driver's mistake as a recording holds it: like `Dxgkrnl.Finding`, with texts.
struct RecordedFinding: Sendable {
  let rule: Rule
  let ddi: String
  let argument: String
  let value: UInt64
  let severity: Severity

  /// - Parameter text: the DDI and the argument, a line each.
  init(_ words: EventWords, text: String) {
    rule = Rule(recorded: words[0])
    // Bits 32-39 of the rule's word; an unknown severity is the worst.
    severity = Severity(rawValue: UInt8(truncatingIfNeeded: words[0] >> 32)) ?? .error
    value = words[1]
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    ddi = lines.first.map(String.init) ?? ""
    argument = lines.count > 1 ? String(lines[1]) : ""
  }
}

extension Rule {
  /// The letter in the third byte, the number in the low 16 bits. What is no letter reads as "?".
  fileprivate init(recorded word: UInt64) {
    let letter = UInt8(truncatingIfNeeded: word >> 16)
    let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
    self.init(family: isLetter ? letter : UInt8(ascii: "?"), number: UInt16(truncatingIfNeeded: word))
  }
}
