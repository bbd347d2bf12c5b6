import Dxgkrnl
import DxgTestKit
import WDDM

extension Race {
  /// What meets on allocations, resources, devices and processes of one program.
  static let ofOneProcess: [Race] = [
    Race(
      name: "destroy and destroy", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.client.destroy([$0.handle]) }, right: { try $0.client.destroy([$0.handle]) },
      allows: { ($0 == nil) != ($1 == nil) && ($0 ?? $1) == .invalidParameter }),
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
      allows: { ($0 == nil) != ($1 == nil) && ($0 ?? $1) == .invalidParameter }),
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

  /// An adapter is reset or stopped under a call (I-078, I-079).
  static let ofRemovals: [Race] = [
    Race(
      name: "reset and create", left: { try $0.adapter.resetFromTimeout() }, right: { _ = try $0.client.create() },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "reset and lock", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.adapter.resetFromTimeout() }, right: { _ = try $0.client.lock($0.handle) },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "reset and destroy", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.adapter.resetFromTimeout() }, right: { try $0.client.destroy([$0.handle]) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "stop, start, and create",
      left: {
        try $0.adapter.stop()
        try $0.adapter.start()
      }, right: { _ = try $0.client.create() }, allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "stop, start, and exit",
      prepare: { _ = try $0.client.create([AllocationRequest()], flags: .createResource) },
      left: {
        try $0.adapter.stop()
        try $0.adapter.start()
      }, right: { $0.client.process.exit() }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "reset and make a device", left: { try $0.adapter.resetFromTimeout() },
      right: { _ = try $0.client.process.createDevice(adapter: $0.client.adapter, flags: 0) },
      allows: { $0 == nil && isRemoved($1) }),
  ]

  /// Success, or the handle was dead already.
  static func isDead(_ answer: Answer) -> Bool { answer == nil || answer == .invalidParameter }
  /// Success, or the device was lost already.
  static func isRemoved(_ answer: Answer) -> Bool { answer == nil || answer == .deviceRemoved }
}
