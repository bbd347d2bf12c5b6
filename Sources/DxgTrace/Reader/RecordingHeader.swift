import Dxgkrnl
import CSystem

/// The first page of a recording: whose it is, and on what machine it was made.
package struct RecordingHeader: Hashable, Sendable {
  /// Random; part of every record's check.
  package let identity: UInt64
  package let processID: UInt32
  /// Nanoseconds since 1970.
  package let begun: UInt64
  package let state: RecordingState
  /// The system's error number that stopped the recorder, or 0.
  package let error: UInt32
  /// Records that found no room.
  package let lost: UInt64
  /// The lines of text, in order.
  package let settings: [Report.Setting]

  /// Why bytes are not a recording that can be read; `reason` follows the name of the file in a message.
  package struct Flaw: Error, Hashable, Sendable {
    package let reason: String
  }

  /// - Parameter bytes: a whole file.
  package init(_ bytes: RawSpan) throws(Flaw) {
    typealias Header = RecordingFormat.Header
    guard Self.isRecording(bytes) else {
      throw Flaw(reason: "is not a recording of dxgk")
    }
    guard bytes.byteCount >= RecordingFormat.headerSize else { throw Flaw(reason: "ends inside its header") }
    guard bytes.word32(at: Header.byteOrder) == RecordingFormat.byteOrder else {
      throw Flaw(reason: "was made on a machine of the other byte order")
    }
    let version = bytes.word32(at: Header.version)
    guard version == RecordingFormat.version else {
      throw Flaw(reason: "has version \(version) of the format; this dxgk reads version \(RecordingFormat.version)")
    }
    let textLength = Int(bytes.word32(at: Header.textLength))
    guard bytes.word32(at: Header.headerSize) == UInt32(RecordingFormat.headerSize),
      textLength <= RecordingFormat.headerSize - Header.text,
      bytes.word32(at: Header.check) == Self.check(of: bytes),
      let state = RecordingState(rawValue: bytes.word32(at: Header.state))
    else { throw Flaw(reason: "has a damaged header") }

    identity = bytes.word64(at: Header.identity)
    processID = bytes.word32(at: Header.pid)
    begun = bytes.word64(at: Header.begun)
    self.state = state
    error = bytes.word32(at: Header.error)
    lost = bytes.word64(at: Header.lost)
    settings = Self.settings(in: bytes.text(at: Header.text, count: textLength))
  }

  /// Whether bytes begin as a recording of any version does.
  package static func isRecording(_ bytes: RawSpan) -> Bool {
    bytes.byteCount >= 8 && bytes.word64(at: RecordingFormat.Header.magic) == RecordingFormat.magic
  }

  package func setting(_ key: String) -> String? { settings.first { $0.key == key }?.value }

  /// Over the page, with what changes after it was written, and the check itself, as zero.
  private static func check(of bytes: RawSpan) -> UInt32 {
    var crc: UInt32 = 0
    for offset in stride(from: 0, to: RecordingFormat.headerSize, by: 8) {
      var word = bytes.word64(at: offset)
      if offset == RecordingFormat.Header.check - 4 { word &= 0xFFFF_FFFF }
      if offset == RecordingFormat.Header.state || offset == RecordingFormat.Header.lost { word = 0 }
      crc = dxgk_crc32c_word(crc, word)
    }
    return crc
  }

  private static func settings(in text: String) -> [Report.Setting] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? Report.Setting(key: String(parts[0]), value: String(parts[1])) : nil
    }
  }
}

extension RawSpan {
  /// `count` bytes as text, which may be shown on a terminal: what is not UTF-8 is replaced, and so are control
  /// characters but line feeds. The range is inside.
  func text(at offset: Int, count: Int) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    for index in offset..<offset + count {
      // SAFETY: the load checks that the byte is inside; every bit pattern is a byte.
      copy.append(unsafe unsafeLoad(fromByteOffset: index, as: UInt8.self))
    }
    return String(decoding: copy, as: UTF8.self).replacing(\.isHarmful)
  }

  /// All of it as one line of text in UTF-16: what is none is replaced, and so are control characters.
  var wideText: String {
    let units = (0..<byteCount / 2).map { word16(at: $0 * 2) }
    return String(decoding: units, as: UTF16.self).replacing { $0.isHarmful || $0 == "\n" }
  }
}

extension String {
  fileprivate func replacing(_ isWrong: (Unicode.Scalar) -> Bool) -> String {
    guard unicodeScalars.contains(where: isWrong) else { return self }
    return String(UnicodeScalarView(unicodeScalars.map { isWrong($0) ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  /// A control character (C0, DEL, C1) other than the line feed: a terminal might obey it.
  fileprivate var isHarmful: Bool { properties.generalCategory == .control && self != "\n" }
}
