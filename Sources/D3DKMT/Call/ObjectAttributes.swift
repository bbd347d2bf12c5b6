internal import CWDDM
internal import DDI
internal import Dxgkrnl
internal import WDDM

/// `OBJECT_ATTRIBUTES` of a caller: a name in UTF-16, and how the handle is made.
enum ObjectAttributes {
  /// Copies the name into the frame's data.
  ///
  /// - Returns: where it is there, and `Attributes`.
  /// - Throws: `STATUS_INVALID_PARAMETER` for memory that cannot be read (U-010), a Length that is not the struct's, a
  ///   name of half a character or longer than its buffer (D-011); `STATUS_INVALID_HANDLE` for a root directory, of
  ///   which there are none (D-011).
  static func read<Block: FrameBlock>(
    _ source: UnsafeMutablePointer<OBJECT_ATTRIBUTES>, into frame: inout Frame<Block>
  ) throws(Refusal) -> (ByteRange, UInt32) {
    var attributes = OBJECT_ATTRIBUTES()
    try unsafe CallerMemory.read(source, &attributes)
    guard attributes.Length == MemoryLayout<OBJECT_ATTRIBUTES>.size else {
      throw Refusal(.invalidParameter, "D-011", "pObjectAttributes->Length", UInt64(attributes.Length))
    }
    guard attributes.RootDirectory == nil else {
      throw Refusal(.invalidHandle, "D-011", "RootDirectory", UInt64(attributes.RootDirectory.bits))
    }
    guard let pointer = unsafe attributes.ObjectName else { return (ByteRange(), attributes.Attributes) }
    var name = UNICODE_STRING()
    try unsafe CallerMemory.read(pointer, &name)
    guard name.Length % 2 == 0, name.Length <= name.MaximumLength else {
      throw Refusal(.invalidParameter, "D-011", "ObjectName->Length", UInt64(name.Length))
    }
    let range = try unsafe frame.appendData(name.Buffer, UInt32(name.Length), "ObjectName->Buffer")
    return (range, attributes.Attributes)
  }

  /// What the frame holds of them.
  static func value<Block: FrameBlock>(
    _ name: ByteRange, _ attributes: UInt32, _ frame: borrowing Frame<Block>
  ) -> NtObjectAttributes {
    var value = NtObjectAttributes(isInheritable: attributes & inherit != 0)
    guard name.count > 0 else { return value }
    let bytes = unsafe frame.data
    value.name = NtName(
      stride(from: Int(name.offset), to: Int(name.offset) + Int(name.count), by: 2).map { index in
        unsafe UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt16.self))
      })
    return value
  }

  /// `OBJ_INHERIT`
  private static var inherit: UInt32 { 2 }
}
