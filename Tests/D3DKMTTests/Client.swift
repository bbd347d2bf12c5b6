import CSystem
import CWDDM
import Foundation
import Testing
import WDDM

/// A client of the C API, as a program would be one: an adapter, a device, and calls made with the structs of the
/// headers.
@safe final class Client {
  let adapter: D3DKMT_HANDLE
  let device: D3DKMT_HANDLE

  init() throws {
    var rows = [D3DKMT_ADAPTERINFO](repeating: D3DKMT_ADAPTERINFO(), count: 4)
    let count = unsafe rows.withUnsafeMutableBufferPointer { rows -> UInt32? in
      var arguments = D3DKMT_ENUMADAPTERS2()
      arguments.NumAdapters = 4
      unsafe arguments.pAdapters = rows.baseAddress
      return unsafe D3DKMTEnumAdapters2(&arguments) == 0 ? arguments.NumAdapters : nil
    }
    try #require(count == 1)
    adapter = rows[0].hAdapter
    var arguments = D3DKMT_CREATEDEVICE()
    arguments.hAdapter = adapter
    unsafe try #require(D3DKMTCreateDevice(&arguments) == 0)
    device = arguments.hDevice
  }

  /// Runs `body` with a client in a process of the kernel's that nobody else speaks for.
  ///
  /// All suites of a test run share one program and so, by default, one handle table. What counts handles is wrong
  /// when a suite beside it makes one at that moment; in here nobody can.
  static func alone<Result>(_ body: (Client) throws -> Result) throws -> Result {
    var number: DXGCTL_PROCESS = 0
    unsafe try #require(DxgCtlCreateProcess(&number) == 0)
    var previous: DXGCTL_PROCESS = 0
    unsafe try #require(DxgCtlEnterProcess(number, &previous) == 0)
    defer {
      _ = DxgCtlEnterProcess(previous, nil)
      _ = DxgCtlExitProcess(number)
    }
    // The client is gone before its process is left: what it closes is this process's.
    func inside() throws -> Result {
      let client = try Client()
      defer { withExtendedLifetime(client) {} }
      return try body(client)
    }
    return try inside()
  }

  deinit {
    var arguments = D3DKMT_DESTROYDEVICE(hDevice: device)
    _ = unsafe D3DKMTDestroyDevice(&arguments)
    var close = D3DKMT_CLOSEADAPTER(hAdapter: adapter)
    _ = unsafe D3DKMTCloseAdapter(&close)
  }

  /// The number that the next handle of this process will have: what a refused call must not move (U-004).
  var nextHandle: D3DKMT_HANDLE {
    var arguments = D3DKMT_CREATEDEVICE()
    arguments.hAdapter = adapter
    guard unsafe D3DKMTCreateDevice(&arguments) == 0 else { return 0 }
    var destroy = D3DKMT_DESTROYDEVICE(hDevice: arguments.hDevice)
    _ = unsafe D3DKMTDestroyDevice(&destroy)
    return arguments.hDevice
  }

  /// What D3DKMTGetDeviceState tells of the device: a D3DKMT_DEVICEEXECUTION_STATE.
  var executionState: UInt32 {
    var arguments = D3DKMT_GETDEVICESTATE()
    arguments.hDevice = device
    arguments.StateType = D3DKMT_DEVICESTATE_EXECUTION
    guard unsafe D3DKMTGetDeviceState(&arguments) == 0 else { return 0 }
    return arguments.ExecutionState.rawValue
  }

  /// A SoftGPU allocation of `size` bytes.
  func allocate(_ size: UInt64, flags: UInt32 = 1) throws -> D3DKMT_HANDLE {
    var request = Creation(device: device, size: size, flags: flags)
    try #require(request.run() == 0)
    return request.info.hAllocation
  }

  func destroy(_ allocations: [D3DKMT_HANDLE]) -> NTStatus {
    unsafe allocations.withUnsafeBufferPointer { list in
      var arguments = D3DKMT_DESTROYALLOCATION2()
      arguments.hDevice = device
      unsafe arguments.phAllocationList = list.baseAddress
      arguments.AllocationCount = UInt32(list.count)
      return unsafe NTStatus(rawValue: D3DKMTDestroyAllocation2(&arguments))
    }
  }
}

/// One creation with D3DKMTCreateAllocation2, whose parts a test may bend.
@safe struct Creation {
  var arguments = D3DKMT_CREATEALLOCATION()
  var info = D3DDDI_ALLOCATIONINFO2()
  var data = SOFTGPU_ALLOCATION()

  init(device: D3DKMT_HANDLE, size: UInt64 = 4096, flags: UInt32 = 1) {
    arguments.hDevice = device
    arguments.NumAllocations = 1
    data.Magic = 0x5550_4753
    data.Version = 1
    data.Size = size
    data.Flags = flags
    info.PrivateDriverDataSize = UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size)
  }

  /// Runs it with the pointers that belong to its parts.
  mutating func run() -> NTSTATUS {
    unsafe run { _, _ in }
  }

  /// Runs it after `bend` changed the pointers.
  mutating func run(
    _ bend: (inout D3DKMT_CREATEALLOCATION, UnsafeMutablePointer<D3DDDI_ALLOCATIONINFO2>) -> Void
  ) -> NTSTATUS {
    var arguments = arguments
    defer { self.arguments = arguments }
    return unsafe withUnsafeMutablePointer(to: &data) { data in
      unsafe withUnsafeMutablePointer(to: &info) { info in
        unsafe info.pointee.pPrivateDriverData = UnsafeMutableRawPointer(data)
        unsafe arguments.pAllocationInfo2 = info
        unsafe bend(&arguments, info)
        return unsafe D3DKMTCreateAllocation2(&arguments)
      }
    }
  }
}

/// Pages that a test may protect, with an unmapped page behind them.
@safe final class Pages {
  let base: UnsafeMutableRawPointer
  let count: Int

  init(_ count: Int) {
    self.count = count
    unsafe base = mmap(nil, (count + 1) * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)!
    unsafe munmap(base + count * 4096, 4096)
  }

  deinit { unsafe munmap(base, count * 4096) }

  func protect(_ protection: Int32) { unsafe mprotect(base, count * 4096, protection) }

  /// Whether the last `bytes` bytes are zero.
  func isZero(_ bytes: Int) -> Bool {
    (0..<bytes).allSatisfy { unsafe end(bytes).load(fromByteOffset: $0, as: UInt8.self) == 0 }
  }

  /// Where the last `bytes` bytes before the unmapped page begin.
  func address(_ bytes: Int) -> UInt { unsafe UInt(bitPattern: end(bytes)) }

  /// The last `bytes` bytes before the unmapped page.
  func end(_ bytes: Int) -> UnsafeMutableRawPointer { unsafe base + count * 4096 - bytes }
}

/// Addresses at which nothing can be read: NULL, the first page, unmapped, not canonical, the end of everything.
let badAddresses: [UInt] = [0, 8, 0x1000, 0x0000_7FFF_FFFF_F000, 0x8000_0000_0000_0000, UInt.max - 7]
