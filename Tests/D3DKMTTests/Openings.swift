import CWDDM
import WDDM

/// One opening by global handle, whose parts a test may bend, with every buffer filled with 0x55.
@safe struct Opening {
  var arguments = D3DKMT_OPENRESOURCE()
  private(set) var runtime = [UInt8](repeating: 0x55, count: 4)
  private(set) var resource = [UInt8](repeating: 0x55, count: 16)
  private(set) var total = [UInt8](repeating: 0x55, count: 0x1000)
  /// What the element's pPrivateDriverData points to on the way in.
  private(set) var own: UInt32 = 0x5555_5555
  private(set) var handle: D3DKMT_HANDLE = 0x5555_5555
  private(set) var dataSize: UINT = 4
  /// Whether the element points to the beginning of the total buffer now.
  private(set) var isRedirected = false

  init(_ device: D3DKMT_HANDLE, share: D3DKMT_HANDLE) {
    arguments.hDevice = device
    arguments.hGlobalShare = share
    arguments.NumAllocations = 1
    arguments.PrivateRuntimeDataSize = 4
    arguments.TotalPrivateDriverDataBufferSize = 0x1000
    arguments.hResource = 0x5555_5555
  }

  /// Whether nothing of the caller's changed but what the test did.
  var isUntouched: Bool {
    runtime.allSatisfy { $0 == 0x55 } && resource.allSatisfy { $0 == 0x55 } && total.allSatisfy { $0 == 0x55 }
      && own == 0x5555_5555 && handle == 0x5555_5555 && dataSize == 4 && arguments.hResource == 0x5555_5555
      && !isRedirected
  }

  /// - Parameter version: the element form, 1 or 2.
  mutating func run(version: Int, _ bend: (inout D3DKMT_OPENRESOURCE) -> Void = { _ in }) -> NTSTATUS {
    var arguments = arguments
    defer { self.arguments = arguments }
    var first = D3DDDI_OPENALLOCATIONINFO()
    var second = D3DDDI_OPENALLOCATIONINFO2()
    return unsafe runtime.withUnsafeMutableBytes { runtime in
      unsafe resource.withUnsafeMutableBytes { resource in
        unsafe total.withUnsafeMutableBytes { total in
          unsafe withUnsafeMutablePointer(to: &own) { own in
            unsafe arguments.pPrivateRuntimeData = runtime.baseAddress
            unsafe arguments.pResourcePrivateDriverData = resource.baseAddress
            unsafe arguments.pTotalPrivateDriverDataBuffer = total.baseAddress
            if version == 1 {
              first.hAllocation = handle
              unsafe first.pPrivateDriverData = UnsafeRawPointer(own)
              first.PrivateDriverDataSize = dataSize
              let status = unsafe withUnsafeMutablePointer(to: &first) { info in
                unsafe arguments.pOpenAllocationInfo = info
                bend(&arguments)
                return unsafe D3DKMTOpenResource(&arguments)
              }
              (handle, dataSize) = (first.hAllocation, first.PrivateDriverDataSize)
              unsafe isRedirected = first.pPrivateDriverData == UnsafeRawPointer(total.baseAddress)
              return status
            }
            second.hAllocation = handle
            unsafe second.pPrivateDriverData = UnsafeRawPointer(own)
            second.PrivateDriverDataSize = dataSize
            let status = unsafe withUnsafeMutablePointer(to: &second) { info in
              unsafe arguments.pOpenAllocationInfo2 = info
              bend(&arguments)
              return unsafe D3DKMTOpenResource2(&arguments)
            }
            (handle, dataSize) = (second.hAllocation, second.PrivateDriverDataSize)
            unsafe isRedirected = second.pPrivateDriverData == UnsafeRawPointer(total.baseAddress)
            return status
          }
        }
      }
    }
  }
}

/// One opening by NT handle.
@safe struct NtOpening {
  var arguments = D3DKMT_OPENRESOURCEFROMNTHANDLE()
  private(set) var runtime = [UInt8](repeating: 0x55, count: 4)
  private(set) var total = [UInt8](repeating: 0x55, count: 0x1000)
  private(set) var handle: D3DKMT_HANDLE = 0

  init(_ device: D3DKMT_HANDLE, _ ntHandle: HANDLE) {
    arguments.hDevice = device
    arguments.hNtHandle = ntHandle
    arguments.NumAllocations = 1
    arguments.PrivateRuntimeDataSize = 4
    arguments.TotalPrivateDriverDataBufferSize = 0x1000
    arguments.hKeyedMutex = 0x55
    arguments.hSyncObject = 0x66
  }

  mutating func run(_ bend: (inout D3DKMT_OPENRESOURCEFROMNTHANDLE) -> Void = { _ in }) -> NTSTATUS {
    var arguments = arguments
    defer { self.arguments = arguments }
    var info = D3DDDI_OPENALLOCATIONINFO2()
    let status = unsafe runtime.withUnsafeMutableBytes { runtime in
      unsafe total.withUnsafeMutableBytes { total in
        unsafe withUnsafeMutablePointer(to: &info) { info in
          unsafe arguments.pPrivateRuntimeData = runtime.baseAddress
          unsafe arguments.pTotalPrivateDriverDataBuffer = total.baseAddress
          unsafe arguments.pOpenAllocationInfo2 = info
          bend(&arguments)
          return unsafe D3DKMTOpenResourceFromNtHandle(&arguments)
        }
      }
    }
    handle = info.hAllocation
    return status
  }
}

/// Object attributes with a name, as Windows code builds them.
enum Attributes {
  static func with<Result>(_ name: String, _ body: (UnsafeMutablePointer<OBJECT_ATTRIBUTES>) -> Result) -> Result {
    var units = Array(name.utf16)
    return unsafe units.withUnsafeMutableBufferPointer { units in
      var text = UNICODE_STRING()
      text.Length = UInt16(units.count * 2)
      text.MaximumLength = text.Length
      unsafe text.Buffer = units.baseAddress
      return unsafe withUnsafeMutablePointer(to: &text) { text in
        var attributes = OBJECT_ATTRIBUTES()
        attributes.Length = ULONG(MemoryLayout<OBJECT_ATTRIBUTES>.size)
        unsafe attributes.ObjectName = text
        return unsafe withUnsafeMutablePointer(to: &attributes) { unsafe body($0) }
      }
    }
  }
}
