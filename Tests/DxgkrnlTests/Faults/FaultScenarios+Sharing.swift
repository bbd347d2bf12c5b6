import Dxgkrnl
import DxgTestKit
import WDDM

extension FaultScenario {
  private static let shared: CreateAllocationFlags = [.createResource, .createShared]
  private static let secured: CreateAllocationFlags = [.createResource, .createShared, .ntSecuritySharing]

  /// What is shared, opened, and named.
  static let ofSharing = [
    FaultScenario(
      name: "a shared resource is opened by another process",
      prepare: { $0.handle = try $0.elsewhere().create(requests(2), flags: shared).globalShare },
      call: { _ = try $0.client.open(.globalHandle($0.handle)) }),
    FaultScenario(
      name: "a shared resource is opened again",
      prepare: {
        $0.handle = try $0.elsewhere().create(requests(4), flags: shared).globalShare
        _ = try $0.client.open(.globalHandle($0.handle))
      },
      call: { _ = try $0.client.open(.globalHandle($0.handle)) }),
    FaultScenario(
      name: "what its creator left is opened",
      prepare: { stage in
        let creator = try stage.elsewhere()
        let created = try creator.create(requests(2), flags: secured)
        let handle = try creator.share([created.resource])
        stage.ntHandle = stage.machine.ntHandles.duplicate(
          handle, from: creator.process.ordinal, to: stage.client.process.ordinal)!
        creator.process.exit()
      },
      call: { _ = try $0.client.open(.ntHandle($0.ntHandle)) }),
    FaultScenario(
      name: "a resource gets an NT handle",
      prepare: { $0.resource = try $0.client.create(requests(1), flags: secured).resource },
      call: { _ = try $0.client.share([$0.resource]) }),
    FaultScenario(
      name: "a resource gets an NT handle with a name",
      prepare: { $0.resource = try $0.client.create(requests(1), flags: secured).resource },
      call: { _ = try $0.client.share([$0.resource], name: "a name") }),
    FaultScenario(
      name: "a name is opened",
      prepare: { stage in
        let creator = try stage.elsewhere()
        _ = try creator.share([try creator.create(requests(1), flags: secured).resource], name: "a name")
      },
      call: { _ = try $0.client.open(name: "a name", access: .genericAll) }),
    FaultScenario(
      name: "a resource is shared with a keyed mutex and a fence", prepare: { $0.handles = try $0.combined($0.client) },
      call: { _ = try $0.client.share($0.handles) }),
    FaultScenario(
      name: "a resource is opened with its keyed mutex and its fence",
      prepare: { stage in
        let creator = try stage.elsewhere()
        let handle = try creator.share(try stage.combined(creator))
        stage.ntHandle = stage.machine.ntHandles.duplicate(
          handle, from: creator.process.ordinal, to: stage.client.process.ordinal)!
      },
      call: { _ = try $0.client.open(.ntHandle($0.ntHandle)) }),
    FaultScenario(
      name: "what was opened for reading is locked",
      prepare: { stage in
        let created = try stage.client.create(requests(1), flags: secured)
        let handle = try stage.client.share([created.resource], access: .standardRightsRead)
        stage.handle = try stage.client.open(.ntHandle(handle)).allocations[0]
      },
      call: { _ = try $0.client.lock($0.handle) }),
    FaultScenario(
      name: "what another process created is locked",
      prepare: { stage in
        let share = try stage.elsewhere().create(requests(2), flags: shared).globalShare
        stage.handle = try stage.client.open(.globalHandle(share)).allocations[1]
      },
      call: { _ = try $0.client.lock($0.handle) }),
  ]

  /// Objects to wait for.
  static let ofSynchronization =
    [
      FaultScenario(
        name: "a keyed mutex for NT handles",
        call: { _ = try $0.client.process.createKeyedMutex(initialValue: 1, flags: 1, runtimeData: [1, 2]) }),
      FaultScenario(
        name: "a keyed mutex is opened by another process",
        prepare: { $0.handle = try $0.elsewhere().process.createKeyedMutex(initialValue: 0).globalShare },
        call: { _ = try $0.client.process.openKeyedMutex(globalHandle: $0.handle) }),
      FaultScenario(
        name: "a shared fence is opened by another process",
        prepare: { stage in
          let creator = try stage.elsewhere()
          stage.handle = try creator.process.createSynchronizationObject(
            device: creator.device, SynchronizationObjectRequest(.monitoredFence, flags: .shared)
          ).globalShare
        },
        call: { _ = try $0.client.process.openSynchronizationObject(globalHandle: $0.handle) }),
      FaultScenario(
        name: "a fence for NT handles", call: { try $0.make(.monitoredFence, [.shared, .ntSecuritySharing]) }),
    ]
    + ([.mutex, .semaphore, .fence] as [SynchronizationObjectType]).map { type in
      FaultScenario(name: "a \(type) for contexts", call: { try $0.make(type, []) })
    }
    + ([.mutex, .semaphore, .fence] as [SynchronizationObjectType]).map { type in
      FaultScenario(name: "a shared \(type) for contexts", call: { try $0.make(type, .shared) })
    }

  static func requests(_ count: Int, _ answer: AllocationAnswer = AllocationAnswer()) -> [AllocationRequest] {
    [AllocationRequest](repeating: AllocationRequest(answer), count: count)
  }
}

extension FaultStage {
  /// Another process with a device on the adapter.
  func elsewhere() throws -> Client { try machine.client(on: adapter) }

  /// A resource, a keyed mutex and a fence that one NT handle may stand for.
  func combined(_ client: Client) throws -> [UInt32] {
    let resource = try client.create(
      FaultScenario.requests(1), flags: [.createResource, .createShared, .ntSecuritySharing]
    ).resource
    let mutex = try client.process.createKeyedMutex(initialValue: 0, flags: 1).handle
    let fence = try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(.monitoredFence, flags: [.shared, .ntSecuritySharing]))
    return [resource, mutex, fence.handle]
  }

  func make(_ type: SynchronizationObjectType, _ flags: SynchronizationObjectFlags) throws {
    _ = try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(type, flags: flags))
  }
}
