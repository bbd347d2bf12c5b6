import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

extension Race {
  private static let shared: CreateAllocationFlags = [.createResource, .createShared]
  private static let secured: CreateAllocationFlags = [.createResource, .createShared, .ntSecuritySharing]
  private static let two = [AllocationRequest(), AllocationRequest()]

  /// Two processes meet on what they share (I-019, I-020, U-127, U-128).
  static let ofSharing: [Race] = [
    Race(
      name: "destroy and open", prepare: { try $0.share(by: shared) },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { _ = try $0.other.open(.globalHandle($0.second)) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy and query", prepare: { try $0.share(by: shared) },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { _ = try $0.other.query(.globalHandle($0.second)) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "open and open", prepare: { try $0.share(by: shared) },
      left: { _ = try $0.client.open(.globalHandle($0.second)) },
      right: { _ = try $0.other.open(.globalHandle($0.second)) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy by the creator and by the opener",
      prepare: {
        try $0.share(by: shared)
        $0.second = try $0.other.open(.globalHandle($0.second)).resource
      },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { try $0.other.destroy(resource: $0.second) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "exit of the creator and open", prepare: { try $0.share(by: shared) },
      left: { $0.client.process.exit() }, right: { _ = try $0.other.open(.globalHandle($0.second)) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit of the creator and lock by the opener",
      prepare: {
        try $0.share(by: shared)
        $0.second = try $0.other.open(.globalHandle($0.second)).allocations[0]
      },
      left: { $0.client.process.exit() }, right: { _ = try $0.other.lock($0.second) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "exit of the creator and of the opener",
      prepare: {
        try $0.share(by: shared)
        _ = try $0.other.open(.globalHandle($0.second))
      },
      left: { $0.client.process.exit() }, right: { $0.other.process.exit() }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy a device and open on it", prepare: { try $0.share(by: shared) },
      left: { try $0.other.process.destroyDevice($0.other.device) },
      right: { _ = try $0.other.open(.globalHandle($0.second)) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "reset and open", prepare: { try $0.share(by: shared) }, left: { try $0.adapter.resetFromTimeout() },
      right: { _ = try $0.other.open(.globalHandle($0.second)) }, allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "open by the creator and destroy", prepare: { try $0.share(by: shared) },
      left: { try $0.client.destroy(resource: $0.handle) }, right: { _ = try $0.client.open(.globalHandle($0.second)) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "close an NT handle and open it", prepare: { try $0.share(by: secured) },
      left: { $0.client.process.closeNtHandle(UInt64($0.second)) },
      right: { _ = try $0.client.open(.ntHandle(UInt64($0.second))) },
      allows: { $0 == nil && ($1 == nil || $1 == .invalidHandle) }),
    Race(
      name: "close the last NT handle and destroy", prepare: { try $0.share(by: secured) },
      left: { $0.client.process.closeNtHandle(UInt64($0.second)) },
      right: { try $0.client.destroy(resource: $0.handle) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy and share", prepare: { try $0.share(by: secured) },
      left: { try $0.client.destroy(resource: $0.handle) },
      right: { stage in
        let handle = try stage.client.share([stage.handle])
        stage.client.process.closeNtHandle(handle)
      },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "close an NT handle and open by another process's copy", prepare: { try $0.shareWithOther() },
      left: { $0.client.process.closeNtHandle(UInt64($0.handle)) },
      right: { _ = try $0.other.open(.ntHandle(UInt64($0.second))) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "exit of the creator and open by another process's copy",
      prepare: { try $0.shareWithOther(keepsResource: true) }, left: { $0.leave($0.client) },
      right: { _ = try $0.other.open(.ntHandle(UInt64($0.second))) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "destroy and open by another process's copy", prepare: { try $0.shareWithOther(keepsResource: true) },
      left: { try $0.client.destroy(resource: $0.third) },
      right: { _ = try $0.other.open(.ntHandle(UInt64($0.second))) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "reset and open by an NT handle", prepare: { try $0.share(by: secured) },
      left: { try $0.adapter.resetFromTimeout() },
      right: { _ = try $0.client.open(.ntHandle(UInt64($0.second))) }, allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "lock by the creator and by the opener",
      prepare: {
        let created = try $0.client.create(two, flags: shared)
        $0.handle = created.allocations[0]
        $0.second = try $0.other.open(.globalHandle(created.globalShare)).allocations[0]
      },
      left: { _ = try $0.client.lock($0.handle) }, right: { _ = try $0.other.lock($0.second) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "set the priority by the creator and by the opener",
      prepare: {
        let created = try $0.client.create(two, flags: shared)
        $0.handle = created.allocations[0]
        $0.second = try $0.other.open(.globalHandle(created.globalShare)).allocations[0]
      },
      left: { try $0.setPriority($0.client, $0.handle) }, right: { try $0.setPriority($0.other, $0.second) },
      allows: { $0 == nil && $1 == nil }),
  ]

  /// Names, and objects that are shared together (U-141, U-146, W-254).
  static let ofNames: [Race] = [
    Race(
      name: "close a named handle and open by the name", prepare: { try $0.shareNamed() },
      left: { $0.client.process.closeNtHandle(UInt64($0.second)) },
      right: { stage in
        let handle = try stage.other.open(name: "name", access: .genericAll)
        stage.other.process.closeNtHandle(handle)
      },
      allows: { $0 == nil && ($1 == nil || $1 == .objectNameNotFound) }),
    Race(
      name: "close a named handle and share another object by the name", prepare: { try $0.shareNamed() },
      left: { $0.client.process.closeNtHandle(UInt64($0.second)) },
      right: { _ = try $0.other.share([$0.third], name: "name") },
      allows: { $0 == nil && ($1 == nil || $1 == .objectNameCollision) }),
    Race(
      name: "share two objects by one name",
      prepare: {
        $0.handle = try $0.client.create(two, flags: secured).resource
        $0.second = try $0.other.create(two, flags: secured).resource
      },
      left: { _ = try $0.client.share([$0.handle], name: "name") },
      right: { _ = try $0.other.share([$0.second], name: "NAME") },
      allows: { isOneOf($0, $1, .objectNameCollision) }),
    Race(
      name: "destroy a keyed mutex and open the object it is in", prepare: { try $0.shareTogether() },
      left: { try $0.client.process.destroyKeyedMutex($0.handle) },
      right: { _ = try $0.other.open(.ntHandle(UInt64($0.second))) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "exit of the owner and open the object its mutex is in",
      prepare: {
        try $0.shareTogether()
        try $0.acquire($0.client, $0.handle, key: 0)
      },
      left: { $0.leave($0.client) }, right: { _ = try $0.other.open(.ntHandle(UInt64($0.second))) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "share together and destroy the fence",
      prepare: { try $0.makeTogether() },
      left: { try $0.client.process.destroySynchronizationObject($0.third) },
      right: { _ = try $0.client.share([$0.handle, $0.second, $0.third]) },
      allows: { $0 == nil && isDead($1) }),
  ]
}

extension RaceStage {
  /// A shared resource: `handle` is the creator's, `second` the global handle, or an NT handle of the creator.
  func share(by flags: CreateAllocationFlags) throws {
    let created = try client.create([AllocationRequest(), AllocationRequest()], flags: flags)
    handle = created.resource
    second = flags.contains(.ntSecuritySharing) ? UInt32(try client.share([created.resource])) : created.globalShare
  }

  /// NT handles of both processes, and no view; or one, in `third`.
  fileprivate func shareWithOther(keepsResource: Bool = false) throws {
    try share(by: [.createResource, .createShared, .ntSecuritySharing])
    let resource = handle
    let own = UInt64(second)
    handle = UInt32(own)
    second = try give(own)
    if keepsResource { third = resource } else { try client.destroy(resource: resource) }
  }

  /// The other process's copy of an NT handle.
  func give(_ handle: UInt64) throws -> UInt32 {
    let copy = scene.machine.ntHandles.duplicate(handle, from: client.process.ordinal, to: other.process.ordinal)
    return UInt32(try #require(copy))
  }

  /// A named handle of the client in `second`, and in `third` a resource of the other process.
  fileprivate func shareNamed() throws {
    let flags: CreateAllocationFlags = [.createResource, .createShared, .ntSecuritySharing]
    handle = try client.create([AllocationRequest()], flags: flags).resource
    second = UInt32(try client.share([handle], name: "name"))
    third = try other.create([AllocationRequest()], flags: flags).resource
  }

  /// A resource, a keyed mutex and a fence, to be shared together.
  fileprivate func makeTogether() throws {
    let flags: CreateAllocationFlags = [.createResource, .createShared, .ntSecuritySharing]
    handle = try client.create([AllocationRequest()], flags: flags).resource
    second = try client.process.createKeyedMutex(initialValue: 0, flags: 1).handle
    third = try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(.monitoredFence, flags: [.shared, .ntSecuritySharing])
    ).handle
  }

  /// The same, shared: the mutex is in `handle`, an NT handle of the other process in `second`.
  fileprivate func shareTogether() throws {
    try makeTogether()
    let shared = try client.share([handle, second, third])
    handle = second
    second = try give(shared)
  }
}
