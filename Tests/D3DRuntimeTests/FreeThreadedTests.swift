import CWDDM
import Dispatch
import Testing

@testable import D3DRuntime

extension RuntimeTests {
  @Suite struct FreeThreadedTests {
    @Test func twoThreadsCreateAndDestroyOnOneDevice() throws {  // U-328
      let adapter = try TestAdapter(TestDriver.sample.get())
      defer { adapter.close() }
      let device = try #require(adapter.createDevice().device)
      let before = try kernelState()
      DispatchQueue.concurrentPerform(iterations: 2) { thread in
        for round in 0..<200 {
          guard let texture = device.createTexture(width: 64, height: 16).resource else {
            Issue.record("thread \(thread), round \(round): no texture")
            return
          }
          do {
            try texture.fill(with: UInt8(thread + 1))
            #expect(try texture.holds(UInt8(thread + 1)))
          } catch {
            Issue.record(error)
          }
          #expect(texture.destroy() == ok)
        }
      }
      #expect(device.statistics.AllocateCalls == 401)
      #expect(device.statistics.Misuses == 0)
      #expect(try kernelState() == before)
    }

    @Test func anErrorBelongsToTheThreadThatReportedIt() throws {
      let driver = try TestDriver.freshFaulty()
      let adapter = try TestAdapter(driver)
      defer {
        driver.fault = .none
        adapter.close()
      }
      let device = try #require(adapter.createDevice().device)
      driver.fault = .reportsUnsupported
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        for _ in 0..<50 { #expect(device.createTexture().result == unsupported) }
      }
      #expect(device.statistics.SetErrorCalls == 100)
      #expect(device.removedReason == ok)
    }
  }
}
