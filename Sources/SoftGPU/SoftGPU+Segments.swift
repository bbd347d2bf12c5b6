import CWDDM
import DDI
import WDDM

// The three forms in which WDDM asks for segments. Each is asked twice: without an array for the number alone, then
// with one for everything (K-024, K-028).
extension SoftGPU {
  func querySegment(_ output: inout MutableRawSpan, _ bar: UInt64) -> NTStatus {
    guard var out = output.bytes.record(as: DXGK_QUERYSEGMENTOUT.self) else { return .bufferTooSmall }
    defer { output.fill(with: out) }
    var room = out.descriptors
    guard !room.isEmpty else { return number(&out.NbSegment) }
    guard room.count >= layout.entries.count else { return .invalidParameter }
    for (index, entry) in layout.entries.enumerated() {
      var segment = DXGK_SEGMENTDESCRIPTOR()
      segment.BaseAddress.QuadPart = Int64(entry.base)
      segment.CpuTranslatedAddress.QuadPart = entry.kind == .visible ? Int64(bitPattern: bar) : 0
      segment.Size = numericCast(entry.size)
      segment.CommitLimit = numericCast(entry.size)
      segment.Flags.Value = flags(entry.kind).rawValue
      room[index] = segment
    }
    out.NbSegment = UInt32(layout.entries.count)
    out.PagingBufferSegmentId = layout.ids.aperture
    out.PagingBufferSize = Self.pagingBufferSize
    return .success
  }

  func querySegment3(_ output: inout MutableRawSpan, _ bar: UInt64) -> NTStatus {
    guard var out = output.bytes.record(as: DXGK_QUERYSEGMENTOUT3.self) else { return .bufferTooSmall }
    defer { output.fill(with: out) }
    var room = out.descriptors
    guard !room.isEmpty else { return number(&out.NbSegment) }
    guard room.count >= layout.entries.count else { return .invalidParameter }
    for (index, entry) in layout.entries.enumerated() {
      var segment = DXGK_SEGMENTDESCRIPTOR3()
      segment.Flags.Value = flags(entry.kind).rawValue
      segment.BaseAddress.QuadPart = Int64(entry.base)
      segment.CpuTranslatedAddress.QuadPart = entry.kind == .visible ? Int64(bitPattern: bar) : 0
      segment.Size = numericCast(entry.size)
      segment.CommitLimit = numericCast(entry.size)
      room[index] = segment
    }
    out.NbSegment = UInt32(layout.entries.count)
    out.PagingBufferSegmentId = layout.ids.aperture
    out.PagingBufferSize = Self.pagingBufferSize
    return .success
  }

  func querySegment4(_ output: inout MutableRawSpan, _ bar: UInt64) -> NTStatus {
    guard var out = output.bytes.record(as: DXGK_QUERYSEGMENTOUT4.self) else { return .bufferTooSmall }
    defer { output.fill(with: out) }
    let stride = Int(out.SegmentDescriptorStride)
    var room = out.descriptorBytes
    guard !room.isEmpty else { return number(&out.NbSegment) }
    guard room.byteCount >= layout.entries.count * stride else { return .invalidParameter }
    for (index, entry) in layout.entries.enumerated() {
      var segment = DXGK_SEGMENTDESCRIPTOR4()
      segment.Flags.Value = flags(entry.kind).rawValue
      segment.BaseAddress.QuadPart = Int64(entry.base)
      segment.Size = numericCast(entry.size)
      segment.CommitLimit = numericCast(entry.size)
      segment.CpuTranslatedAddress.QuadPart = entry.kind == .visible ? Int64(bitPattern: bar) : 0
      // The kernel's stride, not our struct's size, says where the next one begins (K-029).
      room.fill(with: segment, at: index * stride, upTo: stride)
    }
    out.NbSegment = UInt32(layout.entries.count)
    out.PagingBufferSegmentId = layout.ids.aperture
    out.PagingBufferSize = Self.pagingBufferSize
    return .success
  }

  private func number(_ count: inout UInt32) -> NTStatus {
    count = UInt32(layout.entries.count)
    return .success
  }

  private func flags(_ kind: SegmentLayout.Kind) -> SegmentFlags {
    let hasBudgets = configuration.version >= .wddm2_0
    switch kind {
    case .visible: return hasBudgets ? [.cpuVisible, .localBudgetGroup] : [.cpuVisible]
    case .hidden: return hasBudgets ? [.localBudgetGroup] : []
    case .aperture:
      return hasBudgets ? [.aperture, .cacheCoherent, .nonLocalBudgetGroup] : [.aperture, .cacheCoherent]
    }
  }

  private static let pagingBufferSize: UInt32 = 64 << 10
}
