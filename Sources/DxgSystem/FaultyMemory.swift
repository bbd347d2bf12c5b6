package import DDI
package import Dxgkrnl
package import WDDM

/// A machine's memory whose fallible steps fail as a plan says.
package final class FaultyMemory: Memory {
  private let base: any Memory
  private let faults: FaultInjector

  package init(_ base: any Memory, _ faults: FaultInjector) {
    self.base = base
    self.faults = faults
  }

  package func makeFile() throws(Refusal) -> MemoryFile {
    if let fault = faults.hit(.memory(.makeFile)) { throw Refusal(fault.status ?? .noMemory, "D-005", "memfd_create") }
    return try base.makeFile()
  }

  package func map(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64 {
    if let fault = faults.hit(.memory(.map)) { throw Refusal(fault.status ?? .noMemory, "D-005", "mmap", bytes) }
    return try base.map(file, offset: offset, bytes: bytes)
  }

  package func mapReadOnly(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64 {
    if let fault = faults.hit(.memory(.mapReadOnly)) {
      throw Refusal(fault.status ?? .noMemory, "D-005", "mmap", bytes)
    }
    return try base.mapReadOnly(file, offset: offset, bytes: bytes)
  }

  package func mapSection(_ handle: UInt64, bytes: UInt64, writable: Bool) throws(Refusal) -> UInt64 {
    if let fault = faults.hit(.memory(.mapSection)) {
      throw Refusal(fault.status ?? .noMemory, "D-005", "mmap", bytes)
    }
    return try base.mapSection(handle, bytes: bytes, writable: writable)
  }

  package func isWritable(address: UInt64, bytes: UInt64) -> Bool {
    faults.hit(.memory(.isWritable)) == nil && base.isWritable(address: address, bytes: bytes)
  }

  package func isMapped(address: UInt64, bytes: UInt64) -> Bool {
    faults.hit(.memory(.isMapped)) == nil && base.isMapped(address: address, bytes: bytes)
  }

  // What cannot fail is no step.
  package func close(_ file: MemoryFile) { base.close(file) }
  package func unmap(address: UInt64, bytes: UInt64) { base.unmap(address: address, bytes: bytes) }
  package func store(_ value: UInt64, at address: UInt64) { base.store(value, at: address) }
  package func discard(_ file: MemoryFile, offset: UInt64, bytes: UInt64) {
    base.discard(file, offset: offset, bytes: bytes)
  }
  package func bytesHeld(by file: MemoryFile) -> UInt64 { base.bytesHeld(by: file) }
  package var installed: UInt64 { base.installed }
}
