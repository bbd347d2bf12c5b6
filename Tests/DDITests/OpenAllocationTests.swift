import CWDDM
import DDI
import Testing
import WDDM

struct OpenAllocationTests {
  @Test func aHandleLeftNullClosesTheOthersAndIsRefused() throws {
    let scripted = ScriptedMiniport()
    scripted.onOpenAllocation = { args in
      var infos = args.mutableInfos
      for index in infos.indices where index != 1 {
        infos[index].hDeviceSpecificAllocation = HANDLE(bits: UInt(index + 1) << 4)
      }
      return .success
    }
    nonisolated(unsafe) var closed: [UInt] = []
    scripted.onCloseAllocation = { handles in
      unsafe closed = handles.map(\.bits)
      return .success
    }
    let session = try Session(scripted)
    var request = try session.create([[], [], []])
    let refusal = #expect(throws: Refusal.self) { try session.open(&request) }
    #expect(refusal == Refusal(.invalidParameter, "K-172", "pOpenAllocation[].hDeviceSpecificAllocation", 1))
    #expect(unsafe closed == [0x10, 0x30])
    #expect(request.rows.allSatisfy { $0.hDeviceSpecificAllocation == nil })
  }

  @Test func aFailingDriverIsNotAskedToClose() throws {
    let scripted = ScriptedMiniport()
    scripted.onOpenAllocation = { args in
      var infos = args.mutableInfos
      infos[0].hDeviceSpecificAllocation = HANDLE(bits: 0x10)
      return .graphicsDriverMismatch
    }
    let session = try Session(scripted)
    var request = try session.create([[], []])
    let refusal = #expect(throws: Refusal.self) { try session.open(&request) }
    #expect(refusal?.status == .graphicsDriverMismatch)
    #expect(refusal?.rule == "K-171")
    #expect(scripted.log.last == .openAllocation)
    #expect(request.rows.allSatisfy { $0.hDeviceSpecificAllocation == nil })
  }

  @Test func whileCreatingTheDriverMayChangeThePrivateData() throws {
    let scripted = ScriptedMiniport()
    scripted.onOpenAllocation = { [unowned scripted] args in write(7, scripted, &args) }
    let session = try Session(scripted)
    var request = try session.create([[1, 1], [2]])
    try session.open(&request)
    #expect(request.data == [7, 1, 7])
    #expect(session.findings.list == [])
  }

  @Test func afterwardsAChangeIsUndoneAndAFinding() throws {
    let scripted = ScriptedMiniport()
    scripted.onOpenAllocation = { [unowned scripted] args in write(7, scripted, &args) }
    let session = try Session(scripted)
    var request = try session.create([[1, 1], [2]])
    try session.open(&request, create: false)
    #expect(request.data == [1, 1, 2])
    #expect(
      session.findings.list
        == [DriverFinding("K-174", "DxgkDdiOpenAllocation", "pOpenAllocation[].pPrivateDriverData", 0)])
  }

  @Test func theFlagsSayWhatIsDone() throws {
    let scripted = ScriptedMiniport()
    nonisolated(unsafe) var seen: [UInt32] = []
    scripted.onOpenAllocation = { [unowned scripted] args in
      unsafe seen.append(args.Flags.Value)
      return write(0, scripted, &args)
    }
    let session = try Session(scripted)
    var request = try session.create([[]])
    try session.open(&request)
    try session.reopen(&request, create: false)
    // U-131
    #expect(unsafe seen == [1, 0])
  }

  @Test func manyAllocationsAreOpenedAndClosedInOneCall() throws {
    let scripted = ScriptedMiniport()
    let session = try Session(scripted)
    var request = try session.create([[UInt8]](repeating: [], count: 500))
    try session.open(&request)
    session.driver.closeAllocation(session.behalf, device: session.device, rows: request.rows.span)
    var none: HANDLE?
    session.driver.destroyAllocation(
      session.behalf, rows: request.rows.span, resource: &none, destroyResource: false)
    #expect(scripted.log.suffix(4) == [.createAllocation, .openAllocation, .closeAllocation, .destroyAllocation])
  }
}

/// Writes `byte` to the beginning of each private data and opens everything.
private func write(_ byte: UInt8, _ scripted: ScriptedMiniport, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
  var infos = args.mutableInfos
  for index in infos.indices {
    infos[index].hDeviceSpecificAllocation = scripted.token()
    write(byte, to: &infos[index])
  }
  return .success
}

private func write(_ byte: UInt8, to info: inout DXGK_OPENALLOCATIONINFO) {
  var data = info.mutablePrivateData
  data.fill(with: byte)
}
