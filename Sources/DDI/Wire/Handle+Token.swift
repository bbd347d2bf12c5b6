public import CWDDM

/// A HANDLE is a token of whoever made it: one word, never followed by the side that keeps it.
extension HANDLE {
  /// NULL, which is no handle, gives nil.
  @inlinable @inline(__always)
  public init?(bits: UInt) {
    guard let pointer = unsafe UnsafeMutableRawPointer(bitPattern: bits) else { return nil }
    unsafe self.init(rawValue: pointer)
  }

  @inlinable @inline(__always)
  public var bits: UInt { unsafe UInt(bitPattern: rawValue) }
}

extension Optional where Wrapped == HANDLE {
  /// 0 for NULL.
  @inlinable @inline(__always)
  public var bits: UInt {
    guard let self else { return 0 }
    return self.bits
  }
}
