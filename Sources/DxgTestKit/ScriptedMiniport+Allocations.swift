package import CWDDM
import DDI
import Locks
package import WDDM

// Allocations, resources and openings.
extension ScriptedMiniport {
  package func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    let script = currentScript
    let isResource = args.Flags.Resource != 0
    let given = args.hResource.bits
    var answers: [AllocationAnswer] = []
    for index in args.infos.indices {
      answers.append(args.infos[index].privateData.record(as: AllocationAnswer.self) ?? AllocationAnswer())
    }
    var made: [UInt] = []
    var resource = given
    let status = run(.createAllocation, script) { ledger in
      ledger.expect(ledger.adapters[adapter.bits] == true, "I-079: CreateAllocation on an adapter that is not started")
      ledger.expect(isResource || given == 0, "K-073: hResource without Flags.Resource")
      ledger.expect(given == 0 || ledger.resources[given] != nil, "K-073: hResource is not what was returned last")
      if isResource, script.keepsResources {
        if given == 0 {
          resource = ledger.handle()
          ledger.resources[resource] = 0
        } else if script.renamesResources {
          resource = ledger.rename(resource: given)
        }
      }
      made = ledger.create(answers.count, resource: resource)
      return DDICall(.createAllocation, .success, handles: made, resource: given, flag: isResource)
    }
    guard status.isSuccess else { return status }
    if isResource { args.hResource = HANDLE(bits: resource) }
    var infos = args.mutableInfos
    for index in infos.indices {
      infos[index].fill(from: answers[index], interfaceVersion)
      if answers[index].leavesHandleNull != 0 {
        state.withLock { $0.ledger.destroy(made[index]) }
      } else {
        infos[index].hAllocation = HANDLE(bits: made[index])
      }
    }
    script.falsifyCreate(&args)
    return status
  }

  package func destroyAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESTROYALLOCATION) -> NTStatus {
    let script = currentScript
    let given = args.hResource.bits
    let destroysResource = args.Flags.DestroyResource != 0
    let handles = Self.bits(args.allocations)
    var resource = given
    let status = run(.destroyAllocation, script) { ledger in
      ledger.expect(ledger.adapters[adapter.bits] != nil, "I-026: DestroyAllocation after RemoveDevice")
      ledger.expect(given == 0 || ledger.resources[given] != nil, "K-073: hResource is not what was returned last")
      for handle in handles { ledger.destroy(handle) }
      if destroysResource {
        if given != 0 { ledger.destroy(resource: given) }
      } else if given != 0, script.renamesResources {
        resource = ledger.rename(resource: given)
      }
      return DDICall(.destroyAllocation, .success, handles: handles, resource: given, flag: destroysResource)
    }
    args.hResource = HANDLE(bits: resource)
    return status
  }

  package func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    let script = currentScript
    let creates = args.Flags.Create != 0
    // Only the kernel knows which allocation a handle means (K-176), so it is asked, outside of our lock.
    var allocations: [UInt] = []
    for index in args.infos.indices {
      var query = DXGKARGCB_GETHANDLEDATA()
      query.hObject = args.infos[index].hAllocation
      query.Type = DXGK_HANDLE_ALLOCATION
      allocations.append(HandleCallbacks.getHandleData(query).bits)
    }
    var made: [UInt] = []
    let status = run(.openAllocation, script) { ledger in
      made = allocations.map { ledger.open($0, on: device.bits) }
      return DDICall(.openAllocation, .success, handles: made, flag: creates)
    }
    guard status.isSuccess else { return status }
    var infos = args.mutableInfos
    for index in infos.indices {
      infos[index].hDeviceSpecificAllocation = HANDLE(bits: made[index])
      script.opened(infos[index].hAllocation)
      infos[index].writeBack()
    }
    script.falsifyOpen(&args)
    return status
  }

  package func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    let handles = Self.bits(args.openHandles)
    return run(.closeAllocation, currentScript) { ledger in
      for handle in handles { ledger.close(handle, on: device.bits) }
      return DDICall(.closeAllocation, .success, handles: handles)
    }
  }

  package func describeAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_DESCRIBEALLOCATION) -> NTStatus {
    let handle = args.hAllocation.bits
    let status = run(.describeAllocation, currentScript) { ledger in
      ledger.expect(ledger.allocations[handle] != nil, "I-021: DescribeAllocation of an allocation that is none")
      return DDICall(.describeAllocation, .success, handles: [handle])
    }
    args.Width = 64
    args.Height = 16
    return status
  }

  package func setAllocationBackingStore(
    _ adapter: HANDLE?, _ args: inout DXGKARG_SETALLOCATIONBACKINGSTORE
  ) -> NTStatus {
    let handle = args.hDriverAllocation.bits
    let address = args.backingStore
    return run(.setAllocationBackingStore, currentScript) { ledger in
      ledger.expect(
        ledger.allocations[handle]?.backingStore == 0, "K-183: a backing store for no allocation, or twice for one")
      ledger.expect(address != 0, "K-183: a backing store at NULL")
      ledger.allocations[handle]?.backingStore = address
      return DDICall(.setAllocationBackingStore, .success, handles: [handle])
    }
  }

  package func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus {
    let device = args.hDevice.bits
    let script = currentScript
    let status = run(.escape, script) { ledger in
      ledger.expect(device == 0 || ledger.devices[device] != nil, "I-021: Escape of a device that is none")
      return DDICall(.escape, .success, handles: device == 0 ? [] : [device])
    }
    return status.isSuccess ? script.answerEscape(&args) : status
  }

  private static func bits(_ handles: Span<HANDLE?>) -> [UInt] {
    handles.indices.map { handles[$0].bits }
  }
}

extension DXGK_OPENALLOCATIONINFO {
  /// Writes the byte that the private data asks for over its beginning (K-175).
  fileprivate mutating func writeBack() {
    guard let answer = privateData.record(as: AllocationAnswer.self), answer.writesBack != 0 else { return }
    var data = mutablePrivateData
    data.fill(with: UInt8(truncatingIfNeeded: answer.writesBack))
  }
}
