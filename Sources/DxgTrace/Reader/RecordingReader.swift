import Dxgkrnl
import WDDM

/// Reads a recording from bytes that nobody vouches for: record after record, as far as they hold together.
///
/// A program may have been killed at any instant, so a record can be missing, unfinished or in flight; all of that is
/// told apart from damage. No bytes whatsoever stop the reader or the program: what does not fit ends the reading, and
/// `damage` says where and why.
struct RecordingReader: ~Escapable {
  let header: RecordingHeader
  /// Where and why reading stopped before the end; nil while there is nothing to say.
  private(set) var damage: Damage?
  /// Records whose writer was stopped before it had written them.
  private(set) var unfinished: UInt64 = 0

  private let bytes: RawSpan
  private var position = RecordingFormat.headerSize
  /// Bytes that searches behind holes may still check: keeps a file made to be slow from being slow.
  private var searchBudget: Int

  struct Damage: Hashable, Sendable {
    package let position: Int
    package let reason: String
  }

  /// - Parameter bytes: a whole file.
  /// - Throws: when it is no recording, or one that this version cannot read.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(RecordingHeader.Flaw) {
    header = try RecordingHeader(bytes)
    self.bytes = bytes
    searchBudget = 4 * bytes.byteCount
  }
}

// MARK: - Record after record

extension RecordingReader {
  /// The next record; nil at the end, or where the damage begins.
  @_lifetime(copy self)
  mutating func next() -> RecordBytes? {
    while damage == nil, position + RecordBytes.prefix <= bytes.byteCount {
      let length = bytes.word32(at: position)
      if length == 0 {
        guard skipHole() else { return nil }
      } else if length & RecordingFormat.unfinished != 0 {
        guard skipUnfinished(length & ~RecordingFormat.unfinished) else { return nil }
      } else {
        switch flaw(ofRecordAt: position) {
        case nil:
          let record = RecordBytes(position: position, bytes: bytes.extracting(position..<position + Int(length)))
          position += Int(length)
          return record
        case let reason?:
          damage = Damage(position: position, reason: reason)
        }
      }
    }
    return nil
  }

  /// The record that begins at `position`, where `next()` found one before; nil for anything else.
  @_lifetime(copy self)
  func call(at position: UInt64) -> RecordedCall? {
    guard let start = Int(exactly: position), start >= RecordingFormat.headerSize, start < self.position else {
      return nil
    }
    guard start & 7 == 0, start + RecordBytes.prefix <= bytes.byteCount else { return nil }
    let length = Int(bytes.word32(at: start))
    guard length <= bytes.byteCount - start else { return nil }
    return try? RecordedCall(bytes.extracting(start..<start + length))
  }
}

// MARK: - What a killed program leaves

extension RecordingReader {
  /// Finds the record behind a hole: reserved, and its writer stopped before it had stored the length.
  ///
  /// - Returns: whether there is one; otherwise the zeros reach to the end.
  private mutating func skipHole() -> Bool {
    var candidate = position + 8
    while candidate + RecordBytes.prefix <= bytes.byteCount {
      let length = bytes.word32(at: candidate)
      if length != 0 {
        let cost = Int(length & ~RecordingFormat.unfinished)
        guard cost <= searchBudget else {
          damage = Damage(position: position, reason: "no record can be found behind the hole that begins here")
          return false
        }
        if flaw(ofRecordAt: candidate) == nil {
          unfinished += 1
          position = candidate
          return true
        }
        searchBudget -= min(cost, bytes.byteCount - candidate)
      }
      candidate += 8
    }
    position = bytes.byteCount
    return false
  }

  private mutating func skipUnfinished(_ length: UInt32) -> Bool {
    let length = Int(length)
    guard length >= RecordBytes.prefix, length & 7 == 0, length <= bytes.byteCount - position else {
      damage = Damage(position: position, reason: "an unfinished record of \(length) bytes does not fit here")
      return false
    }
    unfinished += 1
    position += length
    return true
  }

  /// Why what begins at `position`, with at least a prefix of bytes behind it, is not a record; nil when it is one.
  private func flaw(ofRecordAt position: Int) -> String? {
    let length = Int(bytes.word32(at: position))
    guard length >= RecordBytes.prefix, length & 7 == 0 else { return "\(length) is not the length of a record" }
    let left = bytes.byteCount - position
    guard length <= left else {
      return "a record of \(grouped(UInt64(length))) bytes begins here, and the file has \(grouped(UInt64(left))) left"
    }
    let record = RecordBytes(position: position, bytes: bytes.extracting(position..<position + length))
    return record.flaw(identity: header.identity)
  }
}
