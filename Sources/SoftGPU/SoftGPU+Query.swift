package import CWDDM
import DDI
import Locks
package import WDDM

// What the card is.
extension SoftGPU {
  package func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    let bar = state.withLock { state in state.isAdapter(adapter) ? state.adapter.bar : nil }
    guard let bar else { return .invalidParameter }
    let type = args.Type
    var output = args.output
    switch type {
    case DXGKQAITYPE_UMDRIVERPRIVATE: return describe(to: &output)
    case DXGKQAITYPE_DRIVERCAPS:
      output.fill(with: driverCaps)
      return .success
    case DXGKQAITYPE_QUERYSEGMENT: return querySegment(&output, bar.start)
    case DXGKQAITYPE_QUERYSEGMENT3: return querySegment3(&output, bar.start)
    case DXGKQAITYPE_QUERYSEGMENT4: return querySegment4(&output, bar.start)
    default: return .notSupported
    }
  }

  /// For the user-mode driver: which card it talks to.
  private func describe(to output: inout MutableRawSpan) -> NTStatus {
    guard output.byteCount >= MemoryLayout<SOFTGPU_ADAPTER>.size else { return .bufferTooSmall }
    var answer = SOFTGPU_ADAPTER()
    answer.Magic = UInt32(SOFTGPU_ALLOCATION_MAGIC)
    answer.Version = UInt32(SOFTGPU_ALLOCATION_VERSION)
    answer.VideoMemory = configuration.videoMemory
    answer.VisibleVideoMemory = configuration.visibleVideoMemory
    answer.Aperture = configuration.aperture
    answer.InterfaceVersion = configuration.version.rawValue
    output.fill(with: answer)
    return .success
  }

  private var driverCaps: DXGK_DRIVERCAPS {
    var caps = DXGK_DRIVERCAPS()
    caps.HighestAcceptableAddress.QuadPart = (1 << 48) - 1
    caps.MaxAllocationListSlotId = 16
    caps.ApertureSegmentCommitLimit = numericCast(configuration.aperture)
    caps.GpuEngineTopology.NbAsymetricProcessingNodes = 1
    caps.WDDMVersion = DXGK_WDDMVERSION(rawValue: numericCast(configuration.version.wddmVersion))
    caps.MemoryManagementCaps.CrossAdapterResource = configuration.version >= .wddm1_3 ? 1 : 0
    caps.SupportNonVGA = 1
    caps.SupportSurpriseRemovalInHibernation = 1
    caps.SupportSurpriseRemoval = 1
    return caps
  }
}
