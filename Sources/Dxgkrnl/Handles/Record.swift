/// A record in a ``Slab``, by place. Copying one costs nothing: no reference is counted; what keeps the record alive is
/// the reference count of the handle that names it, or the lock under which it was found.
///
/// This is how the kernel names allocations, openings and resources: a class for each would cost two atomic operations
/// at every touch.
@safe public struct Record<Value: ~Copyable>: @unchecked Sendable, Equatable {
  let place: UnsafeMutablePointer<Value>

  init(_ place: UnsafeMutablePointer<Value>) { unsafe self.place = place }

  /// The record itself.
  public var value: Value {
    // SAFETY: a Record is made by Slab.take only and used until Slab.giveBack; between the two the place is
    // initialised.
    @inline(__always) _read { yield unsafe place.pointee }
    @inline(__always) nonmutating _modify { yield unsafe &place.pointee }
  }

  public static func == (left: Self, right: Self) -> Bool { unsafe left.place == right.place }
}

extension Record where Value: ~Copyable {
  /// As it is kept in a ``HandleTable``, which knows no types.
  var opaque: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(place) }

  init(opaque: UnsafeMutableRawPointer) { unsafe self.place = opaque.assumingMemoryBound(to: Value.self) }
}
