internal import CSystem
internal import Locks
internal import Synchronization

/// An append-only file that many threads write at once, mapped ahead of them.
///
/// Space is taken with one atomic addition; whoever finds the mapped part used up maps the next part. The mapping never
/// moves, so a place, once taken, is good for ever. Nothing is ever written twice but a record's answer.
@safe final class RecorderFile: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer
  private let reserved: Int
  private let descriptor: Int32
  /// The next free byte.
  private let cursor: Atomic<Int>
  /// Bytes that are mapped.
  private let mapped: Atomic<Int>
  private let growth = Guarded((), rank: .trace)

  /// The first part, and the largest that is made at once: a short program pays for little, and a long one for hardly
  /// more than it writes. Making one costs by the byte; a larger one saves nothing.
  private static let firstPart = 64 << 10
  private static let largestPart = 1 << 20
  private static let addressSpace = 64 << 30

  /// Takes over a new, empty file.
  ///
  /// - Throws: the system's error number.
  init(descriptor: Int32, headerSize: Int) throws(SystemError) {
    var reserved = Self.addressSpace
    var place: UnsafeMutableRawPointer?
    try unsafe SystemError.check(dxgk_recording_reserve(&reserved, &place))
    guard let base = unsafe place else { throw SystemError(number: 0) }
    // SAFETY: `reserved` bytes of address space at `base` are ours until deinit; the first part becomes writable here.
    let error = unsafe dxgk_recording_extend(descriptor, base, 0, Self.firstPart)
    if error != 0 {
      unsafe dxgk_recording_release(base, reserved)
      throw SystemError(number: error)
    }
    unsafe self.base = base
    self.reserved = reserved
    self.descriptor = descriptor
    self.cursor = Atomic(headerSize)
    self.mapped = Atomic(Self.firstPart)
  }

  deinit {
    unsafe dxgk_recording_release(base, reserved)
    dxgk_recording_close(descriptor)
  }

  /// The address of the byte at `position`, which was taken before.
  @inline(__always)
  func address(_ position: Int) -> UnsafeMutableRawPointer { unsafe base + position }

  /// Takes `bytes` bytes, a multiple of 8, and marks the place as unfinished.
  ///
  /// - Returns: where they begin; nil when the file can grow no more, which stays so.
  @inline(__always)
  func take(_ bytes: Int) -> Int? {
    let position = cursor.wrappingAdd(bytes, ordering: .relaxed).oldValue
    if position + bytes > mapped.load(ordering: .acquiring) {
      guard grow(to: position + bytes) else { return nil }
    }
    // SAFETY: [position, position + bytes) is mapped and no other thread's.
    unsafe dxgk_store32(base + position, UInt32(truncatingIfNeeded: bytes) | RecordingFormat.unfinished)
    return position
  }

  @inline(never)
  private func grow(to end: Int) -> Bool {
    growth.withLock { _ in
      var size = mapped.load(ordering: .relaxed)
      while size < end {
        guard state == .recording else { break }
        let next = size + min(max(size, Self.firstPart), Self.largestPart)
        guard next <= reserved else {
          stop(.tooLong, error: 0)
          break
        }
        // SAFETY: inside the reserved space, beyond everything mapped so far.
        let error = unsafe dxgk_recording_extend(descriptor, base, size, next)
        guard error == 0 else {
          stop(.noSpace, error: error)
          break
        }
        size = next
        mapped.store(size, ordering: .releasing)
      }
      if size < end { unsafe dxgk_count64(base + RecordingFormat.Header.lost) }
      return size >= end
    }
  }

  // MARK: - Header page

  private var state: RecordingState {
    unsafe RecordingState(rawValue: (base + RecordingFormat.Header.state).load(as: UInt32.self)) ?? .recording
  }

  private func stop(_ state: RecordingState, error: Int32) {
    unsafe (base + RecordingFormat.Header.error).storeBytes(of: UInt32(bitPattern: error), as: UInt32.self)
    unsafe dxgk_store32(base + RecordingFormat.Header.state, state.rawValue)
  }
}

/// A number that the operating system gave as the reason.
package struct SystemError: Error, Hashable, Sendable {
  package let number: Int32

  static func check(_ result: Int32) throws(SystemError) {
    guard result == 0 else { throw SystemError(number: result) }
  }
}
