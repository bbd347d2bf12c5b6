internal import Locks
internal import WDDM

/// A page of fence values, in a file of its own that clients get to read: either up to 512 unshared fences of one
/// process, or one shared fence. Nothing of two owners is in one file.
final class FencePage: Sendable {
  let file: MemoryFile
  /// Where the kernel writes.
  let kernelView: UInt64

  /// - Throws: `STATUS_NO_MEMORY` when the machine has no file or no address for it (D-005).
  init(_ memory: any Memory) throws(Refusal) {
    file = try memory.makeFile()
    do throws(Refusal) { kernelView = try memory.map(file, offset: 0, bytes: pageSize) } catch {
      memory.close(file)
      throw error
    }
  }

  /// Gives the memory back. The clients' views are unmapped before.
  func close(_ memory: any Memory) {
    memory.unmap(address: kernelView, bytes: pageSize)
    memory.close(file)
  }
}

/// The page in which unshared fences of a process live, as the process sees it.
final class ProcessFencePage: Sendable {
  let page: FencePage
  /// Where the process reads.
  let view: UInt64
  private let slots = Gated(Slots(), rank: .processGate)

  private struct Slots: ~Copyable {
    /// A bit for each slot in use.
    var used = InlineArray<8, UInt64>(repeating: 0)
    var count = 0
  }

  /// - Throws: `STATUS_NO_MEMORY` (D-005).
  init(_ memory: any Memory) throws(Refusal) {
    page = try FencePage(memory)
    do throws(Refusal) { view = try memory.mapReadOnly(page.file, offset: 0, bytes: pageSize) } catch {
      page.close(memory)
      throw error
    }
  }

  var isFull: Bool { slots.value.count == 512 }

  /// The offset of a slot that was free, now in use; nil when all are.
  func take() -> UInt64? {
    for word in 0..<8 where slots.value.used[word] != .max {
      let bit = (~slots.value.used[word]).trailingZeroBitCount
      slots.value.used[word] |= 1 << UInt64(bit)
      slots.value.count += 1
      return UInt64(word * 64 + bit) * 8
    }
    return nil
  }

  /// - Returns: whether the page is empty now.
  func giveBack(_ offset: UInt64) -> Bool {
    let slot = Int(offset / 8)
    slots.value.used[slot / 64] &= ~(1 << UInt64(slot % 64))
    slots.value.count -= 1
    return slots.value.count == 0
  }

  func close(_ memory: any Memory) {
    memory.unmap(address: view, bytes: pageSize)
    page.close(memory)
  }
}
