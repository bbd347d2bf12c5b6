internal import CWDDM

/// What the two element forms of a creation have in common (U-018).
protocol AllocationInfo {
  init()
  var VidPnSourceId: UINT { get }
  var PrivateDriverDataSize: UINT { get }
  /// `pSystemMem` as a number: an address to be judged, not followed.
  var systemMemoryAddress: UInt64 { get }
  var privateData: UnsafeMutableRawPointer? { get }
  var flagsValue: UInt32 { get }
  /// 0 in the first form, which has none.
  var priorityValue: UInt32 { get }
}

extension D3DDDI_ALLOCATIONINFO: AllocationInfo {
  var systemMemoryAddress: UInt64 { unsafe UInt64(UInt(bitPattern: pSystemMem)) }
  var privateData: UnsafeMutableRawPointer? { unsafe pPrivateDriverData }
  var flagsValue: UInt32 { Flags.Value }
  var priorityValue: UInt32 { 0 }
}

extension D3DDDI_ALLOCATIONINFO2: AllocationInfo {
  var systemMemoryAddress: UInt64 { unsafe UInt64(UInt(bitPattern: pSystemMem)) }
  var privateData: UnsafeMutableRawPointer? { unsafe pPrivateDriverData }
  var flagsValue: UInt32 { Flags.Value }
  var priorityValue: UInt32 { Priority }
}
