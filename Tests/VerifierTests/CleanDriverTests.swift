import CWDDM
import DDI
import DxgTestKit
import Dxgkrnl
import SoftGPU
import Testing
import WDDM

@testable import Verifier

/// A driver that keeps the rules is not spoken of.
struct CleanDriverTests {
  @Test(arguments: ["1.0", "1.1", "1.2", "1.3", "2.0", "2.1", "2.4", "2.7", "2.9", "3.0", "3.1"])
  func softGPUIsClean(version: String) throws {
    let version = try #require(InterfaceVersion(named: version))
    let found = FoundList()
    let driver = VerifyingMiniport(
      wrapping: SoftGPU(.init(version: version)), findings: found, options: VerifierOptions(.all))
    WholeLife.play(driver)
    #expect(found.texts == [])
  }

  @Test func theVerifierHasEveryFunctionOfItsDriver() {
    let base = ScriptedMiniport()
    let driver = VerifyingMiniport(wrapping: base, findings: FoundList())
    WholeLife.play(driver)
    #expect(driver.functions == base.functions && driver.interfaceVersion == base.interfaceVersion)
    #expect(base.violations == [] && base.ledger.isIdle)
  }
}
