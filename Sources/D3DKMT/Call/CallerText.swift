internal import CSystem
internal import WDDM

/// A text of the caller: UTF-16 as on Windows, or UTF-32 by a program that was built for WSL. Nothing says which; the
/// text itself does, because names that callers pass begin with two characters that are not zero.
enum CallerText {
  /// The longest text that is looked for where nothing else bounds it: as long as a path can be on Windows.
  static var longest: Int { 32_767 }

  /// How long a text is that ends with a zero, or after `atMost` characters; the zero left out.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for NULL and memory that cannot be read (U-010).
  static func length(
    of source: UnsafeRawPointer?, atMost: Int, _ argument: Refusal.Argument
  ) throws(Refusal) -> Length {
    var length = Length(characters: 0, isWide: false)
    while length.characters < atMost {
      let unit =
        length.isWide
        ? try unsafe wide(source, length.characters, argument) : try unsafe narrow(source, length.characters, argument)
      if unit == 0 {
        // One character and a zero: perhaps the other half of a wide one.
        guard !length.isWide, length.characters == 1, try unsafe narrow(source, 2, argument) != 0 else { break }
        length.isWide = true
        continue
      }
      length.characters += 1
    }
    return length
  }

  struct Length {
    var characters: Int
    /// Whether a character has four bytes.
    var isWide: Bool
    var bytes: UInt32 { UInt32(characters * (isWide ? 4 : 2)) }
  }

  private static func narrow(
    _ source: UnsafeRawPointer?, _ index: Int, _ argument: Refusal.Argument
  ) throws(Refusal) -> UInt32 {
    var unit: UInt16 = 0
    guard unsafe source != nil, unsafe dxgk_copy(&unit, source! + index * 2, 2) == 0 else {
      throw Refusal(.invalidParameter, "U-010", argument, UInt64(UInt(bitPattern: source)))
    }
    return UInt32(UInt16(littleEndian: unit))
  }

  private static func wide(
    _ source: UnsafeRawPointer?, _ index: Int, _ argument: Refusal.Argument
  ) throws(Refusal) -> UInt32 {
    var unit: UInt32 = 0
    guard unsafe source != nil, unsafe dxgk_copy(&unit, source! + index * 4, 4) == 0 else {
      throw Refusal(.invalidParameter, "U-010", argument, UInt64(UInt(bitPattern: source)))
    }
    return UInt32(littleEndian: unit)
  }

  /// The text in bytes that were copied: up to its first zero, with the replacement character for what is none.
  static func string(_ bytes: RawSpan, isWide: Bool) -> String {
    if isWide {
      var text = String.UnicodeScalarView()
      for offset in stride(from: 0, to: bytes.byteCount & ~3, by: 4) {
        // SAFETY: the load checks that all bytes are inside; every bit pattern is a number.
        let unit = UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
        if unit == 0 { break }
        text.append(Unicode.Scalar(unit) ?? "\u{FFFD}")
      }
      return String(text)
    }
    var units: [UInt16] = []
    for offset in stride(from: 0, to: bytes.byteCount & ~1, by: 2) {
      // SAFETY: as above.
      let unit = UInt16(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
      if unit == 0 { break }
      units.append(unit)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
