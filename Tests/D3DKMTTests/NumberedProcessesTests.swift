import CWDDM
import DxgTestKit
import Dxgkrnl
import Testing
import WDDM

@testable import D3DKMT

/// Which processes a machine knows, and when it forgets them. In a process of the kernel's of its own, beside others.
struct NumberedProcessesTests {
  @Test func aProcessThatExitedIsForgottenWithTheLastThreadThatIsInIt() throws {
    let number = try #require(Control.makeProcess())
    let previous = try #require(Control.enter(number))
    weak let process = try EmbeddedKernel.process(number)
    var client: Client? = try Client()
    _ = try client?.allocate(4096)
    #expect(DxgCtlExitProcess(number) == 0)
    #expect(process != nil, "this thread is still in it")
    // It finds every handle invalid, here and not in the process that this thread goes back to.
    client = nil
    #expect(Control.enter(previous) == number)
    #expect(process == nil)
    // D-007
    #expect(Control.enter(number) == nil)
    #expect(DxgCtlExitProcess(number) == NTStatus.invalidParameter.rawValue)
  }

  @Test func aThreadThatEndsHasLeft() throws {
    let number = try #require(Control.makeProcess())
    weak let process = try EmbeddedKernel.process(number)
    let enter: @Sendable () -> Void = { _ = Control.enter(number) }
    onThreads([enter, enter])
    #expect(process != nil, "nobody is in it, and it has not exited")
    #expect(DxgCtlExitProcess(number) == 0)
    #expect(process == nil)
  }

  @Test func aCallThatCannotAnswerEntersNobody() throws {
    let number = try #require(Control.makeProcess())
    weak let process = try EmbeddedKernel.process(number)
    let status = unsafe DxgCtlEnterProcess(number, UnsafeMutablePointer(bitPattern: 8))
    #expect(status == NTStatus.invalidParameter.rawValue)
    #expect(DxgCtlExitProcess(number) == 0)
    #expect(process == nil)
  }

  @Test func theProgramsOwnProcessIsNeverForgotten() throws {
    var processes = NumberedProcesses(program: try EmbeddedKernel.process(0))
    #expect(processes.enter(0) != nil)
    #expect(processes.leave(0) == nil)
    #expect(processes.exited(0) == nil)
    #expect(processes[0] != nil)
  }
}
