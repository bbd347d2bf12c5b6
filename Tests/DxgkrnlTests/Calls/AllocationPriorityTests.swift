import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// Priorities of allocations: hints that are kept (U-240, U-244, U-245, U-361, W-285).
struct AllocationPriorityTests {
  /// D3DDDI_ALLOCATIONPRIORITY_MINIMUM and its neighbours.
  static let named: [UInt32] = [0x2800_0000, 0x5000_0000, 0x7800_0000, 0xA000_0000, 0xC800_0000]

  @Test func theDriversWordStandsUntilSomebodySetsAnother() throws {
    let scene = try Scene()
    var answer = AllocationAnswer()
    answer.priority = 0x5000_0000
    let handles = try scene.create([AllocationRequest(answer), AllocationRequest()]).allocations
    #expect(try scene.priorities(handles) == [0x5000_0000, 0x7800_0000])
    try scene.set(zip(handles, [0xA000_0000, 0x2800_0000]).map { AllocationPriority($0, $1) })
    #expect(try scene.priorities(handles) == [0xA000_0000, 0x2800_0000])
    try scene.end()
  }

  @Test func aCreatorsPriorityReplacesTheDrivers() throws {  // U-361
    let scene = try Scene()
    var request = AllocationRequest(flags: 4)
    request.priority = 0xC800_0000
    let handle = try scene.create([request]).allocations[0]
    #expect(try scene.priorities([handle]) == [0xC800_0000])
    // Without OverridePriority it is not looked at, nor in the first form of an element.
    request.flags = 0
    let second = try scene.create([request]).allocations[0]
    request.flags = 4
    let first = try scene.create([request], isVersion2: false).allocations[0]
    #expect(try scene.priorities([second, first]) == [0x7800_0000, 0x7800_0000])
    try scene.end()
  }

  @Test func everyValueIsAHint() throws {  // U-245
    let scene = try Scene()
    let handle = try scene.client.create()
    for value in Self.named + [0, 1, 0x7800_0001, .max] {
      try scene.set([AllocationPriority(handle, value)])
      #expect(try scene.priorities([handle]) == [value])
    }
    try scene.end()
  }

  @Test func aResourcesPriorityIsThatOfAllItsAllocations() throws {  // U-244, W-285
    let scene = try Scene()
    let created = try scene.resource(of: 3)
    try scene.set(resource: created.resource, to: 0xA000_0000)
    #expect(try scene.priorities(created.allocations) == [0xA000_0000, 0xA000_0000, 0xA000_0000])
    #expect(try scene.priority(resource: created.resource) == 0xA000_0000)
    // Where they differ, the lowest counts (U-241).
    try scene.set([AllocationPriority(created.allocations[1], 0x5000_0000)])
    #expect(try scene.priority(resource: created.resource) == 0x5000_0000)
    let empty = try scene.resource(of: 0)
    #expect(try scene.priority(resource: empty.resource) == 0)
    try scene.end()
  }

  @Test func aSharedAllocationHasOnePriorityForAll() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 1, flags: .createShared)
    let other = try scene.machine.client(on: scene.adapter)
    let opened = try other.open(.globalHandle(created.globalShare))
    try other.process.setAllocationPriority(
      AllocationPriorityArguments(device: other.device, count: 1), resourcePriority: 0,
      rows: [AllocationPriority(opened.allocations[0], 0xC800_0000)].span)
    #expect(try scene.priorities(created.allocations) == [0xC800_0000])
    // Several processes set it at once, each inside a gate of its own.
    let client = scene.client
    onThreads(
      [(client, created.allocations[0]), (other, opened.allocations[0])].map { client, handle in
        { @Sendable in
          for value in 0..<200 as Range<UInt32> {
            let rows = [AllocationPriority(handle, value)]
            try? client.process.setAllocationPriority(
              AllocationPriorityArguments(device: client.device, count: 1), resourcePriority: 0, rows: rows.span)
          }
        }
      })
    #expect(try scene.priorities(created.allocations) == [199])
    try scene.end()
  }

  @Test func aListIsAllOrNothing() throws {  // I-013
    let scene = try Scene()
    let created = try scene.resource(of: 2)
    let second = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    let foreign = try scene.create([AllocationRequest()], device: second).allocations[0]
    let first = AllocationPriority(created.allocations[0], 1)
    scene.refuses(.invalidParameter, "U-098") { try scene.set([first, AllocationPriority(foreign, 1)]) }
    scene.refuses(.invalidParameter, "U-096") { try scene.set([first, AllocationPriority(created.resource, 1)]) }
    scene.refuses(.invalidParameter, "U-033") { try scene.set([AllocationPriority](repeating: first, count: 1025)) }
    scene.refuses(.invalidParameter, "U-096") { _ = try scene.priorities([created.allocations[0], 0]) }
    #expect(try scene.priorities(created.allocations) == [0x7800_0000, 0x7800_0000])
    try scene.end()
  }

  @Test func aResourceOrAListAndNotBoth() throws {
    let scene = try Scene()
    let created = try scene.resource(of: 1)
    func refuses(_ rule: Rule, _ resource: UInt32, _ listIsNull: Bool, _ count: UInt32, device: UInt32? = nil) {
      let arguments = AllocationPriorityArguments(
        device: device ?? scene.client.device, resource: resource, listIsNull: listIsNull, count: count)
      scene.refuses(.invalidParameter, rule) {
        try scene.process.setAllocationPriority(arguments, resourcePriority: 1, rows: [AllocationPriority]().span)
      }
      scene.refuses(.invalidParameter, rule) {
        var none: [AllocationPriority] = []
        var rows = none.mutableSpan
        _ = try scene.process.allocationPriority(arguments, rows: &rows)
      }
    }
    refuses("U-240", created.resource, false, 0)
    refuses("U-240", created.resource, true, 1)
    refuses("W-285", 0, true, 0)
    refuses("W-285", 0, false, 0)
    refuses("U-095", 0, true, 1)
    refuses("U-093", created.allocations[0], true, 0)
    refuses("U-017", created.resource, true, 0, device: created.resource)
    let second = try scene.process.createDevice(adapter: scene.client.adapter, flags: 0)
    refuses("U-098", created.resource, true, 0, device: second)
    try scene.end()
  }

  @Test func aRemovedDeviceHasNone() throws {  // U-302
    let scene = try Scene()
    let created = try scene.resource(of: 1)
    try scene.adapter.resetFromTimeout()
    scene.refuses(.deviceRemoved, "U-302") { _ = try scene.priorities(created.allocations) }
    scene.refuses(.deviceRemoved, "U-302") { try scene.set(resource: created.resource, to: 1) }
    try scene.end()
  }
}

extension Scene {
  fileprivate func set(_ rows: [AllocationPriority]) throws(Refusal) {
    try process.setAllocationPriority(
      AllocationPriorityArguments(device: client.device, count: UInt32(rows.count)), resourcePriority: 0,
      rows: rows.span)
  }

  fileprivate func set(resource: UInt32, to priority: UInt32) throws(Refusal) {
    try process.setAllocationPriority(
      AllocationPriorityArguments(device: client.device, resource: resource, listIsNull: true),
      resourcePriority: priority, rows: [AllocationPriority]().span)
  }

  fileprivate func priorities(_ handles: [UInt32]) throws(Refusal) -> [UInt32] {
    var rows = handles.map { AllocationPriority($0) }
    var span = rows.mutableSpan
    _ = try process.allocationPriority(
      AllocationPriorityArguments(device: client.device, count: UInt32(handles.count)), rows: &span)
    return rows.map(\.answer)
  }

  fileprivate func priority(resource: UInt32) throws(Refusal) -> UInt32 {
    var none: [AllocationPriority] = []
    var rows = none.mutableSpan
    return try process.allocationPriority(
      AllocationPriorityArguments(device: client.device, resource: resource, listIsNull: true), rows: &rows)
  }
}
