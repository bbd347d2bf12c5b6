internal import CWDDM

/// What a program or a driver holds instead of an address: a slot, its generation and a kind.
///
///     63            32 31                4 3    0
///     ┌───────────────┬───────────────────┬──────┐
///     │  generation   │     slot + 1      │ kind │
///     └───────────────┴───────────────────┴──────┘
///
/// A stale one is refused, never followed, and one of another kind is none. Never zero.
struct Token: Hashable {
  enum Kind: UInt { case adapter = 1, device, coreLayer, resource }

  let bits: UInt

  init(bits: UInt) { self.bits = bits }

  init(_ kind: Kind, slot: Int, generation: UInt32) {
    self.bits = UInt(generation) << 32 | UInt(slot + 1) << 4 | kind.rawValue
  }

  /// The name of the same object as another kind of handle: a device is known to its driver under two.
  func `as`(_ kind: Kind) -> Token { Token(bits: bits & ~0xF | kind.rawValue) }

  /// The slot, if this is a token of that kind.
  func slot(_ kind: Kind) -> Int? {
    guard bits & 0xF == kind.rawValue, bits >> 4 & 0xFFF_FFFF != 0 else { return nil }
    return Int(bits >> 4 & 0xFFF_FFFF) - 1
  }

  var generation: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
}

extension Token {
  /// What a driver passes back: an opaque value in a pointer's place.
  init(_ handle: HANDLE?) {
    // SAFETY: the pointer is read as a number and never followed.
    unsafe self.init(bits: UInt(bitPattern: handle?.rawValue))
  }

  var handle: HANDLE? {
    // SAFETY: as above; no driver and no program has a reason to follow it.
    guard let pointer = unsafe UnsafeMutableRawPointer(bitPattern: bits) else { return nil }
    return unsafe HANDLE(rawValue: pointer)
  }
}

/// Values that are found by a ``Token`` as long as they are here.
struct SlotTable<Element> {
  private var slots: [(generation: UInt32, element: Element?)] = []
  private var free: [Int] = []

  mutating func insert(_ kind: Token.Kind, _ element: Element) -> Token {
    if let slot = free.popLast() {
      slots[slot].element = element
      return Token(kind, slot: slot, generation: slots[slot].generation)
    }
    slots.append((generation: 1, element: element))
    return Token(kind, slot: slots.count - 1, generation: 1)
  }

  func find(_ kind: Token.Kind, _ token: Token) -> Element? {
    guard let slot = token.slot(kind), slot < slots.count, slots[slot].generation == token.generation else {
      return nil
    }
    return slots[slot].element
  }

  mutating func remove(_ kind: Token.Kind, _ token: Token) {
    guard find(kind, token) != nil, let slot = token.slot(kind) else { return }
    slots[slot].element = nil
    slots[slot].generation &+= 1
    free.append(slot)
  }

  var elements: [Element] { slots.compactMap { $0.element } }
}
