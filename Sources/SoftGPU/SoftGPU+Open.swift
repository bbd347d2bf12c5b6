package import CWDDM
import DDI
import Locks
package import WDDM

extension SoftGPU {
  /// Binds allocations to a device. They are named by the kernel's handles; what they are the kernel must be asked
  /// (K-176).
  package func openAllocation(_ device: HANDLE?, _ args: inout DXGKARG_OPENALLOCATION) -> NTStatus {
    let creates = args.Flags.Create != 0
    var infos = args.mutableInfos
    for index in infos.indices {
      var query = DXGKARGCB_GETHANDLEDATA()
      query.hObject = infos[index].hAllocation
      query.Type = DXGK_HANDLE_ALLOCATION
      let allocation = HandleCallbacks.getHandleData(query)
      let status = open(&infos[index], allocation, on: device, writesBack: creates)
      guard status != .success else { continue }
      // Nobody closes what a failed call opened (kernel.md 3.7): it is this driver's to undo.
      for opened in 0..<index {
        _ = close(infos[opened].hDeviceSpecificAllocation, of: device)
        infos[opened].hDeviceSpecificAllocation = nil
      }
      return status
    }
    return .success
  }

  @inline(__always)
  private func open(
    _ info: inout DXGK_OPENALLOCATIONINFO, _ allocation: HANDLE?, on device: HANDLE?, writesBack: Bool
  ) -> NTStatus {
    let found = state.withLock { state -> (opening: HANDLE, size: UInt64, pitch: UInt32)? in
      guard let device, let owner = state.devices.index(of: device),
        let allocation, let index = state.allocations.index(of: allocation)
      else { return nil }
      state.devices[owner].openings += 1
      state.allocations[index].openings += 1
      let opening = state.openings.insert(State.Opening(allocation: allocation, device: device))
      return (opening, state.allocations[index].size, state.allocations[index].pitch)
    }
    // K-201: a handle that cannot be resolved fails the DDI so.
    guard let found else { return allocation == nil ? .invalidHandle : .invalidParameter }
    info.hDeviceSpecificAllocation = found.opening
    // The client reads what was decided in its own private data (K-175).
    if writesBack, var wish = info.privateData.record(as: SOFTGPU_ALLOCATION.self) {
      wish.Size = found.size
      wish.Pitch = found.pitch
      var data = info.mutablePrivateData
      data.fill(with: wish)
    }
    return .success
  }

  package func closeAllocation(_ device: HANDLE?, _ args: inout DXGKARG_CLOSEALLOCATION) -> NTStatus {
    var status = NTStatus.success
    let handles = args.openHandles
    for index in handles.indices where !close(handles[index], of: device) { status = .invalidParameter }
    return status
  }

  @inline(__always)
  private func close(_ opening: HANDLE?, of device: HANDLE?) -> Bool {
    state.withLock { state in
      guard let index = state.openings.index(of: opening), state.openings[index].device == device,
        let removed = state.openings.remove(opening)
      else { return false }
      if let owner = state.devices.index(of: removed.device) { state.devices[owner].openings -= 1 }
      if let at = state.allocations.index(of: removed.allocation) { state.allocations[at].openings -= 1 }
      return true
    }
  }
}
