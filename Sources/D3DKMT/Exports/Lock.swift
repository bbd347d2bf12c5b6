internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import VidMm
internal import WDDM

/// Makes an allocation's bytes, or listed pages of it, readable and writable at an address: WDDM 1.x.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtlock>
@c @implementation
public func D3DKMTLock(_ Arguments: UnsafeMutablePointer<D3DKMT_LOCK>!) -> NTSTATUS {
  perform(.lock, LockPagesBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var arguments = D3DKMT_LOCK()
    try unsafe CallerMemory.read(Arguments, &arguments)
    frame.block.device = arguments.hDevice
    frame.block.allocation = arguments.hAllocation
    frame.block.flags = arguments.Flags.Value
    frame.block.privateData = arguments.PrivateDriverData
    frame.block.count = arguments.NumPages
    try unsafe CallerMemory.probe(Arguments.pDataSlot, 8, "pData")
    guard let pages = unsafe arguments.pPages else {
      guard arguments.NumPages == 0 || frame.locksEntire else {
        throw Refusal(.invalidParameter, "U-010", "pPages", 0)
      }
      return
    }
    // Beside LockEntire there must be no list (U-169): the kernel refuses, nothing is read.
    guard !frame.locksEntire else { return frame.insert(.hasArray) }
    let count = Int(arguments.NumPages)
    try frame.makeElements(count, of: UInt32.self)
    guard unsafe dxgk_copy(frame.elements(of: UInt32.self).baseAddress, pages, count * 4) == 0 else {
      throw Refusal(.invalidParameter, "U-010", "pPages", UInt64(UInt(bitPattern: pages)))
    }
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    let pages = unsafe UnsafeBufferPointer(frame.elements(of: UInt32.self)).span
    let request = LockArguments(
      device: block.device, allocation: block.allocation, flags: LockFlags(rawValue: block.flags),
      hasPages: frame.hasArray || block.count != 0)
    let address = try process.lock(request, pages: pages)
    try unsafe CallerMemory.write(address, to: Arguments.pDataSlot, "pData") {
      var list = InlineArray<1, UInt32>(repeating: block.allocation)
      let span = list.mutableSpan
      try? process.unlock(device: block.device, allocations: span.span)
    }
  }
}

extension UnsafeMutablePointer<D3DKMT_LOCK> {
  fileprivate var pDataSlot: UnsafeMutableRawPointer {
    unsafe UnsafeMutableRawPointer(self) + MemoryLayout<D3DKMT_LOCK>.offset(of: \.pData)!
  }
}

extension Frame<LockPagesBlock> {
  fileprivate var locksEntire: Bool { LockFlags(rawValue: block.flags).contains(.lockEntire) }
}
