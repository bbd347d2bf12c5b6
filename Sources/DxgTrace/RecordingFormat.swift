/// The bytes of a recording, version 1. The words are in docs/recording.md; the layout of a call's record is
/// `FrameHeader` and `FrameShape`.
package enum RecordingFormat {
  /// The version this program writes, and the only one it reads.
  package static let version: UInt32 = 1
  /// "DxgKitRc", read as a little-endian number.
  package static let magic: UInt64 = 0x6352_7469_4B67_7844
  /// Reads differently on a machine of the other byte order.
  package static let byteOrder: UInt32 = 0x0102_0304

  /// Bytes of the header page; the first record begins here.
  package static let headerSize = 4096

  /// Offsets in the header page.
  package enum Header {
    package static let magic = 0
    package static let version = 8
    package static let headerSize = 12
    /// Random; seeds every check, so that a record of another recording never fits.
    package static let identity = 16
    package static let pid = 24
    package static let byteOrder = 28
    /// Nanoseconds since 1970 when the recording began.
    package static let begun = 32
    package static let textLength = 40
    /// Over the page, with this word and the 16 bytes from `state` read as zero.
    package static let check = 44
    package static let state = 48
    /// The system's error number, where `state` has one.
    package static let error = 52
    /// Records that found no room.
    package static let lost = 56
    /// `textLength` bytes of UTF-8: lines of key=value.
    package static let text = 64
  }

  /// A record's length while its writer is at work has this bit: the rest is the length it will have.
  package static let unfinished: UInt32 = 0x8000_0000
}

/// How a recording ended, as far as the header page knows.
package enum RecordingState: UInt32, Sendable {
  /// Nothing went wrong; the last process that wrote may have been killed all the same.
  case recording = 0
  /// The disk is full or failed: `error` says how. The program went on, unrecorded.
  case noSpace = 1
  /// The address range for the file is used up.
  case tooLong = 2
}

/// Kinds of records that are not calls.
package enum RecordKind {
  /// The smallest that is not an `EntryPoint`.
  package static let first: UInt16 = 0x100
  /// A file that calls come from: id u32, path length u32, path.
  package static let module: UInt16 = 0x100
  /// Why a call was refused: see `RefusalRecord`.
  package static let refusal: UInt16 = 0x101
  /// A consequence: see `EventRecord`.
  package static let event: UInt16 = 0x102
}

/// Offsets in a `RecordKind.module` record.
package enum ModuleRecord {
  /// What the `module` field of calls refers to; from 1.
  package static let id = 16
  package static let pathLength = 20
  package static let path = 24
}

/// Offsets in a `RecordKind.refusal` record: `Refusal`, and the call that it answers.
package enum RefusalRecord {
  /// Where the call's record begins.
  package static let call = 16
  package static let status = 24
  /// The rule's letter in the third byte, its number in the low 16 bits.
  package static let rule = 28
  package static let value = 32
  package static let bound = 40
  /// 1 when `bound` says something.
  package static let hasBound = 48
  package static let argumentLength = 52
  package static let argument = 56
}

/// Offsets in a `RecordKind.event` record.
package enum EventRecord {
  /// Where the record of the call begins in which it happened; 0: in none.
  package static let call = 16
  /// What happened: `EventCode`.
  package static let code = 24
  /// Milliseconds since the recording began.
  package static let time = 28
  /// How many words follow `words`, and how many bytes of text follow them.
  package static let wordCount = 32
  package static let textLength = 36
  package static let words = 40
}
