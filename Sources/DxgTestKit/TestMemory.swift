package import Dxgkrnl
import Locks
package import WDDM

/// A ``Memory`` that hands out numbers and keeps the books: nothing is mapped, so it is fast, and nothing is forgotten,
/// so a leak or a wrong range is found out. A violation is a sentence; a test expects none.
package final class TestMemory: Memory {
  package struct View: Hashable, Sendable {
    package let file: Int32
    package let offset: UInt64
    package let bytes: UInt64
    /// Whether its owner may only read.
    package var isReadOnly = false
  }

  struct State: ~Copyable {
    var nextFile: Int32 = 1
    var nextAddress: UInt64 = 0x7000_0000_0000
    var files: Set<Int32> = []
    var views: [UInt64: View] = [:]
    /// Ranges that were mapped and not discarded since, by file and offset: they may hold pages.
    var touched: [Int32: [UInt64: UInt64]] = [:]
    /// Memory of callers: start and end.
    var callers: [Range<UInt64>] = []
    /// The part of it that they may only read.
    var readOnlyCallers: [Range<UInt64>] = []
    /// Sections of callers, by their handles.
    var sections: [UInt64: (bytes: UInt64, isWritable: Bool)] = [:]
    /// What was stored, by file and offset.
    var words: [Int32: [UInt64: UInt64]] = [:]
    var violations: [String] = []
  }

  private let state = Guarded(State(), rank: .memory)
  package let installed: UInt64

  /// - Parameter installed: bytes of the machine.
  package init(installed: UInt64 = 8 << 30) { self.installed = installed }

  // MARK: Memory

  package func makeFile() throws(Refusal) -> MemoryFile {
    state.withLock { state in
      defer { state.nextFile += 1 }
      state.files.insert(state.nextFile)
      return MemoryFile(number: state.nextFile)
    }
  }

  package func close(_ file: MemoryFile) {
    state.withLock { state in
      if state.files.remove(file.number) == nil { state.violations.append("file \(file.number) is closed twice") }
      let left = state.views.values.count { $0.file == file.number }
      if left > 0 { state.violations.append("file \(file.number) is closed with \(left) views") }
      state.touched[file.number] = nil
      state.words[file.number] = nil
    }
  }

  package func map(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64 {
    map(View(file: file.number, offset: offset, bytes: bytes))
  }

  package func mapReadOnly(_ file: MemoryFile, offset: UInt64, bytes: UInt64) throws(Refusal) -> UInt64 {
    map(View(file: file.number, offset: offset, bytes: bytes, isReadOnly: true))
  }

  package func mapSection(_ handle: UInt64, bytes: UInt64, writable: Bool) throws(Refusal) -> UInt64 {
    let section = state.withLock { $0.sections[handle] }
    guard let section else { throw Refusal(.invalidHandle, "U-078", "hSection", handle) }
    guard bytes <= section.bytes, section.isWritable || !writable else {
      throw Refusal(.invalidParameter, "U-078", "hSection", handle)
    }
    return map(View(file: Self.section, offset: 0, bytes: bytes, isReadOnly: true))
  }

  /// Stands for the file of any section: nothing of it is the kernel's to discard.
  private static var section: Int32 { -1 }

  private func map(_ view: View) -> UInt64 {
    state.withLock { state in
      if view.file != Self.section, !state.files.contains(view.file) {
        state.violations.append("a view of file \(view.file), which is closed")
      }
      if view.bytes == 0 || view.offset % pageSize != 0 || view.bytes % pageSize != 0 {
        state.violations.append("a view of \(view.bytes) bytes at \(view.offset): not whole pages")
      }
      let address = state.nextAddress
      // A hole between views, so that running over the end of one is seen.
      state.nextAddress += view.bytes + pageSize
      state.views[address] = view
      // Reading a hole of a file fills it, too.
      if view.file != Self.section { state.touched[view.file, default: [:]][view.offset] = view.bytes }
      return address
    }
  }

  package func store(_ value: UInt64, at address: UInt64) {
    state.withLock { state in
      guard let (base, view) = state.viewAround(address, bytes: 8), !view.isReadOnly, address % 8 == 0 else {
        return state.violations.append("a number is stored at \(address), where nothing writable is mapped")
      }
      state.words[view.file, default: [:]][view.offset + address - base] = value
    }
  }

  package func unmap(address: UInt64, bytes: UInt64) {
    state.withLock { state in
      let view = state.views.removeValue(forKey: address)
      if view?.bytes != bytes { state.violations.append("unmapping \(bytes) bytes of \(String(describing: view))") }
    }
  }

  package func discard(_ file: MemoryFile, offset: UInt64, bytes: UInt64) {
    state.withLock { state in
      let mapped = state.views.values.contains {
        $0.file == file.number && $0.offset < offset + bytes && offset < $0.offset + $0.bytes
      }
      if mapped { state.violations.append("a range is discarded while it is mapped") }
      if state.touched[file.number]?.removeValue(forKey: offset) != bytes {
        state.violations.append("\(bytes) bytes are discarded that were never touched")
      }
    }
  }

  package func isMapped(address: UInt64, bytes: UInt64) -> Bool {
    state.withLock { state in
      if state.callers.contains(where: { $0.lowerBound <= address && address + bytes <= $0.upperBound }) { return true }
      return state.views.contains { $0.key <= address && address + bytes <= $0.key + $0.value.bytes }
    }
  }

  package func isWritable(address: UInt64, bytes: UInt64) -> Bool {
    let isReadOnly = state.withLock { state in
      state.readOnlyCallers.contains { $0.overlaps(address..<address + bytes) }
    }
    return !isReadOnly && isMapped(address: address, bytes: bytes)
  }

  package func bytesHeld(by file: MemoryFile) -> UInt64 {
    state.withLock { state in state.touched[file.number]?.values.reduce(0, +) ?? 0 }
  }
}

extension TestMemory.State {
  /// The view that covers `bytes` bytes at `address`, and where it begins.
  fileprivate func viewAround(_ address: UInt64, bytes: UInt64) -> (base: UInt64, view: TestMemory.View)? {
    views.first { $0.key <= address && address + bytes <= $0.key + $0.value.bytes }.map { ($0.key, $0.value) }
  }
}

// MARK: - What a test asks

extension TestMemory {
  /// What the client reads at an address that it was given: 0 where nothing was stored, nil where nothing is mapped.
  package func load(_ address: UInt64) -> UInt64? {
    state.withLock { state in
      guard let (base, view) = state.viewAround(address, bytes: 8) else { return nil }
      return state.words[view.file]?[view.offset + address - base] ?? 0
    }
  }

  /// Files that are open: one for each process, adapter and shared resource.
  package var files: Int { state.withLock { $0.files.count } }
  package var views: Int { state.withLock { $0.views.count } }
  package var violations: [String] { state.withLock { $0.violations } }
  /// Whether the view there can only be read.
  package func isReadOnly(_ address: UInt64) -> Bool { state.withLock { $0.views[address]?.isReadOnly ?? false } }
  package func isView(_ address: UInt64) -> Bool { state.withLock { $0.views[address] != nil } }
  /// Bytes that files hold, all together.
  package var held: UInt64 {
    state.withLock { state in state.touched.values.reduce(0) { $0 + $1.values.reduce(0, +) } }
  }

  /// Lets the kernel see `bytes` of a caller's memory at `address`.
  package func allowCaller(address: UInt64, bytes: UInt64, isWritable: Bool = true) {
    state.withLock {
      $0.callers.append(address..<address + bytes)
      if !isWritable { $0.readOnlyCallers.append(address..<address + bytes) }
    }
  }

  /// Lets `handle` name a section of `bytes` bytes.
  package func allowSection(_ handle: UInt64, bytes: UInt64, isWritable: Bool = true) {
    state.withLock { $0.sections[handle] = (bytes, isWritable) }
  }
}
