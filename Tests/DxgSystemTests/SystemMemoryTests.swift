import CSystem
import Dxgkrnl
import DxgSystem
import Glibc
import Testing
import WDDM

struct SystemMemoryTests {
  private let memory = SystemMemory()

  private func bytes(at address: UInt64, _ count: Int) -> UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: UInt(address)), count: count)
  }

  @Test func twoViewsOfARangeShowTheSameBytes() throws {
    let file = try memory.makeFile()
    let first = try memory.map(file, offset: 1 << 40, bytes: 8192)
    let second = try memory.map(file, offset: 1 << 40 + 4096, bytes: 4096)
    unsafe bytes(at: first, 8192)[4096] = 7
    #expect(unsafe bytes(at: second, 4096)[0] == 7)
    #expect(memory.bytesHeld(by: file) == 4096)
    memory.unmap(address: first, bytes: 8192)
    memory.unmap(address: second, bytes: 4096)
    memory.close(file)
  }

  @Test func whatIsDiscardedReadsZeroAndTakesNoMemory() throws {
    let file = try memory.makeFile()
    let address = try memory.map(file, offset: 4096, bytes: 4096)
    unsafe bytes(at: address, 4096).initializeMemory(as: UInt8.self, repeating: 0xA5)
    // I-060
    memory.discard(file, offset: 4096, bytes: 4096)
    #expect(memory.bytesHeld(by: file) == 0)
    #expect(unsafe bytes(at: address, 4096).allSatisfy { $0 == 0 })
    memory.unmap(address: address, bytes: 4096)
    memory.close(file)
  }

  @Test func twoFilesShareNothing() throws {
    let files = [try memory.makeFile(), try memory.makeFile()]
    let views = try files.map { try memory.map($0, offset: 0, bytes: 4096) }
    unsafe bytes(at: views[0], 4096)[0] = 9
    #expect(unsafe bytes(at: views[1], 4096)[0] == 0)
    for (file, view) in zip(files, views) {
      memory.unmap(address: view, bytes: 4096)
      memory.close(file)
    }
  }

  @Test func whatIsMappedIsToldFromWhatIsNot() throws {
    let file = try memory.makeFile()
    let address = try memory.map(file, offset: 0, bytes: 8192)
    #expect(memory.isMapped(address: address, bytes: 8192))
    memory.unmap(address: address, bytes: 8192)
    // K-108: NULL, the kernel's half of the address space, the last page.
    for bad in [0, 1 << 63, UInt64.max - 4095] { #expect(!memory.isMapped(address: bad, bytes: 4096)) }
    memory.close(file)
  }

  @Test func whatIsWritableIsToldFromWhatIsNot() throws {
    let file = try memory.makeFile()
    let address = try memory.map(file, offset: 0, bytes: 8 * 4096)
    // U-077
    #expect(memory.isWritable(address: address, bytes: 8 * 4096))
    unsafe mprotect(UnsafeMutableRawPointer(bitPattern: UInt(address + 3 * 4096)), 4096, PROT_READ)
    #expect(memory.isWritable(address: address, bytes: 3 * 4096))
    #expect(memory.isWritable(address: address + 4 * 4096, bytes: 4 * 4096))
    #expect(!memory.isWritable(address: address, bytes: 4 * 4096))
    #expect(!memory.isWritable(address: address + 3 * 4096, bytes: 4096))
    memory.unmap(address: address, bytes: 8 * 4096)
    #expect(!memory.isWritable(address: address, bytes: 4096))
    #expect(!memory.isWritable(address: 0, bytes: 4096))
    let view = try memory.mapReadOnly(file, offset: 0, bytes: 4096)
    #expect(!memory.isWritable(address: view, bytes: 4096))
    memory.unmap(address: view, bytes: 4096)
    memory.close(file)
  }

  @Test func aSectionIsAFileOfTheCallersThatIsLongEnough() throws {
    // U-078
    var section: Int32 = -1
    try #require(unsafe dxgk_memory_create("section", 8192, &section) == 0)
    let address = try memory.mapSection(UInt64(section), bytes: 8192, writable: true)
    unsafe bytes(at: address, 8192)[4097] = 3
    var byte: UInt8 = 0
    #expect(unsafe pread(section, &byte, 1, 4097) == 1 && byte == 3)
    memory.unmap(address: address, bytes: 8192)
    func refuses(_ status: NTStatus, _ handle: UInt64, _ bytes: UInt64 = 4096, writable: Bool = true) {
      #expect(throws: Refusal(status, "U-078", "hSection", handle)) {
        try memory.mapSection(handle, bytes: bytes, writable: writable)
      }
    }
    refuses(.invalidParameter, UInt64(section), 12288)
    let path = "/proc/self/fd/\(section)"
    let readOnly = unsafe open(path, O_RDONLY)
    refuses(.invalidParameter, UInt64(readOnly))
    let view = try memory.mapSection(UInt64(readOnly), bytes: 4096, writable: false)
    memory.unmap(address: view, bytes: 4096)
    // No descriptor, no number of one, no file, and a file of the kernel's own.
    close(readOnly)
    refuses(.invalidHandle, UInt64(readOnly))
    refuses(.invalidHandle, 1 << 40)
    var ends: [Int32] = [0, 0]
    unsafe ends.withUnsafeMutableBufferPointer { _ = unsafe pipe($0.baseAddress!) }
    refuses(.invalidParameter, UInt64(ends[0]))
    ends.forEach { close($0) }
    let own = try memory.makeFile()
    refuses(.invalidParameter, UInt64(own.number))
    memory.close(own)
    close(section)
  }

  @Test func aMappingThatCannotBeIsRefused() throws {
    let file = try memory.makeFile()
    #expect(throws: Refusal(.noMemory, "D-005", "mmap", 1 << 60)) {
      try memory.map(file, offset: 0, bytes: 1 << 60)
    }
    memory.close(file)
  }

  /// After a fork the child has no kernel: the machine says of every view that it is not copied ("dc").
  @Test func aForkedChildDoesNotInheritViews() throws {
    let file = try memory.makeFile()
    let address = try memory.map(file, offset: 0, bytes: 4096)
    let flags = try #require(Self.flags(ofMappingAt: address))
    #expect(flags.contains("dc"))
    memory.unmap(address: address, bytes: 4096)
    memory.close(file)
  }

  /// `VmFlags` of the mapping that begins at `address`, as /proc/self/smaps lists them.
  private static func flags(ofMappingAt address: UInt64) -> [Substring]? {
    let file = unsafe fopen("/proc/self/smaps", "re")
    guard let file = unsafe file else { return nil }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    var isInside = false
    while unsafe fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix(String(address, radix: 16) + "-") { isInside = true }
      if isInside, text.hasPrefix("VmFlags:") { return text.dropFirst(8).split { $0 == " " || $0 == "\n" } }
    }
    return nil
  }

  @Test func theMachineHasMemoryAndSoHaveWe() {
    #expect(memory.installed > dxgk_memory_resident() && dxgk_memory_resident() > 0)
    #expect(dxgk_memory_page() == pageSize)
  }
}
