import CSystem
import Dxgkrnl

/// One record of a recording, as bytes, and where it begins.
struct RecordBytes: ~Escapable {
  /// Bytes that every record has.
  static let prefix = 16

  let position: Int
  let bytes: RawSpan

  @_lifetime(copy bytes)
  init(position: Int, bytes: RawSpan) {
    self.position = position
    self.bytes = bytes
  }

  var kind: UInt16 { bytes.word16(at: FrameHeader.kind) }
  var isCall: Bool { kind < RecordKind.first }
}

// MARK: - Checks

extension RecordBytes {
  /// Why the bytes are not what was written; nil when they are.
  func flaw(identity: UInt64) -> String? {
    let check = bytes.word32(at: FrameHeader.check)
    guard isCall else {
      return checkOfFixedRecord(identity: identity) == check ? nil : "the record's check does not fit"
    }
    do throws(RecordedCall.Flaw) {
      let call = try RecordedCall(bytes)
      guard checkOfCall(call, identity: identity) == check else { return "the call's check does not fit" }
      guard call.isInFlight || checkOfAnswer(call, from: check) == bytes.word32(at: FrameHeader.completion + 4) else {
        return "the check of the call's answer does not fit"
      }
      return nil
    } catch {
      return error.reason
    }
  }

  private func seed(identity: UInt64) -> UInt32 { dxgk_crc32c_word(dxgk_crc32c_word(0, identity), UInt64(position)) }

  /// Over everything but the check itself.
  private func checkOfFixedRecord(identity: UInt64) -> UInt32 {
    var crc = seed(identity: identity)
    for offset in stride(from: 0, to: bytes.byteCount, by: 8) {
      let mask: UInt64 = offset == FrameHeader.check ? 0xFFFF_FFFF_0000_0000 : .max
      crc = dxgk_crc32c_word(crc, bytes.word64(at: offset) & mask)
    }
    return crc
  }

  /// Over what was known when the call came in.
  private func checkOfCall(_ call: borrowing RecordedCall, identity: UInt64) -> UInt32 {
    let shape = call.entryPoint.shape
    let elements = shape.elements..<shape.elements + call.elementCount * shape.element
    var crc = seed(identity: identity)
    for offset in stride(from: 0, to: bytes.byteCount, by: 8) {
      var word = bytes.word64(at: offset)
      if offset == FrameHeader.check {
        word &= 0xFFFF_FFFF_0000_0000
      } else if offset == FrameHeader.completion || (shape.elements - shape.blockOut..<shape.elements).contains(offset)
      {
        word = 0
      } else if elements.contains(offset) {
        // The answer is whole words at the end of an element.
        let left = shape.element - (offset - elements.lowerBound) % shape.element
        if left <= shape.elementOut { word = 0 }
      }
      crc = dxgk_crc32c_word(crc, word)
    }
    return crc
  }

  /// Over what the call answered: the status, and the words of the answer, which are zero after a failure. Never 0.
  private func checkOfAnswer(_ call: borrowing RecordedCall, from check: UInt32) -> UInt32 {
    let shape = call.entryPoint.shape
    var crc = dxgk_crc32c_word(check, UInt64(call.status))
    for offset in stride(from: shape.elements - shape.blockOut, to: shape.elements, by: 8) {
      crc = dxgk_crc32c_word(crc, bytes.word64(at: offset))
    }
    for index in 0..<call.elementCount {
      let end = shape.elements + (index + 1) * shape.element
      for offset in stride(from: end - shape.elementOut, to: end, by: 8) {
        crc = dxgk_crc32c_word(crc, bytes.word64(at: offset))
      }
    }
    return crc == 0 ? .max : crc
  }
}

extension RecordedCall.Flaw {
  fileprivate var reason: String {
    switch self {
    case .short: "the call is shorter than its arguments"
    case .length: "the call's length is wrong"
    case .kind(let number): "no call has the number \(number)"
    case .range: "the call's data leaves its record"
    }
  }
}
