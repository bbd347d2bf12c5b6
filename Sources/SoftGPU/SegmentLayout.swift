import WDDM

/// The card's segments: memory that the CPU sees, memory that it does not see, the aperture, in this order. A part of
/// no bytes is no segment, and those after it move up.
struct SegmentLayout: Sendable {
  struct Entry: Sendable {
    let kind: Kind
    let base: UInt64
    let size: UInt64
  }

  enum Kind: Sendable { case visible, hidden, aperture }

  let entries: [Entry]
  let ids: SegmentIds

  /// Where the GPU sees the aperture: beyond any video memory (K-032).
  static let apertureBase: UInt64 = 1 << 40

  init(_ configuration: SoftGPU.Configuration) {
    let hiddenSize = configuration.videoMemory - configuration.visibleVideoMemory
    var entries: [Entry] = []
    var ids: (visible: UInt32, hidden: UInt32) = (0, 0)
    if configuration.visibleVideoMemory > 0 {
      entries.append(Entry(kind: .visible, base: 0, size: configuration.visibleVideoMemory))
      ids.visible = UInt32(entries.count)
    }
    if hiddenSize > 0 {
      entries.append(Entry(kind: .hidden, base: configuration.visibleVideoMemory, size: hiddenSize))
      ids.hidden = UInt32(entries.count)
    }
    entries.append(Entry(kind: .aperture, base: Self.apertureBase, size: configuration.aperture))
    self.entries = entries
    self.ids = SegmentIds(visible: ids.visible, hidden: ids.hidden, aperture: UInt32(entries.count))
  }
}

/// Which segment is which. Apart from the list, so that whoever decides takes no reference to it.
struct SegmentIds: BitwiseCopyable {
  /// For each set of segments the order in which they are preferred, as `D3DDDI_SEGMENTPREFERENCE.Value`.
  private let orders: InlineArray<8, UInt32>
  /// Ids from 1; 0 where there is no such segment.
  let visible: UInt32
  let hidden: UInt32
  let aperture: UInt32
  /// The set of all segments.
  let all: UInt32

  init(visible: UInt32, hidden: UInt32, aperture: UInt32) {
    self.visible = visible
    self.hidden = hidden
    self.aperture = aperture
    all = Self.set(visible) | Self.set(hidden) | Self.set(aperture)
    let byDistance = [hidden, visible, aperture]
    orders = InlineArray { set in Self.order(UInt32(set), byDistance) }
  }

  /// The segments of `set`, farthest from the CPU first: memory that it does not see, memory that it sees, the
  /// aperture. `first` goes before them all unless it is 0.
  @inline(__always)
  func order(_ set: UInt32, first: UInt32) -> UInt32 {
    if first == 0 { return orders[Int(set)] }
    return Self.order(set, [first] + [hidden, visible, aperture].filter { $0 != first })
  }

  private static func order(_ set: UInt32, _ ids: [UInt32]) -> UInt32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    for id in ids where id != 0 && set & Self.set(id) != 0 {
      value |= id << shift
      shift += 6
    }
    return value
  }

  /// `id` as a set of one (K-086); the empty set for 0.
  @inline(__always)
  static func set(_ id: UInt32) -> UInt32 { id == 0 ? 0 : 1 << (id - 1) }
}
