import DDI

/// What the callbacks tell the function during which they were made.
extension CallNotes {
  /// DxgkCbGetHandleData or AcquireHandleData answered NULL (K-201).
  static let sawNullData = Self(rawValue: 1 << 0)
  /// DxgkCbGetHandleParent or EnumHandleChildren was asked about no handle at all (K-365).
  static let sawNullRelative = Self(rawValue: 1 << 1)
}
