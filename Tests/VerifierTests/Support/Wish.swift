import CWDDM
import DxgTestKit

/// What a client asks of SoftGPU.
struct Wish {
  var data = SOFTGPU_ALLOCATION()

  init(
    size: UInt64 = 4096, flags: Int32 = SOFTGPU_ALLOCATION_CPUVISIBLE, width: UInt32 = 0, height: UInt32 = 0,
    format: D3DDDIFORMAT = D3DDDIFMT_UNKNOWN
  ) {
    data.Magic = UInt32(SOFTGPU_ALLOCATION_MAGIC)
    data.Version = UInt32(SOFTGPU_ALLOCATION_VERSION)
    data.Size = size
    data.Flags = UInt32(flags)
    data.Width = width
    data.Height = height
    data.Format = UInt32(truncatingIfNeeded: format.rawValue)
  }

  var request: AllocationRequest {
    // SAFETY: a struct of numbers without padding.
    AllocationRequest(data: unsafe withUnsafeBytes(of: data) { unsafe Array($0) })
  }
}
