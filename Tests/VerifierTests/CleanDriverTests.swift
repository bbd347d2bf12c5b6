import CWDDM
import DDI
import DxgTestKit
import Dxgkrnl
import Locks
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

  /// Surfaces that the system describes, from their sizes to their creation.
  @Test(arguments: [InterfaceVersion.wddm1_3, .wddm2_0, .wddm3_1])
  func softGPUsStandardSurfacesAreClean(version: InterfaceVersion) {
    let found = FoundList()
    let verifier = VerifyingMiniport(
      wrapping: SoftGPU(.init(version: version)), findings: found, options: VerifierOptions(.all))
    let calls =
      [
        D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE, D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE,
        D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE,
      ].map { StandardCall(type: $0) }
      + [
        D3DKMDT_GDISURFACE_TEXTURE, D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, D3DKMDT_GDISURFACE_STAGING,
        D3DKMDT_GDISURFACE_LOOKUPTABLE, D3DKMDT_GDISURFACE_EXISTINGSYSMEM, D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER,
      ].map { StandardCall(gdiType: $0) }
    Wire.started(verifier) { verifier in
      let context = verifier.books.records.withLock { $0.adapter.context }
      for var call in calls {
        call.adapter = HANDLE(bits: context)
        call.ask(verifier)
        // The creation was known for what it was.
        #expect(!verifier.books.records.withLock { $0.facts.awaitsStandard }, "\(call)")
      }
    }
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
