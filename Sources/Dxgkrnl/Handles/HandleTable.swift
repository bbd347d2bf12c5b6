internal import Glibc
internal import Synchronization

/// The D3DKMT handles of one process: adapters, devices, resources and allocations in one table (U-002, W-003).
///
///     31 30 29                            6 5        0
///     ┌────┬───────────────────────────────┬──────────┐
///     │lap │             index             │ instance │
///     └────┴───────────────────────────────┴──────────┘
///
/// Indices rise in one cycle through 2^24, and each time round the lap goes 1, 2, 3, 1: a value comes back after some
/// fifty million creations (I-005), is never 0, and a stale one does not resolve (I-002). `instance` is 0 for local
/// handles and 2 for global ones (U-003, U-007).
///
/// A slot is one atomic word, so looking up needs no lock: one compare-and-swap checks the handle, its kind and its
/// state and takes a reference. Slots live in chunks of 256 that exist while they hold something. A chunk is recycled
/// inside the table and never unmapped, so a stale reader meets a different handle, never freed memory.
///
/// Every slot is in exactly one of these states:
///
/// - **free**
/// - **reserved**: resolves for the driver's callbacks of the creating call and for nobody else (I-007).
/// - **live**: resolves for everybody.
/// - **dying**: resolves for nobody, and waits until the last reference is given back (I-009).
@safe public final class HandleTable: @unchecked Sendable {
  /// By chunk number: its slots, or null.
  let directory: UnsafeMutablePointer<Atomic<UInt>>
  let instance: UInt32
  /// Chunks from here on were never used: where a walk ends.
  let ceiling = Atomic<Int>(0)

  private static var chunkCount: Int { 1 << 16 }

  /// - Parameter instance: the low six bits of every handle.
  public init(instance: UInt32 = 0) {
    // SAFETY: zeroed memory is an array of atomic zeros. 512 KiB of addresses; pages are touched as chunks are.
    unsafe directory = calloc(Self.chunkCount, MemoryLayout<Atomic<UInt>>.stride)!
      .bindMemory(to: Atomic<UInt>.self, capacity: Self.chunkCount)
    self.instance = instance
  }

  deinit {
    // SAFETY: nobody has the table any more; a chunk begins one slot before its first.
    for chunk in 0..<ceiling.load(ordering: .acquiring) {
      if let first = unsafe find(UInt32(chunk) << 8) { unsafe free(first - 1) }
    }
    unsafe free(directory)
  }
}

/// What a handle names: a code for the table, and the type of the record for the compiler.
public struct ObjectKind<Value: ~Copyable>: Sendable {
  let code: UInt64
  public init(code: UInt64) { self.code = code }
}

// MARK: - Reserve, publish, retire

extension HandleTable {
  /// Reserves the next handle for `record`, or nothing when the table is full (D-003).
  @inline(__always)
  public func reserve<Value: ~Copyable>(
    _ kind: ObjectKind<Value>, _ record: Record<Value>, _ writer: inout Writer
  ) -> UInt32? {
    guard writer.live < writer.limit else { return nil }
    while true {
      let index = writer.position
      // SAFETY: see `slot(_:)`; a chunk that is missing is made.
      let slot = unsafe find(index) ?? makeChunk(for: index, &writer)
      let handle = writer.lap << 30 | index << 6 | instance
      writer.advance()
      if unsafe slot.pointee.word.load(ordering: .relaxed) != 0 { continue }
      unsafe slot.pointee.record = record.opaque
      unsafe slot.pointee.word.store(Word.of(handle, kind.code, .reserved), ordering: .releasing)
      unsafe Self.head(of: slot, index).pointee.live += 1
      writer.live += 1
      writer.reservations += 1
      return handle
    }
  }

  /// Makes a reserved handle resolve for everybody. Comes last, when its object is complete (I-007).
  @inline(__always)
  public func publish(_ handle: UInt32) {
    let slot = unsafe slot(handle)
    let word = unsafe slot.pointee.word.load(ordering: .relaxed)
    if word & Word.references == 0 {
      // Nobody holds it and nobody can: a reserved handle resolves for callbacks of this thread's own call only.
      unsafe slot.pointee.word.store(word &+ Word.step(from: .reserved, to: .live), ordering: .releasing)
    } else {
      unsafe slot.pointee.word.add(Word.step(from: .reserved, to: .live))
    }
  }

  /// Frees the slot of a handle that is reserved or dying, and that nobody holds.
  @inline(__always)
  public func retire(_ handle: UInt32, _ writer: inout Writer) {
    let index = Self.index(handle)
    let slot = unsafe slot(handle)
    unsafe slot.pointee.word.store(0, ordering: .releasing)
    writer.live -= 1
    let head = unsafe Self.head(of: slot, index)
    unsafe head.pointee.live -= 1
    if unsafe head.pointee.live == 0, index >> 8 != writer.position >> 8 { recycleChunk(index, &writer) }
  }
}

// MARK: - What is there

extension HandleTable {
  /// The live handles of one kind, in the order of their indices: for the end of a process, and for people. Behind the
  /// owner's lock: a chunk that empties is recycled.
  public func live<Value: ~Copyable>(_ kind: ObjectKind<Value>) -> [UInt32] {
    var handles: [UInt32] = []
    for chunk in 0..<ceiling.load(ordering: .acquiring) {
      guard let first = unsafe find(UInt32(chunk) << 8) else { continue }
      for index in 0..<256 {
        let word = unsafe first[index].word.load(ordering: .acquiring)
        if Word.state(word) == .live, word >> 28 & 0xF == kind.code {
          handles.append(UInt32(truncatingIfNeeded: word >> 32))
        }
      }
    }
    return handles
  }
}
