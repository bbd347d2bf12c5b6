internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Makes an NT handle to objects that were created with NtSecuritySharing. On Linux the handle is a file descriptor:
/// close and dup it, pass it on.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtshareobjects>
@c @implementation
public func D3DKMTShareObjects(
  _ cObjects: UINT, _ hObjects: UnsafePointer<D3DKMT_HANDLE>!, _ pObjectAttributes: POBJECT_ATTRIBUTES!,
  _ dwDesiredAccess: DWORD, _ phSharedNtHandle: UnsafeMutablePointer<HANDLE?>!
) -> NTSTATUS {
  perform(.shareObjects, ShareObjectsBlock.self, caller: dxgk_caller()) { frame throws(Refusal) in
    var block = ShareObjectsBlock()
    block.count = cObjects
    block.access = dwDesiredAccess
    frame.block = block
    // At most D3DKMT_MAX_OBJECTS_PER_HANDLE are looked at.
    guard cObjects >= 1, cObjects <= 3 else {
      throw Refusal(.invalidParameter, "U-136", "cObjects", UInt64(cObjects), bound: 3)
    }
    try frame.makeElements(Int(cObjects), of: UInt32.self)
    guard unsafe dxgk_copy(frame.elements(of: UInt32.self).baseAddress, hObjects, Int(cObjects) * 4) == 0 else {
      throw Refusal(.invalidParameter, "U-010", "hObjects", UInt64(UInt(bitPattern: hObjects)))
    }
    if unsafe pObjectAttributes != nil {
      (block.name, block.attributes) = try unsafe ObjectAttributes.read(pObjectAttributes, into: &frame)
    }
    frame.block = block
    try unsafe CallerMemory.probe(phSharedNtHandle, 8, "phSharedNtHandle")
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    let buffer = unsafe frame.elements(of: UInt32.self)
    let list = UnsafeBufferPointer(buffer)
    let attributes = ObjectAttributes.value(block.name, block.attributes, frame)
    let handle = try process.shareObjects(
      unsafe list.span, access: AccessRights(rawValue: block.access), attributes: attributes)
    frame.block.ntHandle = handle
    try unsafe CallerMemory.write(handle, to: UnsafeMutableRawPointer(phSharedNtHandle), "phSharedNtHandle") {
      process.closeNtHandle(handle)
    }
  }
}
