package import WDDM

/// What the kernel asks of the machine: files of memory and views of them. The shell provides it.
///
/// Memory is modelled so that it can be charged at creation and populated on touch: a backing store is a range of a
/// sparse file, a CPU view is a mapping of that range.
package protocol Memory: AnyObject, Sendable {
  /// A new sparse file of `FileSpace.length` bytes that reads zero everywhere.
  ///
  /// - Throws: `STATUS_NO_MEMORY` when the machine has no more files to give (D-005).
  func makeFile() throws(Refusal) -> MemoryFile
  /// Gives the file and everything in it back. Its views are unmapped before.
  func close(_ file: MemoryFile)

  /// Maps `[offset, offset + bytes)` of the file into the process, readable and writable, not inherited by a fork.
  ///
  /// - Returns: the address, page aligned.
  /// - Throws: `STATUS_NO_MEMORY` when there is no address space or no mapping left (D-005).
  func map(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64
  /// The same, readable only: for values that a client watches and the kernel changes.
  ///
  /// - Throws: `STATUS_NO_MEMORY` when there is no address space or no mapping left (D-005).
  func mapReadOnly(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64
  /// Maps the beginning of a section of the caller's: of a file that it names by a handle of its own (U-078). The view
  /// keeps the content alive when the caller closes the handle.
  ///
  /// - Parameter writable: asks for a handle that may write, and for a view through which one can.
  /// - Returns: the address, page aligned.
  /// - Throws: `STATUS_INVALID_HANDLE` for a number that is no handle, `STATUS_INVALID_PARAMETER` for what is no
  ///   section, is too short, or does not allow it (U-078); `STATUS_NO_MEMORY` when there is no mapping left (D-005).
  func mapSection(_ handle: UInt64, bytes: UInt64, writable: Bool) throws(Refusal) -> UInt64
  /// Unmaps what ``map(_:offset:bytes:)`` or one of its like mapped. Cannot fail.
  func unmap(address: UInt64, bytes: UInt64)

  /// Stores a number for everybody who looks at that memory, whole and after all that was stored before. Cannot fail.
  ///
  /// - Parameter address: a multiple of 8, inside what ``map(_:offset:bytes:)`` mapped.
  func store(_ value: UInt64, at address: UInt64)

  /// Gives the pages of a range back; it reads zero afterwards. Cannot fail.
  func discard(_ file: MemoryFile, offset: UInt64, bytes: UInt64)

  /// Whether every page of a caller's range is mapped (K-108).
  func isMapped(address: UInt64, bytes: UInt64) -> Bool

  /// Whether the caller may write to every page of such a range. It takes the machine longer than the other question.
  func isWritable(address: UInt64, bytes: UInt64) -> Bool

  /// Bytes that the file holds in whole pages.
  func bytesHeld(by file: MemoryFile) -> UInt64

  /// Bytes of memory that the machine has.
  var installed: UInt64 { get }
}

/// A file of memory, by the number that ``Memory`` gave it. On Linux a descriptor; the kernel does not care.
package struct MemoryFile: Hashable, Sendable, BitwiseCopyable {
  package let number: Int32
  package init(number: Int32) { self.number = number }
}
