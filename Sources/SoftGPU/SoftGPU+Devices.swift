package import CWDDM
import DDI
import Locks
package import WDDM

// Processes and devices: the driver keeps an object for each, and gives its own handle for the kernel's.
extension SoftGPU {
  package func createProcess(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEPROCESS) -> NTStatus {
    guard isAdapter(adapter) else { return .invalidParameter }
    let kernelHandle = args.hDxgkProcess
    args.hKmdProcess = state.withLock { $0.processes.insert(State.Process(kernelHandle: kernelHandle)) }
    return .success
  }

  package func destroyProcess(_ adapter: HANDLE?, _ process: HANDLE?) -> NTStatus {
    state.withLock { $0.processes.remove(process) == nil ? .invalidParameter : .success }
  }

  package func createDevice(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEDEVICE) -> NTStatus {
    let kernelHandle = args.hDevice
    let isProcessKnown = state.withLock { state in
      args.hKmdProcess == nil || state.processes.index(of: args.hKmdProcess) != nil
    }
    guard isAdapter(adapter), isProcessKnown else { return .invalidParameter }
    args.hDevice = state.withLock { $0.devices.insert(State.Device(kernelHandle: kernelHandle)) }
    return .success
  }

  /// Its openings are closed before (kernel.md 3.8): a device that still has some says so.
  package func destroyDevice(_ device: HANDLE?) -> NTStatus {
    state.withLock { state in
      guard let removed = state.devices.remove(device), removed.openings == 0 else { return .invalidParameter }
      return .success
    }
  }
}
