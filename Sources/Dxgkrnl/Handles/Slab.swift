/// Records of one kind, in blocks of 16 KiB. Taking and giving back is constant time and touches one block; a block
/// that holds nothing is returned unless it is the last with room, so memory follows what is live.
///
/// The few places that were given back last are kept beside the blocks: they are still in the processor's cache, and
/// whoever replaces one object by another does not touch a block at all.
///
/// Not synchronised: it lives behind the lock of whoever owns the records.
@safe public struct Slab<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
  /// Blocks with room, the newest first.
  private var roomy: UnsafeMutablePointer<Block>?
  /// Places that were given back last, linked through their first word. For their blocks they are in use.
  private var kept: UnsafeMutableRawPointer?
  private var keptCount = 0
  public private(set) var live = 0
  public private(set) var blocks = 0

  public init() {
    precondition(Self.capacity >= 8, "a record of \(MemoryLayout<Value>.size) bytes is too large for a slab")
  }

  deinit {
    precondition(live == 0, "a slab is dropped with \(live) records in it")
    // SAFETY: with no record live, at most the one block that is kept for the next is left.
    if let last = unsafe roomy { unsafe UnsafeMutableRawPointer(last).deallocate() }
  }

  /// - Parameter make: makes the record where it will stay: a copy of what was just written member by member would wait
  ///   for each of them.
  @inline(__always)
  public mutating func take(_ make: () -> Value) -> Record<Value> {
    let place = unsafe takePlace()
    unsafe place.initialize(to: make())
    return unsafe Record(place)
  }

  @inline(__always)
  public mutating func giveBack(_ record: Record<Value>) {
    // SAFETY: the place came from take.
    unsafe giveBackPlace(record.place)
  }
}

// MARK: - Details

extension Slab where Value: ~Copyable {
  /// The head of a block; places follow it.
  @safe fileprivate struct Block {
    var next: UnsafeMutablePointer<Block>?
    var previous: UnsafeMutablePointer<Block>?
    /// Free places that were in use before, linked through their first word.
    var free: UnsafeMutableRawPointer?
    /// How many places were ever in use.
    var fresh: Int
    /// How many are: with records in them, or kept.
    var inUse: Int
  }

  private static var blockSize: Int { 16384 }
  /// So few that they hold hardly a block back.
  private static var mostKept: Int { 8 }
  private static var stride: Int { max(MemoryLayout<Value>.stride, 8) }
  private static var first: Int {
    let alignment = max(MemoryLayout<Value>.alignment, 16)
    return (MemoryLayout<Block>.size + alignment - 1) / alignment * alignment
  }
  private static var capacity: Int { (blockSize - first) / stride }

  // SAFETY, here and below: blocks are made by makeBlock, aligned to their size so that a mask finds them, linked while
  // they have room, and freed when empty; places inside a block come from its list of free places, from beyond `fresh`
  // or from the kept ones, so each is given out once.
  @inline(__always)
  private mutating func takePlace() -> UnsafeMutablePointer<Value> {
    live += 1
    guard let place = unsafe kept else { return unsafe takeFromBlock() }
    unsafe kept = place.load(as: UnsafeMutableRawPointer?.self)
    keptCount -= 1
    return unsafe place.bindMemory(to: Value.self, capacity: 1)
  }

  @inline(__always)
  private mutating func giveBackPlace(_ place: UnsafeMutablePointer<Value>) {
    unsafe place.deinitialize(count: 1)
    live -= 1
    let raw = UnsafeMutableRawPointer(place)
    guard keptCount < Self.mostKept, live > 0 else { return unsafe giveBackToBlock(raw) }
    unsafe raw.storeBytes(of: kept, as: UnsafeMutableRawPointer?.self)
    unsafe kept = raw
    keptCount += 1
  }

  @inline(never)
  private mutating func takeFromBlock() -> UnsafeMutablePointer<Value> {
    let block = unsafe roomy ?? makeBlock()
    let place: UnsafeMutableRawPointer
    if let recycled = unsafe block.pointee.free {
      unsafe place = recycled
      unsafe block.pointee.free = recycled.load(as: UnsafeMutableRawPointer?.self)
    } else {
      unsafe place = UnsafeMutableRawPointer(block) + Self.first + block.pointee.fresh * Self.stride
      unsafe block.pointee.fresh += 1
    }
    unsafe block.pointee.inUse += 1
    if unsafe block.pointee.inUse == Self.capacity { unsafe unlink(block) }
    return unsafe place.bindMemory(to: Value.self, capacity: 1)
  }

  /// Gives `place` to its block; with the last record of all, whatever was kept goes the same way.
  @inline(never)
  private mutating func giveBackToBlock(_ place: UnsafeMutableRawPointer) {
    unsafe freeInBlock(place)
    guard live == 0 else { return }
    while let next = unsafe kept {
      unsafe kept = next.load(as: UnsafeMutableRawPointer?.self)
      unsafe freeInBlock(next)
    }
    keptCount = 0
  }

  private mutating func freeInBlock(_ place: UnsafeMutableRawPointer) {
    let base = unsafe UnsafeMutableRawPointer(bitPattern: UInt(bitPattern: place) & ~UInt(Self.blockSize - 1))!
    let block = unsafe base.assumingMemoryBound(to: Block.self)
    unsafe place.storeBytes(of: block.pointee.free, as: UnsafeMutableRawPointer?.self)
    unsafe block.pointee.free = place
    if unsafe block.pointee.inUse == Self.capacity { unsafe link(block) }
    unsafe block.pointee.inUse -= 1
    if unsafe block.pointee.inUse == 0, unsafe block.pointee.next != nil || block.pointee.previous != nil {
      unsafe unlink(block)
      unsafe base.deallocate()
      blocks -= 1
    }
  }

  @inline(never)
  private mutating func makeBlock() -> UnsafeMutablePointer<Block> {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: Self.blockSize, alignment: Self.blockSize)
    let block = unsafe raw.bindMemory(to: Block.self, capacity: 1)
    unsafe block.initialize(to: Block(next: nil, previous: nil, free: nil, fresh: 0, inUse: 0))
    unsafe link(block)
    blocks += 1
    return unsafe block
  }

  private mutating func link(_ block: UnsafeMutablePointer<Block>) {
    unsafe block.pointee.previous = nil
    unsafe block.pointee.next = roomy
    unsafe roomy?.pointee.previous = block
    unsafe roomy = block
  }

  private mutating func unlink(_ block: UnsafeMutablePointer<Block>) {
    if let previous = unsafe block.pointee.previous {
      unsafe previous.pointee.next = block.pointee.next
    } else {
      unsafe roomy = block.pointee.next
    }
    unsafe block.pointee.next?.pointee.previous = block.pointee.previous
    unsafe block.pointee.next = nil
    unsafe block.pointee.previous = nil
  }
}
