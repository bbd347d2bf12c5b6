package import CWDDM
import DDI
import Locks
package import WDDM

extension VerifyingMiniport {
  package func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus {
    let given = args.hAllocation
    let status = run(.describeAllocation) { base.describeAllocation(adapter, &args) }
    args.hAllocation = given
    guard status.isSuccess else { return status }
    if args.Width == 0 || args.Height == 0 {
      books.report("K-187", .describeAllocation, "Width", UInt64(args.Width) << 32 | UInt64(args.Height))
    }
    // One pixel layout, one attribute, whether alpha means something or not (K-189).
    let layout = DescribedLayout(width: args.Width, height: args.Height, format: args.Format)
    let attribute = args.PrivateDriverFormatAttribute
    let known = books.records.withLock { records in
      defer { records.descriptions[layout] = attribute }
      return records.descriptions[layout] ?? attribute
    }
    if known != attribute {
      books.report("K-189", .describeAllocation, "PrivateDriverFormatAttribute", UInt64(attribute))
    }
    return status
  }
}

/// Surfaces that a driver lays out alike: formats that differ in the use of alpha count as one.
struct DescribedLayout: Hashable {
  let width: UInt32
  let height: UInt32
  let format: UInt32

  init(width: UInt32, height: UInt32, format: D3DDDIFORMAT) {
    self.width = width
    self.height = height
    let opaque =
      switch format {
      case D3DDDIFMT_A8R8G8B8: D3DDDIFMT_X8R8G8B8
      case D3DDDIFMT_A8B8G8R8: D3DDDIFMT_X8B8G8R8
      default: format
      }
    self.format = UInt32(bitPattern: Int32(truncatingIfNeeded: opaque.rawValue))
  }
}
