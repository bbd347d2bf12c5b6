/// Bytes of a page of system memory: what sizes are rounded to and what caller memory must be aligned to (K-082,
/// K-108).
public let pageSize: UInt64 = 4096

/// The smallest number of whole pages that holds `bytes`, or nil when the sum of their bytes does not fit in 64 bits.
@inlinable public func pages(holding bytes: UInt64) -> UInt64? {
  bytes > UInt64.max - (pageSize - 1) ? nil : (bytes + (pageSize - 1)) / pageSize
}
