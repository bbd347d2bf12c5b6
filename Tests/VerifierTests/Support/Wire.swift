import CWDDM
import DDI
import DxgTestKit
import Dxgkrnl
import WDDM

@testable import Verifier

/// What the kernel does not ask of a driver in a whole life, asked over the wire.
enum Wire {
  /// Starts the adapter in a kernel, then runs `body`.
  static func started(_ driver: VerifyingMiniport, _ body: (VerifyingMiniport) -> Void) {
    let machine = Machine()
    guard (try? machine.add(driver, barBytes: 256 << 20)) != nil else { return }
    body(driver)
    try? machine.shutDown()
  }

  /// One query with a struct each way.
  static func query<Output>(
    _ driver: VerifyingMiniport, _ type: DXGK_QUERYADAPTERINFOTYPE, _ output: Output
  ) {
    var output = output
    var args = DXGKARG_QUERYADAPTERINFO()
    args.Type = type
    // SAFETY: a struct of C, as long as it is said to be, alive during the call.
    unsafe withUnsafeMutableBytes(of: &output) { bytes in
      unsafe args.pOutputData = bytes.baseAddress
      args.OutputDataSize = UInt32(bytes.count)
      _ = driver.queryAdapterInfo(nil, &args)
    }
  }

  /// Creates one allocation without private data.
  static func create(_ driver: VerifyingMiniport) {
    var info = DXGK_ALLOCATIONINFO()
    var args = DXGKARG_CREATEALLOCATION()
    args.NumAllocations = 1
    // SAFETY: outlives the call.
    unsafe withUnsafeMutablePointer(to: &info) { info in
      unsafe args.pAllocationInfo = info
      _ = driver.createAllocation(nil, &args)
    }
  }

  /// Opens one allocation that exists already, with 16 bytes of private data, and as many of the resource.
  static func open(_ driver: VerifyingMiniport) {
    var data = [UInt8](repeating: 7, count: 16)
    var resourceData = data
    var info = DXGK_OPENALLOCATIONINFO()
    var args = DXGKARG_OPENALLOCATION()
    // SAFETY: all of them outlive the call.
    unsafe data.withUnsafeMutableBytes { data in
      unsafe resourceData.withUnsafeMutableBytes { resourceData in
        unsafe info.pPrivateDriverData = data.baseAddress
        info.PrivateDriverDataSize = 16
        unsafe args.pPrivateDriverData = resourceData.baseAddress
        args.PrivateDriverSize = 16
        args.NumAllocations = 1
        unsafe withUnsafeMutablePointer(to: &info) { info in
          unsafe args.pOpenAllocation = info
          _ = driver.openAllocation(nil, &args)
        }
      }
    }
  }

  /// Describes allocations, whose handles count from 1.
  static func describe(_ driver: VerifyingMiniport, _ count: UInt = 1) {
    for handle in 1...count {
      var args = DXGKARG_DESCRIBEALLOCATION()
      args.hAllocation = HANDLE(bits: handle)
      _ = driver.describeAllocation(nil, &args)
    }
  }
}
