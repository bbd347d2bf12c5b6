package import CWDDM
import DDI
package import WDDM

// What the card is.
extension ScriptedMiniport {
  package func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    let script = currentScript
    let type = args.Type
    let status = run(.queryAdapterInfo, script) { ledger in
      ledger.expect(ledger.adapters[adapter.bits] == true, "I-026: QueryAdapterInfo of an adapter that is not started")
      return DDICall(.queryAdapterInfo, .success, handles: [UInt(type.rawValue)])
    }
    guard status.isSuccess else { return status }
    var output = args.output
    switch type {
    case DXGKQAITYPE_UMDRIVERPRIVATE:
      output.fill(with: UInt32(0xD0D0_D0D0))
    case DXGKQAITYPE_DRIVERCAPS:
      var caps = DXGK_DRIVERCAPS()
      caps.HighestAcceptableAddress.QuadPart = (1 << 48) - 1
      script.changeCaps(&caps)
      output.fill(with: caps)
    case DXGKQAITYPE_QUERYSEGMENT:
      guard var out = output.bytes.record(as: DXGK_QUERYSEGMENTOUT.self) else { return .bufferTooSmall }
      var room = out.descriptors
      for index in script.segments.indices where index < room.count {
        room[index] = DXGK_SEGMENTDESCRIPTOR(script.segments[index])
      }
      out.NbSegment = UInt32(script.segments.count)
      out.PagingBufferSegmentId = script.pagingBufferSegment
      output.fill(with: out)
    case DXGKQAITYPE_QUERYSEGMENT3:
      guard var out = output.bytes.record(as: DXGK_QUERYSEGMENTOUT3.self) else { return .bufferTooSmall }
      var room = out.descriptors
      for index in script.segments.indices where index < room.count {
        room[index] = DXGK_SEGMENTDESCRIPTOR3(script.segments[index])
      }
      out.NbSegment = UInt32(script.segments.count)
      out.PagingBufferSegmentId = script.pagingBufferSegment
      output.fill(with: out)
    case DXGKQAITYPE_QUERYSEGMENT4:
      guard var out = output.bytes.record(as: DXGK_QUERYSEGMENTOUT4.self) else { return .bufferTooSmall }
      let stride = Int(out.SegmentDescriptorStride)
      var room = out.descriptorBytes
      for (index, segment) in script.segments.enumerated() {
        room.fill(with: DXGK_SEGMENTDESCRIPTOR4(segment), at: index * stride, upTo: stride)
      }
      out.NbSegment = UInt32(script.segments.count)
      out.PagingBufferSegmentId = script.pagingBufferSegment
      output.fill(with: out)
    default: return .notSupported
    }
    return .success
  }
}

extension DXGK_SEGMENTDESCRIPTOR {
  fileprivate init(_ segment: SegmentDescriptor) {
    self.init()
    Flags.Value = segment.flags.rawValue
    BaseAddress.QuadPart = Int64(bitPattern: segment.baseAddress)
    CpuTranslatedAddress.QuadPart = Int64(bitPattern: segment.cpuTranslatedAddress)
    Size = numericCast(segment.size)
    CommitLimit = numericCast(segment.commitLimit)
  }
}

extension DXGK_SEGMENTDESCRIPTOR3 {
  fileprivate init(_ segment: SegmentDescriptor) {
    self.init()
    Flags.Value = segment.flags.rawValue
    BaseAddress.QuadPart = Int64(bitPattern: segment.baseAddress)
    CpuTranslatedAddress.QuadPart = Int64(bitPattern: segment.cpuTranslatedAddress)
    Size = numericCast(segment.size)
    CommitLimit = numericCast(segment.commitLimit)
  }
}

extension DXGK_SEGMENTDESCRIPTOR4 {
  fileprivate init(_ segment: SegmentDescriptor) {
    self.init()
    Flags.Value = segment.flags.rawValue
    BaseAddress.QuadPart = Int64(bitPattern: segment.baseAddress)
    CpuTranslatedAddress.QuadPart = Int64(bitPattern: segment.cpuTranslatedAddress)
    Size = numericCast(segment.size)
    CommitLimit = numericCast(segment.commitLimit)
  }
}
