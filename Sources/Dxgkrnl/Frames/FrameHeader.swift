/// What stands at the front of every frame, and of its record in a recording. 40 bytes, little-endian, 8-aligned:
///
///     0   length      u32   of the whole frame, a multiple of 8; stored last
///     4   kind        u16   EntryPoint (below 0x100), or another kind of record (RecordKind)
///     6   module      u16   the caller's module; 0: unknown
///     8   check       u32   CRC32C, see docs/recording.md
///     12  thread      u32   the caller's thread, as the operating system numbers it
///     ─── every record has the 16 bytes above; a call goes on with:
///     16  offset      u32   the caller's return address, counted from the start of its module
///     20  process     u32   ordinal of the process in its kernel, from 0
///     24  time        u32   milliseconds since the recording began, coarse; stays at 2^32-1 after 49 days
///     28  flags       u32   FrameFlags
///     32  completion  u64   0 while the call is in flight; then status (low half) and CRC32C of the answer (high half)
///     40  the argument block, the elements, the data
///
/// A recorded call has no sequence number of its own: where it begins in the file is its number.
package enum FrameHeader {
  @inlinable package static var length: Int { 0 }
  @inlinable package static var kind: Int { 4 }
  @inlinable package static var module: Int { 6 }
  @inlinable package static var check: Int { 8 }
  @inlinable package static var thread: Int { 12 }
  @inlinable package static var callerOffset: Int { 16 }
  @inlinable package static var process: Int { 20 }
  @inlinable package static var time: Int { 24 }
  @inlinable package static var flags: Int { 28 }
  @inlinable package static var completion: Int { 32 }

  /// Bytes of the header that all records share.
  @inlinable package static var prefix: Int { 16 }
  /// Bytes of a call's header: where its argument block begins.
  @inlinable package static var size: Int { 40 }
}

package struct FrameFlags: OptionSet, Sendable {
  package let rawValue: UInt32
  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The caller passed an array (EnumAdapters, CreateAllocation, DestroyAllocation); clear: NULL.
  @inlinable package static var hasArray: Self { Self(rawValue: 1 << 0) }
  /// Decoding stopped: what follows the argument block is missing, and the block is as far as it could be read.
  @inlinable package static var truncated: Self { Self(rawValue: 1 << 1) }
}
