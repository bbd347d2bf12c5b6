import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension Race {
  /// What meets on allocations, resources, devices and processes of one program.
  static let ofOneProcess: [Race] = [
    Race(
      name: "destroy and destroy", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.destroy([$0.handle]) }, right: { try $0.client.destroy([$0.handle]) },
      allows: { isOneOf($0, $1, .invalidParameter) }),
    Race(
      name: "destroy and lock", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.destroy([$0.handle]) }, right: { _ = try $0.client.lock($0.handle) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy and unlock",
      prepare: {
        $0.handle = try $0.client.create()
        _ = try $0.client.lock($0.handle)
      },
      left: { try $0.client.destroy([$0.handle]) }, right: { try $0.client.unlock($0.handle) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy synchronously and lock", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.destroy([$0.handle], flags: .synchronousDestroy) },
      right: { _ = try $0.client.lock($0.handle) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "lock and unlock",
      prepare: {
        $0.handle = try $0.client.create()
        _ = try $0.client.lock($0.handle)
      },
      left: { _ = try $0.client.lock($0.handle) }, right: { try $0.client.unlock($0.handle) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy a resource and add to it",
      prepare: { $0.handle = try $0.client.create([AllocationRequest()], flags: .createResource).resource },
      left: { try $0.client.destroy(resource: $0.handle) },
      right: { _ = try $0.client.create([AllocationRequest(), AllocationRequest()], resource: $0.handle) },
      allows: { $0 == nil && ($1 == nil || $1 == .invalidHandle) }),
    Race(
      name: "destroy a resource and one of its allocations",
      prepare: {
        let made = try $0.client.create([AllocationRequest(), AllocationRequest()], flags: .createResource)
        $0.handle = made.resource
        $0.second = made.allocations[1]
      },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { try $0.client.destroy([$0.second]) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy and Lock", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.destroy([$0.handle]) }, right: { try $0.lock($0.handle) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "Lock and Lock2", prepare: { $0.handle = try $0.client.create() }, left: { try $0.lock($0.handle) },
      right: { _ = try $0.client.lock($0.handle) }, allows: { $0 == nil && $1 == nil },
      afterwards: { stage, _, _ in
        // The view is there until both were answered.
        let views = stage.scene.memory.views
        try stage.unlock([stage.handle])
        try #require(stage.scene.memory.views == views)
        try stage.client.unlock(stage.handle)
        try #require(stage.scene.memory.views == views - 1)
      }),
    Race(
      name: "destroy one and Unlock two",
      prepare: { stage in
        (stage.handle, stage.second) = (try stage.client.create(), try stage.client.create())
        for handle in [stage.handle, stage.second] { try stage.lock(handle) }
      },
      left: { try $0.client.destroy([$0.second]) }, right: { try $0.unlock([$0.handle, $0.second]) },
      allows: { $0 == nil && isDead($1) },
      // All or nothing (I-013): what was refused unlocked neither.
      afterwards: { stage, _, right in if right != nil { try stage.unlock([stage.handle]) } }),
    Race(
      name: "destroy and set the priority", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.destroy([$0.handle]) }, right: { try $0.setPriority($0.client, $0.handle) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy and create", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.destroy([$0.handle]) }, right: { _ = try $0.client.create() },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "lock and look at everything", prepare: { $0.handle = try $0.client.create() },
      left: { _ = try $0.client.lock($0.handle) }, right: { _ = $0.scene.kernel.snapshot() },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "create and create", left: { _ = try $0.client.create() },
      right: { _ = try $0.client.create([AllocationRequest()], flags: .createResource) },
      allows: { $0 == nil && $1 == nil }),
  ]

  /// A device or a process ends under a call.
  static let ofEnds: [Race] = [
    Race(
      name: "destroy a device and create on it", left: { try $0.client.process.destroyDevice($0.client.device) },
      right: { _ = try $0.client.create() }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy a device and lock on it", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.process.destroyDevice($0.client.device) }, right: { _ = try $0.client.lock($0.handle) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy a device and an allocation on it", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.process.destroyDevice($0.client.device) }, right: { try $0.client.destroy([$0.handle]) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy a device twice", left: { try $0.client.process.destroyDevice($0.client.device) },
      right: { try $0.client.process.destroyDevice($0.client.device) },
      allows: { isOneOf($0, $1, .invalidParameter) }),
    Race(
      name: "close an adapter and create a device",
      left: { try $0.client.process.closeAdapter($0.client.adapter) },
      right: { _ = try $0.client.process.createDevice(adapter: $0.client.adapter, flags: 0) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and create", left: { $0.client.process.exit() }, right: { _ = try $0.client.create() },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and lock", prepare: { $0.handle = try $0.client.create() }, left: { $0.client.process.exit() },
      right: { _ = try $0.client.lock($0.handle) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and destroy", prepare: { $0.handle = try $0.client.create() }, left: { $0.client.process.exit() },
      right: { try $0.client.destroy([$0.handle]) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and open an adapter", left: { $0.client.process.exit() },
      right: { _ = try $0.client.process.openAdapter(luid: $0.adapter.luid) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and create a device", left: { $0.client.process.exit() },
      right: { _ = try $0.client.process.createDevice(adapter: $0.client.adapter, flags: 0) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and exit", left: { $0.client.process.exit() }, right: { $0.client.process.exit() },
      allows: { $0 == nil && $1 == nil }),
  ]
}

extension RaceStage {
  func lock(_ handle: UInt32) throws {
    _ = try client.process.lock(LockArguments(device: client.device, allocation: handle), pages: [UInt32]().span)
  }

  func unlock(_ handles: [UInt32]) throws {
    try client.process.unlock(device: client.device, allocations: handles.span)
  }

  func setPriority(_ client: Client, _ handle: UInt32) throws {
    try client.process.setAllocationPriority(
      AllocationPriorityArguments(device: client.device, count: 1), resourcePriority: 0,
      rows: [AllocationPriority(handle, 0x2800_0000)].span)
  }
}
