package import CWDDM
import DDI
import Locks
package import WDDM

// What the system makes surfaces from: the same private data that a client would pass, so that CreateAllocation knows
// one language only. softgpu.h says which flags stand for which surface.
extension SoftGPU {
  /// Asked for the sizes first, then for the data (K-154). The pitch is told wherever there is room for it (K-153).
  package func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus {
    guard state.withLock({ $0.isAdapter(adapter) }), let surface = args.surface else { return .invalidParameter }
    let size = UInt32(MemoryLayout<SOFTGPU_ALLOCATION>.size)
    if args.asksForSizes {
      args.AllocationPrivateDriverDataSize = size
      args.ResourcePrivateDriverDataSize = 0
      return .success
    }
    guard args.AllocationPrivateDriverDataSize >= size else { return .invalidParameter }
    var wish = SOFTGPU_ALLOCATION(surface)
    do throws(NTStatus) {
      let plan = try AllocationPlan(
        wish, on: layout.ids, version: configuration.version, mayShareBackingStore: false)
      wish.Size = plan.size
      wish.Pitch = plan.pitch
    } catch { return error }
    var data = args.allocationPrivateData
    data.fill(with: wish)
    args.answerPitch(wish.Pitch)
    return .success
  }
}

extension SOFTGPU_ALLOCATION {
  /// What a client would ask for that wants this surface.
  fileprivate init(_ surface: StandardSurface) {
    self.init()
    Magic = UInt32(SOFTGPU_ALLOCATION_MAGIC)
    Version = UInt32(SOFTGPU_ALLOCATION_VERSION)
    let wishes: Wishes
    switch surface {
    case .sharedPrimary(let shape, _, _):
      take(shape)
      wishes = [.primary, .cpuVisible]
    case .shadow(let shape):
      take(shape)
      wishes = [.cpuVisible, .cached]
    case .staging(let width, let height):
      take(SurfaceShape(width: width, height: height, format: UInt32(D3DDDIFMT_X8R8G8B8.rawValue)))
      wishes = [.cpuVisible, .cached]
    case .gdi(let shape, let kind):
      take(shape)
      wishes = Wishes(kind)
      // A heap of bytes: one row, of a format that has no pixels (U-071).
      if kind == .textureCrossAdapter, shape.height == 1, shape.format == UInt32(D3DDDIFMT_UNKNOWN.rawValue) {
        Size = UInt64(shape.width)
        Pitch = shape.width
      }
    }
    Flags = wishes.rawValue
  }

  private mutating func take(_ shape: SurfaceShape) {
    Width = shape.width
    Height = shape.height
    Format = shape.format
  }
}

extension Wishes {
  /// K-163…K-167: what of GDI's surfaces the CPU sees is linear and cached in the coherent aperture, what another
  /// adapter uses is in system memory, and the rest is the GPU's alone.
  fileprivate init(_ kind: StandardSurface.GdiSurface) {
    switch kind {
    case .texture, .staging, .lookupTable: self = .gdiSurface
    case .stagingCpuVisible: self = [.gdiSurface, .cpuVisible, .cached]
    case .existingSysMem: self = [.gdiSurface, .cpuVisible, .cached, .existingSysMem]
    case .textureCrossAdapter: self = [.gdiSurface, .cpuVisible, .crossAdapter]
    }
  }
}
