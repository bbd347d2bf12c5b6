package import CWDDM
import DDI
import Locks
package import WDDM

extension SoftGPU {
  /// One object for each allocation, and one for a resource; all or none (kernel.md 3.7: the driver undoes its own).
  package func createAllocation(_ adapter: HANDLE?, _ args: inout DXGKARG_CREATEALLOCATION) -> NTStatus {
    let isResource = args.Flags.Resource != 0
    var resource = isResource ? args.hResource : nil
    var infos = args.mutableInfos
    let status = state.withLock { state -> NTStatus in
      guard state.isAdapter(adapter) else { return .invalidParameter }
      let mayShare = state.adapter.mayShareBackingStore
      let makesResource = isResource && resource == nil
      if makesResource {
        resource = state.resources.insert(State.Resource())
      } else if isResource, state.resources.index(of: resource) == nil {
        return .invalidParameter
      }
      var made = 0
      let status = create(&infos, of: resource, mayShare, &state, &made)
      guard status != .success else { return status }
      for index in 0..<made { _ = state.forget(infos[index].hAllocation) }
      if makesResource { _ = state.resources.remove(resource) }
      return status
    }
    if status == .success, isResource { args.hResource = resource }
    return status
  }

  @inline(__always)
  private func create(
    _ infos: inout MutableSpan<DXGK_ALLOCATIONINFO>, of resource: HANDLE?, _ mayShare: Bool, _ state: inout State,
    _ made: inout Int
  ) -> NTStatus {
    for index in infos.indices {
      let blob = infos[index].privateData
      guard let wish = blob.record(as: SOFTGPU_ALLOCATION.self) else { return .graphicsDriverMismatch }
      let isExact = blob.byteCount == MemoryLayout<SOFTGPU_ALLOCATION>.size
      do throws(NTStatus) {
        let plan = try AllocationPlan(
          wish, on: layout.ids, version: configuration.version, mayShareBackingStore: mayShare)
        guard isExact else { return .invalidParameter }
        infos[index].answer(plan, configuration.version)
        infos[index].hAllocation = state.allocations.insert(
          State.Allocation(
            size: plan.size, format: wish.Format, width: wish.Width, height: wish.Height, pitch: plan.pitch,
            resource: resource))
      } catch { return error }
      if let resource, let at = state.resources.index(of: resource) { state.resources[at].allocations += 1 }
      made += 1
    }
    return .success
  }
}

extension DXGK_ALLOCATIONINFO {
  /// Says what the plan needs, in the members that `version` has.
  @inline(__always)
  fileprivate mutating func answer(_ plan: AllocationPlan, _ version: InterfaceVersion) {
    Size = numericCast(plan.size)
    Alignment = plan.alignment
    PreferredSegment.Value = plan.preference
    SupportedReadSegmentSet = plan.segments
    SupportedWriteSegmentSet = plan.segments
    // Evicted content goes straight to system memory (K-088).
    EvictionSegmentSet = 0
    Flags.Value = plan.flags.rawValue
    AllocationPriority = UInt32(D3DDDI_ALLOCATIONPRIORITY_NORMAL)
    if version >= .wddm3_0 { Flags2.ShareBackingStoreWithKmd = plan.sharesBackingStore ? 1 : 0 }
  }
}

extension State {
  @inline(__always)
  func isAdapter(_ handle: HANDLE?) -> Bool { handle != nil && handle == context }

  /// Ends an allocation; false for a handle that is none.
  @inline(__always)
  mutating func forget(_ allocation: HANDLE?) -> Bool {
    guard let removed = allocations.remove(allocation) else { return false }
    if let resource = removed.resource, let at = resources.index(of: resource) { resources[at].allocations -= 1 }
    return true
  }
}
