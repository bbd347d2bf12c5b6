import DDI
import Dxgkrnl
import DxgTestKit
import VidMm
import WDDM

extension FaultScenario {
  static let every = all + further + ofSharing + ofSynchronization

  /// Further ways to create, to look at bytes, and to ask a driver.
  static let further = [
    FaultScenario(
      name: "an adapter of WDDM 1.3 starts",
      call: { stage in
        let driver = ScriptedMiniport(version: .wddm1_3)
        _ = try stage.machine.add(FaultyMiniport(driver, stage.faults, callbacks: false))
      }, retryIsExact: false),
    FaultScenario(
      name: "a device on another adapter",
      prepare: { stage in
        let second = try stage.machine.add(FaultyMiniport(stage.second, stage.faults, callbacks: false))
        stage.handle = try stage.client.process.openAdapter(luid: second.luid)
      },
      call: { _ = try $0.client.process.createDevice(adapter: $0.handle, flags: 0) }),
    FaultScenario(
      name: "a device after a reset", prepare: { try $0.adapter.resetFromTimeout() },
      call: { _ = try $0.client.process.createDevice(adapter: $0.client.adapter, flags: 0) }),
    FaultScenario(
      name: "an allocation in the first form",
      call: { stage in
        _ = try stage.client.process.create(
          CreateAllocationArguments(device: stage.client.device, resource: 0, flags: [], isVersion2: false), requests(2)
        )
      }),
    FaultScenario(
      name: "a resource with private data of the runtime and of the driver",
      call: { stage in
        _ = try stage.client.process.create(
          CreateAllocationArguments(device: stage.client.device, resource: 0, flags: [.createResource, .createShared]),
          requests(2), runtimeData: [1, 2, 3], resourceData: [4, 5])
      }),
    FaultScenario(
      name: "two backing stores are shared, and two are not",
      call: {
        _ = try $0.client.create(
          BackingStoreTests.shareable + requests(1) + BackingStoreTests.shareable + requests(1),
          flags: BackingStoreTests.flags)
      }),
    FaultScenario(
      name: "an allocation beside many",
      prepare: { stage in for _ in 0..<4 { _ = try stage.client.create(requests(63)) } },
      call: { _ = try $0.client.create(requests(4)) }),
    FaultScenario(
      name: "an allocation in place of another",
      prepare: { stage in
        let handles = try stage.client.create(requests(3)).allocations
        _ = try stage.client.lock(handles[1])
        try stage.client.destroy([handles[1]])
      },
      call: { _ = try $0.client.create() }),
    FaultScenario(
      name: "a resource of one large and one small",
      call: { stage in
        _ = try stage.client.create(
          requests(1, AllocationAnswer(size: 16 << 20)) + requests(1), flags: .createResource)
      }),
    FaultScenario(
      name: "one is added to an empty resource",
      prepare: { $0.resource = try $0.client.create([], flags: .createResource).resource },
      call: { _ = try $0.client.create(requests(1), resource: $0.resource) }),
    FaultScenario(
      name: "an allocation is locked as WDDM 1 does it", prepare: { $0.handle = try $0.client.create() },
      call: { stage in
        let none: [UInt32] = []
        _ = try stage.client.process.lock(
          LockArguments(device: stage.client.device, allocation: stage.handle), pages: none.span)
      }),
    FaultScenario(
      name: "a page of an allocation is locked",
      prepare: { $0.handle = try $0.client.create(AllocationAnswer(size: 16 << 12)) },
      call: { stage in
        let pages: [UInt32] = [3, 4]
        _ = try stage.client.process.lock(
          LockArguments(device: stage.client.device, allocation: stage.handle, hasPages: true), pages: pages.span)
      }),
    FaultScenario(name: "the driver's escape", prepare: { $0.answersEscapes() }, call: { try $0.escape([]) }),
    FaultScenario(
      name: "the driver's escape, alone", prepare: { $0.answersEscapes() }, call: { try $0.escape(.hardwareAccess) }),
    FaultScenario(
      name: "the adapters that only compute",
      call: { stage in
        var rows = [AdapterRow](repeating: AdapterRow(), count: 1)
        var span = rows.mutableSpan
        _ = try stage.client.process.enumAdapters(filter: 1, into: &span)
      }),
  ]
}

extension FaultStage {
  fileprivate func answersEscapes() { driver.script { $0.answerEscape = { _ in .success } } }

  fileprivate func escape(_ flags: EscapeFlags) throws {
    var data: [UInt8] = [1, 2, 3, 4]
    var span = data.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe span.mutableBytes
    try client.process.escape(
      EscapeArguments(adapter: client.adapter, device: client.device, flags: flags), data: &raw)
  }
}
