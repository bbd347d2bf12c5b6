import Testing
import WDDM

@testable import DxgTrace

struct ReportTextTests {
  @Test func aReportReadsAtAGlance() {
    let text = ReportText(.eventful).lines.joined(separator: "\n")
    #expect(
      text == """
        Machine  softgpu, WDDM 3.1, 4,096.00 MiB video memory (256.00 MiB visible), commit limit 1,024.00 MiB

        Calls  1,284, 4 refused
          D3DKMTCreateAllocation2  1,280  STATUS_SUCCESS
                                       1  STATUS_NO_MEMORY
          D3DKMTLock2                  3  STATUS_INVALID_HANDLE

        Refused calls
          D3DKMTCreateAllocation2: STATUS_NO_MEMORY
              Size: 2,048 against a limit of 1,024: too much (D-001)
              call 1,290, thread 4712 at app+0x1A2F

        Memory             at the end          peak
          backing store           0 B  1,024.86 MiB
          caller's memory   31.00 MiB    791.02 MiB
          commit                  0 B  1,024.86 MiB

        Allocations  1,280 created, 1,279 destroyed (59 while locked), 1 alive: 31.00 MiB
          1 by D3DKMTCreateAllocation2, thread 4712 at app+0x1A2F, on device 0x40000040: 31.00 MiB
              #60  0x40000F80  31.00 MiB  caller's memory, locked

        The driver's mistakes
          DxgkDdiOpenAllocation: K-172
              hDeviceSpecificAllocation = 0x0: an opened allocation has a handle
              first in call 12

        Removed
          adapter 1  surprise removal, in call 1,292

        Calls in flight at the end
          D3DKMTLock2  call 1,300, thread 4712 at app+0x1A2F
        """)
  }

  @Test func sectionsThatAreNormallyEmptyStayAwayWhenTheyAre() {
    let text = ReportText(.clean).lines.joined(separator: "\n")
    for heading in ["Refused calls", "mistakes", "Removed", "in flight"] { #expect(!text.contains(heading)) }
    #expect(text.contains("1 created, 1 destroyed (0 while locked), none alive"))
  }

  @Test func aLongListEndsInACountOfWhatItHides() {
    var report = Report.eventful
    report.allocations.alive = Array(repeating: report.allocations.alive[0], count: 30)
    report.allocations.aliveLeftOut = 1_000
    #expect(ReportText(report, rowLimit: 10).lines.contains("  … and 1,020 more allocations"))
  }

  @Test func livingAllocationsStandByWhoMadeThemMostBytesFirst() {
    var report = Report.eventful
    var small = report.allocations.alive[0]
    small.maker.site.offset = 0x10
    small.size = 4096
    small.resource = 0x4000_0080
    report.allocations.alive = [small, report.allocations.alive[0], small]
    let lines = ReportText(report).lines
    let start = lines.firstIndex { $0.hasPrefix("Allocations") } ?? 0
    #expect(
      lines[(start + 1)...].prefix(5) == [
        "  1 by D3DKMTCreateAllocation2, thread 4712 at app+0x1A2F, on device 0x40000040: 31.00 MiB",
        "      #60  0x40000F80  31.00 MiB  caller's memory, locked",
        "  2 by D3DKMTCreateAllocation2, thread 4712 at app+0x10, on device 0x40000040: 8 KiB",
        "      #60  0x40000F80  4 KiB  caller's memory, locked  in resource 0x40000080",
        "      #60  0x40000F80  4 KiB  caller's memory, locked  in resource 0x40000080",
      ])
  }

  @Test func plainTextHasNoColourCodesAndATerminalsHas() {
    #expect(!ReportText(.eventful).lines.contains { $0.contains("\u{1B}") })
    #expect(ReportText(.eventful, ink: .terminal).lines.contains { $0.contains("\u{1B}[1;31m") })
  }

  @Test func colourDoesNotMoveAColumn() {
    let coloured = ReportText(.eventful, ink: .terminal).lines.map(withoutColour)
    #expect(coloured == ReportText(.eventful).lines)
  }

  @Test func noLineEndsInASpace() {
    #expect(!ReportText(.eventful).lines.contains { $0.hasSuffix(" ") })
  }

  private func withoutColour(_ line: String) -> String {
    var text = ""
    var isInCode = false
    for character in line {
      if character == "\u{1B}" { isInCode = true }
      if !isInCode { text.append(character) }
      if character == "m" { isInCode = false }
    }
    return text
  }
}

struct QuantityTests {
  @Test(
    arguments: [
      (0, "0 B"), (1_023, "1023 B"), (1_024, "1 KiB"), (1_536, "1.50 KiB"), (65_536, "64 KiB"),
      (1_048_575, "1,024.00 KiB"), (1_048_576, "1.00 MiB"), (32_505_856, "31.00 MiB"), (1_074_638_848, "1,024.86 MiB"),
      (UInt64.max, "17,592,186,044,416.00 MiB"),
    ] as [(UInt64, String)])
  func bytesAreShownInTheUnitOfTheirSize(value: UInt64, text: String) {
    #expect(Quantity.bytes(value) == text)
  }
}
