import CWDDM
package import WDDM

extension Driver {
  /// The most segments that ids allow: five bits, without 31, which names system memory.
  package static let segmentLimit = 30

  /// Asks for the segments, twice as every version wants it: first their number, then the descriptors (K-024, K-028).
  /// QUERYSEGMENT below WDDM 1.2, QUERYSEGMENT3 below 2.0, QUERYSEGMENT4 from then on.
  ///
  /// What the kernel could not live with is refused; what only breaks a rule (Microsoft's own samples do) is a finding.
  ///
  /// - Throws: the driver's status (K-010); `STATUS_INVALID_PARAMETER` for a number that is 0, too large or another the
  ///   second time (K-031), and for a segment that cannot be (K-026, K-035, K-045, K-051, K-062).
  package func segments() throws(Refusal) -> SegmentReport {
    let report: SegmentReport
    if version >= .wddm2_0 {
      report = try segments4()
    } else if version >= .win8 {
      report = try segments3()
    } else {
      report = try segments1()
    }
    try checkPagingBuffer(report)
    return report
  }

  private func segments4() throws(Refusal) -> SegmentReport {
    let stride = version.segmentDescriptor4Size
    var input = DXGK_QUERYSEGMENTIN4()
    var out = DXGK_QUERYSEGMENTOUT4()
    out.SegmentDescriptorStride = numericCast(stride)
    try exchange(DXGKQAITYPE_QUERYSEGMENT4, &input, &out)
    let count = try checkedCount(out.NbSegment)
    // Descriptors lie `stride` bytes apart, and the newest has 96: read each from a full one.
    var bytes = [UInt8](repeating: 0, count: count * stride)
    out = DXGK_QUERYSEGMENTOUT4()
    out.NbSegment = UInt32(count)
    out.SegmentDescriptorStride = numericCast(stride)
    // SAFETY: room for `count` descriptors at the announced stride, alive during the call.
    try unsafe bytes.withUnsafeMutableBufferPointer { bytes throws(Refusal) in
      unsafe out.pSegmentDescriptor = bytes.baseAddress
      try exchange(DXGKQAITYPE_QUERYSEGMENT4, &input, &out)
    }
    try checkSame(count, out.NbSegment)
    var all: [SegmentDescriptor] = []
    for index in 0..<count {
      var raw = DXGK_SEGMENTDESCRIPTOR4()
      // SAFETY: a struct of C, plain data; as many bytes are copied as the version has.
      unsafe withUnsafeMutableBytes(of: &raw) {
        unsafe $0.copyBytes(from: bytes[index * stride..<(index + 1) * stride])
      }
      all.append(try segment(index + 1, RawSegment(raw), after: all))
    }
    return SegmentReport(
      segments: all, pagingBufferSegment: out.PagingBufferSegmentId, pagingBufferSize: out.PagingBufferSize,
      pagingBufferPrivateDataSize: out.PagingBufferPrivateDataSize)
  }

  private func segments3() throws(Refusal) -> SegmentReport {
    var input = DXGK_QUERYSEGMENTIN()
    var out = DXGK_QUERYSEGMENTOUT3()
    try exchange(DXGKQAITYPE_QUERYSEGMENT3, &input, &out)
    let count = try checkedCount(out.NbSegment)
    var raws = [DXGK_SEGMENTDESCRIPTOR3](repeating: DXGK_SEGMENTDESCRIPTOR3(), count: count)
    out = DXGK_QUERYSEGMENTOUT3()
    out.NbSegment = UInt32(count)
    // SAFETY: room for `count` descriptors, alive during the call.
    try unsafe raws.withUnsafeMutableBufferPointer { raws throws(Refusal) in
      unsafe out.pSegmentDescriptor = raws.baseAddress
      try exchange(DXGKQAITYPE_QUERYSEGMENT3, &input, &out)
    }
    try checkSame(count, out.NbSegment)
    var all: [SegmentDescriptor] = []
    for index in raws.indices { all.append(try segment(index + 1, RawSegment(raws[index]), after: all)) }
    return SegmentReport(
      segments: all, pagingBufferSegment: out.PagingBufferSegmentId, pagingBufferSize: out.PagingBufferSize,
      pagingBufferPrivateDataSize: out.PagingBufferPrivateDataSize)
  }

  private func segments1() throws(Refusal) -> SegmentReport {
    var input = DXGK_QUERYSEGMENTIN()
    var out = DXGK_QUERYSEGMENTOUT()
    try exchange(DXGKQAITYPE_QUERYSEGMENT, &input, &out)
    let count = try checkedCount(out.NbSegment)
    var raws = [DXGK_SEGMENTDESCRIPTOR](repeating: DXGK_SEGMENTDESCRIPTOR(), count: count)
    out = DXGK_QUERYSEGMENTOUT()
    out.NbSegment = UInt32(count)
    // SAFETY: room for `count` descriptors, alive during the call.
    try unsafe raws.withUnsafeMutableBufferPointer { raws throws(Refusal) in
      unsafe out.pSegmentDescriptor = raws.baseAddress
      try exchange(DXGKQAITYPE_QUERYSEGMENT, &input, &out)
    }
    try checkSame(count, out.NbSegment)
    var all: [SegmentDescriptor] = []
    for index in raws.indices { all.append(try segment(index + 1, RawSegment(raws[index]), after: all)) }
    return SegmentReport(
      segments: all, pagingBufferSegment: out.PagingBufferSegmentId, pagingBufferSize: out.PagingBufferSize,
      pagingBufferPrivateDataSize: out.PagingBufferPrivateDataSize)
  }

  /// One query with a struct each way.
  private func exchange<Input, Output>(
    _ type: DXGK_QUERYADAPTERINFOTYPE, _ input: inout Input, _ output: inout Output
  ) throws(Refusal) {
    // SAFETY: both are structs of C, plain data, as long as they are said to be.
    try unsafe withUnsafeBytes(of: &input) { input throws(Refusal) in
      try unsafe withUnsafeMutableBytes(of: &output) { output throws(Refusal) in
        try unsafe query(type, input: input, output: output)
      }
    }
  }
}
