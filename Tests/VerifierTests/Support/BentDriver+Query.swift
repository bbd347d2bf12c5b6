import CWDDM
import DDI
import SoftGPU
import WDDM

// Queries, bent by their kind.
extension BentDriver {
  func queryAdapterInfo(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    run(.queryAdapterInfo) {
      if let query = bend.query, !Self.isOfStart(args.Type) { return query(&args) }
      let status = base.queryAdapterInfo(adapter, &args)
      guard status.isSuccess else { return status }
      switch args.Type {
      case DXGKQAITYPE_DRIVERCAPS: args.edit(DXGK_DRIVERCAPS()) { bend.caps(&$0) }
      case DXGKQAITYPE_QUERYSEGMENT, DXGKQAITYPE_QUERYSEGMENT3, DXGKQAITYPE_QUERYSEGMENT4: editSegments(&args)
      default: break
      }
      return status
    }
  }

  private static func isOfStart(_ type: DXGK_QUERYADAPTERINFOTYPE) -> Bool {
    [DXGKQAITYPE_DRIVERCAPS, DXGKQAITYPE_QUERYSEGMENT, DXGKQAITYPE_QUERYSEGMENT3, DXGKQAITYPE_QUERYSEGMENT4]
      .contains(type)
  }

  private func editSegments(_ args: inout DXGKARG_QUERYADAPTERINFO) {
    let type = args.Type
    var stride: Int?
    args.edit(DXGK_QUERYSEGMENTOUT4()) { stride = Int($0.SegmentDescriptorStride) }
    args.edit(DXGK_QUERYSEGMENTOUT()) { out in
      let array = unsafe UnsafeMutableRawPointer(out.pSegmentDescriptor)
      if let array = unsafe array {
        // SAFETY: the array that the verifier lent has NbSegment descriptors of the type's form.
        for index in 0..<Int(out.NbSegment) {
          switch type {
          case DXGKQAITYPE_QUERYSEGMENT:
            unsafe bend.segment1(index, &array.assumingMemoryBound(to: DXGK_SEGMENTDESCRIPTOR.self)[index])
          case DXGKQAITYPE_QUERYSEGMENT3:
            unsafe bend.segment3(index, &array.assumingMemoryBound(to: DXGK_SEGMENTDESCRIPTOR3.self)[index])
          default:
            let descriptor = unsafe array + index * (stride ?? 96)
            unsafe bend.segment4(index, &descriptor.assumingMemoryBound(to: DXGK_SEGMENTDESCRIPTOR4.self).pointee)
          }
        }
      }
      unsafe bend.segments(&out, array == nil)
    }
  }
}

extension DXGKARG_QUERYADAPTERINFO {
  /// Changes the output as a struct, as much of it as is there.
  mutating func edit<Record>(_ blank: Record, _ change: (inout Record) -> Void) {
    var record = blank
    let count = unsafe pOutputData == nil ? 0 : min(Int(OutputDataSize), MemoryLayout<Record>.size)
    // SAFETY: structs of C, plain data.
    unsafe withUnsafeMutableBytes(of: &record) { unsafe $0.copyMemory(from: .init(start: pOutputData, count: count)) }
    change(&record)
    unsafe withUnsafeBytes(of: record) { unsafe pOutputData?.copyMemory(from: $0.baseAddress!, byteCount: count) }
  }
}
