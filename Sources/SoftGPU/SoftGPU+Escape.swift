package import CWDDM
import DDI
import Locks
package import WDDM

// What a user-mode driver may ask its kernel-mode half past Direct3D (softgpu.h). The data is a stranger's: a handle in
// it is worth nothing until the kernel said what it stands for.
extension SoftGPU {
  package func escape(_ adapter: HANDLE?, _ args: inout DXGKARG_ESCAPE) -> NTStatus {
    guard isAdapter(adapter), var question = args.data.record(as: SOFTGPU_ESCAPE.self),
      question.Magic == UInt32(SOFTGPU_ESCAPE_MAGIC), question.Version == UInt32(SOFTGPU_ESCAPE_VERSION)
    else { return .invalidParameter }
    let device = args.hDevice
    let status: NTStatus
    switch Int32(bitPattern: question.Command) {
    case SOFTGPU_ESCAPE_DESCRIBEALLOCATION: status = describeAllocation(&question, on: device)
    case SOFTGPU_ESCAPE_DESCRIBERESOURCE: status = describeResource(&question, on: device)
    case SOFTGPU_ESCAPE_SUMALLOCATION: status = sumAllocation(&question, on: device)
    default: status = .invalidParameter
    }
    guard status == .success else { return status }
    var data = args.mutableData
    data.fill(with: question)
    return .success
  }

  private func describeAllocation(_ question: inout SOFTGPU_ESCAPE, on device: HANDLE?) -> NTStatus {
    let handle = HandleCallbacks.getHandleData(.allocation(question.Handle))
    // K-201: what cannot be resolved fails the DDI so.
    guard let handle, let allocation = allocation(handle) else { return .invalidHandle }
    guard isOpen(question.Handle, on: device) else { return .invalidParameter }
    question.Resource = HandleCallbacks.getHandleParent(question.Handle)
    question.Allocations = 1
    question.Size = allocation.size
    question.Format = allocation.format
    question.Width = allocation.width
    question.Height = allocation.height
    question.Pitch = allocation.pitch
    return .success
  }

  private func describeResource(_ question: inout SOFTGPU_ESCAPE, on device: HANDLE?) -> NTStatus {
    var query = DXGKARGCB_GETHANDLEDATA()
    query.hObject = question.Handle
    query.Type = DXGK_HANDLE_RESOURCE
    var reference: HANDLE?
    guard let handle = HandleCallbacks.acquireHandleData(query, &reference) else { return .invalidHandle }
    defer { HandleCallbacks.release(reference, DXGK_HANDLE_RESOURCE) }
    guard state.withLock({ $0.resources.index(of: handle) }) != nil else { return .invalidHandle }
    question.Resource = question.Handle
    question.Allocations = 0
    question.Size = 0
    while true {
      var child = DXGKARGCB_ENUMHANDLECHILDREN()
      child.hObject = question.Handle
      child.Index = question.Allocations
      let next = HandleCallbacks.enumHandleChildren(child)
      guard next != 0 else { return .success }
      guard isOpen(next, on: device) else { return .invalidParameter }
      guard let allocation = allocation(HandleCallbacks.getHandleData(.allocation(next))) else {
        return .invalidHandle
      }
      question.Allocations += 1
      question.Size += allocation.size
    }
  }

  /// Reading takes a while: the reference keeps the allocation, and with it the backing store (K-195).
  private func sumAllocation(_ question: inout SOFTGPU_ESCAPE, on device: HANDLE?) -> NTStatus {
    var reference: HANDLE?
    guard let handle = HandleCallbacks.acquireHandleData(.allocation(question.Handle), &reference) else {
      return .invalidHandle
    }
    defer { HandleCallbacks.release(reference, DXGK_HANDLE_ALLOCATION) }
    guard let allocation = allocation(handle) else { return .invalidHandle }
    guard isOpen(question.Handle, on: device) else { return .invalidParameter }
    guard allocation.backingStore != 0 else { return .notSupported }
    let store = BackingStore(hAllocation: handle, size: allocation.size, address: allocation.backingStore)
    question.Resource = HandleCallbacks.getHandleParent(question.Handle)
    question.Allocations = 1
    question.Size = allocation.size
    question.Sum = store.sum
    return .success
  }

  private func allocation(_ handle: HANDLE?) -> State.Allocation? {
    state.withLock { state in state.allocations.index(of: handle).map { state.allocations[$0] } }
  }

  /// Whether the allocation behind the kernel's handle is open on that device; on any, when none is named.
  private func isOpen(_ kernelHandle: UInt32, on device: HANDLE?) -> Bool {
    guard let device else { return true }
    var query = DXGKARGCB_GETHANDLEDATA.allocation(kernelHandle)
    query.Flags.DeviceSpecific = 1
    let opening = HandleCallbacks.getHandleData(query)
    return state.withLock { state in
      state.openings.index(of: opening).map { state.openings[$0].device == device } ?? false
    }
  }
}

extension DXGKARGCB_GETHANDLEDATA {
  fileprivate static func allocation(_ handle: UInt32) -> Self {
    var query = Self()
    query.hObject = handle
    query.Type = DXGK_HANDLE_ALLOCATION
    return query
  }
}

extension HandleCallbacks {
  fileprivate static func release(_ reference: HANDLE?, _ type: DXGK_HANDLE_TYPE) {
    var args = DXGKARGCB_RELEASEHANDLEDATA()
    args.ReleaseHandle = reference
    args.Type = type
    releaseHandleData(args)
  }
}

extension BackingStore {
  /// Its whole 32-bit words, added up modulo 2^64.
  fileprivate var sum: UInt64 {
    let step = 65536
    return stride(from: 0, to: Int(size), by: step).reduce(0) { sum, offset in
      let bytes = read(min(step, Int(size) - offset), at: offset)
      return stride(from: 0, to: bytes.count - 3, by: 4).reduce(sum) { sum, at in
        let word = (0..<4).reduce(UInt64(0)) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
        return sum &+ word
      }
    }
  }
}
