internal import WDDM

/// Private data that no caller brought along, laid out like the data area of a frame: each piece on a multiple of 16.
struct PrivateData {
  private var bytes: [UInt8] = []

  mutating func append(_ piece: [UInt8]) -> ByteRange {
    let range = ByteRange(offset: UInt32(bytes.count), count: UInt32(piece.count))
    bytes += piece
    bytes += [UInt8](repeating: 0, count: (16 - bytes.count % 16) % 16)
    return range
  }

  mutating func append(_ range: ByteRange, of data: RawSpan) -> ByteRange {
    let offsets = Int(range.offset)..<Int(range.offset) + Int(range.count)
    precondition(offsets.upperBound <= data.byteCount, "a range of another request")
    // SAFETY: every offset is inside the span, as just checked; every bit pattern is a byte.
    return append(offsets.map { unsafe data.unsafeLoad(fromByteOffset: $0, as: UInt8.self) })
  }

  /// Lends it out to be written to.
  mutating func lend<Result>(_ body: (inout MutableRawSpan) throws(Refusal) -> Result) throws(Refusal) -> Result {
    var all = bytes.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var data = unsafe all.mutableBytes
    return try body(&data)
  }
}
