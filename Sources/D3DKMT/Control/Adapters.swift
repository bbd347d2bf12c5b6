internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// A reset after a timeout; see dxgkctl.h.
@c @implementation
public func DxgCtlResetAdapter(_ pAdapterLuid: UnsafePointer<LUID>!) -> NTSTATUS {
  unsafe control(.controlResetAdapter, pAdapterLuid, caller: dxgk_caller()) { adapter throws(Refusal) in
    try adapter.resetFromTimeout()
  }
}

/// A PnP stop; see dxgkctl.h.
@c @implementation
public func DxgCtlStopAdapter(_ pAdapterLuid: UnsafePointer<LUID>!) -> NTSTATUS {
  unsafe control(.controlStopAdapter, pAdapterLuid, caller: dxgk_caller()) { adapter throws(Refusal) in
    try adapter.stop()
  }
}

/// A PnP start; see dxgkctl.h.
@c @implementation
public func DxgCtlStartAdapter(_ pAdapterLuid: UnsafePointer<LUID>!) -> NTSTATUS {
  unsafe control(.controlStartAdapter, pAdapterLuid, caller: dxgk_caller()) { adapter throws(Refusal) in
    try adapter.start()
  }
}

/// A surprise removal; see dxgkctl.h.
@c @implementation
public func DxgCtlRemoveAdapter(_ pAdapterLuid: UnsafePointer<LUID>!) -> NTSTATUS {
  unsafe control(.controlRemoveAdapter, pAdapterLuid, caller: dxgk_caller()) { adapter throws(Refusal) in
    try adapter.surpriseRemoval()
  }
}

@inline(__always)
private func control(
  _ entryPoint: EntryPoint, _ pAdapterLuid: UnsafePointer<LUID>?, caller: UInt,
  _ act: (Adapter) throws(Refusal) -> Void
) -> Int32 {
  perform(entryPoint, ControlBlock.self, caller: caller, beginsAnew: true) { frame throws(Refusal) in
    var luid = LUID()
    try unsafe CallerMemory.read(pAdapterLuid, &luid)
    frame.block.luidLow = luid.LowPart
    frame.block.luidHigh = luid.HighPart
  } act: { frame, process throws(Refusal) in
    let luid = UInt64(UInt32(bitPattern: frame.block.luidHigh)) << 32 | UInt64(frame.block.luidLow)
    guard let adapter = process.kernel.adapters.first(where: { $0.luid == luid }) else {
      throw Refusal(.invalidParameter, "U-012", "pAdapterLuid", luid)
    }
    try act(adapter)
  }
}

/// Lists adapters; see dxgkctl.h. Reads only, so it is no call of the kernel's.
@c @implementation
public func DxgCtlListAdapters(
  _ pAdapters: UnsafeMutablePointer<DXGCTL_ADAPTER>!, _ pCount: UnsafeMutablePointer<UINT>!
)
  -> NTSTATUS
{
  guard unsafe EmbeddedKernel.machine(beginsAnew: true) != nil else { return EmbeddedKernel.failure.rawValue }
  let adapters = EmbeddedKernel.withMachine { $0.kernel.adapters } ?? []
  do throws(Refusal) {
    var capacity: UInt32 = 0
    try unsafe CallerMemory.read(pCount, &capacity)
    try unsafe CallerMemory.write(UInt32(adapters.count), to: pCount, "pCount")
    guard adapters.count <= Int(capacity) else { return NTStatus.bufferTooSmall.rawValue }
    for (index, adapter) in adapters.enumerated() {
      var row = DXGCTL_ADAPTER()
      row.AdapterLuid.LowPart = UInt32(truncatingIfNeeded: adapter.luid)
      row.AdapterLuid.HighPart = Int32(truncatingIfNeeded: adapter.luid >> 32)
      row.State = adapter.isRunning ? DXGCTL_ADAPTER_RUNNING : DXGCTL_ADAPTER_STOPPED
      try unsafe CallerMemory.write(row, to: pAdapters.map { unsafe $0 + index }, "pAdapters")
    }
    return NTStatus.success.rawValue
  } catch {
    return error.status.rawValue
  }
}
