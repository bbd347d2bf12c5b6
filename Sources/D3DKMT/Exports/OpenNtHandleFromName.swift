internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// Makes another NT handle to the resource that was shared under a name.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopennthandlefromname>
@c @implementation
public func D3DKMTOpenNtHandleFromName(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENNTHANDLEFROMNAME>!
) -> NTSTATUS {
  unsafe open(.openNtHandleFromName, .sharedResource, Arguments, nullAttributes: "W-153", caller: dxgk_caller())
}

/// Makes another NT handle to the synchronization object that was shared under a name.
/// <https://learn.microsoft.com/windows-hardware/drivers/ddi/d3dkmthk/nf-d3dkmthk-d3dkmtopensyncobjectnthandlefromname>
@c @implementation
public func D3DKMTOpenSyncObjectNtHandleFromName(
  _ Arguments: UnsafeMutablePointer<D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME>!
) -> NTSTATUS {
  // SAFETY: the two blocks have the same members in the same places, and are only copied.
  let arguments = unsafe UnsafeMutableRawPointer(Arguments)?.assumingMemoryBound(to: D3DKMT_OPENNTHANDLEFROMNAME.self)
  return unsafe open(
    .openSyncObjectNtHandleFromName, .sharedSyncObject, arguments, nullAttributes: "W-249", caller: dxgk_caller())
}

/// - Parameter nullAttributes: the rule that refuses a block without object attributes.
private func open(
  _ entryPoint: EntryPoint, _ type: NtObjectType, _ Arguments: UnsafeMutablePointer<D3DKMT_OPENNTHANDLEFROMNAME>?,
  nullAttributes: Rule, caller: UInt
) -> NTSTATUS {
  perform(entryPoint, OpenNtHandleFromNameBlock.self, caller: caller) { frame throws(Refusal) in
    var arguments = D3DKMT_OPENNTHANDLEFROMNAME()
    try unsafe CallerMemory.read(Arguments, &arguments)
    var block = OpenNtHandleFromNameBlock()
    block.access = arguments.dwDesiredAccess
    frame.block = block
    guard let pObjAttrib = unsafe arguments.pObjAttrib else {
      throw Refusal(.invalidParameter, nullAttributes, "pObjAttrib", 0)
    }
    (block.name, block.attributes) = try unsafe ObjectAttributes.read(pObjAttrib, into: &frame)
    frame.block = block
    try unsafe CallerMemory.probe(slot(Arguments, \.hNtHandle), 8, "hNtHandle")
  } act: { frame, process throws(Refusal) in
    let block = frame.block
    let handle = try process.openNtHandle(
      ObjectAttributes.value(block.name, block.attributes, frame), type, access: AccessRights(rawValue: block.access))
    frame.block.ntHandle = handle
    try unsafe CallerMemory.write(handle, to: slot(Arguments, \.hNtHandle), "hNtHandle") {
      process.closeNtHandle(handle)
    }
  }
}
