package import CWDDM

/// A HANDLE is a token of whoever made it: one word, never followed by the side that keeps it.
extension HANDLE {
  /// NULL, which is no handle, gives nil.
  @inline(__always)
  package init?(bits: UInt) {
    guard let pointer = unsafe UnsafeMutableRawPointer(bitPattern: bits) else { return nil }
    unsafe self.init(rawValue: pointer)
  }

  @inline(__always)
  package var bits: UInt { unsafe UInt(bitPattern: rawValue) }
}

extension Optional where Wrapped == HANDLE {
  /// 0 for NULL.
  @inline(__always)
  package var bits: UInt {
    guard let self else { return 0 }
    return self.bits
  }
}
