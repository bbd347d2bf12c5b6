/// What is checked of a request before its memory is looked at; the kernel checks the same again for callers that do
/// not come through here.
enum Limit {
  /// Allocations in one call (U-033).
  static var allocations: UInt32 { 1024 }
  /// Bytes of one piece of private data (D-004).
  static var privateData: UInt32 { 1 << 20 }
}
