/// Memory that a driver is lent instead of the kernel's: each part between guards, so that writing before or behind one
/// is found, and a part that may only be read can be compared afterwards.
///
///     guard | part | guard | part | … | guard
@safe struct GuardedRoom {
  // SAFETY: `byteCount` bytes, alive while the closure that was given the room runs; parts lie inside, one after the
  // other, as the same sequence of sizes says at each walk.
  private let base: UnsafeMutableRawPointer
  private let byteCount: Int
  private var end = GuardedRoom.guardSize

  private static var guardSize: Int { 16 }
  /// Neither zero nor all ones, nor a letter.
  private static var pattern: UInt8 { 0xA7 }
  private static var word: UInt64 { 0xA7A7_A7A7_A7A7_A7A7 }

  /// How much a part takes: its bytes in whole 16s, and the guard behind it.
  @inline(__always)
  static func size(of part: Int) -> Int { (part + 15) & ~15 + guardSize }

  /// Lends room for parts whose ``size(of:)`` add up to `parts`.
  @inline(__always)
  static func with<Result>(_ parts: Int, _ body: (inout GuardedRoom) -> Result) -> Result {
    let byteCount = parts + guardSize
    // A size that the compiler knows lies on the stack; any other may be the heap's.
    if byteCount <= 1024 {
      return unsafe withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { bytes in
        unsafe lend(bytes, byteCount, body)
      }
    }
    return unsafe withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 16) { bytes in
      unsafe lend(bytes, byteCount, body)
    }
  }

  @inline(__always)
  private static func lend<Result>(
    _ bytes: UnsafeMutableRawBufferPointer, _ byteCount: Int, _ body: (inout GuardedRoom) -> Result
  ) -> Result {
    guard let base = bytes.baseAddress else { preconditionFailure("the room has a front guard") }
    unsafe base.initializeMemory(as: UInt8.self, repeating: pattern, count: byteCount)
    var room = unsafe GuardedRoom(base: base, byteCount: byteCount)
    return body(&room)
  }

  private init(base: UnsafeMutableRawPointer, byteCount: Int) {
    unsafe self.base = base
    self.byteCount = byteCount
  }

  /// A copy of `count` bytes in the room; nil for none of them.
  ///
  /// - Parameter source: readable for `count` bytes.
  @inline(__always)
  mutating func copy(_ source: UnsafeRawPointer?, _ count: Int) -> UnsafeMutableRawPointer? {
    let place = unsafe base + end
    end += Self.size(of: count)
    precondition(end <= byteCount, "the room was measured for its parts")
    guard let source = unsafe source, count > 0 else { return nil }
    unsafe place.copyMemory(from: source, byteCount: count)
    return unsafe place
  }

  // MARK: Afterwards

  /// Whether the first guard is whole.
  @inline(__always)
  var isIntactInFront: Bool { isGuard(0, Self.guardSize) }

  /// Whether the guard behind a part is whole.
  ///
  /// - Parameters:
  ///   - part: what ``copy(_:_:)`` answered.
  ///   - count: as it was copied.
  @inline(__always)
  func isIntact(behind part: UnsafeMutableRawPointer?, _ count: Int) -> Bool {
    guard let part = unsafe part else { return true }
    let start = unsafe (part - base) + count
    return isGuard(start, unsafe (part - base) + Self.size(of: count))
  }

  /// Whether every byte from `start` to `end` is as it was laid out.
  @inline(__always)
  private func isGuard(_ start: Int, _ end: Int) -> Bool {
    var at = start
    while at & 7 != 0, at < end {
      if unsafe base.load(fromByteOffset: at, as: UInt8.self) != Self.pattern { return false }
      at += 1
    }
    while at < end {
      if unsafe base.load(fromByteOffset: at, as: UInt64.self) != Self.word { return false }
      at += 8
    }
    return true
  }
}

/// The first byte in which two ranges differ; nil when they are alike.
func firstDifference(_ left: UnsafeRawPointer?, _ right: UnsafeRawPointer?, _ count: Int) -> Int? {
  guard let left = unsafe left, let right = unsafe right else { return nil }
  // SAFETY: both callers hold `count` bytes at either address.
  let first = unsafe UnsafeRawBufferPointer(start: left, count: count)
  let second = unsafe UnsafeRawBufferPointer(start: right, count: count)
  return unsafe zip(0..., zip(first, second)).first { $0.1.0 != $0.1.1 }?.0
}
