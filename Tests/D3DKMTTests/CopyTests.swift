import CSystem
import Foundation
import Testing

struct CopyTests {
  init() { #expect(dxgk_copy_install() == 0) }

  @Test func everySizeIsCopiedExactly() {
    let source = (0..<400).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) }
    for size in 0..<380 {
      var target = [UInt8](repeating: 0xEE, count: 400)
      let fault = unsafe target.withUnsafeMutableBytes { target in
        unsafe source.withUnsafeBytes { unsafe dxgk_copy(target.baseAddress! + 3, $0.baseAddress! + 5, size) }
      }
      #expect(fault == 0)
      #expect(Array(target[3..<3 + size]) == Array(source[5..<5 + size]))
      #expect(target[..<3].allSatisfy { $0 == 0xEE } && target[(3 + size)...].allSatisfy { $0 == 0xEE })
    }
  }

  @Test(arguments: badAddresses, [1, 2, 4, 8, 16, 31, 64, 100, 4096])
  func aBadAddressIsAFaultOnEitherSide(address: UInt, size: Int) {
    var buffer = [UInt8](repeating: 1, count: 4096)
    let bad = unsafe UnsafeMutableRawPointer(bitPattern: address)
    unsafe buffer.withUnsafeMutableBytes { buffer in
      unsafe #expect(dxgk_copy(buffer.baseAddress, bad, size) == 1)
      unsafe #expect(dxgk_copy(bad, buffer.baseAddress, size) == 1)
      unsafe #expect(dxgk_copy_probe(bad, size) == 1)
    }
    #expect(buffer.allSatisfy { $0 == 1 }, "a failed read writes nothing")
  }

  @Test func aCopyThatStraddlesIntoAnUnmappedPageIsAFault() {
    let pages = Pages(1)
    var buffer = [UInt8](repeating: 1, count: 8192)
    unsafe buffer.withUnsafeMutableBytes { buffer in
      for (size, inside) in [(8, 7), (16, 1), (100, 99), (4096, 4095), (4096, 4096)] {
        let expected: Int32 = size == inside ? 0 : 1
        unsafe #expect(dxgk_copy(buffer.baseAddress, pages.end(inside), size) == expected)
        unsafe #expect(dxgk_copy(pages.end(inside), buffer.baseAddress, size) == expected)
        unsafe #expect(dxgk_copy_probe(pages.end(inside), size) == expected)
      }
    }
  }

  @Test func aProtectedPageIsAFault() {
    let pages = Pages(2)
    var buffer = [UInt8](repeating: 1, count: 64)
    unsafe buffer.withUnsafeMutableBytes { buffer in
      pages.protect(PROT_READ)
      unsafe #expect(dxgk_copy(buffer.baseAddress, pages.base, 64) == 0)
      unsafe #expect(dxgk_copy(pages.base, buffer.baseAddress, 64) == 1)
      unsafe #expect(dxgk_copy_probe(pages.base, 1) == 1)
      pages.protect(PROT_NONE)
      unsafe #expect(dxgk_copy(buffer.baseAddress, pages.base, 64) == 1)
      pages.protect(PROT_READ | PROT_WRITE)
      unsafe #expect(dxgk_copy_probe(pages.base, 8192) == 0)
    }
  }

  @Test func aProbeLooksAtEveryPage() {
    let pages = Pages(3)
    unsafe mprotect(pages.base + 4096, 4096, PROT_READ)
    unsafe #expect(dxgk_copy_probe(pages.base, 4096) == 0)
    unsafe #expect(dxgk_copy_probe(pages.base, 4097) == 1)
    unsafe #expect(dxgk_copy_probe(pages.base, 3 * 4096) == 1)
    unsafe #expect(dxgk_copy_probe(pages.base + 8192, 4096) == 0)
    unsafe mprotect(pages.base + 4096, 4096, PROT_READ | PROT_WRITE)
  }

  @Test func aProbeChangesNothing() {
    let pages = Pages(2)
    unsafe pages.base.storeBytes(of: 0x1122_3344, toByteOffset: 0, as: UInt32.self)
    unsafe #expect(dxgk_copy_probe(pages.base, 8192) == 0)
    unsafe #expect(pages.base.load(as: UInt32.self) == 0x1122_3344)
  }

  @Test func aFaultThatIsNotOursReachesTheHandlerThatWasThereBefore() async {
    await #expect(processExitsWith: .exitCode(42)) {
      Fault.catchWithExitCode42()
      _ = dxgk_copy_install()
      #expect(Fault.isReported())
      Fault.happens()
    }
  }

  @Test func withoutAnEarlierHandlerAFaultStillEndsTheProgram() async {
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      Fault.isNotCaught()
      _ = dxgk_copy_install()
      #expect(Fault.isReported())
      Fault.happens()
    }
  }
}

/// What the children of these tests do.
enum Fault {
  static func catchWithExitCode42() { _ = signal(SIGSEGV) { _ in _exit(42) } }
  static func isNotCaught() { _ = signal(SIGSEGV, SIG_DFL) }

  /// Whether a copy from a bad address comes back.
  static func isReported() -> Bool {
    var byte: UInt8 = 0
    return unsafe dxgk_copy(&byte, UnsafeRawPointer(bitPattern: 8), 1) == 1
  }

  static func happens() { unsafe UnsafeMutablePointer<UInt8>(bitPattern: 8)!.pointee = 1 }
}
