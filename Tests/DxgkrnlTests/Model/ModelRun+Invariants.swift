import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension ModelRun {
  /// What must be so after every operation, and costs no more than looking.
  func checkTotals() throws {
    try #require(machine.kernel.commitCharged == model.commit, trail)
    try #require(memory.views == model.views, trail)
    var allocations = 0
    var openings = 0
    for (index, driver) in drivers.enumerated() where model.adapters[index] != .removed {
      let ledger = driver.ledger
      try #require(ledger.violations == [], trail)
      try #require(ledger.devices.count == model.devices(on: index), trail)
      allocations += ledger.allocations.count
      openings += ledger.openings.count
    }
    // I-015, I-016, I-019: the driver has what somebody has, and it is open where somebody has it open.
    try #require(allocations == model.allocations && openings == model.openings, trail)
    // Who waits is told when it is over, once, and no reference on an event is kept.
    for event in events { try #require(machine.eventObjects.count(event) == model.events[event], trail) }
    try #require(machine.eventObjects.held == model.heldEvents, trail)
  }

  /// What must be so after every operation, and is looked at now and then because it walks everything.
  func checkEverything() throws {
    // I-047: what is mapped and touched is what the model holds.
    try #require(memory.violations == [] && machine.eventObjects.violations == [], trail)
    try #require(memory.held == model.held && memory.files == model.files, trail)
    try #require(machine.ntHandles.open == model.ntHandles.count, trail)
    // I-025, I-026: a driver is left with nothing.
    for (driver, state) in zip(drivers, model.adapters) where state == .removed {
      try #require(driver.violations == [], trail)
      try #require(driver.ledger.balance.values.allSatisfy { $0 == 0 }, "\(driver.ledger.balance); \(journal.trail)")
    }
    let snapshot = machine.kernel.snapshot()
    let adapters = model.adapters.filter { $0 != .removed }
    try #require(snapshot.adapters.map(\.isRunning) == adapters.map { $0 == .running }, trail)
    try #require(snapshot.processes.count == model.processes.count, trail)
    for (index, process) in snapshot.processes.enumerated() {
      let own = model.processes[index]
      try #require(process.ordinal == own.ordinal && process.nextHandle == own.nextHandle, trail)
      try #require(process.liveHandles == own.handles && process.deferred == 0, trail)
      // I-043, I-045
      try #require(process.account.commit == own.commit, trail)
      try #require(process.account.callerMemory == own.callerMemory, trail)
      try same(process.devices, own)
      try same(process.keyedMutexes, own)
      try same(process.syncObjects, own)
      for object in own.syncObjects { try checkValue(index, object.handle) }
    }
  }

  private func same(_ devices: [Snapshot.DeviceSnapshot], _ own: KernelModel.Process) throws {
    try #require(devices.map(\.handle) == own.devices.map(\.handle), trail)
    for device in devices {
      let known = own.devices.first { $0.handle == device.handle }
      try #require(device.execution == known?.execution.rawValue, trail)
      try same(device.allocations, own, device: device.handle, resource: 0)
      let resources = own.resources.filter { $0.device == device.handle }
      try #require(device.resources.map(\.handle) == resources.map(\.handle), trail)
      try #require(device.resources.map(\.isShared) == resources.map(\.isShared), trail)
      for resource in device.resources {
        try same(resource.allocations, own, device: device.handle, resource: resource.handle)
      }
    }
  }

  private func same(
    _ allocations: [Snapshot.AllocationSnapshot], _ own: KernelModel.Process, device: UInt32, resource: UInt32
  ) throws {
    let expected = own.allocations.filter { $0.device == device && $0.resource == resource }
    try #require(allocations.map(\.handle) == expected.map(\.handle), trail)
    try #require(allocations.map(\.size) == expected.map(\.size), trail)
    try #require(allocations.map(\.locks) == expected.map { $0.locks + $0.locks2 }, trail)
  }

  private func same(_ mutexes: [Snapshot.KeyedMutexSnapshot], _ own: KernelModel.Process) throws {
    try #require(mutexes.map(\.handle) == own.mutexes.map(\.handle), trail)
    for (given, handle) in zip(mutexes, own.mutexes) {
      let mutex = model.mutexes[handle.mutex]!
      try #require(given.references == model.references(toMutex: handle.mutex), trail)
      try #require(given.globalHandle == mutex.globalHandle && given.waits == 0, trail)
      try #require(given.isOwner == model.owns(own.ordinal, handle), trail)
      try #require(given.isAbandoned == (mutex.holder == .abandoned), trail)
    }
  }

  private func same(_ objects: [Snapshot.SyncObjectSnapshot], _ own: KernelModel.Process) throws {
    try #require(objects.map(\.handle) == own.syncObjects.map(\.handle), trail)
    for (given, handle) in zip(objects, own.syncObjects) {
      let object = model.syncObjects[handle.object]!
      try #require(given.type == object.type && given.device == handle.device, trail)
      try #require(given.references == model.references(toSyncObject: handle.object), trail)
      try #require(given.globalHandle == object.globalHandle && given.value == object.value, trail)
      let waits = model.waits.reduce(0) { $0 + $1.conditions.count { $0.object == handle.object } }
      try #require(given.waits == waits, trail)
    }
  }

  /// Everybody goes, and nothing is left.
  func end() throws {
    try machine.shutDown()
    for driver in drivers { try #require(driver.violations == [] && driver.ledger.isIdle, trail) }
    try #require(memory.violations == [] && memory.views == 0 && memory.held == 0, trail)
    // The adapters that this run holds keep the files of their BARs.
    try #require(memory.files == adapters.count, trail)
    try #require(machine.eventObjects.held == 0 && machine.eventObjects.violations == [], trail)
    try #require(machine.kernel.commitCharged == 0, trail)
  }
}
