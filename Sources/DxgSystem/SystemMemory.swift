internal import CSystem
package import Dxgkrnl
internal import Glibc
package import WDDM

/// The kernel's ``Memory`` on Linux: sparse memfds, and shared mappings of them that a forked child does not get.
package final class SystemMemory: Memory {
  /// How long every file is: long enough for any range that the kernel hands out, and free, because it is sparse.
  private static let fileLength: UInt64 = 1 << 62

  package init() {}

  package func makeFile() throws(Refusal) -> MemoryFile {
    var descriptor: Int32 = -1
    let error = unsafe dxgk_memory_create("dxgk", Self.fileLength, &descriptor)
    guard error == 0 else { throw Refusal(.noMemory, "D-005", "memfd_create", UInt64(error)) }
    return MemoryFile(number: descriptor)
  }

  package func close(_ file: MemoryFile) { dxgk_memory_close(file.number) }

  package func map(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64 {
    var address: UnsafeMutableRawPointer?
    // SAFETY: the mapping is new; the address is only a number from here on.
    let error = unsafe dxgk_memory_map(file.number, offset, Int(bytes), true, &address)
    guard error == 0 else { throw Refusal(.noMemory, "D-005", "mmap", bytes) }
    return UInt64(UInt(bitPattern: address))
  }

  package func mapReadOnly(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64 {
    var address: UnsafeMutableRawPointer?
    // SAFETY: the mapping is new; the address is only a number from here on.
    let error = unsafe dxgk_memory_map(file.number, offset, Int(bytes), false, &address)
    guard error == 0 else { throw Refusal(.noMemory, "D-005", "mmap", bytes) }
    return UInt64(UInt(bitPattern: address))
  }

  package func mapSection(_ handle: UInt64, bytes: UInt64, writable: Bool) throws(Refusal) -> UInt64 {
    guard let descriptor = Int32(exactly: handle) else { throw Refusal(.invalidHandle, "U-078", "hSection", handle) }
    var address: UnsafeMutableRawPointer?
    // SAFETY: the mapping is new; the address is only a number from here on.
    let error = unsafe dxgk_memory_map_section(descriptor, bytes, writable, Self.fileLength, &address)
    switch error {
    case 0: return UInt64(UInt(bitPattern: address))
    case EBADF: throw Refusal(.invalidHandle, "U-078", "hSection", handle)
    case ENOMEM: throw Refusal(.noMemory, "D-005", "mmap", bytes)
    default: throw Refusal(.invalidParameter, "U-078", "hSection", handle)
    }
  }

  package func store(_ value: UInt64, at address: UInt64) {
    // SAFETY: the kernel stores inside what `map` gave it and before it unmaps that; the address is aligned.
    unsafe dxgk_store64(UnsafeMutableRawPointer(bitPattern: UInt(address))!, value)
  }

  package func unmap(address: UInt64, bytes: UInt64) {
    // SAFETY: the kernel unmaps what `map` gave it, once.
    unsafe dxgk_memory_unmap(UnsafeMutableRawPointer(bitPattern: UInt(address)), Int(bytes))
  }

  package func discard(_ file: MemoryFile, offset: UInt64, bytes: UInt64) {
    let error = dxgk_memory_discard(file.number, offset, bytes)
    // A hole in a memfd of our own cannot fail but by a wrong range, and what is not discarded would be read by the
    // next owner.
    precondition(error == 0, "discarding \(bytes) bytes failed with error \(error)")
  }

  package func isMapped(address: UInt64, bytes: UInt64) -> Bool { dxgk_memory_is_mapped(address, bytes) }

  package func isWritable(address: UInt64, bytes: UInt64) -> Bool { dxgk_memory_is_writable(address, bytes) }

  package func bytesHeld(by file: MemoryFile) -> UInt64 { dxgk_memory_held(file.number) }

  package var installed: UInt64 { dxgk_memory_installed() }
}
