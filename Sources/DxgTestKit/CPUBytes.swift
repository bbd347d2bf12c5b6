/// What the CPU reads and writes at an address that Lock2 gave, in tests over real memory.
package enum CPUBytes {
  package static func read(_ count: Int, at address: UInt64) -> [UInt8] {
    guard let base = unsafe UnsafeRawPointer(bitPattern: UInt(address)) else { return [] }
    // SAFETY: the test holds the lock that gave the address.
    return unsafe Array(UnsafeRawBufferPointer(start: base, count: count))
  }

  package static func write(_ bytes: [UInt8], at address: UInt64) {
    guard let base = unsafe UnsafeMutableRawPointer(bitPattern: UInt(address)) else { return }
    // SAFETY: as above.
    unsafe UnsafeMutableRawBufferPointer(start: base, count: bytes.count).copyBytes(from: bytes)
  }

  /// Whether `count` bytes are all zero.
  package static func areZero(_ count: Int, at address: UInt64) -> Bool {
    guard let base = unsafe UnsafeRawPointer(bitPattern: UInt(address)) else { return false }
    // SAFETY: as above.
    return unsafe UnsafeRawBufferPointer(start: base, count: count).allSatisfy { $0 == 0 }
  }
}
