internal import CSystem

/// What the writer says on the header page of a recording.
struct RecorderHeader {
  let identity: UInt64
  let pid: Int32
  /// Nanoseconds since 1970.
  let begun: UInt64
  let text: [(key: String, value: String)]

  init(identity: UInt64, pid: Int32, begun: UInt64, text: [(key: String, value: String)]) {
    self.identity = identity
    self.pid = pid
    self.begun = begun
    self.text = text
  }

  /// Writes the page; it is `RecordingFormat.headerSize` zero bytes.
  func write(to page: UnsafeMutableRawBufferPointer) {
    typealias Header = RecordingFormat.Header
    // A line that does not fit is left out whole; so is what follows it.
    var count = 0
    for (key, value) in text {
      // A line break in a value would read as the end of it.
      let line = Array((key + "=" + String(value.map { $0.isNewline ? " " : $0 }) + "\n").utf8)
      guard Header.text + count + line.count <= page.count else { break }
      for byte in line {
        unsafe page[Header.text + count] = byte
        count += 1
      }
    }
    // SAFETY: all offsets are inside the page, and aligned in it.
    unsafe page.storeBytes(of: RecordingFormat.version, toByteOffset: Header.version, as: UInt32.self)
    unsafe page.storeBytes(of: UInt32(page.count), toByteOffset: Header.headerSize, as: UInt32.self)
    unsafe page.storeBytes(of: identity, toByteOffset: Header.identity, as: UInt64.self)
    unsafe page.storeBytes(of: pid, toByteOffset: Header.pid, as: Int32.self)
    unsafe page.storeBytes(of: RecordingFormat.byteOrder, toByteOffset: Header.byteOrder, as: UInt32.self)
    unsafe page.storeBytes(of: begun, toByteOffset: Header.begun, as: UInt64.self)
    unsafe page.storeBytes(of: UInt32(count), toByteOffset: Header.textLength, as: UInt32.self)
    unsafe page.storeBytes(of: RecordingFormat.magic, toByteOffset: Header.magic, as: UInt64.self)
    let check = unsafe dxgk_crc32c(0, page.baseAddress, page.count / 8)
    unsafe page.storeBytes(of: check, toByteOffset: Header.check, as: UInt32.self)
  }
}
