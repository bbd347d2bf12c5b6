internal import Glibc

extension HandleTable {
  /// What only one thread at a time may change: where the next handle comes from. Lives behind the owner's lock.
  @safe public struct Writer: ~Copyable, @unchecked Sendable {
    /// The index that is tried next, and its lap.
    public internal(set) var position: UInt32 = 0
    public internal(set) var lap: UInt32 = 1
    public internal(set) var live = 0
    /// How many handles were ever reserved: a statistic.
    public internal(set) var reservations: UInt64 = 0
    /// How many may be live at once.
    public var limit: Int
    var spare: [UnsafeMutablePointer<Slot>] = unsafe []
    var chunks = 0

    public init(limit: Int = 1 << 24) { self.limit = min(limit, 1 << 24) }

    deinit { unsafe spare.forEach { unsafe free($0) } }
  }
}

// MARK: - Where the cursor stands

extension HandleTable.Writer {
  /// Where the next handle will come from.
  public struct Mark: Equatable, Sendable {
    let position: UInt32
    let lap: UInt32
  }

  public var mark: Mark { Mark(position: position, lap: lap) }

  /// Puts the cursor back, so that a call that failed consumes no value (U-004, W-005). Sound while every creation of
  /// the process happens inside its gate: nobody took a handle in between.
  public mutating func rewind(to mark: Mark) {
    position = mark.position
    lap = mark.lap
  }

  @inline(__always)
  mutating func advance() {
    position += 1
    if position == 1 << 24 {
      position = 0
      lap = lap == 3 ? 1 : lap + 1
    }
  }
}
