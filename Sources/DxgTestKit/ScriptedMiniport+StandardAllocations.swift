package import CWDDM
package import DDI
package import WDDM

extension ScriptedMiniport {
  package func getStandardAllocationDriverData(
    _ adapter: HANDLE?, _ args: inout DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA
  ) -> NTStatus {
    let script = currentScript
    let surface = args.surface
    let asksForSizes = args.asksForSizes
    let status = run(.getStandardAllocationDriverData, script) { ledger in
      ledger.expect(ledger.adapters[adapter.bits] == true, "I-079: a standard allocation of an adapter that is stopped")
      ledger.expect(surface != nil, "K-151: no driver is asked for that type or kind of surface")
      return DDICall(.getStandardAllocationDriverData, .success, flag: !asksForSizes)
    }
    guard status.isSuccess, let surface else { return status }
    let (answer, pitch) = script.describeStandard(surface)
    if asksForSizes {
      args.AllocationPrivateDriverDataSize = UInt32(MemoryLayout<AllocationAnswer>.size)
      args.ResourcePrivateDriverDataSize = UInt32(script.standardResourceData.count)
    } else {
      var data = args.allocationPrivateData
      data.fill(with: answer)
      var ofResource = args.resourcePrivateData
      for (index, byte) in script.standardResourceData.enumerated() { ofResource.fill(with: byte, at: index) }
      args.answerPitch(pitch)
    }
    script.falsifyStandard(&args)
    return status
  }
}

extension AllocationAnswer {
  /// A surface in rows of four bytes a pixel, on 128 bytes; a heap is one row of its bytes. What the system makes lies
  /// in the aperture, but for a primary.
  package static func standard(_ surface: StandardSurface) -> (answer: Self, pitch: UInt32) {
    func linear(_ width: UInt32, _ height: UInt32, bytes: UInt32 = 4, segments: UInt32 = 0b100) -> (Self, UInt32) {
      let pitch = (width * bytes + 127) & ~127
      return (AllocationAnswer(size: UInt64(pitch) * UInt64(height), segments: segments), pitch)
    }
    return switch surface {
    case .sharedPrimary(let shape, _, _): linear(shape.width, shape.height, segments: 0b001)
    case .shadow(let shape): linear(shape.width, shape.height)
    case .staging(let width, let height): linear(width, height)
    case .gdi(let shape, .textureCrossAdapter) where shape.format == 0: linear(shape.width, shape.height, bytes: 1)
    case .gdi(let shape, _): linear(shape.width, shape.height)
    }
  }
}
