import CWDDM
import DDI
import SoftGPU
import Testing
import WDDM

/// DxgkDdiGetStandardAllocationDriverData: asked twice, and what is believed of the answers.
struct StandardAllocationTests {
  static let shape = SurfaceShape(width: 100, height: 10, format: 22)
  static let surfaces: [StandardSurface] =
    [
      .sharedPrimary(shape, RefreshRate(numerator: 60, denominator: 1), source: 2), .shadow(shape),
      .staging(width: 100, height: 10),
    ] + StandardSurface.GdiSurface.allCases.map { .gdi(shape, $0) }

  private static func driver(
    sizes: (UInt32, UInt32) = (4, 2), pitch: UInt32 = 512,
    _ change: @escaping (inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA) -> Void = { _ in }
  ) -> ScriptedMiniport {
    let scripted = ScriptedMiniport()
    scripted.functions.insert(.getStandardAllocationDriverData)
    scripted.onGetStandardAllocationDriverData = { args in
      if args.asksForSizes {
        args.AllocationPrivateDriverDataSize = sizes.0
        args.ResourcePrivateDriverDataSize = sizes.1
      } else {
        var data = args.allocationPrivateData
        data.fill(with: 0x0403_0201 as UInt32)
        var resource = args.resourcePrivateData
        resource.fill(with: 0x0605 as UInt16)
        args.answerPitch(pitch)
      }
      change(&args)
      return .success
    }
    return scripted
  }

  private func ask(
    _ scripted: ScriptedMiniport, _ surface: StandardSurface = .shadow(shape), limit: UInt32 = 1 << 20
  ) throws -> (StandardAllocationData, [Rule]) {
    let session = try Session(scripted)
    defer { session.end() }
    return (try session.driver.standardAllocationData(session.behalf, surface, limit: limit), session.findings.rules)
  }

  private func refuses(
    _ rule: Rule, _ scripted: ScriptedMiniport, _ surface: StandardSurface = .shadow(shape),
    status: NTStatus = .invalidParameter, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do {
      _ = try ask(scripted, surface)
      Issue.record("nothing was refused", sourceLocation: sourceLocation)
    } catch let refusal as Refusal {
      #expect(refusal.rule == rule, "\(refusal.reason)", sourceLocation: sourceLocation)
      #expect(refusal.status == status, sourceLocation: sourceLocation)
    } catch { Issue.record("another error: \(error)", sourceLocation: sourceLocation) }
  }

  @Test(arguments: surfaces) func theSizesAreAskedForAndThenTheData(surface: StandardSurface) throws {
    // K-152, K-154: both questions describe the same surface, and the first has no buffers.
    nonisolated(unsafe) var seen: [StandardSurface?] = []
    nonisolated(unsafe) var types: [UInt32] = []
    let scripted = Self.driver { args in
      unsafe seen.append(args.surface)
      unsafe types.append(UInt32(args.StandardAllocationType.rawValue))
    }
    let (data, findings) = try ask(scripted, surface)
    #expect(unsafe seen == [surface, surface])
    #expect(unsafe types.allSatisfy { $0 == UInt32(surface.type.rawValue) })
    #expect(data.allocation == [1, 2, 3, 4])
    #expect(data.resource == [5, 6])
    if case .sharedPrimary = surface { #expect(data.pitch == 0) } else { #expect(data.pitch == 512) }
    #expect(findings.isEmpty)
  }

  @Test func eitherSizeMayBeZeroButNotBoth() throws {
    // K-155
    #expect(try ask(Self.driver(sizes: (4, 0))).0.resource == [])
    #expect(try ask(Self.driver(sizes: (0, 2))).0.allocation == [])
    refuses("K-155", Self.driver(sizes: (0, 0)))
  }

  @Test func askedForSizesADriverLeavesTheDescriptionAlone() throws {
    // K-154: harmless, since it is asked again with a description of its own.
    let (data, findings) = try ask(Self.driver { args in if args.asksForSizes { args.answerPitch(7) } })
    #expect(findings == ["K-154"])
    #expect(data.pitch == 512)
  }

  @Test func aDriverThatGoesBeyondWhatItWantedIsRefused() {
    // K-154: by what it says, and by what it wrote.
    refuses("K-154", Self.driver { args in if !args.asksForSizes { args.AllocationPrivateDriverDataSize = 5 } })
    refuses("K-154", Self.driver { args in if !args.asksForSizes { args.ResourcePrivateDriverDataSize = .max } })
    refuses(
      "K-154",
      Self.driver { args in
        guard !args.asksForSizes else { return }
        args.AllocationPrivateDriverDataSize = 5
        var data = args.allocationPrivateData
        data.fill(with: 0 as UInt8, at: 4)
        args.AllocationPrivateDriverDataSize = 4
      })
  }

  @Test func aDriverMayFillLessThanItWanted() throws {
    let shorter = Self.driver { args in if !args.asksForSizes { args.AllocationPrivateDriverDataSize = 3 } }
    #expect(try ask(shorter).0.allocation == [1, 2, 3])
  }

  @Test func sizesAreBounded() {
    refuses("D-004", Self.driver(sizes: (.max, 0)))
    refuses("D-004", Self.driver(sizes: (0, 1 << 20 + 1)))
  }

  @Test(arguments: surfaces) func thePitchOfWhatTheCpuSeesMustBeTold(surface: StandardSurface) throws {
    let scripted = Self.driver(pitch: 0)
    switch surface {
    case .shadow: refuses("K-158", scripted, surface)
    case .staging: refuses("K-159", scripted, surface)
    // K-153
    case .gdi(_, .stagingCpuVisible), .gdi(_, .existingSysMem), .gdi(_, .textureCrossAdapter):
      refuses("K-160", scripted, surface)
    case .sharedPrimary, .gdi: #expect(try ask(scripted, surface).0.pitch == 0)
    }
  }

  @Test func aDriversStatusPassesUnchanged() {
    // K-151
    for failsFirst in [true, false] {
      let scripted = Self.driver()
      let answer = scripted.onGetStandardAllocationDriverData
      scripted.onGetStandardAllocationDriverData = { args in
        args.asksForSizes == failsFirst ? .noMemory : answer(&args)
      }
      refuses("K-151", scripted, status: .noMemory)
    }
  }

  @Test func anotherSuccessIsAFinding() throws {
    let scripted = Self.driver()
    let answer = scripted.onGetStandardAllocationDriverData
    scripted.onGetStandardAllocationDriverData = { args in
      _ = answer(&args)
      return .pending
    }
    #expect(try ask(scripted).1 == ["K-151", "K-151"])
  }

  @Test func aDriverWithoutTheFunctionIsNotAsked() {
    let scripted = Self.driver()
    scripted.functions.remove(.getStandardAllocationDriverData)
    refuses("K-151", scripted, status: .notSupported)
    #expect(!scripted.log.contains(.getStandardAllocationDriverData))
  }

  @Test(arguments: surfaces, [InterfaceVersion.wddm1_3, .wddm3_1])
  func softGPUMakesEachSurfaceFromWhatItAnswered(surface: StandardSurface, version: InterfaceVersion) throws {
    let session = try Session(SoftGPU(.init(version: version)))
    defer { session.end() }
    let answer = try session.driver.standardAllocationData(session.behalf, surface, limit: 1 << 20)
    #expect(answer.resource == [])
    let wish = SOFTGPU_ALLOCATION(answer.allocation[...])
    #expect(wish.Width == 100 && wish.Height == 10)
    // K-158, K-159: rows as the pitch says, X8R8G8B8 where nothing else is said.
    #expect(wish.Pitch == 512)
    #expect(wish.Format == 22)
    var none: HANDLE?
    var request = try session.create([answer.allocation], resource: &none)
    try session.open(&request)
    let made = request.rows[0].description
    // K-139, K-167: four rows at a time.
    let isCrossAdapter = surface == .gdi(Self.shape, .textureCrossAdapter)
    #expect(made.size == 512 * (isCrossAdapter ? 12 : 10))
    switch surface {
    case .gdi(_, .texture), .gdi(_, .staging), .gdi(_, .lookupTable):
      // K-163, K-165
      #expect(!made.flags.contains(.cpuVisible))
    case .gdi(_, .existingSysMem):
      // K-164
      #expect(made.flags == [.cpuVisible, .cached, .existingSysMem])
    case .gdi(_, .stagingCpuVisible), .shadow, .staging: #expect(made.flags == [.cpuVisible, .cached])
    case .sharedPrimary, .gdi: #expect(made.flags == .cpuVisible)
    }
    session.close(request)
    session.destroy(request)
    #expect(session.findings.list == [])
  }

  @Test func aHeapIsOneRowOfItsBytes() throws {
    // U-071
    let session = try Session(SoftGPU())
    defer { session.end() }
    let heap = SurfaceShape(width: 0xFFFF_F000, height: 1, format: 0)
    let answer = try session.driver.standardAllocationData(
      session.behalf, .gdi(heap, .textureCrossAdapter), limit: 1 << 20)
    let wish = SOFTGPU_ALLOCATION(answer.allocation[...])
    #expect(wish.Size == 0xFFFF_F000 && wish.Pitch == 0xFFFF_F000)
    #expect(answer.pitch == 0xFFFF_F000)
  }

  @Test func whatIsNoSurfaceIsNone() {
    var args = DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA()
    #expect(args.surface == nil)
    for type in 0..<8 {
      args.StandardAllocationType = D3DKMDT_STANDARDALLOCATION_TYPE(rawValue: numericCast(type))
      #expect(args.surface == nil, "NULL is no description")
    }
    // K-168, and the type that is never sent.
    var data = D3DKMDT_GDISURFACEDATA()
    for kind in [0, 6, 8, 9] {
      data.Type = D3DKMDT_GDISURFACETYPE(rawValue: numericCast(kind))
      unsafe withUnsafeMutablePointer(to: &data) { data in
        args.StandardAllocationType = D3DKMDT_STANDARDALLOCATION_GDISURFACE
        unsafe args.pCreateGdiSurfaceData = data
        #expect(args.surface == nil)
      }
    }
  }
}
