import DDI
import Dxgkrnl
import DxgSystem
import DxgTestKit
import Testing
import WDDM

struct ExitTests {
  @Test func everythingOfAProcessGoesWithIt() throws {
    let scene = try Scene()
    let before = scene.digest
    let other = try scene.machine.client(on: scene.adapter)
    _ = try other.create([AllocationRequest(), AllocationRequest()], flags: [.createResource, .createShared])
    _ = try other.create(AllocationAnswer(size: 1 << 20))
    _ = try other.lock(try other.create())
    _ = try other.process.createDevice(adapter: other.adapter, flags: 0)
    _ = try other.process.openAdapter(luid: scene.adapter.luid)
    other.process.exit()
    // I-048
    #expect(scene.digest == before)
    other.process.exit()
    #expect(scene.digest == before)
    // Nobody would end what it made now.
    scene.refuses(.invalidParameter, "D-009") { _ = try other.process.openAdapter(luid: scene.adapter.luid) }
    try scene.end()
  }

  @Test func aDriverThatFailsEveryEndStopsNothing() throws {
    let ends: [DriverFunction] = [
      .closeAllocation, .destroyAllocation, .destroyDevice, .destroyProcess, .stopDevice, .removeDevice,
    ]
    let faults = FaultInjector(FaultPlan(ends.map { Fault(.point(.driver($0)), .every) }))
    let driver = ScriptedMiniport()
    let memory = TestMemory()
    let machine = Machine(memory: memory)
    let adapter = try machine.add(FaultyMiniport(driver, faults))
    let client = try machine.client(on: adapter)
    _ = try client.create([AllocationRequest()], flags: .createResource)
    _ = try client.create()
    client.process.exit()
    // I-038, K-180, K-190, K-211, K-014: findings, and the objects count as gone.
    #expect(driver.ledger.isIdle && memory.views == 0 && machine.kernel.commitCharged == 0)
    #expect(Set(machine.events.findings.map(\.rule)) == ["K-180", "K-190", "K-211", "K-014"])
    try machine.shutDown()
    #expect(driver.violations == [] && memory.violations == [])
  }

  /// I-060, U-042.
  @Test func aSecondProcessReadsZerosAfterTheFirstWroteAndDied() throws {
    let machine = Machine(memory: SystemMemory())
    let adapter = try machine.add(ScriptedMiniport())
    let size = 1 << 20
    for flags in [CreateAllocationFlags(), [.createResource, .createShared]] {
      let first = try machine.client(on: adapter)
      let written = try first.create([AllocationRequest(AllocationAnswer(size: UInt64(size)))], flags: flags)
      CPUBytes.write([UInt8](repeating: 0xA5, count: size), at: try first.lock(written.allocations[0]))
      first.process.exit()
      let second = try machine.client(on: adapter)
      let read = try second.create([AllocationRequest(AllocationAnswer(size: UInt64(size)))], flags: flags)
      #expect(CPUBytes.areZero(size, at: try second.lock(read.allocations[0])))
      second.process.exit()
    }
    try machine.shutDown()
  }

  @Test func aRangeThatIsUsedAgainInOneProcessReadsZeros() throws {
    let machine = Machine(memory: SystemMemory())
    let client = try machine.client(on: try machine.add(ScriptedMiniport()))
    for _ in 0..<3 {
      let handle = try client.create(AllocationAnswer(size: 65536))
      let address = try client.lock(handle)
      #expect(CPUBytes.areZero(65536, at: address))
      CPUBytes.write([UInt8](repeating: 0xA5, count: 65536), at: address)
      try client.destroy([handle])
    }
    try machine.shutDown()
  }
}
