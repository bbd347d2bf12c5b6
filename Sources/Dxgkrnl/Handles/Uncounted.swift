/// A reference that is not counted: whoever keeps one knows by other means that the object stays. Following it is as
/// cheap as following a pointer.
@safe struct Uncounted<Object: AnyObject>: @unchecked Sendable {
  private let reference: Unmanaged<Object>

  init(_ object: Object) { unsafe reference = Unmanaged.passUnretained(object) }

  @inline(__always)
  var object: Object {
    // SAFETY: the maker's promise: see above.
    unsafe reference._withUnsafeGuaranteedRef { $0 }
  }

  @inline(__always)
  static func === (left: Self, right: Object) -> Bool {
    unsafe left.reference.toOpaque() == Unmanaged.passUnretained(right).toOpaque()
  }
}
