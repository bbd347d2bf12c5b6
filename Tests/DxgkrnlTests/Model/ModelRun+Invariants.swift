import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension ModelRun {
  /// What must be so after every operation, and costs no more than looking.
  func checkTotals() throws {
    try #require(machine.kernel.commitCharged == model.commit, "seed \(seed)")
    try #require(memory.views == model.views, "seed \(seed)")
    var allocations = 0
    var openings = 0
    for (index, driver) in drivers.enumerated() {
      let ledger = driver.ledger
      try #require(ledger.violations == [], "seed \(seed)")
      try #require(ledger.devices.count == model.devices(on: index), "seed \(seed)")
      allocations += ledger.allocations.count
      openings += ledger.openings.count
    }
    // I-015, I-016, I-019: the driver has what somebody has, and it is open where somebody has it open.
    try #require(allocations == model.allocations && openings == model.openings, "seed \(seed)")
  }

  /// What must be so after every operation, and is looked at now and then because it walks everything.
  func checkEverything() throws {
    // I-047: what is mapped and touched is what the model holds.
    try #require(memory.violations == [] && memory.held == model.held, "seed \(seed)")
    let snapshot = machine.kernel.snapshot()
    try #require(snapshot.processes.count == model.processes.count, "seed \(seed)")
    for (process, own) in zip(snapshot.processes, model.processes) {
      try #require(process.ordinal == own.ordinal && process.nextHandle == own.nextHandle, "seed \(seed)")
      try #require(process.liveHandles == own.handles && process.deferred == 0, "seed \(seed)")
      // I-043, I-045
      try #require(process.account.commit == own.commit, "seed \(seed)")
      try #require(process.account.callerMemory == own.callerMemory, "seed \(seed)")
      try #require(process.devices.map(\.handle) == own.devices.map(\.handle), "seed \(seed)")
      for device in process.devices {
        let known = own.devices.first { $0.handle == device.handle }
        try #require(device.execution == known?.execution.rawValue, "seed \(seed)")
        try same(device.allocations, own, device: device.handle, resource: 0)
        let resources = own.resources.filter { $0.device == device.handle }
        try #require(device.resources.map(\.handle) == resources.map(\.handle), "seed \(seed)")
        try #require(device.resources.map(\.isShared) == resources.map(\.isShared), "seed \(seed)")
        for resource in device.resources {
          try same(resource.allocations, own, device: device.handle, resource: resource.handle)
        }
      }
    }
  }

  private func same(
    _ allocations: [Snapshot.AllocationSnapshot], _ own: KernelModel.Process, device: UInt32, resource: UInt32
  ) throws {
    let expected = own.allocations.filter { $0.device == device && $0.resource == resource }
    try #require(allocations.map(\.handle) == expected.map(\.handle), "seed \(seed)")
    try #require(allocations.map(\.size) == expected.map(\.size), "seed \(seed)")
    try #require(allocations.map(\.locks) == expected.map(\.locks), "seed \(seed)")
  }

  /// Everybody goes, and nothing is left.
  func end() throws {
    try machine.shutDown()
    for driver in drivers { try #require(driver.violations == [] && driver.ledger.isIdle, "seed \(seed)") }
    try #require(memory.violations == [] && memory.views == 0 && memory.held == 0, "seed \(seed)")
    try #require(machine.kernel.commitCharged == 0, "seed \(seed)")
  }
}
