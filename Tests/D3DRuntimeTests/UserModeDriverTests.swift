import CWDDM
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct UserModeDriverTests {
    @Test func aFileThatIsNoneIsNotFound() {
      #expect(openResult("/nowhere/driver.so") == 0x8007_007E)
    }

    @Test func aLibraryWithoutTheEntryPointSaysSo() throws {
      let library = try compile("no-entry-point.so", sources: [], options: ["-x", "c", "/dev/null"])
      #expect(openResult(library) == 0x8007_007F)
    }

    @Test func nothingOpenedIsAnInvalidArgument() {
      var adapter: DXGRT_HADAPTER?
      var open = DXGRT_OPENADAPTER()
      #expect(asClient { unsafe DxgRtOpenAdapter(nil, &adapter) } == invalidArgument)
      #expect(asClient { unsafe DxgRtOpenAdapter(&open, &adapter) } == invalidArgument)
      #expect(unsafe adapter == nil)
    }

    @Test(arguments: [(Fault.supportsNoInterface, UInt32(0x887A_0004)), (.failsOpenAdapter, outOfMemory)])
    func aDriverThatCannotOpenLeavesNothing(fault: Fault, expected: UInt32) throws {
      let driver = try TestDriver.freshFaulty()
      let before = try kernelState()
      driver.fault = fault
      defer { driver.fault = .none }
      let (result, handle) = unsafe opened(driver.path)
      #expect(result == expected)
      #expect(unsafe handle == nil)
      #expect(try kernelState() == before)
    }

    @Test func anAdapterThatDoesNotExistIsRefused() throws {
      let driver = try TestDriver.sample.get()
      var handle: DXGRT_HADAPTER?
      let result = unsafe driver.path.withCString { path in
        var open = DXGRT_OPENADAPTER()
        unsafe open.pDriverPath = path
        open.AdapterLuid = LUID(LowPart: 0xFFFF_FFF0, HighPart: 7)
        return asClient { unsafe DxgRtOpenAdapter(&open, &handle) }
      }
      #expect(result == invalidArgument)
    }

    @Test func closingAnAdapterEndsItsDevicesAndItsHandle() throws {
      let before = try kernelState()
      let adapter = try TestAdapter(TestDriver.sample.get())
      let device = try #require(adapter.createDevice().device)
      _ = try #require(device.createTexture().resource)
      #expect(adapter.close() == ok)
      #expect(try kernelState() == before)
      #expect(adapter.close() == invalidArgument)
      #expect(device.createTexture().result == invalidArgument)
      #expect(device.destroy() == invalidArgument)
    }
  }
}

/// What opening an adapter with the driver at `path` answers.
private func openResult(_ path: String) -> UInt32 { unsafe opened(path).result }
