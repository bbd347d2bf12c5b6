import CWDDM
import Foundation
import Testing

@testable import D3DRuntime

/// Everything here uses one process of the kernel and one driver's switches: one test at a time.
@Suite(.serialized) struct RuntimeTests {}

/// `DxgRt…` in Swift: an adapter opened with a driver. Closed by `close()`.
@safe struct TestAdapter: @unchecked Sendable {
  let handle: DXGRT_HADAPTER

  init(_ driver: TestDriver, interface: Int32 = DXGRT_INTERFACE_11) throws {
    let (_, opened) = unsafe opened(driver.path, interface: interface)
    unsafe handle = try #require(opened)
  }

  func createDevice() -> (result: UInt32, device: TestDevice?) {
    var device: DXGRT_HDEVICE?
    let result = asClient { unsafe DxgRtCreateDevice(handle, &device) }
    return (result, unsafe device.map { unsafe TestDevice(handle: $0) })
  }

  @discardableResult
  func close() -> UInt32 { asClient { unsafe DxgRtCloseAdapter(handle) } }
}

/// Opens an adapter with the driver at `path`.
func opened(
  _ path: String, interface: Int32 = DXGRT_INTERFACE_11
) -> (result: UInt32, handle: DXGRT_HADAPTER?) {
  var handle: DXGRT_HADAPTER?
  let result = unsafe path.withCString { path in
    var open = DXGRT_OPENADAPTER()
    unsafe open.pDriverPath = path
    open.Interface = UInt32(interface)
    return asClient { unsafe DxgRtOpenAdapter(&open, &handle) }
  }
  return unsafe (result, handle)
}

@safe struct TestDevice: @unchecked Sendable {
  let handle: DXGRT_HDEVICE

  func createTexture(width: UInt32 = 64, height: UInt32 = 16, flags: Int32 = 0) -> (
    result: UInt32, resource: TestResource?
  ) {
    var texture = DXGRT_TEXTURE()
    texture.Width = width
    texture.Height = height
    texture.Format = DXGI_FORMAT_B8G8R8A8_UNORM.rawValue
    texture.Flags = UInt32(flags)
    var resource: DXGRT_HRESOURCE?
    let result = asClient { unsafe DxgRtCreateTexture(handle, &texture, &resource) }
    return (result, unsafe resource.map { unsafe TestResource(device: self, handle: $0) })
  }

  func createFlipChain(buffers: UInt32 = 3, source: UInt32 = 0) -> (result: UInt32, resource: TestResource?) {
    var chain = DXGRT_FLIPCHAIN()
    chain.Width = 64
    chain.Height = 16
    chain.Format = DXGI_FORMAT_B8G8R8A8_UNORM.rawValue
    chain.BufferCount = buffers
    chain.VidPnSourceId = source
    var resource: DXGRT_HRESOURCE?
    let result = asClient { unsafe DxgRtCreateFlipChain(handle, &chain, &resource) }
    return (result, unsafe resource.map { unsafe TestResource(device: self, handle: $0) })
  }

  func openShared(_ shared: UInt32) -> (result: UInt32, resource: TestResource?) {
    var resource: DXGRT_HRESOURCE?
    let result = asClient { unsafe DxgRtOpenSharedResource(handle, shared, &resource) }
    return (result, unsafe resource.map { unsafe TestResource(device: self, handle: $0) })
  }

  func flush() -> UInt32 { asClient { unsafe DxgRtFlush(handle) } }

  @discardableResult
  func destroy() -> UInt32 { asClient { unsafe DxgRtDestroyDevice(handle) } }

  var removedReason: UInt32 { asClient { unsafe DxgRtGetDeviceRemovedReason(handle) } }

  var statistics: DXGRT_STATISTICS {
    var statistics = DXGRT_STATISTICS()
    _ = unsafe DxgRtGetStatistics(handle, &statistics)
    return statistics
  }
}

@safe struct TestResource: @unchecked Sendable {
  let device: TestDevice
  let handle: DXGRT_HRESOURCE

  @discardableResult
  func destroy() -> UInt32 { asClient { unsafe DxgRtDestroyResource(device.handle, handle) } }

  func shared() -> (result: UInt32, handle: UInt32) {
    var shared: D3DKMT_HANDLE = 0
    let result = asClient { unsafe DxgRtGetSharedHandle(device.handle, handle, &shared) }
    return (result, shared)
  }

  func setPriority(_ priority: UInt32) -> UInt32 {
    asClient { unsafe DxgRtSetPriority(device.handle, handle, priority) }
  }

  /// What the kernel has for the resource: the lowest of its allocations.
  func kernelPriority() throws -> UInt32 {
    let runtime = try #require(unsafe RuntimeObjects.device(Token(bits: UInt(bitPattern: device.handle))))
    let resource = try #require(unsafe runtime.resource(Token(bits: UInt(bitPattern: handle))))
    var priority: UInt32 = 0
    var request = D3DKMT_GETALLOCATIONPRIORITY()
    request.hDevice = runtime.kernelDevice
    request.hResource = resource.alone { resource.kernelResource }
    let result = asClient {
      unsafe withUnsafeMutablePointer(to: &priority) {
        unsafe request.pPriorities = $0
        return unsafe D3DKMTGetAllocationPriority(&request)
      }
    }
    try #require(result == 0)
    return priority
  }

  func map(_ subresource: UInt32 = 0) -> (result: UInt32, mapped: DXGRT_MAPPED) {
    var mapped = DXGRT_MAPPED()
    let result = asClient { unsafe DxgRtMap(device.handle, handle, subresource, &mapped) }
    return (result, mapped)
  }

  func unmap(_ subresource: UInt32 = 0) -> UInt32 {
    asClient { unsafe DxgRtUnmap(device.handle, handle, subresource) }
  }

  /// Fills a mapped subresource with one byte value, or says whether it holds nothing else.
  func fill(with value: UInt8, in subresource: UInt32 = 0, rows: Int = 16) throws {
    let (result, mapped) = map(subresource)
    try #require(result == ok)
    unsafe memset(mapped.pData, Int32(value), Int(mapped.RowPitch) * rows)
    #expect(unmap(subresource) == ok)
  }

  func holds(_ value: UInt8, in subresource: UInt32 = 0, rows: Int = 16) throws -> Bool {
    let (result, mapped) = map(subresource)
    try #require(result == ok)
    let bytes = unsafe UnsafeRawBufferPointer(start: mapped.pData, count: Int(mapped.RowPitch) * rows)
    let same = unsafe bytes.allSatisfy { $0 == value }
    #expect(unmap(subresource) == ok)
    return same
  }
}

extension DXGRT_STATISTICS {
  var lastMisuse: String? { unsafe pLastMisuse.map { unsafe String(cString: $0) } }
  var lastUnserved: String? { unsafe pLastUnserved.map { unsafe String(cString: $0) } }
  var criticalFunction: String? { unsafe pCriticalFunction.map { unsafe String(cString: $0) } }
}

// MARK: - A process of the kernel for these tests alone

/// Other tests use the same kernel at the same time; what they do belongs to other processes.
private let client: DXGCTL_PROCESS = {
  var process: DXGCTL_PROCESS = 0
  precondition(unsafe DxgCtlCreateProcess(&process) >= 0, "the kernel must make a process")
  return process
}()

/// Calls the runtime as that process, whatever thread the test is on.
func asClient(_ body: () -> HRESULT) -> UInt32 {
  precondition(DxgCtlEnterProcess(client, nil) >= 0)
  defer { _ = DxgCtlLeaveProcess() }
  return UInt32(bitPattern: body())
}

/// What that process has in the kernel, without what only ever grows: equal before and after whatever is undone.
func kernelState() throws -> String {
  _ = asClient { 0 }
  var size: UInt = 0
  _ = unsafe DxgCtlSnapshot(nil, &size)
  // Others may add to it between the two calls.
  size *= 2
  var text = [CChar](repeating: 0, count: Int(size))
  try #require(unsafe DxgCtlSnapshot(&text, &size) >= 0)
  let json = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  let snapshot = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
  let processes = try #require(snapshot["processes"] as? [[String: Any]])
  let own = try #require(processes.first { $0["process"] as? Int == Int(client) })
  let state = own.filter { $0.key != "nextHandle" && !$0.key.hasSuffix("Peak") }
  return String(decoding: try JSONSerialization.data(withJSONObject: state, options: [.sortedKeys]), as: UTF8.self)
}

// Results by their Windows names.
let ok: UInt32 = 0
let notImplemented: UInt32 = 0x8000_4001
let fail: UInt32 = 0x8000_4005
let outOfMemory: UInt32 = 0x8007_000E
let invalidArgument: UInt32 = 0x8007_0057
let wasStillDrawing: UInt32 = 0x8876_021C
let invalidCall: UInt32 = 0x8876_086C
let deviceRemoved: UInt32 = 0x8876_0870
let unsupported: UInt32 = 0x887B_0002
let driverInternal: UInt32 = 0x887A_0020
let applicationError: UInt32 = 0x8876_0885
