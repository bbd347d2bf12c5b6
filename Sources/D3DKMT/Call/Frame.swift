internal import CSystem
internal import Dxgkrnl
internal import WDDM

/// The frame of one call while it is being filled, in the thread's own buffer.
///
/// Filled in one order: block, elements, data. It grows when it has to and never beyond ``limit``; everything in it is
/// initialised, gaps included, because all of it may go into a recording.
@safe struct Frame<Block: FrameBlock>: ~Copyable {
  let thread: UnsafeMutablePointer<dxgk_thread>
  /// Where the frame is: the thread's, until it grows.
  private(set) var base: UnsafeMutableRawPointer
  private(set) var elementCount = 0
  /// What the caller is told unless the call is refused: a success may say more than "done".
  var status = NTStatus.success
  /// Bytes so far, from the header on; a multiple of 8.
  private(set) var length: Int
  /// Where the data area begins; known once the elements are.
  private var dataStart: Int

  /// Bytes that one call may bring along.
  static var limit: Int { 64 << 20 }
  /// Where the elements begin; what the entry point's shape says, in a form that costs nothing.
  static var elementsStart: Int { FrameHeader.size &+ MemoryLayout<Block>.size }

  @inline(__always)
  init(_ thread: UnsafeMutablePointer<dxgk_thread>, _ entryPoint: EntryPoint) {
    unsafe self.thread = thread
    unsafe base = UnsafeMutableRawPointer(thread.pointee.frame)
    length = Self.elementsStart
    dataStart = (Self.elementsStart &+ 15) & ~15
    // SAFETY: a thread's buffer is never smaller than 4,096 bytes, which no header with its block reaches.
    unsafe base.storeBytes(of: entryPoint.rawValue, toByteOffset: FrameHeader.kind, as: UInt16.self)
    unsafe base.storeBytes(of: 0, toByteOffset: FrameHeader.flags, as: UInt32.self)
    unsafe (base + FrameHeader.size).storeBytes(of: Block(), as: Block.self)
  }

  /// The argument block.
  @inline(__always)
  var block: Block {
    // SAFETY: initialised by `init`; the block's type and the entry point's shape agree, which a test checks.
    get { unsafe (base + FrameHeader.size).load(as: Block.self) }
    nonmutating set { unsafe (base + FrameHeader.size).storeBytes(of: newValue, as: Block.self) }
  }

  @inline(__always)
  func insert(_ flag: FrameFlags) {
    let flags = unsafe base.load(fromByteOffset: FrameHeader.flags, as: UInt32.self)
    unsafe base.storeBytes(of: flags | flag.rawValue, toByteOffset: FrameHeader.flags, as: UInt32.self)
  }

  /// Leaves the block alone in the frame: decoding stopped here.
  mutating func truncate() {
    insert(.truncated)
    elementCount = 0
    length = Self.elementsStart
  }

  /// Whether the caller passed an array.
  @inline(__always)
  var hasArray: Bool {
    FrameFlags(rawValue: unsafe base.load(fromByteOffset: FrameHeader.flags, as: UInt32.self)).contains(.hasArray)
  }
}

// MARK: - Elements

extension Frame {
  /// Makes room for `count` elements, which the caller initialises. Called once, before any data.
  @inline(__always)
  mutating func makeElements<Element: BitwiseCopyable>(_ count: Int, of: Element.Type) throws(Refusal) {
    let bytes = count &* MemoryLayout<Element>.stride
    let end = (Self.elementsStart &+ bytes &+ 7) & ~7
    try reserve(end)
    // SAFETY: reserved above; the gap, if there is one, is in the last eight bytes.
    if bytes & 7 != 0 { unsafe base.storeBytes(of: 0, toByteOffset: end &- 8, as: UInt64.self) }
    elementCount = count
    length = end
    dataStart = (Self.elementsStart &+ bytes &+ 15) & ~15
    insert(.hasArray)
  }

  /// The elements, as what they are.
  @inline(__always)
  func elements<Element: BitwiseCopyable>(of: Element.Type) -> UnsafeMutableBufferPointer<Element> {
    // SAFETY: `makeElements` made room for `elementCount` of them, and its caller initialised them.
    unsafe UnsafeMutableBufferPointer(
      start: (base + Self.elementsStart).assumingMemoryBound(to: Element.self), count: elementCount)
  }
}

// MARK: - Data

extension Frame {
  /// The data area.
  @inline(__always)
  var data: UnsafeMutableRawBufferPointer {
    // SAFETY: everything up to `length` is initialised.
    unsafe UnsafeMutableRawBufferPointer(start: base + dataStart, count: max(0, length &- dataStart))
  }

  /// Copies `count` bytes of the caller into the data area, once.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` when they cannot be read, or are more than a frame holds (D-004).
  @inline(__always)
  mutating func appendData(
    _ source: UnsafeRawPointer?, _ count: UInt32, _ argument: Refusal.Argument
  ) throws(Refusal) -> ByteRange {
    guard count > 0 else { return ByteRange() }
    let bytes = Int(count)
    let start = max((length &+ 15) & ~15, dataStart)
    let end = (start &+ bytes &+ 15) & ~15
    try reserve(end)
    // SAFETY: reserved above. The gap before the bytes is 0 or 8 long, and the gap after them is in their last 16.
    if start > length { unsafe base.storeBytes(of: 0, toByteOffset: length, as: UInt64.self) }
    unsafe base.storeBytes(of: SIMD2<UInt64>.zero, toByteOffset: end &- 16, as: SIMD2<UInt64>.self)
    guard unsafe dxgk_copy(base + start, source, bytes) == 0 else {
      throw Refusal(.invalidParameter, "U-056", argument, UInt64(UInt(bitPattern: source)))
    }
    length = (start &+ bytes &+ 7) & ~7
    return ByteRange(offset: UInt32(truncatingIfNeeded: start &- dataStart), count: count)
  }

  @inline(__always)
  private mutating func reserve(_ bytes: Int) throws(Refusal) {
    if unsafe bytes > Int(thread.pointee.capacity) {
      unsafe base = try Self.grow(thread, to: bytes, keep: length)
    }
  }

  /// - Parameter keep: how many bytes are in use.
  /// - Returns: where the frame is now.
  @inline(never)
  private static func grow(
    _ thread: UnsafeMutablePointer<dxgk_thread>, to bytes: Int, keep: Int
  ) throws(Refusal) -> UnsafeMutableRawPointer {
    guard bytes <= Self.limit else {
      throw Refusal(.invalidParameter, "D-004", "PrivateDriverDataSize", UInt64(bytes), bound: UInt64(Self.limit))
    }
    guard unsafe dxgk_thread_grow(thread, UInt32(bytes), UInt32(keep)) == 0 else {
      throw Refusal(.noMemory, "U-036", "Arguments", UInt64(bytes))
    }
    return unsafe UnsafeMutableRawPointer(thread.pointee.frame)
  }
}
