import CSystem
import Dxgkrnl

// What a random change breaks first is a length or a checksum. These put both right, so that what lies behind the first
// check is reached.

/// A frame whose length is that of the bytes, of a kind that there is.
func fittingFrame(_ bytes: [UInt8]) -> [UInt8] {
  var frame = bytes
  frame.append(contentsOf: repeatElement(0, count: max(0, FrameHeader.size - frame.count)))
  frame.append(contentsOf: repeatElement(0, count: (8 - frame.count % 8) % 8))
  frame.store(UInt32(frame.count), at: FrameHeader.length)
  let kinds = EntryPoint.allCases
  if !kinds.contains(where: { $0.rawValue == frame.half(FrameHeader.kind) }) {
    let kind = kinds[Int(frame[FrameHeader.kind]) % kinds.count].rawValue
    frame[FrameHeader.kind] = UInt8(truncatingIfNeeded: kind)
    frame[FrameHeader.kind + 1] = UInt8(truncatingIfNeeded: kind >> 8)
  }
  return frame
}

/// A recording of records cut out of the bytes, each: a byte of length in words, a byte of what may be wrong with it,
/// and what the record holds from its kind on.
func fittingRecording(_ bytes: [UInt8]) -> [UInt8] {
  let identity: UInt64 = 0x0123_4567_89AB_CDEF
  var file = header(identity)
  var rest = bytes[...]
  while rest.count >= 2 {
    let words = Int(rest.removeFirst() & 63) + 2
    let flaw = rest.removeFirst()
    var record = Array(rest.prefix(words * 8 - 4))
    rest = rest.dropFirst(record.count)
    record = [0, 0, 0, 0] + record
    record.append(contentsOf: repeatElement(0, count: words * 8 - record.count))
    record.store(UInt32(record.count), at: FrameHeader.length)
    // Most kinds of a random record would be unknown: the small numbers are calls, and what is left is one of the
    // others.
    if flaw & 0x40 == 0, record[FrameHeader.kind + 1] > 1 { record[FrameHeader.kind + 1] &= 1 }
    if flaw & 0x80 == 0 { seal(&record, at: file.count, identity) }
    if flaw & 0xF0 == 0xF0 { record.removeLast(8) }
    file += record
  }
  return file
}

private func header(_ identity: UInt64) -> [UInt8] {
  let text = Array("adapter=softgpu\n".utf8)
  var page = Array("DxgKitRc".utf8) + [UInt8](repeating: 0, count: 4088)
  page.store(1, at: 8)
  page.store(4096, at: 12)
  page.store(UInt32(truncatingIfNeeded: identity), at: 16)
  page.store(UInt32(truncatingIfNeeded: identity >> 32), at: 20)
  page.store(4711, at: 24)
  page.store(0x0102_0304, at: 28)
  page.store(UInt32(text.count), at: 40)
  for (index, byte) in text.enumerated() { page[64 + index] = byte }
  let check = crc(0, page) { _ in false }
  page.store(check, at: 44)
  return page
}

/// Writes the checks of a record that begins at `position`.
private func seal(_ record: inout [UInt8], at position: Int, _ identity: UInt64) {
  let seed = dxgk_crc32c_word(dxgk_crc32c_word(0, identity), UInt64(position))
  record.store(0, at: FrameHeader.check)
  let bytes = record
  // SAFETY: bytes have no padding.
  guard let entryPoint = EntryPoint(rawValue: bytes.half(FrameHeader.kind)),
    let call = try? unsafe RecordedCall(bytes.span.bytes)
  else { return record.store(crc(seed, bytes) { _ in false }, at: FrameHeader.check) }
  let shape = entryPoint.shape
  let elements = shape.elements..<shape.elements + call.elementCount * shape.element
  func isAnswer(_ offset: Int) -> Bool {
    if (shape.elements - shape.blockOut..<shape.elements).contains(offset) { return true }
    guard elements.contains(offset) else { return false }
    return shape.element - (offset - elements.lowerBound) % shape.element <= shape.elementOut
  }
  let check = crc(seed, bytes) { isAnswer($0) || $0 == FrameHeader.completion }
  record.store(check, at: FrameHeader.check)
  guard !call.isInFlight else { return }
  var answer = dxgk_crc32c_word(check, UInt64(call.status))
  for offset in stride(from: 0, to: bytes.count, by: 8) where isAnswer(offset) {
    answer = dxgk_crc32c_word(answer, bytes.word(offset))
  }
  record.store(answer == 0 ? .max : answer, at: FrameHeader.completion + 4)
}

private func crc(_ seed: UInt32, _ bytes: [UInt8], _ isZero: (Int) -> Bool) -> UInt32 {
  stride(from: 0, to: bytes.count, by: 8).reduce(seed) { crc, offset in
    dxgk_crc32c_word(crc, isZero(offset) ? 0 : bytes.word(offset))
  }
}

extension [UInt8] {
  fileprivate mutating func store(_ value: UInt32, at offset: Int) {
    for index in 0..<4 { self[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(8 * index)) }
  }

  fileprivate func half(_ offset: Int) -> UInt16 { UInt16(self[offset]) | UInt16(self[offset + 1]) << 8 }

  fileprivate func word(_ offset: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64(8 * $1) }
  }
}
