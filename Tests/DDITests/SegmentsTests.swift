import CWDDM
import DDI
import Testing
import WDDM

struct SegmentsTests {
  /// Answers QUERYSEGMENT4 with these descriptors, which a test may spoil.
  private func session(
    _ segments: [DXGK_SEGMENTDESCRIPTOR4], paging: UInt32 = 0, pagingAtFirst: UInt32? = nil, second: UInt32? = nil,
    version: InterfaceVersion = .wddm3_1
  ) throws -> Session {
    let scripted = ScriptedMiniport()
    scripted.interfaceVersion = version
    scripted.onQuery = { args in
      guard args.Type == DXGKQAITYPE_QUERYSEGMENT4 else { return .notSupported }
      var output = args.output
      guard var out = output.bytes.record(as: DXGK_QUERYSEGMENTOUT4.self) else { return .bufferTooSmall }
      let stride = Int(out.SegmentDescriptorStride)
      var room = out.descriptorBytes
      // K-028
      let isFirst = room.byteCount == 0
      for index in segments.indices where !isFirst {
        room.fill(with: segments[index], at: index * stride, upTo: stride)
      }
      out.NbSegment = isFirst ? UInt32(segments.count) : second ?? UInt32(segments.count)
      out.PagingBufferSegmentId = isFirst ? pagingAtFirst ?? paging : paging
      output.fill(with: out)
      return .success
    }
    return try Session(scripted)
  }

  private func memory(_ change: (inout DXGK_SEGMENTDESCRIPTOR4) -> Void = { _ in }) -> DXGK_SEGMENTDESCRIPTOR4 {
    var segment = DXGK_SEGMENTDESCRIPTOR4()
    segment.Size = 1 << 20
    segment.CommitLimit = 1 << 20
    change(&segment)
    return segment
  }

  private func aperture(_ change: (inout DXGK_SEGMENTDESCRIPTOR4) -> Void = { _ in }) -> DXGK_SEGMENTDESCRIPTOR4 {
    memory {
      $0.Flags.Aperture = 1
      $0.BaseAddress.QuadPart = 1 << 30
      change(&$0)
    }
  }

  private func refusal(
    _ segments: [DXGK_SEGMENTDESCRIPTOR4], paging: UInt32 = 0, second: UInt32? = nil
  ) throws -> Refusal? {
    let session = try session(segments, paging: paging, second: second)
    return #expect(throws: Refusal.self) { _ = try session.driver.segments() }
  }

  @Test func noSegmentsAndTooManyAreRefused() throws {
    #expect(try refusal([])?.rule == "K-024")
    #expect(try refusal([DXGK_SEGMENTDESCRIPTOR4](repeating: aperture(), count: 31))?.rule == "K-024")
  }

  @Test func anotherNumberTheSecondTimeIsRefused() throws {
    #expect(try refusal([aperture()], second: 2)?.rule == "K-031")
  }

  @Test func sizesMustBeWholePagesAndNotZero() throws {
    #expect(try refusal([aperture { $0.Size = 0 }])?.rule == "K-035")
    #expect(try refusal([aperture { $0.Size = 4097 }])?.rule == "K-035")
  }

  @Test func anAgpSegmentNeedsAnAgpAperture() throws {
    #expect(try refusal([aperture { $0.Flags.Value = 2 }])?.rule == "K-026")
    #expect(try refusal([aperture { $0.Flags.Value = 3 }])?.rule == "K-045")
  }

  @Test func aHostApertureExcludesACpuWindow() throws {
    #expect(try refusal([memory { $0.Flags.Value = 1 << 2 | 1 << 13 }])?.rule == "K-051")
    #expect(try refusal([memory { $0.Flags.Value = 1 << 14 }])?.rule == "K-051")
  }

  @Test func addressesMustNotWrap() throws {
    #expect(try refusal([memory { $0.BaseAddress.QuadPart = -4096 }])?.rule == "K-032")
    let wrapping = memory {
      $0.Flags.CpuVisible = 1
      $0.CpuTranslatedAddress.QuadPart = -4096
    }
    #expect(try refusal([wrapping])?.rule == "K-039")
  }

  @Test func thePagingBufferSegmentMustExist() throws {
    // K-030: counted from 1.
    #expect(try refusal([aperture()], paging: 2)?.rule == "K-062")
    #expect(try session([aperture()], paging: 1).driver.segments().pagingBufferSegment == 1)
  }

  @Test func whatTheFirstAnswerSaysOfThePagingBufferIsNotHeard() throws {
    // K-027
    let report = try session([memory(), aperture()], paging: 2, pagingAtFirst: 77).driver.segments()
    #expect(report.pagingBufferSegment == 2)
  }

  @Test func whatOnlyBreaksARuleIsAFinding() throws {
    let segments = [
      memory {
        $0.Flags.CacheCoherent = 1
        $0.CommitLimit = 4096
      },
      aperture {
        $0.BaseAddress.QuadPart = 4096
        $0.CommitLimit = 2 << 20
        $0.Flags.ReservedSysMem = 1
        $0.Flags.PreservedDuringHibernate = 1
      },
      aperture { $0.BaseAddress.QuadPart = 1 << 40 },
    ]
    let session = try session(segments, paging: 1)
    let report = try session.driver.segments()
    #expect(Set(session.findings.rules) == ["K-047", "K-036", "K-032", "K-037", "K-052", "K-050", "K-058", "K-062"])
    #expect(report.segments[0].commitLimit == 4096)
    #expect(report.segments[1].commitLimit == 1 << 20)
    #expect(!report.segments[1].flags.contains(.reservedSysMem))
  }

  @Test func aCommitLimitOfZeroIsTheSize() throws {
    let report = try session([aperture { $0.CommitLimit = 0 }]).driver.segments()
    #expect(report.segments[0].commitLimit == 1 << 20)
  }

  @Test func onlyAnAperturesCommitLimitCounts() throws {
    let segments = [memory { $0.CommitLimit = 0 }, aperture { $0.CommitLimit = 4096 }]
    let report = try session(segments).driver.segments()
    // K-057, K-037
    #expect(report.segments[1].commitLimit == 4096)
    #expect(report.segments[0].size == 1 << 20)
  }

  /// K-025: there is no AGP aperture to tell of, in either question.
  @Test func bothQuestionsCarryAnEmptyAgpAperture() throws {
    let scripted = ScriptedMiniport()
    scripted.interfaceVersion = .win7
    nonisolated(unsafe) var seen: [[UInt8]] = []
    scripted.onQuery = { args in
      guard args.Type == DXGKQAITYPE_QUERYSEGMENT else { return .notSupported }
      unsafe seen.append(inputBytes(args))
      var output = args.output
      guard var out = output.bytes.record(as: DXGK_QUERYSEGMENTOUT.self) else { return .bufferTooSmall }
      // One, of which the second answer then says nothing.
      out.NbSegment = 1
      output.fill(with: out)
      return .success
    }
    let session = try Session(scripted)
    #expect(throws: Refusal.self) { _ = try session.driver.segments() }
    #expect(unsafe seen == [[UInt8]](repeating: [UInt8](repeating: 0, count: 24), count: 2))
  }

  @Test(arguments: [(InterfaceVersion.wddm2_0, 88), (.wddm2_1, 96), (.wddm3_1, 96)])
  func descriptorsAreAsLongAsTheVersionHasThem(version: InterfaceVersion, stride: Int) throws {
    // K-029
    #expect(version.segmentDescriptor4Size == stride)
    let segments = [memory(), memory { $0.BaseAddress.QuadPart = 1 << 20 }, aperture()]
    let report = try session(segments, version: version).driver.segments()
    #expect(report.segments.map(\.baseAddress) == [0, 1 << 20, 1 << 30])
    #expect(report.segments.map(\.isAperture) == [false, false, true])
  }
}

private func inputBytes(_ args: borrowing DXGKARG_QUERYADAPTERINFO) -> [UInt8] {
  let input = args.input
  // SAFETY: a byte inside of the span.
  return (0..<input.byteCount).map { unsafe input.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
}
