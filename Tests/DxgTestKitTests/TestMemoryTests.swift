import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

struct TestMemoryTests {
  let memory = TestMemory()

  @Test func aFileHoldsWhatWasMappedUntilItIsDiscarded() throws {
    let file = try memory.makeFile()
    let address = try memory.map(file, offset: 8192, bytes: 4096)
    #expect(memory.bytesHeld(by: file) == 4096)
    memory.unmap(address: address, bytes: 4096)
    #expect(memory.bytesHeld(by: file) == 4096)
    memory.discard(file, offset: 8192, bytes: 4096)
    #expect(memory.bytesHeld(by: file) == 0)
    memory.close(file)
    #expect(memory.files == 0)
    #expect(memory.violations.isEmpty)
  }

  @Test func twoViewsNeverTouch() throws {
    let file = try memory.makeFile()
    let first = try memory.map(file, offset: 0, bytes: 4096)
    let second = try memory.map(file, offset: 0, bytes: 4096)
    #expect(second > first + 4096)
    #expect(!memory.isMapped(address: first, bytes: 8192))
  }

  @Test(arguments: ["discard", "close", "unmap", "size", "twice"])
  func wrongOrdersAreFoundOut(mistake: String) throws {
    let file = try memory.makeFile()
    let address = try memory.map(file, offset: 0, bytes: 4096)
    switch mistake {
    case "discard": memory.discard(file, offset: 0, bytes: 4096)
    case "close": memory.close(file)
    case "unmap": memory.unmap(address: address + 4096, bytes: 4096)
    case "size": memory.unmap(address: address, bytes: 8192)
    default:
      memory.unmap(address: address, bytes: 4096)
      memory.close(file)
      memory.close(file)
    }
    #expect(memory.violations.count == 1)
  }

  @Test func aCallersMemoryIsWhatWasAllowed() {
    memory.allowCaller(address: 0x10000, bytes: 8192)
    #expect(memory.isMapped(address: 0x10000, bytes: 8192))
    #expect(memory.isMapped(address: 0x11000, bytes: 4096))
    #expect(!memory.isMapped(address: 0x11000, bytes: 8192))
  }
}
