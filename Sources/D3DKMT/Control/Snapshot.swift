internal import CSystem
public import CWDDM
internal import Dxgkrnl
internal import WDDM

/// The kernel's state as JSON; see dxgkctl.h. Reads only, so it is no call of the kernel's.
@c @implementation
public func DxgCtlSnapshot(_ pText: UnsafeMutablePointer<CChar>!, _ pSize: UnsafeMutablePointer<SIZE_T>!) -> NTSTATUS {
  guard unsafe EmbeddedKernel.machine(beginsAnew: true) != nil,
    let text = EmbeddedKernel.withMachine({ $0.kernel.snapshot().json })
  else { return EmbeddedKernel.failure.rawValue }
  do throws(Refusal) {
    var capacity: SIZE_T = 0
    try unsafe CallerMemory.read(pSize, &capacity)
    let bytes = Array(text.utf8) + [0]
    try unsafe CallerMemory.write(SIZE_T(bytes.count), to: pSize, "pSize")
    guard bytes.count <= Int(clamping: capacity) else { return NTStatus.bufferTooSmall.rawValue }
    guard unsafe bytes.withUnsafeBytes({ unsafe dxgk_copy(pText, $0.baseAddress, $0.count) }) == 0 else {
      return NTStatus.invalidParameter.rawValue
    }
    return NTStatus.success.rawValue
  } catch {
    return error.status.rawValue
  }
}
