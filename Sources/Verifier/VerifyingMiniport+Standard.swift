package import CWDDM
import DDI
import Locks
package import WDDM

// Surfaces that the system describes: asked for their sizes, then for their data (K-152, K-154).
extension VerifyingMiniport {
  package func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus {
    let given = DescribedSurface(args)
    let asksForSizes = unsafe args.pAllocationPrivateDriverData == nil && args.pResourcePrivateDriverData == nil
    let sizes = (args.AllocationPrivateDriverDataSize, args.ResourcePrivateDriverDataSize)
    let (status, isIntact) = guardedStandard(adapter, &args)
    if !isIntact { found(standard: "K-152", "pAllocationPrivateDriverData", UInt64(sizes.0)) }
    guard status.isSuccess else { return status }
    var answer = DescribedSurface(args)
    if asksForSizes {
      if args.AllocationPrivateDriverDataSize == 0, args.ResourcePrivateDriverDataSize == 0 {
        found(standard: "K-155", "AllocationPrivateDriverDataSize", 0)
      }
      if !answer.describesSame(as: given) || answer.pitch != given.pitch {
        found(standard: "K-154", "StandardAllocationType", UInt64(args.StandardAllocationType.rawValue))
      }
      return status
    }
    if args.AllocationPrivateDriverDataSize != sizes.0 || args.ResourcePrivateDriverDataSize != sizes.1 {
      found(standard: "K-152", "AllocationPrivateDriverDataSize", UInt64(args.AllocationPrivateDriverDataSize))
    }
    judge(answer, given)
    unsafe answer.allocationData = Self.bytes(args.pAllocationPrivateDriverData, sizes.0)
    unsafe answer.resourceData = Self.bytes(args.pResourcePrivateDriverData, sizes.1)
    books.records.withLock { records in
      records.standard = answer
      records.facts.awaitsStandard = true
    }
    return status
  }

  private func found(standard rule: Rule, _ argument: Refusal.Argument, _ value: UInt64) {
    books.report(rule, .getStandardAllocationDriverData, argument, value)
  }

  /// The answer with data: nothing but the pitch is the driver's to fill in.
  private func judge(_ answer: DescribedSurface, _ given: DescribedSurface) {
    let pitch = UInt64(answer.pitch)
    switch answer.kind {
    case .shadow:
      if !answer.describesSame(as: given) { found(standard: "K-158", "pCreateShadowSurfaceData", 0) }
      if pitch == 0 || pitch < answer.rowBytes { found(standard: "K-158", "pCreateShadowSurfaceData->Pitch", pitch) }
    case .staging:
      if !answer.describesSame(as: given) { found(standard: "K-159", "pCreateStagingSurfaceData", 0) }
      if pitch == 0 || pitch < answer.rowBytes { found(standard: "K-159", "pCreateStagingSurfaceData->Pitch", pitch) }
    case .gdi(let type):
      if answer.flags != given.flags {
        found(standard: "K-161", "pCreateGdiSurfaceData->Flags", UInt64(answer.flags))
      }
      if answer.needsPitch, pitch == 0 {
        found(standard: "K-160", "pCreateGdiSurfaceData->Pitch", 0)
      } else if answer.needsPitch, pitch < answer.rowBytes {
        found(standard: "K-153", "pCreateGdiSurfaceData->Pitch", pitch)
      } else if type == DescribedSurface.textureCrossAdapter, pitch % 128 != 0 {
        found(standard: "K-167", "pCreateGdiSurfaceData->Pitch", pitch)
      }
      judgeAlignment(of: answer)
    case .sharedPrimary, .other: break
    }
  }

  /// Rows begin where the driver itself said that they must (K-164).
  private func judgeAlignment(of answer: DescribedSurface) {
    let shift = books.records.withLock { $0.facts.alignmentShift }
    guard answer.isCpuVisibleGdi, answer.pitch & ((1 << UInt32(shift)) - 1) != 0 else { return }
    found(standard: "K-164", "pCreateGdiSurfaceData->Pitch", UInt64(answer.pitch))
  }

  /// Runs the driver with both blobs between guards.
  private func guardedStandard(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> (NTStatus, isIntact: Bool) {
    let sizes = (Int(args.AllocationPrivateDriverDataSize), Int(args.ResourcePrivateDriverDataSize))
    let given = unsafe (args.pAllocationPrivateDriverData, args.pResourcePrivateDriverData)
    // Without a pointer the size is the driver's to say, and no room is there.
    let lent = unsafe (given.0 == nil ? 0 : sizes.0, given.1 == nil ? 0 : sizes.1)
    // SAFETY: the caller's blobs are as long as the block says, and the room holds copies while the driver runs.
    return GuardedRoom.with(GuardedRoom.size(of: lent.0) + GuardedRoom.size(of: lent.1)) { room in
      let own = unsafe (room.copy(given.0, lent.0), room.copy(given.1, lent.1))
      unsafe args.pAllocationPrivateDriverData = own.0
      unsafe args.pResourcePrivateDriverData = own.1
      let status = run(.getStandardAllocationDriverData) {
        base.getStandardAllocationDriverData(adapter, &args)
      }
      let isIntact =
        unsafe room.isIntactInFront && room.isIntact(behind: own.0, lent.0)
        && room.isIntact(behind: own.1, lent.1)
      if let to = unsafe given.0, let from = unsafe own.0 { unsafe to.copyMemory(from: from, byteCount: lent.0) }
      if let to = unsafe given.1, let from = unsafe own.1 { unsafe to.copyMemory(from: from, byteCount: lent.1) }
      unsafe (args.pAllocationPrivateDriverData, args.pResourcePrivateDriverData) = given
      return (status, isIntact)
    }
  }

  static func bytes(_ start: UnsafeRawPointer?, _ count: UInt32) -> [UInt8] {
    // SAFETY: callers hold `count` bytes there.
    unsafe Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(count)))
  }
}
