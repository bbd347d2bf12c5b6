import Dxgkrnl
import DxgSystem
import DxgTestKit
import Glibc
import Testing
import WDDM

/// NT handles as Linux has them: file descriptors (design decision 17).
struct PipeHandlesTests {
  private let kernel: Kernel
  private let driver = ScriptedMiniport()
  private let client: Client

  init() throws {
    kernel = Kernel(KernelConfiguration(memory: TestMemory(), ntHandles: try PipeHandles()))
    let adapter = try kernel.addAdapter(
      driver, identity: AdapterIdentity(description: "card"), barBytes: 64 << 20)
    client = try Client(process: kernel.makeProcess(), on: adapter)
  }

  private func secured() throws -> Created {
    try client.create([AllocationRequest()], flags: [.createResource, .createShared, .ntSecuritySharing])
  }

  private func end() throws {
    for process in kernel.processes { process.exit() }
    kernel.finishClosedHandles()
    #expect(driver.violations == [] && driver.ledger.isIdle)
  }

  @Test func closingTheDescriptorClosesTheHandle() throws {
    let created = try secured()
    let handle = try client.share([created.resource], name: "A")
    // W-009; the streams' numbers are left alone.
    #expect(handle > 2 && handle & 0xC000_0000 == 0)
    try client.destroy(resource: created.resource)
    _ = try client.query(.ntHandle(handle))
    close(Int32(handle))
    // U-142, W-250
    #expect(throws: Refusal(.invalidHandle, "U-142", "hNtHandle", handle)) { _ = try client.query(.ntHandle(handle)) }
    // W-164, U-127
    #expect(throws: Refusal(.objectNameNotFound, "U-147", "ObjectName")) {
      _ = try client.open(name: "A", access: .genericAll)
    }
    #expect(driver.ledger.allocations.isEmpty)
    try end()
  }

  @Test func duplicatesAreTheSameHandle() throws {
    let created = try secured()
    let handle = try client.share([created.resource], access: .standardRightsRead)
    let copy = dup(Int32(handle))
    close(Int32(handle))
    try client.destroy(resource: created.resource)
    let opened = try client.open(.ntHandle(UInt64(copy)))
    close(copy)
    kernel.finishClosedHandles()
    #expect(driver.ledger.allocations.count == 1, "the opener holds it")
    try client.destroy(resource: opened.resource)
    #expect(driver.ledger.allocations.isEmpty)
    try end()
  }

  @Test func manyDuplicatesAreOneReference() throws {
    let created = try secured()
    let handle = try client.share([created.resource])
    // A40
    for _ in 0..<2_000 { close(dup(Int32(handle))) }
    kernel.finishClosedHandles()
    _ = try client.query(.ntHandle(handle))
    close(Int32(handle))
    try end()
  }

  @Test func aHundredHandlesCloseAtOnce() throws {
    let created = try secured()
    let handles = try (0..<100).map { try client.share([created.resource], name: "name \($0)") }
    for handle in handles { close(Int32(handle)) }
    kernel.finishClosedHandles()
    for index in 0..<100 {
      #expect(throws: Refusal.self) { _ = try client.open(name: "name \(index)", access: .genericAll) }
    }
    try end()
  }

  @Test func anotherDescriptorIsAnotherType() throws {
    let created = try secured()
    let handle = try client.share([created.resource])
    let file = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    var ends: [Int32] = [0, 0]
    _ = unsafe pipe(&ends)
    defer { for descriptor in ends + [file, Int32(handle)] { close(descriptor) } }
    // U-154, A40: a file, both ends of a pipe of the program's own.
    for descriptor in ends + [file] {
      #expect(throws: Refusal(.objectTypeMismatch, "U-154", "hNtHandle", UInt64(descriptor))) {
        _ = try client.query(.ntHandle(UInt64(descriptor)))
      }
    }
    // The kernel's own end is nobody's handle: whatever the number, only the write end is one.
    var found = 0
    for descriptor in 3..<256 as Range<UInt64> {
      if (try? client.query(.ntHandle(descriptor))) != nil { found += 1 }
    }
    #expect(found == 1)
    // W-244
    for number: UInt64 in [0, 0x7FFF_FFFF, .max] {
      #expect(throws: Refusal(.invalidHandle, "U-142", "hNtHandle", number)) {
        _ = try client.query(.ntHandle(number))
      }
    }
  }

  @Test func anotherKernelsHandleIsNone() throws {
    let created = try secured()
    let handle = try client.share([created.resource])
    defer { close(Int32(handle)) }
    let other = Kernel(KernelConfiguration(memory: TestMemory(), ntHandles: try PipeHandles()))
    let adapter = try other.addAdapter(
      ScriptedMiniport(), identity: AdapterIdentity(description: "card"), barBytes: 64 << 20)
    let stranger = try Client(process: other.makeProcess(), on: adapter)
    // I-082
    #expect(throws: Refusal(.objectTypeMismatch, "U-154", "hNtHandle", handle)) {
      _ = try stranger.query(.ntHandle(handle))
    }
  }

  @Test func programsThatAreStartedGetInheritableHandlesOnly() throws {
    let created = try secured()
    let own = try client.share([created.resource])
    let inherited = try client.share([created.resource], isInheritable: true)
    defer { for handle in [own, inherited] { close(Int32(handle)) } }
    #expect(fcntl(Int32(own), F_GETFD) == FD_CLOEXEC && fcntl(Int32(inherited), F_GETFD) == 0)
  }
}
