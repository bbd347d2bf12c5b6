package import CWDDM
import DDI
import Locks
package import WDDM

// Processes and devices: each side has a handle of its own.
extension VerifyingMiniport {
  package func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    let given = args.hDxgkProcess
    let status = run(.createProcess) { base.createProcess(adapter, &args) }
    guard status.isSuccess else { return status }
    // An object for each process, and its own (K-014).
    let made = args.hKmdProcess.bits
    let isNew = books.records.withLock { $0.processes.add(made) }
    if !isNew || made == given.bits { books.report("K-014", .createProcess, "hKmdProcess", 0) }
    return status
  }

  package func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus {
    let status = run(.destroyProcess) { base.destroyProcess(adapter, process) }
    books.records.withLock { $0.processes[process.bits] = nil }
    return status
  }

  package func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    let given = args.hDevice
    let status = run(.createDevice) { base.createDevice(adapter, &args) }
    guard status.isSuccess else { return status }
    // The kernel's handle goes in, the driver's comes out, and each device has its own (K-210).
    let made = args.hDevice.bits
    let isNew = books.records.withLock { $0.devices.add(made) }
    if !isNew || made == given.bits { books.report("K-210", .createDevice, "hDevice", 0) }
    return status
  }

  package func destroyDevice(_ device: HANDLE?) -> NTStatus {
    let status = run(.destroyDevice) { base.destroyDevice(device) }
    books.records.withLock { $0.devices[device.bits] = nil }
    return status
  }
}

extension HandleMap<Present> {
  /// Writes a new object down; false for NULL and for a handle that a live object has.
  mutating func add(_ handle: UInt) -> Bool {
    guard handle != 0, !contains(handle) else { return false }
    self[handle] = Present()
    return true
  }
}
