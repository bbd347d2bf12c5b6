internal import Glibc

/// Zeroed memory that a driver uses and the runtime frees.
@safe final class DriverMemory: @unchecked Sendable {
  let address: UnsafeMutableRawPointer

  /// Nil when there is no such memory. `size` in bytes; 0 is as good as 1.
  init?(size: UInt, alignment: UInt = 64) {
    let (sum, overflow) = max(size, 1).addingReportingOverflow(alignment - 1)
    guard !overflow, let bytes = Int(exactly: sum / alignment * alignment) else { return nil }
    guard let address = unsafe aligned_alloc(Int(alignment), bytes) else { return nil }
    unsafe memset(address, 0, bytes)
    unsafe self.address = address
  }

  // SAFETY: the address came from aligned_alloc, and nobody holds this any more: the driver's use of it has ended.
  deinit { unsafe free(address) }
}
