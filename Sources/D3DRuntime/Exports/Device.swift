internal import CSystem
public import CWDDM
internal import WDDM

@c @implementation
public func DxgRtCreateDevice(
  _ hAdapter: DXGRT_HADAPTER!, _ phDevice: UnsafeMutablePointer<DXGRT_HDEVICE?>!
) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    guard let adapter = RuntimeObjects.adapter(Token(bits: UInt(bitPattern: hAdapter))),
      let answer = unsafe phDevice
    else { throw .invalidArgument }
    unsafe answer.pointee = OpaquePointer(bitPattern: try RuntimeDevice.create(on: adapter).bits)
  }
}

@c @implementation
public func DxgRtDestroyDevice(_ hDevice: DXGRT_HDEVICE!) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    let device = try unsafe device(hDevice)
    guard device.destroy() else { throw .invalidArgument }
  }
}

@c @implementation
public func DxgRtFlush(_ hDevice: DXGRT_HDEVICE!) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in try unsafe device(hDevice).flush() }
}

@c @implementation
public func DxgRtGetDeviceRemovedReason(_ hDevice: DXGRT_HDEVICE!) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    if let reason = try unsafe device(hDevice).update({ $0.lost }) { throw reason }
  }
}

@c @implementation
public func DxgRtGetStatistics(
  _ hDevice: DXGRT_HDEVICE!, _ pStatistics: UnsafeMutablePointer<DXGRT_STATISTICS>!
) -> HRESULT {
  result(for: dxgk_return_address()) { () throws(HResult) in
    guard let answer = unsafe pStatistics else { throw .invalidArgument }
    unsafe answer.pointee = DXGRT_STATISTICS(try device(hDevice).update { $0.statistics })
  }
}

/// The device of that handle.
func device(_ handle: DXGRT_HDEVICE?) throws(HResult) -> RuntimeDevice {
  guard let device = RuntimeObjects.device(Token(bits: UInt(bitPattern: handle))) else { throw .invalidArgument }
  return device
}

extension DXGRT_STATISTICS {
  init(_ statistics: DriverStatistics) {
    self.init()
    AllocateCalls = statistics.allocateCalls
    DeallocateCalls = statistics.deallocateCalls
    LockCalls = statistics.lockCalls
    UnlockCalls = statistics.unlockCalls
    Lock2Calls = statistics.lock2Calls
    Unlock2Calls = statistics.unlock2Calls
    SetPriorityCalls = statistics.setPriorityCalls
    EscapeCalls = statistics.escapeCalls
    UnservedCalls = statistics.unservedCalls
    SetErrorCalls = statistics.setErrorCalls
    Misuses = statistics.misuses
    // SAFETY: the names are literals of this program, which outlive everything.
    unsafe pLastUnserved = name(statistics.lastUnserved)
    unsafe pLastMisuse = name(statistics.lastMisuse)
    unsafe pCriticalFunction = name(statistics.criticalFunction)
    CriticalError = statistics.criticalError.rawValue
  }
}

private func name(_ literal: StaticString?) -> UnsafePointer<CChar>? {
  guard let literal, literal.hasPointerRepresentation else { return nil }
  return unsafe UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self)
}
