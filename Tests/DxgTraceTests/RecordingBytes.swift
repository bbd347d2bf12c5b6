import Dxgkrnl
import WDDM

@testable import DxgTrace

/// A recording made by hand, word for word as docs/recording.md has it. It shares no code with the recorder.
struct RecordingBytes {
  private(set) var bytes: [UInt8]
  private let identity: UInt64 = 0x0123_4567_89AB_CDEF

  init(text: String = "adapter=softgpu\ncommit=1073741824\n", pid: UInt32 = 4711) {
    var page = Array("DxgKitRc".utf8)
    page.append(word: 1 | 4096 << 32)
    page.append(word: identity)
    page.append(word: UInt64(pid) | 0x0102_0304 << 32)
    page.append(word: 1_800_000_000_000_000_000)
    page.append(word: UInt64(text.utf8.count))
    page += [UInt8](repeating: 0, count: 16) + text.utf8
    page += [UInt8](repeating: 0, count: 4096 - page.count)
    page.store(checksum(0, page), at: 44)
    bytes = page
  }

  /// Where the next record begins.
  var end: UInt64 { UInt64(bytes.count) }

  mutating func zeros(_ count: Int) { bytes += [UInt8](repeating: 0, count: count) }

  mutating func change(_ position: Int, _ body: (inout UInt8) -> Void) { body(&bytes[position]) }

  /// Appends a call: `block` and `elements` are whole words, and `answers` the indices in the frame of the words of the
  /// answer. A nil status leaves it in flight.
  ///
  /// - Returns: where it begins.
  @discardableResult
  mutating func call(
    _ entryPoint: UInt16, flags: UInt32 = 0, process: UInt32 = 0, block: [UInt64], elements: [[UInt64]] = [],
    blockAnswer: Int = 0, elementAnswer: Int = 0, data: [UInt64] = [], status: UInt32? = 0
  ) -> UInt64 {
    let position = end
    var words: [UInt64] = [0, 4712 << 32, 0x1A2F | UInt64(process) << 32, UInt64(flags) << 32, 0]
    var answers = [words.count + block.count - blockAnswer..<words.count + block.count]
    words += block
    for element in elements {
      words += element
      answers.append(words.count - elementAnswer..<words.count)
    }
    if !data.isEmpty, words.count % 2 == 1 { words.append(0) }
    words += data
    words[0] = UInt64(words.count * 8) | UInt64(entryPoint) << 32 | 1 << 48

    var known = words
    for index in answers.joined() { known[index] = 0 }
    let check = checksum(seed(position), known)
    words[1] |= UInt64(check)
    if let status {
      let answer = checksum(check, [UInt64(status)] + answers.joined().map { words[$0] })
      words[4] = UInt64(status) | UInt64(answer == 0 ? .max : answer) << 32
    }
    words.forEach { bytes.append(word: $0) }
    return position
  }

  /// Appends a record that is not a call.
  mutating func record(_ kind: UInt16, _ body: [UInt64], text: String = "") {
    let position = end
    var record: [UInt8] = []
    record.append(word: 0)
    record.append(word: 0)
    body.forEach { record.append(word: $0) }
    record += text.utf8
    record += [UInt8](repeating: 0, count: (8 - record.count % 8) % 8)
    record.store(UInt32(record.count), at: 0)
    record[4] = UInt8(truncatingIfNeeded: kind)
    record[5] = UInt8(truncatingIfNeeded: kind >> 8)
    record.store(checksum(seed(position), record), at: 8)
    bytes += record
  }

  mutating func module(_ id: UInt32, _ path: String) {
    record(0x100, [UInt64(id) | UInt64(path.utf8.count) << 32], text: path)
  }

  mutating func refusal(
    of call: UInt64, _ status: UInt32, _ rule: (Character, UInt16), _ argument: String, _ value: UInt64,
    bound: UInt64? = nil
  ) {
    let rule = UInt64(rule.0.asciiValue!) << 16 | UInt64(rule.1)
    record(
      0x101,
      [
        call, UInt64(status) | rule << 32, value, bound ?? 0,
        (bound == nil ? 0 : 1) | UInt64(argument.utf8.count) << 32,
      ], text: argument)
  }

  mutating func event(_ code: UInt32, in call: UInt64, _ words: [UInt64], text: String = "") {
    record(
      0x102, [call, UInt64(code), UInt64(words.count) | UInt64(text.utf8.count) << 32] + words, text: text)
  }

  private func seed(_ position: UInt64) -> UInt32 { checksum(0, [identity, position]) }
}

extension RecordingBytes {
  /// D3DKMTCreateAllocation2 of one allocation, with success.
  @discardableResult
  mutating func create(_ handle: UInt32, size: UInt64, callerMemory: Bool = false, process: UInt32 = 0) -> UInt64 {
    let element: [UInt64] = [
      callerMemory ? 0x7F00_0000_0000 : 0, 0, 0, 0, size, UInt64(handle) | (callerMemory ? 1 << 32 : 0),
    ]
    return call(
      11, flags: 1, process: process, block: [0x4000_0040, 1 << 32, 0, 0, 0], elements: [element], blockAnswer: 1,
      elementAnswer: 2)
  }

  /// D3DKMTDestroyAllocation2 of one allocation, with success.
  @discardableResult
  mutating func destroy(_ handle: UInt32, process: UInt32 = 0) -> UInt64 {
    call(13, flags: 1, process: process, block: [0x4000_0040, 1 << 32], elements: [[UInt64(handle)]])
  }

  /// D3DKMTLock2 with `status`.
  @discardableResult
  mutating func lock(_ handle: UInt32, status: UInt32? = 0, unlock: Bool = false) -> UInt64 {
    call(unlock ? 15 : 14, block: [0x4000_0040 | UInt64(handle) << 32, 0], status: status)
  }

  /// What the reader makes of it.
  func report() throws -> Report { try bytes.report() }
}

extension [UInt8] {
  func report() throws -> Report {
    // SAFETY: bytes have no padding.
    try unsafe ReportBuilder.report(on: span.bytes)
  }

  fileprivate mutating func append(word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
  }

  fileprivate mutating func store(_ value: UInt32, at offset: Int) {
    for index in 0..<4 { self[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(8 * index)) }
  }
}

private let remainders: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(byte) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0x82F6_3B78 : 0) }
}

/// CRC32C, byte by byte, without inversion.
private func checksum(_ start: UInt32, _ bytes: [UInt8]) -> UInt32 {
  bytes.reduce(start) { crc, byte in crc >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] }
}

private func checksum(_ start: UInt32, _ words: [UInt64]) -> UInt32 {
  var bytes: [UInt8] = []
  words.forEach { bytes.append(word: $0) }
  return checksum(start, bytes)
}
