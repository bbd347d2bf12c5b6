import CWDDM
import WDDM

/// One segment descriptor, whichever of the three forms it came in, as the driver wrote it.
struct ReportedSegment: Sendable {
  var flags: SegmentFlags
  var baseAddress: UInt64
  var size: UInt64
  var commitLimit: UInt64
  /// Or where its host aperture is.
  var cpuAddress: UInt64
  /// Bytes; from 1.2 on (K-055).
  var systemMemoryEnd: UInt64?
  /// From 2.0 on (K-056).
  var invalidRanges: UInt32 = 0
  /// Where each bank ends, in bytes from the segment's start; below 2.0 (K-064).
  var banks: [UInt64] = []

  init(_ raw: borrowing DXGK_SEGMENTDESCRIPTOR) {
    flags = SegmentFlags(rawValue: raw.Flags.Value)
    baseAddress = UInt64(bitPattern: raw.BaseAddress.QuadPart)
    size = UInt64(raw.Size)
    commitLimit = UInt64(raw.CommitLimit)
    cpuAddress = UInt64(bitPattern: raw.CpuTranslatedAddress.QuadPart)
    banks = unsafe Self.banks(raw.NbOfBanks, raw.pBankRangeTable)
  }

  init(_ raw: borrowing DXGK_SEGMENTDESCRIPTOR3) {
    flags = SegmentFlags(rawValue: raw.Flags.Value)
    baseAddress = UInt64(bitPattern: raw.BaseAddress.QuadPart)
    size = UInt64(raw.Size)
    commitLimit = UInt64(raw.CommitLimit)
    cpuAddress = UInt64(bitPattern: raw.CpuTranslatedAddress.QuadPart)
    systemMemoryEnd = UInt64(raw.SystemMemoryEndAddress)
    banks = unsafe Self.banks(raw.NbOfBanks, raw.pBankRangeTable)
  }

  init(_ raw: borrowing DXGK_SEGMENTDESCRIPTOR4) {
    flags = SegmentFlags(rawValue: raw.Flags.Value)
    baseAddress = UInt64(bitPattern: raw.BaseAddress.QuadPart)
    size = UInt64(raw.Size)
    commitLimit = UInt64(raw.CommitLimit)
    cpuAddress = UInt64(bitPattern: raw.CpuTranslatedAddress.QuadPart)
    systemMemoryEnd = UInt64(raw.SystemMemoryEndAddress)
    invalidRanges = raw.NumInvalidMemoryRanges
  }

  var isAperture: Bool { flags.contains(.aperture) || flags.contains(.agp) }

  /// DXGK_SEGMENTFLAGS.VprSupported
  var hasVpr: Bool { flags.rawValue >> 16 & 1 == 1 }

  /// The driver's table of banks, of which there can be 127 (K-066).
  private static func banks(_ count: UInt32, _ table: UnsafeMutablePointer<SIZE_T>?) -> [UInt64] {
    guard let table = unsafe table else { return [] }
    // SAFETY: the driver promises as many entries as it counts; a kernel reads them now as well.
    return unsafe UnsafeBufferPointer(start: table, count: Int(min(count, 127))).map { UInt64($0) }
  }
}
