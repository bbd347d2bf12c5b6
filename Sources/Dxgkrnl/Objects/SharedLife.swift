internal import Locks

/// Who refers to an object that several processes share: local handles and NT handles count alike. The global handle
/// dies with the last of them (U-128, W-190, W-216), and an object that is on its way out is opened by nobody.
struct SharedLife: ~Copyable {
  private(set) var references = 1
  /// 0 for an object without one: unshared, or shared through NT handles only.
  var globalHandle: UInt32 = 0

  /// - Returns: false when the last reference is gone: it was found just too late.
  mutating func retain() -> Bool {
    guard references > 0 else { return false }
    references += 1
    return true
  }

  /// - Returns: whether this was the last reference.
  mutating func release() -> Bool {
    references -= 1
    return references == 0
  }
}
