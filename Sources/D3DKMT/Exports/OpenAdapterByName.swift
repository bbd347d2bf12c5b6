internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Opens the adapter that drives a display, by the name that GDI gives it: `\\.\DISPLAY1`.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenadapterfromgdidisplayname>
@c @implementation
public func D3DKMTOpenAdapterFromGdiDisplayName(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME>!
) -> NTSTATUS {
  let block = UnsafeMutableRawPointer(Arguments)
  var answer = unsafe block
  return perform(.openAdapterFromGdiDisplayName, OpenAdapterByNameBlock.self, caller: dxgk_caller(), beginsAnew: true) {
    frame throws(Refusal) in
    // NULL as well (W-020).
    guard unsafe block != nil else { throw Refusal(.unsuccessful, "U-011", "Arguments", 0) }
    let length = try unsafe CallerText.length(of: block, atMost: 32, "DeviceName")
    frame.block.isWide = length.isWide ? 1 : 0
    frame.block.name = try unsafe frame.appendData(block, length.bytes, "DeviceName")
    // Behind 32 characters, which is where the two widths differ.
    unsafe answer = block! + (length.isWide ? 128 : 64)
    try unsafe CallerMemory.probe(answer, MemoryLayout<OpenedDisplay>.size, "hAdapter")
  } act: { frame, process throws(Refusal) in
    let opened = try process.openAdapter(gdiDisplayName: frame.name)
    try frame.answer(opened, process) { () throws(Refusal) in
      try unsafe CallerMemory.write(OpenedDisplay(opened), to: answer, "hAdapter")
    }
  }
}

/// Opens the adapter of a display's device context; there are none here, so it refuses every one (W-025).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenadapterfromhdc>
@c @implementation
public func D3DKMTOpenAdapterFromHdc(_ Arguments: UnsafeMutablePointer<D3DKMT_OPENADAPTERFROMHDC>!) -> NTSTATUS {
  let answer = unsafe UnsafeMutableRawPointer(Arguments).map { unsafe $0 + MemoryLayout<UInt64>.size }
  return perform(.openAdapterFromHdc, OpenAdapterFromHdcBlock.self, caller: dxgk_caller(), beginsAnew: true) {
    frame throws(Refusal) in
    var arguments = D3DKMT_OPENADAPTERFROMHDC()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.deviceContext = unsafe UInt64(unsafeBitCast(arguments.hDc, to: UInt.self))
    try unsafe CallerMemory.probe(answer, MemoryLayout<OpenedDisplay>.size, "hAdapter")
  } act: { frame, process throws(Refusal) in
    let opened = try process.openAdapter(deviceContext: frame.block.deviceContext)
    frame.block.opened = OpenedAdapter(opened)
    try unsafe CallerMemory.write(OpenedDisplay(opened), to: answer, "hAdapter") {
      try? process.closeAdapter(opened.handle)
    }
  }
}

/// Opens the adapter that has a device interface of the class GUID_DISPLAY_DEVICE_ARRIVAL with this path (W-037).
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopenadapterfromdevicename>
@c @implementation
public func D3DKMTOpenAdapterFromDeviceName(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENADAPTERFROMDEVICENAME>!
) -> NTSTATUS {
  let answer = unsafe UnsafeMutableRawPointer(Arguments).map { unsafe $0 + MemoryLayout<UInt64>.size }
  return perform(.openAdapterFromDeviceName, OpenAdapterByNameBlock.self, caller: dxgk_caller(), beginsAnew: true) {
    frame throws(Refusal) in
    var arguments = D3DKMT_OPENADAPTERFROMDEVICENAME()
    try unsafe CallerMemory.read(Arguments, &arguments)
    let name = unsafe UnsafeRawPointer(arguments.pDeviceName)
    let length = try unsafe CallerText.length(of: name, atMost: CallerText.longest, "pDeviceName")
    frame.block.isWide = length.isWide ? 1 : 0
    frame.block.name = try unsafe frame.appendData(name, length.bytes, "pDeviceName")
    try unsafe CallerMemory.probe(answer, MemoryLayout<OpenedInterface>.size, "hAdapter")
  } act: { frame, process throws(Refusal) in
    let opened = try process.openAdapter(deviceName: frame.name)
    try frame.answer(opened, process) { () throws(Refusal) in
      try unsafe CallerMemory.write(OpenedInterface(opened), to: answer, "hAdapter")
    }
  }
}

extension Frame<OpenAdapterByNameBlock> {
  /// The name, from the one copy that was made of it.
  fileprivate var name: String {
    let name = block.name
    guard name.count > 0 else { return "" }
    let start = Int(name.offset)
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: data[start..<start + Int(name.count)])
    return unsafe CallerText.string(bytes.bytes, isWide: block.isWide != 0)
  }

  /// Puts the answer into the frame and the caller's memory; a caller whose memory went away has opened nothing.
  fileprivate func answer(
    _ opened: NamedAdapter, _ process: Process, write: () throws(Refusal) -> Void
  ) throws(Refusal) {
    block.opened = OpenedAdapter(opened)
    do throws(Refusal) { try write() } catch {
      try? process.closeAdapter(opened.handle)
      throw error
    }
  }
}

/// How the structs with a display end: hAdapter, AdapterLuid, VidPnSourceId.
private struct OpenedDisplay: BitwiseCopyable {
  var adapter: UInt32
  var luidLow: UInt32
  var luidHigh: UInt32
  var source: UInt32

  init(_ opened: NamedAdapter) {
    adapter = opened.handle
    luidLow = UInt32(truncatingIfNeeded: opened.luid)
    luidHigh = UInt32(truncatingIfNeeded: opened.luid >> 32)
    source = opened.source
  }
}

/// How the one with an interface ends: hAdapter, AdapterLuid.
private struct OpenedInterface: BitwiseCopyable {
  var adapter: UInt32
  var luidLow: UInt32
  var luidHigh: UInt32

  init(_ opened: NamedAdapter) {
    adapter = opened.handle
    luidLow = UInt32(truncatingIfNeeded: opened.luid)
    luidHigh = UInt32(truncatingIfNeeded: opened.luid >> 32)
  }
}

extension OpenedAdapter {
  fileprivate init(_ opened: NamedAdapter) {
    self.init()
    adapter = opened.handle
    source = opened.source
    luidLow = UInt32(truncatingIfNeeded: opened.luid)
    luidHigh = Int32(truncatingIfNeeded: opened.luid >> 32)
  }
}
