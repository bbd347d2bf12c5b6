import DDI

/// What a driver holds, and whether the kernel keeps to the order in which it may ask for things.
///
/// Handles are numbers that are never used twice, so whatever is named after its end is found out. A violation is a
/// sentence; a test expects none.
package struct DriverLedger: Sendable {
  package struct Opening: Sendable, Hashable {
    package let allocation: UInt
    package let device: UInt
  }

  package struct Allocation: Sendable, Hashable {
    package var resource: UInt
    package var openings = 0
    /// pBackingStore; 0 for none.
    package var backingStore: UInt = 0
  }

  /// Contexts of AddDevice, and whether each is started.
  package var adapters: [UInt: Bool] = [:]
  /// Those between ResetFromTimeout and RestartFromTimeout.
  package var resets: Set<UInt> = []
  package var processes: Set<UInt> = []
  /// With the number of openings.
  package var devices: [UInt: Int] = [:]
  /// With the number of allocations.
  package var resources: [UInt: Int] = [:]
  package var allocations: [UInt: Allocation] = [:]
  package var openings: [UInt: Opening] = [:]
  package private(set) var violations: [String] = []
  /// Threads of a process that are inside of a level-zero function (K-079).
  private var inside: [UInt32: Int] = [:]
  /// Functions that run now.
  private var running: [DriverFunction] = []
  private var last: UInt = 0x1000

  package init() {}

  /// How many objects of every kind there are.
  package var balance: [String: Int] {
    [
      "adapters": adapters.count, "processes": processes.count, "devices": devices.count, "resources": resources.count,
      "allocations": allocations.count, "openings": openings.count,
    ]
  }

  /// Whether the driver holds nothing but its adapters.
  package var isIdle: Bool {
    processes.isEmpty && devices.isEmpty && resources.isEmpty && allocations.isEmpty && openings.isEmpty
  }

  mutating func handle() -> UInt {
    last += 0x10
    return last
  }

  mutating func violate(_ sentence: String) { violations.append(sentence) }

  mutating func expect(_ promise: Bool, _ sentence: @autoclosure () -> String) {
    if !promise { violations.append(sentence()) }
  }

  mutating func enter(_ function: DriverFunction, process: UInt32?) {
    if let other = running.first(where: { $0.runsAlone || function.runsAlone }) {
      violate("K-343: \(function) while \(other) runs")
    }
    expect(
      resets.isEmpty || function.mayFollowReset, "K-332: \(function) between ResetFromTimeout and RestartFromTimeout")
    running.append(function)
    guard let process else { return }
    inside[process, default: 0] += 1
    expect(inside[process] == 1, "K-079: two threads of process \(process) are in the driver")
  }

  mutating func leave(_ function: DriverFunction, process: UInt32?) {
    if let index = running.lastIndex(of: function) { running.remove(at: index) }
    guard let process else { return }
    inside[process, default: 1] -= 1
  }
}

extension DriverFunction {
  /// Level three, as far as this kernel calls it.
  fileprivate var runsAlone: Bool {
    switch self {
    case .addDevice, .startDevice, .stopDevice, .stopDeviceAndReleasePostDisplayOwnership, .removeDevice, .unload,
      .resetFromTimeout, .restartFromTimeout:
      true
    default: false
    }
  }

  /// What may come instead of RestartFromTimeout, where that was refused.
  fileprivate var mayFollowReset: Bool { self == .restartFromTimeout || self == .stopDevice }
}

// MARK: - Allocations

extension DriverLedger {
  mutating func create(_ count: Int, resource: UInt) -> [UInt] {
    (0..<count).map { _ in
      let made = handle()
      allocations[made] = Allocation(resource: resource)
      if resource != 0 { resources[resource, default: 0] += 1 }
      return made
    }
  }

  mutating func open(_ allocation: UInt, on device: UInt) -> UInt {
    expect(devices[device] != nil, "I-021: OpenAllocation on a device that is none: \(device)")
    guard allocations[allocation] != nil else {
      violate("K-203: OpenAllocation names an allocation that does not resolve")
      return 0
    }
    let made = handle()
    openings[made] = Opening(allocation: allocation, device: device)
    allocations[allocation]?.openings += 1
    devices[device]? += 1
    return made
  }

  mutating func close(_ opening: UInt, on device: UInt) {
    guard let known = openings.removeValue(forKey: opening) else {
      return violate("I-016: CloseAllocation of an opening that is none: \(opening)")
    }
    expect(known.device == device, "I-016: CloseAllocation on another device than OpenAllocation")
    allocations[known.allocation]?.openings -= 1
    devices[known.device]? -= 1
  }

  mutating func destroy(_ allocation: UInt) {
    guard let known = allocations.removeValue(forKey: allocation) else {
      return violate("I-015: DestroyAllocation of an allocation that is none: \(allocation)")
    }
    expect(known.openings == 0, "K-180: DestroyAllocation before CloseAllocation")
    if known.resource != 0 { resources[known.resource]? -= 1 }
  }

  mutating func destroy(resource: UInt) {
    guard let left = resources.removeValue(forKey: resource) else {
      return violate("I-022: DestroyResource of a resource that is none: \(resource)")
    }
    expect(left == 0, "I-022: DestroyResource while \(left) allocations of it live")
  }

  /// The driver gives a resource another handle; the old one is dead (K-073).
  mutating func rename(resource: UInt) -> UInt {
    let made = handle()
    resources[made] = resources.removeValue(forKey: resource) ?? 0
    for (allocation, known) in allocations where known.resource == resource {
      allocations[allocation] = Allocation(
        resource: made, openings: known.openings, backingStore: known.backingStore)
    }
    return made
  }
}
