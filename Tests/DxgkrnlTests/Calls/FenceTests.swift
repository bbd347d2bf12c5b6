import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Monitored fences, waited for by events and signalled by one thread (`observed.md` W-194…W-198).
struct FenceTests {
  let scene: Scene
  let process: Process
  let device: UInt32
  let events: TestEvents

  init() throws {
    scene = try Scene()
    process = scene.process
    device = scene.client.device
    events = scene.machine.eventObjects
  }

  private func fence(
    _ value: UInt64 = 0, flags: SynchronizationObjectFlags = []
  ) throws -> SynchronizationObjectOpened {
    try process.createSynchronizationObject(
      device: device, SynchronizationObjectRequest(.monitoredFence, flags: flags, initial: value))
  }

  private func wait(
    _ fences: [SynchronizationObjectOpened], for values: [UInt64], isAny: Bool = false, event: UInt64
  ) throws {
    let handles = fences.map(\.handle)
    try process.waitForSynchronizationObjects(
      device: device, objects: handles.span, values: values.span, asyncEvent: event,
      flags: isAny ? 1 : 0)
  }

  private func signal(_ fences: [SynchronizationObjectOpened], _ values: [UInt64], rewinds: Bool = false) throws {
    let handles = fences.map(\.handle)
    try process.signalSynchronizationObjects(
      device: device, objects: handles.span, values: values.span, flags: rewinds ? 4 : 0)
  }

  private func end() throws {
    try scene.end()
    #expect(events.held == 0 && events.violations == [])
  }

  @Test(arguments: [SynchronizationObjectType.mutex, .semaphore, .fence])
  func theCpuHasNoBusinessWithOtherKinds(type: SynchronizationObjectType) throws {
    // W-194
    let made = try process.createSynchronizationObject(device: device, SynchronizationObjectRequest(type))
    scene.refuses(.invalidParameter, "W-194") { try wait([made], for: [0], event: events.make()) }
    scene.refuses(.invalidParameter, "W-194") { try signal([made], [0]) }
    try end()
  }

  @Test func aWaitIsOverAtOnceOrWhenTheValueIsReached() throws {
    // W-195, W-196
    let fence = try fence(1)
    for value in [0, 1] as [UInt64] {
      let event = events.make()
      try wait([fence], for: [value], event: event)
      #expect(events.count(event) == 1)
    }
    let event = events.make()
    try wait([fence], for: [2], event: event)
    #expect(events.count(event) == 0 && events.held == 1)
    #expect(process.snapshot().syncObjects.map(\.waits) == [1])
    try signal([fence], [2])
    #expect(events.count(event) == 1 && events.held == 0)
    try end()
  }

  @Test func theValueIsInTheClientsSight() throws {
    // I-077
    let fence = try fence(7)
    let shared = try self.fence(9, flags: .shared)
    let other = try scene.machine.client(on: scene.adapter).process
    let opened = try other.openSynchronizationObject(globalHandle: shared.globalShare)
    #expect(scene.memory.load(fence.valueAddress) == 7)
    #expect(scene.memory.load(shared.valueAddress) == 9)
    #expect(scene.memory.load(opened.valueAddress) == 9)
    #expect(opened.valueAddress != shared.valueAddress)
    try signal([fence, shared], [8, .max])
    #expect(scene.memory.load(fence.valueAddress) == 8)
    #expect(scene.memory.load(opened.valueAddress) == .max)
    try process.destroySynchronizationObject(shared.handle)
    #expect(scene.memory.load(shared.valueAddress) == nil && scene.memory.load(opened.valueAddress) == .max)
    try end()
  }

  @Test func aFenceGoesBackOnlyIfToldSo() throws {
    // W-197, W-198
    let fence = try fence(1)
    try signal([fence], [2])
    scene.refuses(.invalidParameter, "W-197") { try signal([fence], [1]) }
    try signal([fence], [2])
    try signal([fence], [1], rewinds: true)
    #expect(scene.memory.load(fence.valueAddress) == 1)
    let event = events.make()
    try wait([fence], for: [2], event: event)
    #expect(events.count(event) == 0)
    try signal([fence], [2])
    #expect(events.count(event) == 1)
    try end()
  }

  @Test func severalAreSignalledAllOrNone() throws {
    let first = try fence(1)
    let second = try fence(5)
    scene.refuses(.invalidParameter, "W-197") { try signal([first, second], [2, 4]) }
    scene.refuses(.invalidParameter, "W-197") { try signal([first, first], [3, 2]) }
    #expect(scene.memory.load(first.valueAddress) == 1)
    try signal([first, second, first], [2, 6, 3])
    #expect(scene.memory.load(first.valueAddress) == 3)
    try end()
  }

  @Test func aWaitForAllNeedsAllAndAWaitForAnyNeedsOne() throws {
    let fences = try (0..<3).map { _ in try fence() }
    let all = events.make()
    let any = events.make()
    try wait(fences, for: [1, 1, 1], event: all)
    try wait(fences, for: [3, 2, 5], isAny: true, event: any)
    try signal([fences[0]], [1])
    try signal([fences[1]], [1])
    #expect(events.count(all) == 0 && events.count(any) == 0)
    // A condition that came true counts.
    try signal([fences[0]], [0], rewinds: true)
    try signal([fences[2]], [1])
    #expect(events.count(all) == 1 && events.count(any) == 0)
    try signal([fences[1]], [2])
    #expect(events.count(any) == 1)
    #expect(process.snapshot().syncObjects.allSatisfy { $0.waits == 0 })
    let satisfied = events.make()
    try wait(fences, for: [9, 2, 9], isAny: true, event: satisfied)
    #expect(events.count(satisfied) == 1)
    try end()
  }

  @Test func oneFenceMayBeWaitedForTwiceInOneWait() throws {
    let fence = try fence()
    let event = events.make()
    try wait([fence, fence], for: [1, 2], event: event)
    try signal([fence], [1])
    #expect(events.count(event) == 0)
    try signal([fence], [2])
    #expect(events.count(event) == 1)
    try end()
  }

  @Test func argumentsAreChecked() throws {
    let fence = try fence()
    let event = events.make()
    scene.refuses(.invalidParameter, "W-015") { try wait([], for: [], event: event) }
    scene.refuses(.invalidParameter, "W-015") { try signal([], []) }
    let many = [SynchronizationObjectOpened](repeating: fence, count: 33)
    scene.refuses(.invalidParameter, "W-015") { try wait(many, for: many.map { _ in 0 }, event: event) }
    scene.refuses(.invalidParameter, "W-015") { try signal(many, many.map { _ in 0 }) }
    try wait(Array(many.dropLast()), for: (1..<33).map { _ in 0 }, event: event)
    // A number that is no event.
    scene.refuses(.invalidHandle, "W-195") { try wait([fence], for: [1], event: 4711) }
    for (bad, rule) in [(device, "W-182"), (0, "W-182"), (fence.handle ^ 0x40, "W-182")] as [(UInt32, Rule)] {
      scene.refuses(.invalidParameter, rule) {
        try process.signalSynchronizationObjects(
          device: device, objects: [fence.handle, bad].span, values: ([1, 1] as [UInt64]).span, flags: 0)
      }
    }
    #expect(scene.memory.load(fence.valueAddress) == 0)
    for flags in [1, 2, 8, 1 << 31] as [UInt32] {
      scene.refuses(.invalidParameter, "W-194") {
        try process.signalSynchronizationObjects(
          device: device, objects: [fence.handle].span, values: ([1] as [UInt64]).span, flags: flags)
      }
    }
    scene.refuses(.invalidParameter, "W-194") {
      try process.waitForSynchronizationObjects(
        device: device, objects: [fence.handle].span, values: ([1] as [UInt64]).span, asyncEvent: event, flags: 2)
    }
    scene.refuses(.invalidParameter, "U-017") {
      try process.signalSynchronizationObjects(
        device: 0, objects: [fence.handle].span, values: ([1] as [UInt64]).span, flags: 0)
    }
    try end()
  }

  @Test func aHandleAllowsWhatItsFlagsSay() throws {
    // D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS: STATUS_ACCESS_DENIED.
    let readable = try fence(flags: .noSignal)
    let writable = try fence(flags: .noWait)
    let event = events.make()
    scene.refuses(.accessDenied, "W-183") { try signal([readable], [1]) }
    scene.refuses(.accessDenied, "W-183") { try wait([writable], for: [0], event: event) }
    try wait([readable], for: [0], event: event)
    try signal([writable], [1])
    try end()
  }

  @Test func aDestroyedHandleEndsTheWaitsThroughIt() throws {
    // Nobody waits for ever: the event is set.
    let first = try fence()
    let second = try fence()
    let event = events.make()
    try wait([first, second], for: [1, 1], event: event)
    try process.destroySynchronizationObject(second.handle)
    #expect(events.count(event) == 1 && events.held == 0)
    try signal([first], [1])
    #expect(events.count(event) == 1)
    let last = events.make()
    try wait([first], for: [2], event: last)
    process.exit()
    #expect(events.count(last) == 1)
    try end()
  }

  @Test func aWaitThroughAnotherHandleGoesOn() throws {
    let made = try fence(flags: .shared)
    let other = try scene.machine.client(on: scene.adapter)
    let opened = try other.process.openSynchronizationObject(globalHandle: made.globalShare)
    let event = events.make()
    try other.process.waitForSynchronizationObjects(
      device: other.device, objects: [opened.handle].span, values: ([1] as [UInt64]).span, asyncEvent: event, flags: 0)
    let third = try process.openSynchronizationObject(globalHandle: made.globalShare)
    try process.destroySynchronizationObject(made.handle)
    #expect(events.count(event) == 0)
    try signal([third], [1])
    #expect(events.count(event) == 1)
    try end()
  }

  @Test func aResetSignalsTheLargestValue() throws {
    // NoSignalMaxValueOnTdr keeps the value; who cannot signal a fence does not lose it.
    let plain = try fence(1)
    let kept = try fence(1, flags: .noSignalMaxValueOnTdr)
    let foreign = try fence(1, flags: .noSignal)
    let event = events.make()
    try wait([plain], for: [100], event: event)
    try scene.adapter.resetFromTimeout()
    #expect(events.count(event) == 1)
    #expect(scene.memory.load(plain.valueAddress) == .max)
    #expect(scene.memory.load(kept.valueAddress) == 1)
    #expect(scene.memory.load(foreign.valueAddress) == 1)
    scene.refuses(.deviceRemoved, "U-302") { try signal([kept], [2]) }
    scene.refuses(.deviceRemoved, "U-302") { try wait([kept], for: [2], event: events.make()) }
    try end()
  }

  @Test func unsharedFencesSharePagesAndSharedOnesDoNot() throws {
    let files = scene.memory.files
    var fences = try (0..<513).map { try fence(UInt64($0)) }
    #expect(scene.memory.files == files + 2, "512 fences of a process fit in a page")
    #expect(Set(fences.map(\.valueAddress)).count == 513)
    for (index, fence) in fences.enumerated() { #expect(scene.memory.load(fence.valueAddress) == UInt64(index)) }
    try process.destroySynchronizationObject(fences.removeFirst().handle)
    let again = try fence(42)
    #expect(scene.memory.load(again.valueAddress) == 42 && scene.memory.files == files + 2)
    for fence in fences + [again] { try process.destroySynchronizationObject(fence.handle) }
    #expect(scene.memory.files == files)
    _ = try fence(flags: .shared)
    _ = try fence(flags: [.shared, .ntSecuritySharing])
    #expect(scene.memory.files == files + 2)
    try end()
  }
}
