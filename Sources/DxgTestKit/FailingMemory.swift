package import Dxgkrnl
package import WDDM

/// A ``Memory`` whose fallible operations fail as a ``FaultPlan`` says.
package final class FailingMemory: Memory {
  private let base: any Memory
  private let plan: FaultPlan

  package init(_ base: any Memory, _ plan: FaultPlan) {
    self.base = base
    self.plan = plan
  }

  package func makeFile() throws(Refusal) -> MemoryFile {
    if plan.isHit("makeFile") { throw Refusal(.noMemory, "D-005", "memfd_create") }
    return try base.makeFile()
  }

  package func map(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64 {
    if plan.isHit("map") { throw Refusal(.noMemory, "D-005", "mmap", bytes) }
    return try base.map(file, offset: offset, bytes: bytes)
  }

  package func mapReadOnly(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64 {
    if plan.isHit("mapReadOnly") { throw Refusal(.noMemory, "D-005", "mmap", bytes) }
    return try base.mapReadOnly(file, offset: offset, bytes: bytes)
  }

  package func isMapped(address: UInt64, bytes: UInt64) -> Bool {
    plan.isHit("isMapped") ? false : base.isMapped(address: address, bytes: bytes)
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
