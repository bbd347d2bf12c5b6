import Testing
import WDDM

/// What a runtime callback answers for what the thunk returned.
struct HResultTests {
  /// U-344
  @Test(arguments: [
    (NTStatus.success, HResult.ok), (.pending, .pending), (.invalidParameter, .invalidArgument),
    (.invalidHandle, .invalidArgument), (.noMemory, .outOfMemory), (.graphicsNoVideoMemory, .outOfVideoMemory),
    (.deviceRemoved, .deviceRemoved), (.graphicsGpuExceptionOnDevice, .deviceRemoved),
    (.graphicsAllocationBusy, .wasStillDrawing), (.graphicsUnswizzlingApertureUnavailable, .notAvailable),
    (.graphicsCantEvictPinnedAllocation, .cantEvictPinnedAllocation),
    (.graphicsCantRenderLockedAllocation, .cantRenderLockedAllocation),
    (.privilegedInstruction, .privilegedInstruction), (.illegalInstruction, .invalidInstruction),
    (.invalidUserBuffer, .invalidUserBuffer), (.notSupported, .fail), (.graphicsDriverMismatch, .fail),
  ])
  func eachStatusHasItsCode(status: NTStatus, code: HResult) {
    #expect(HResult(status) == code)
  }

  @Test func pendingIsAFailureCodeThatSaysTryLater() {
    #expect(HResult.ok.isSuccess)
    #expect(!HResult.fail.isSuccess)
  }
}
