internal import DDI
internal import Locks
internal import WDDM

/// A BAR: a range of physical addresses that the machine gives to a device, and the mappings that its driver made of it
/// (K-348).
///
/// Its memory is a file of its own. In front of a segment that the CPU sees, frames of allocations are placed into it.
package final class BaseAddressRegister: Sendable {
  /// Physical; 0 bytes for a device without one.
  package let start: UInt64
  package let bytes: UInt64
  let resources: TranslatedResources
  private let memory: any Memory
  private let file: MemoryFile
  private let mappings: Guarded<[Mapping]>

  private struct Mapping {
    let address: UInt64
    let bytes: UInt64
  }

  init(start: UInt64, bytes: UInt64, memory: any Memory) throws(Refusal) {
    self.start = start
    self.bytes = bytes
    self.memory = memory
    self.resources = TranslatedResources(start: start, bytes: bytes)
    self.file = try memory.makeFile()
    self.mappings = Guarded([], rank: .memory)
  }

  deinit {
    unmapAll()
    memory.close(file)
  }

  /// Maps a part for the driver.
  ///
  /// - Returns: the address, as far into its page as `physical` is.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a range outside of the BAR (K-348), `STATUS_NO_MEMORY` (D-005).
  func map(physical: UInt64, bytes length: UInt64) throws(Refusal) -> UInt64 {
    guard length > 0, physical >= start, length <= bytes, physical - start <= bytes - length else {
      throw Refusal(.invalidParameter, "K-348", "TranslatedAddress", physical, bound: start + bytes)
    }
    let offset = physical - start
    let first = offset / pageSize * pageSize
    let span = (offset + length + pageSize - 1) / pageSize * pageSize - first
    let address = try memory.map(file, offset: first, bytes: span)
    mappings.withLock { $0.append(Mapping(address: address, bytes: span)) }
    return address + (offset - first)
  }

  /// Undoes one mapping.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for an address that was not mapped (K-348).
  func unmap(_ address: UInt64) throws(Refusal) {
    let mapping = mappings.withLock { mappings -> Mapping? in
      guard let index = mappings.firstIndex(where: { $0.address == address / pageSize * pageSize }) else { return nil }
      return mappings.remove(at: index)
    }
    guard let mapping else { throw Refusal(.invalidParameter, "K-348", "VirtualAddress", address) }
    memory.unmap(address: mapping.address, bytes: mapping.bytes)
  }

  /// Undoes what the driver forgot when it stopped.
  ///
  /// - Returns: how many mappings it had left.
  @discardableResult
  func unmapAll() -> Int {
    let left = mappings.withLock { mappings -> [Mapping] in
      defer { mappings = [] }
      return mappings
    }
    for mapping in left { memory.unmap(address: mapping.address, bytes: mapping.bytes) }
    return left.count
  }
}
