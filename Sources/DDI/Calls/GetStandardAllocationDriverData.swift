import CWDDM
package import WDDM

/// What a driver answered about a standard allocation: the private data with which DxgkDdiCreateAllocation is asked for
/// it (K-152).
package struct StandardAllocationData: Hashable, Sendable {
  /// Bytes a row; 0 where the driver need not tell.
  package let pitch: UInt32
  package let allocation: [UInt8]
  package let resource: [UInt8]
}

extension Driver {
  /// DxgkDdiGetStandardAllocationDriverData, asked twice: for the sizes, then for the data (`kernel.md` 3.15).
  ///
  /// - Parameter limit: bytes that either of the two may have.
  /// - Throws: the driver's status (K-151); `STATUS_NOT_SUPPORTED` when it has no such function (K-151);
  ///   `STATUS_INVALID_PARAMETER` when it wants no data at all (K-155) or too much (D-004), goes beyond what it wanted
  ///   (K-154), or leaves out the pitch of a surface that the CPU sees (K-158, K-159, K-160).
  package func standardAllocationData(
    _ behalf: OnBehalf, _ surface: StandardSurface, limit: UInt32
  ) throws(Refusal) -> StandardAllocationData {
    guard functions.contains(.getStandardAllocationDriverData) else {
      throw Refusal(.notSupported, "K-151", DriverFunction.getStandardAllocationDriverData.name)
    }
    var words = surface.words
    let wanted = try unsafe ask(behalf, surface, &words, nil, nil, DataSizes())
    if !words.isEqual(to: surface.words) {
      report("K-154", .getStandardAllocationDriverData, "StandardAllocationType", UInt64(surface.type.rawValue))
    }
    guard wanted.allocation | wanted.resource != 0 else {
      throw Refusal(.invalidParameter, "K-155", "AllocationPrivateDriverDataSize")
    }
    for (size, argument) in [
      (wanted.allocation, "AllocationPrivateDriverDataSize" as Refusal.Argument),
      (wanted.resource, "ResourcePrivateDriverDataSize"),
    ] where size > limit {
      throw Refusal(.invalidParameter, "D-004", argument, UInt64(size), bound: UInt64(limit))
    }

    words = surface.words
    var allocation = GuardedBytes(wanted.allocation)
    var resource = GuardedBytes(wanted.resource)
    // SAFETY: both arrays live until the driver returned, and it is told their sizes without the guard.
    let filled = try unsafe allocation.bytes.withUnsafeMutableBufferPointer { own throws(Refusal) -> DataSizes in
      try unsafe resource.bytes.withUnsafeMutableBufferPointer { group throws(Refusal) -> DataSizes in
        try unsafe ask(
          behalf, surface, &words, wanted.allocation == 0 ? nil : own.baseAddress,
          wanted.resource == 0 ? nil : group.baseAddress, wanted)
      }
    }
    return StandardAllocationData(
      pitch: try pitch(of: surface, words),
      allocation: try allocation.data(filled.allocation, "AllocationPrivateDriverDataSize"),
      resource: try resource.data(filled.resource, "ResourcePrivateDriverDataSize"))
  }

  /// One of the two questions. The struct and the sizes come back as the driver left them.
  private func ask(
    _ behalf: OnBehalf, _ surface: StandardSurface, _ words: inout StandardSurface.Words,
    _ allocation: UnsafeMutablePointer<UInt8>?, _ resource: UnsafeMutablePointer<UInt8>?, _ sizes: DataSizes
  ) throws(Refusal) -> DataSizes {
    var args = DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA()
    args.StandardAllocationType = surface.type
    unsafe args.pAllocationPrivateDriverData = UnsafeMutableRawPointer(allocation)
    args.AllocationPrivateDriverDataSize = sizes.allocation
    unsafe args.pResourcePrivateDriverData = UnsafeMutableRawPointer(resource)
    args.ResourcePrivateDriverDataSize = sizes.resource
    // SAFETY: 24 bytes on a multiple of 4, as long as the longest struct of the union; the driver's until it returned.
    try unsafe withUnsafeMutableBytes(of: &words) { bytes throws(Refusal) in
      unsafe args.pCreateGdiSurfaceData = bytes.baseAddress!.assumingMemoryBound(to: D3DKMDT_GDISURFACEDATA.self)
      try ask(.getStandardAllocationDriverData, behalf) {
        miniport.getStandardAllocationDriverData(adapter, &args)
      }
    }
    return DataSizes(
      allocation: args.AllocationPrivateDriverDataSize, resource: args.ResourcePrivateDriverDataSize)
  }

  private func pitch(of surface: StandardSurface, _ words: StandardSurface.Words) throws(Refusal) -> UInt32 {
    guard let index = surface.pitchWord else { return 0 }
    let pitch = words[index]
    guard pitch == 0, let rule = surface.ruleOfPitch else { return pitch }
    throw Refusal(.invalidParameter, rule, "Pitch", UInt64(surface.type.rawValue))
  }
}

extension StandardSurface {
  /// The rule by which a driver must tell the pitch; nil where it may leave it out.
  fileprivate var ruleOfPitch: Rule? {
    switch self {
    case .sharedPrimary: nil
    case .shadow: "K-158"
    case .staging: "K-159"
    case .gdi(_, .stagingCpuVisible), .gdi(_, .existingSysMem), .gdi(_, .textureCrossAdapter): "K-160"
    case .gdi: nil
    }
  }
}

private struct DataSizes {
  var allocation: UInt32 = 0
  var resource: UInt32 = 0
}

/// Room for what a driver wanted, and a strip behind it that shows whether it wrote more.
private struct GuardedBytes {
  var bytes: [UInt8]
  private let size: Int

  private static var strip: [UInt8] { [UInt8](repeating: 0xA5, count: 64) }

  init(_ size: UInt32) {
    self.size = Int(size)
    bytes = [UInt8](repeating: 0, count: self.size) + Self.strip
  }

  /// - Parameter filled: the size that the driver left behind: what it wanted, or less.
  func data(_ filled: UInt32, _ argument: Refusal.Argument) throws(Refusal) -> [UInt8] {
    guard filled <= size, bytes[size...].elementsEqual(Self.strip) else {
      throw Refusal(.invalidParameter, "K-154", argument, UInt64(filled), bound: UInt64(size))
    }
    return Array(bytes[..<Int(filled)])
  }
}

extension StandardSurface.Words {
  fileprivate func isEqual(to other: Self) -> Bool { indices.allSatisfy { self[$0] == other[$0] } }
}
