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

  /// Runs `body` with the object, and counts nothing for that long either.
  @inline(__always)
  func with<Answer, Failure: Error>(_ body: (Object) throws(Failure) -> Answer) throws(Failure) -> Answer {
    // SAFETY: as above.
    let result = unsafe reference._withUnsafeGuaranteedRef { object -> Result<Answer, Failure> in
      do throws(Failure) { return .success(try body(object)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  @inline(__always)
  static func === (left: Self, right: Object) -> Bool {
    unsafe left.reference.toOpaque() == Unmanaged.passUnretained(right).toOpaque()
  }
}
