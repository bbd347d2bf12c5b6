package import CWDDM
package import DDI
import Locks
package import WDDM

// The life of an adapter, processes and devices.
extension ScriptedMiniport {
  package func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    var made: UInt = 0
    let status = run(.addDevice, currentScript) { ledger in
      made = ledger.handle()
      ledger.adapters[made] = false
      return DDICall(.addDevice, .success, handles: [made])
    }
    if status.isSuccess { context = HANDLE(bits: made) }
    return status
  }

  package func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    let script = currentScript
    let status = run(.startDevice, script) { ledger in
      ledger.expect(ledger.adapters[context.bits] == false, "I-026: StartDevice before AddDevice or twice")
      ledger.adapters[context.bits] = true
      return DDICall(.startDevice, .success, handles: [context.bits])
    }
    if status.isSuccess { sources = script.sources }
    if status.isSuccess, script.asksForBackingStore, interfaceVersion >= .wddm3_0 {
      var query = DXGKARGCB_QUERYFEATURESUPPORT()
      query.DeviceHandle = kernel.deviceHandle
      query.FeatureId = DXGK_FEATURE_SHARE_BACKING_STORE_WITH_KMD
      query.DriverSupportState = 2
      _ = kernel.callbacks.queryFeatureSupport(&query)
    }
    return status
  }

  package func stopDevice(_ context: HANDLE?) -> NTStatus {
    run(.stopDevice, currentScript) { ledger in
      ledger.expect(ledger.adapters[context.bits] == true, "I-026: StopDevice of a device that is not started")
      ledger.adapters[context.bits] = false
      ledger.resets.remove(context.bits)
      return DDICall(.stopDevice, .success, handles: [context.bits])
    }
  }

  package func removeDevice(_ context: HANDLE?) -> NTStatus {
    run(.removeDevice, currentScript) { ledger in
      ledger.expect(ledger.adapters[context.bits] == false, "I-026: RemoveDevice of a device that was not stopped")
      let left = ledger.balance
      ledger.expect(ledger.isIdle, "I-025: RemoveDevice while the driver holds \(left)")
      ledger.adapters[context.bits] = nil
      return DDICall(.removeDevice, .success, handles: [context.bits])
    }
  }

  package func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    run(.notifySurpriseRemoval, currentScript) { ledger in
      ledger.expect(ledger.adapters[context.bits] != nil, "I-026: NotifySurpriseRemoval of a device that is none")
      return DDICall(.notifySurpriseRemoval, .success, handles: [context.bits])
    }
  }

  package func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    run(.resetFromTimeout, currentScript) { ledger in
      ledger.expect(ledger.adapters[adapter.bits] == true, "K-331: ResetFromTimeout of a device that is not started")
      ledger.resets.insert(adapter.bits)
      return DDICall(.resetFromTimeout, .success, handles: [adapter.bits])
    }
  }

  package func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    run(.restartFromTimeout, currentScript) { ledger in
      ledger.expect(ledger.resets.remove(adapter.bits) != nil, "K-335: RestartFromTimeout before ResetFromTimeout")
      return DDICall(.restartFromTimeout, .success, handles: [adapter.bits])
    }
  }

  package func unload() {
    _ = run(.unload, currentScript) { ledger in
      ledger.expect(ledger.adapters.isEmpty, "I-026: Unload before RemoveDevice")
      return DDICall(.unload, .success)
    }
  }

  // MARK: Processes and devices

  package func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    var made: UInt = 0
    let status = run(.createProcess, currentScript) { ledger in
      ledger.expect(ledger.adapters[adapter.bits] == true, "I-079: CreateProcess on an adapter that is not started")
      made = ledger.handle()
      ledger.processes.insert(made)
      return DDICall(.createProcess, .success, handles: [made])
    }
    if status.isSuccess { args.hKmdProcess = HANDLE(bits: made) }
    return status
  }

  package func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus {
    run(.destroyProcess, currentScript) { ledger in
      ledger.expect(ledger.adapters[adapter.bits] != nil, "I-026: DestroyProcess after RemoveDevice")
      ledger.expect(
        ledger.processes.remove(process.bits) != nil, "I-021: DestroyProcess of a process that is none")
      return DDICall(.destroyProcess, .success, handles: [process.bits])
    }
  }

  package func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    var made: UInt = 0
    let process = args.hKmdProcess.bits
    let keepsProcesses = has(.createProcess)
    let status = run(.createDevice, currentScript) { ledger in
      ledger.expect(ledger.adapters[adapter.bits] == true, "I-079: CreateDevice on an adapter that is not started")
      ledger.expect(
        !keepsProcesses || ledger.processes.contains(process), "K-014: CreateDevice before CreateProcess")
      made = ledger.handle()
      ledger.devices[made] = 0
      return DDICall(.createDevice, .success, handles: [made])
    }
    if status.isSuccess { args.hDevice = HANDLE(bits: made) }
    return status
  }

  package func destroyDevice(_ device: HANDLE?) -> NTStatus {
    run(.destroyDevice, currentScript) { ledger in
      let openings = ledger.devices.removeValue(forKey: device.bits)
      ledger.expect(openings != nil, "I-021: DestroyDevice of a device that is none")
      ledger.expect(openings ?? 0 == 0, "I-023: DestroyDevice while \(openings ?? 0) openings of it live")
      return DDICall(.destroyDevice, .success, handles: [device.bits])
    }
  }
}
