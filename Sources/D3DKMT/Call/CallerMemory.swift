internal import CSystem
internal import WDDM

/// The caller's memory: touched here and nowhere else, by copies that turn a fault into a refusal.
enum CallerMemory {
  /// Copies the argument block.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for NULL and for memory that cannot be read (U-010).
  @inline(__always)
  static func read<Value>(_ source: UnsafePointer<Value>?, _ value: inout Value) throws(Refusal) {
    let address = UInt64(UInt(bitPattern: source))
    // SAFETY: imported structs are plain bytes; exactly their size is copied, and a fault is an answer.
    let fault = unsafe withUnsafeMutableBytes(of: &value) { bytes in
      unsafe dxgk_copy(bytes.baseAddress, source, bytes.count)
    }
    guard fault == 0 else { throw Refusal(.invalidParameter, "U-010", "Arguments", address) }
  }

  @inline(__always)
  static func read<Value>(_ source: UnsafeMutablePointer<Value>?, _ value: inout Value) throws(Refusal) {
    try unsafe read(UnsafePointer(source), &value)
  }

  /// Copies `value` to the caller.
  @inline(__always)
  static func write<Value>(
    _ value: Value, to target: UnsafeMutableRawPointer?, _ argument: Refusal.Argument
  ) throws(Refusal) {
    let fault = unsafe withUnsafeBytes(of: value) { bytes in
      unsafe dxgk_copy(target, bytes.baseAddress, bytes.count)
    }
    guard fault == 0 else {
      throw Refusal(.invalidParameter, "U-010", argument, UInt64(UInt(bitPattern: target)))
    }
  }

  /// The same for a call that has made something: `undo` takes it back if the caller's memory went away meanwhile, so
  /// that a call which fails leaves nothing (I-031).
  @inline(__always)
  static func write<Value>(
    _ value: Value, to target: UnsafeMutableRawPointer?, _ argument: Refusal.Argument, undo: () -> Void
  ) throws(Refusal) {
    do throws(Refusal) { try unsafe write(value, to: target, argument) } catch {
      undo()
      throw error
    }
  }

  /// Finds out, before anything is done, whether an answer can be written.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` (U-010) when part of the range cannot.
  @inline(__always)
  static func probe(
    _ target: UnsafeMutableRawPointer?, _ count: Int, _ argument: Refusal.Argument
  ) throws(Refusal) {
    guard unsafe dxgk_copy_probe(target, count) == 0 else {
      throw Refusal(.invalidParameter, "U-010", argument, UInt64(UInt(bitPattern: target)))
    }
  }
}
