import CWDDM
import DDI
import Locks
import WDDM

/// The form in which a version asks for segments.
enum SegmentForm {
  /// QUERYSEGMENT, QUERYSEGMENT3, QUERYSEGMENT4
  case first, third, fourth

  /// Bytes of a descriptor; of the fourth form the newest, from whose end on a stride is nobody's.
  var descriptorSize: Int {
    switch self {
    case .first: MemoryLayout<DXGK_SEGMENTDESCRIPTOR>.stride
    case .third: MemoryLayout<DXGK_SEGMENTDESCRIPTOR3>.stride
    case .fourth: MemoryLayout<DXGK_SEGMENTDESCRIPTOR4>.stride
    }
  }

  /// Bytes from one descriptor to the next as the verifier announces them: more than any version's struct in the fourth
  /// form, so that a driver that steps by its struct's size is found (K-029).
  var lentStride: Int { self == .fourth ? 128 : descriptorSize }
}

// QUERYSEGMENT and its successors: asked twice, without an array for the number and with one for everything.
extension VerifyingMiniport {
  func querySegments(
    _ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO, _ form: SegmentForm
  ) -> NTStatus {
    // The three blocks begin alike; the fourth form's stride follows.
    guard unsafe args.pOutputData != nil, Int(args.OutputDataSize) >= MemoryLayout<DXGK_QUERYSEGMENTOUT>.size else {
      return guardedQuery(adapter, &args)
    }
    let given = args.answer(as: DXGK_QUERYSEGMENTOUT4())
    guard let array = unsafe given.pSegmentDescriptor, given.NbSegment > 0 else {
      let status = guardedQuery(adapter, &args)
      if status.isSuccess { judgeNumber(args.answer(as: DXGK_QUERYSEGMENTOUT4()), given, form) }
      return status
    }
    let count = Int(given.NbSegment)
    let theirStride = form == .fourth ? Int(given.SegmentDescriptorStride) : form.descriptorSize
    let stride = max(form.lentStride, theirStride)
    // SAFETY: the caller's array has room for `count` descriptors, `theirStride` bytes apart.
    return GuardedRoom.with(GuardedRoom.size(of: count * stride)) { room in
      let blank = [UInt8](repeating: Self.gap, count: count * stride)
      let lent = unsafe blank.withUnsafeBytes { unsafe room.copy($0.baseAddress, $0.count) }
      guard let lent = unsafe lent else { return .success }
      let own = min(form.descriptorSize, stride)
      for index in 0..<count {
        unsafe (lent + index * stride).initializeMemory(as: UInt8.self, repeating: 0, count: own)
        unsafe (lent + index * stride).copyMemory(from: array + index * theirStride, byteCount: min(own, theirStride))
      }
      var asked = given
      unsafe asked.pSegmentDescriptor = lent.assumingMemoryBound(to: BYTE.self)
      asked.SegmentDescriptorStride = numericCast(stride)
      args.put(asked)
      let status = guardedQuery(adapter, &args)
      let answer = args.answer(as: DXGK_QUERYSEGMENTOUT4())

      if unsafe !room.isIntact(behind: lent, count * stride) {
        found(query: form == .fourth ? "K-029" : "K-024", "pSegmentDescriptor", UInt64(count))
      } else if unsafe !Self.areGapsIntact(lent, count, stride, own) {
        found(query: "K-029", "SegmentDescriptorStride", UInt64(stride))
      }
      var segments: [ReportedSegment] = []
      for index in 0..<count {
        let descriptor = unsafe lent + index * stride
        unsafe (array + index * theirStride).update(
          from: descriptor.assumingMemoryBound(to: BYTE.self), count: min(own, theirStride))
        segments.append(unsafe Self.segment(descriptor, form))
      }
      var restored = answer
      unsafe restored.pSegmentDescriptor = given.pSegmentDescriptor
      restored.SegmentDescriptorStride = given.SegmentDescriptorStride
      args.put(restored)
      if status.isSuccess { judge(segments, answer, given, form) }
      return status
    }
  }

  /// What lies between descriptors.
  private static var gap: UInt8 { 0xB5 }

  /// Whether nothing but zeros was written there: a driver may clear the whole array before it fills it.
  private static func areGapsIntact(
    _ lent: UnsafeMutableRawPointer, _ count: Int, _ stride: Int, _ own: Int
  ) -> Bool {
    (0..<count).allSatisfy { index in
      (own..<stride).allSatisfy {
        let byte = unsafe lent.load(fromByteOffset: index * stride + $0, as: UInt8.self)
        return byte == gap || byte == 0
      }
    }
  }

  private static func segment(_ descriptor: UnsafeMutableRawPointer, _ form: SegmentForm) -> ReportedSegment {
    // SAFETY: a whole descriptor of that form is there.
    switch form {
    case .first: unsafe ReportedSegment(descriptor.load(as: DXGK_SEGMENTDESCRIPTOR.self))
    case .third: unsafe ReportedSegment(descriptor.load(as: DXGK_SEGMENTDESCRIPTOR3.self))
    case .fourth: unsafe ReportedSegment(descriptor.load(as: DXGK_SEGMENTDESCRIPTOR4.self))
    }
  }

  /// The first call: the number, and nothing else (K-024, K-028).
  private func judgeNumber(_ answer: DXGK_QUERYSEGMENTOUT4, _ given: DXGK_QUERYSEGMENTOUT4, _ form: SegmentForm) {
    let rule: Rule = form == .fourth ? "K-028" : "K-024"
    if answer.NbSegment == 0 { found(query: rule, "NbSegment", 0) }
    let isUntouched =
      unsafe answer.pSegmentDescriptor == given.pSegmentDescriptor
      && answer.PagingBufferSegmentId == given.PagingBufferSegmentId
      && answer.PagingBufferSize == given.PagingBufferSize
      && answer.PagingBufferPrivateDataSize == given.PagingBufferPrivateDataSize
      && (form != .fourth || answer.SegmentDescriptorStride == given.SegmentDescriptorStride)
    if !isUntouched { found(query: rule, "pOutputData", UInt64(answer.PagingBufferSegmentId)) }
  }

  /// DXGKQAITYPE_SEGMENTMEMORYSTATE: as many ranges as the descriptor said, each inside of the segment (K-056).
  func queryMemoryState(_ adapter: HANDLE?, _ args: inout DXGKARG_QUERYADAPTERINFO) -> NTStatus {
    let status = guardedQuery(adapter, &args)
    guard status.isSuccess else { return status }
    let state = args.answer(as: DXGK_QUERYSEGMENTMEMORYSTATE())
    let segment = books.records.withLock { records -> ReportedSegment? in
      let index = Int(state.DriverSegmentId) - 1
      return records.adapter.segments.indices.contains(index) ? records.adapter.segments[index] : nil
    }
    guard let segment else { return status }
    if state.NumInvalidMemoryRanges != segment.invalidRanges {
      found(query: "K-056", "NumInvalidMemoryRanges", UInt64(state.NumInvalidMemoryRanges))
      return status
    }
    // SAFETY: the caller's array has room for as many ranges as the segment has.
    let ranges = unsafe UnsafeBufferPointer(
      start: state.pMemoryRanges, count: state.pMemoryRanges == nil ? 0 : Int(state.NumInvalidMemoryRanges))
    for index in ranges.indices {
      let range = unsafe ranges[index]
      if range.SegmentOffset > segment.size || range.SizeInBytes > segment.size - range.SegmentOffset {
        found(query: "K-056", "pMemoryRanges", UInt64(index))
      }
    }
    return status
  }
}

extension DXGKARG_QUERYADAPTERINFO {
  /// Writes a struct over the output, as much of it as there is room for.
  fileprivate mutating func put<Record>(_ record: Record) {
    var output = self.output
    output.fill(with: record)
  }
}
