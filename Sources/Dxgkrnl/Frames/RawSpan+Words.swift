extension RawSpan {
  /// The little-endian number at `offset`, which is inside.
  @inline(__always) package func word16(at offset: Int) -> UInt16 { UInt16(littleEndian: load(offset)) }
  @inline(__always) package func word32(at offset: Int) -> UInt32 { UInt32(littleEndian: load(offset)) }
  @inline(__always) package func word64(at offset: Int) -> UInt64 { UInt64(littleEndian: load(offset)) }

  @inline(__always) private func load<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int) -> Number {
    // SAFETY: the load checks that all bytes are inside; every bit pattern is a number.
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self)
  }
}
