import DDI
import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

/// One call of the kernel, and what must be there before it.
struct FaultScenario: Sendable, CustomTestStringConvertible {
  let name: String
  var prepare: @Sendable (FaultStage) throws -> Void = { _ in }
  let call: @Sendable (FaultStage) throws -> Void
  /// Whether a retry cannot be told from a first try (I-037). Ordinals of adapters are not given out twice.
  var retryIsExact = true

  var testDescription: String { name }

  static let all = [
    FaultScenario(
      name: "an adapter starts",
      call: { _ = try $0.machine.add(FaultyMiniport($0.second, $0.faults, callbacks: false)) },
      retryIsExact: false),
    FaultScenario(
      name: "an adapter starts again", prepare: { try $0.adapter.stop() }, call: { try $0.adapter.start() }),
    FaultScenario(name: "a process appears", call: { _ = try $0.kernel.makeProcess() }),
    FaultScenario(
      name: "an adapter is opened", call: { _ = try $0.client.process.openAdapter(luid: $0.adapter.luid) }),
    FaultScenario(
      name: "two adapters are enumerated", prepare: { _ = try $0.machine.add($0.second) },
      call: { stage in
        var rows = [AdapterRow](repeating: AdapterRow(), count: 2)
        var span = rows.mutableSpan
        _ = try stage.client.process.enumAdapters(filter: nil, into: &span)
      }),
    FaultScenario(
      name: "a process's first device",
      prepare: { stage in
        try stage.client.process.destroyDevice(stage.client.device)
        try stage.client.process.closeAdapter(stage.client.adapter)
        stage.handle = try stage.client.process.openAdapter(luid: stage.adapter.luid)
      },
      call: { _ = try $0.client.process.createDevice(adapter: $0.handle, flags: 0) }),
    FaultScenario(
      name: "another device", call: { _ = try $0.client.process.createDevice(adapter: $0.client.adapter, flags: 0) }),
    FaultScenario(name: "an allocation", call: { _ = try $0.client.create() }),
    FaultScenario(name: "64 allocations", call: { _ = try $0.client.create(requests(64)) }),
    FaultScenario(
      name: "a resource of three", call: { _ = try $0.client.create(requests(3), flags: .createResource) }),
    FaultScenario(name: "an empty resource", call: { _ = try $0.client.create([], flags: .createResource) }),
    FaultScenario(
      name: "two are added to a resource",
      prepare: { $0.resource = try $0.client.create(requests(1), flags: .createResource).resource },
      call: { _ = try $0.client.create(requests(2), resource: $0.resource) }),
    FaultScenario(
      name: "two are added to a resource that the driver renames",
      prepare: { stage in
        stage.driver.script { $0.renamesResources = true }
        stage.resource = try stage.client.create(requests(1), flags: .createResource).resource
      },
      call: { _ = try $0.client.create(requests(2), resource: $0.resource) }),
    FaultScenario(
      name: "a shared resource",
      call: { _ = try $0.client.create(requests(2), flags: [.createResource, .createShared]) }),
    FaultScenario(
      name: "a resource shared by NT handles",
      call: { _ = try $0.client.create(requests(2), flags: [.createResource, .createShared, .ntSecuritySharing]) }),
    FaultScenario(
      name: "a shared resource is opened",
      prepare: {
        $0.handle = try $0.client.create(requests(3), flags: [.createResource, .createShared]).globalShare
      },
      call: { _ = try $0.client.open(.globalHandle($0.handle)) }),
    FaultScenario(
      name: "a resource is opened by an NT handle",
      prepare: {
        let created = try $0.client.create(requests(2), flags: [.createResource, .createShared, .ntSecuritySharing])
        $0.ntHandle = try $0.client.share([created.resource], access: .standardRightsRead)
      },
      call: { _ = try $0.client.open(.ntHandle($0.ntHandle)) }),
    FaultScenario(name: "an existing heap", call: { _ = try $0.standard([.existingSysMem], memory: 0x10000) }),
    FaultScenario(
      name: "an existing heap that is shared",
      call: { _ = try $0.standard([.existingSysMem, .createResource, .createShared], memory: 0x10000) }),
    FaultScenario(name: "a section", call: { _ = try $0.standard([.existingSection], memory: 7) }),
    FaultScenario(
      name: "a section that is shared",
      call: { _ = try $0.standard([.existingSection, .createResource, .createShared], memory: 7) }),
    FaultScenario(
      name: "an internal backing store", call: { _ = try $0.standard([], memory: 0, type: 2) }),
    FaultScenario(
      name: "a shadow surface",
      call: { stage in
        _ = try stage.client.process.createSurface(
          .shadow(SurfaceShape(width: 64, height: 16, format: 22)), device: stage.client.device)
      }),
    FaultScenario(
      name: "two allocations on caller memory",
      call: { stage in
        _ = try stage.client.create([
          AllocationRequest(systemMemory: 0x10000), AllocationRequest(systemMemory: 0x11000),
        ])
      }),
    FaultScenario(
      name: "two backing stores are shared",
      call: {
        _ = try $0.client.create(
          BackingStoreTests.shareable + BackingStoreTests.shareable, flags: BackingStoreTests.flags)
      }),
    FaultScenario(
      name: "an allocation is locked", prepare: { $0.handle = try $0.client.create() },
      call: { _ = try $0.client.lock($0.handle) }),
    FaultScenario(
      name: "a keyed mutex", call: { _ = try $0.client.process.createKeyedMutex(initialValue: 0, runtimeData: [1]) }),
    FaultScenario(
      name: "a keyed mutex is opened",
      prepare: { $0.handle = try $0.client.process.createKeyedMutex(initialValue: 0).globalShare },
      call: { _ = try $0.client.process.openKeyedMutex(globalHandle: $0.handle) }),
    FaultScenario(name: "a fence", call: { try $0.fence([]) }),
    FaultScenario(name: "a shared fence", call: { try $0.fence(.shared) }),
    FaultScenario(
      name: "a second fence", prepare: { try $0.fence([]) }, call: { try $0.fence([]) }),
    FaultScenario(
      name: "a shared fence is opened", prepare: { try $0.fence(.shared) },
      call: { _ = try $0.client.process.openSynchronizationObject(globalHandle: $0.handle) }),
    FaultScenario(
      name: "the driver's own query",
      call: { stage in
        var data: [UInt8] = [0, 0, 0, 0]
        var span = data.mutableSpan
        // SAFETY: bytes; any bit pattern is one.
        var raw = unsafe span.mutableBytes
        try stage.client.process.queryAdapterInfo(stage.client.adapter, type: 0, data: &raw)
      }),
  ]
}

extension FaultStage {
  /// A monitored fence; its global handle is kept.
  fileprivate func fence(_ flags: SynchronizationObjectFlags) throws {
    handle = try client.process.createSynchronizationObject(
      device: client.device, SynchronizationObjectRequest(.monitoredFence, flags: flags)
    ).globalShare
  }
}
