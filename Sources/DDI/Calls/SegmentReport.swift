import CWDDM
package import WDDM

/// What a driver reported of its memory: fixed until the adapter stops (K-031).
package struct SegmentReport: Hashable, Sendable {
  /// In the order of their ids, which count from 1.
  package let segments: [SegmentDescriptor]
  /// The aperture for paging buffers; 0 for contiguous write-combined system memory (K-062).
  package let pagingBufferSegment: UInt32
  /// Bytes of a paging buffer, and of the driver's own data beside each (K-063).
  package let pagingBufferSize: UInt32
  package let pagingBufferPrivateDataSize: UInt32
}

/// One descriptor, whichever of the three forms it came in.
struct RawSegment {
  var flags: UInt32
  var baseAddress: UInt64
  var size: UInt64
  var commitLimit: UInt64
  var cpuTranslatedAddress: UInt64

  init(_ raw: borrowing DXGK_SEGMENTDESCRIPTOR) {
    flags = raw.Flags.Value
    baseAddress = UInt64(bitPattern: raw.BaseAddress.QuadPart)
    size = UInt64(raw.Size)
    commitLimit = UInt64(raw.CommitLimit)
    cpuTranslatedAddress = UInt64(bitPattern: raw.CpuTranslatedAddress.QuadPart)
  }

  init(_ raw: borrowing DXGK_SEGMENTDESCRIPTOR3) {
    flags = raw.Flags.Value
    baseAddress = UInt64(bitPattern: raw.BaseAddress.QuadPart)
    size = UInt64(raw.Size)
    commitLimit = UInt64(raw.CommitLimit)
    cpuTranslatedAddress = UInt64(bitPattern: raw.CpuTranslatedAddress.QuadPart)
  }

  /// With a CPU host aperture the union holds that, and no address.
  init(_ raw: borrowing DXGK_SEGMENTDESCRIPTOR4) {
    flags = raw.Flags.Value
    baseAddress = UInt64(bitPattern: raw.BaseAddress.QuadPart)
    size = UInt64(raw.Size)
    commitLimit = UInt64(raw.CommitLimit)
    let hasHostAperture = SegmentFlags(rawValue: raw.Flags.Value).contains(.supportsCpuHostAperture)
    cpuTranslatedAddress = hasHostAperture ? 0 : UInt64(bitPattern: raw.CpuTranslatedAddress.QuadPart)
  }
}
