internal import DDI
internal import Locks
internal import Synchronization
internal import VidMm
package import WDDM

/// `KMTQUERYADAPTERINFOTYPE`, the kinds that are answered.
package enum AdapterQuery: UInt32, Sendable {
  case umDriverPrivate = 0
  case getSegmentSize = 3
  case adapterAddress = 6
  case checkDriverUpdateStatus = 11
  case driverVersion = 13
  case adapterType = 15
  case physicalAdapterCount = 30
  case uniqueGuid = 60
  case driverDescription = 65
}

extension Process {
  /// D3DKMTQueryAdapterInfo: fills the caller's buffer.
  ///
  /// - Parameters:
  ///   - type: `Type`.
  ///   - data: the buffer, of the size that the kind's structure has (W-038); for UMDRIVERPRIVATE whatever the driver
  ///     takes. The description has one of two sizes, by the width of a character on the caller's side.
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad adapter (U-012), a kind that is not answered, or another size
  ///   (W-038); `STATUS_DEVICE_REMOVED` for an adapter that was stopped (U-016); the driver's status (K-010).
  package func queryAdapterInfo(_ handle: UInt32, type: UInt32, data: inout MutableRawSpan) throws(Refusal) {
    guard let query = AdapterQuery(rawValue: type) else {
      throw Refusal(.invalidParameter, "W-038", "Type", UInt64(type))
    }
    gate.enter()
    defer { leaveGate() }
    let adapter = try adapterInside(handle)
    guard adapter.isRunning, let started = adapter.started else {
      throw Refusal(.deviceRemoved, "U-016", "hAdapter", UInt64(handle))
    }
    switch query {
    case .umDriverPrivate:
      let driverProcess = state.value.attachments.first { $0.adapter === adapter }?.state.withLock { $0.driverProcess }
      try adapter.driver.umDriverPrivate(OnBehalf(process: self), &data, hKmdProcess: driverProcess ?? nil)
    case .getSegmentSize:
      let installed = kernel.memory.installed
      try data.fill([
        started.segments.dedicatedVideoMemory,
        started.segments.dedicatedSystemMemory(installed: installed),
        started.segments.sharedSystemMemory(
          installed: installed, globalLimit: started.caps.apertureSegmentCommitLimit),
      ])
    case .adapterAddress:
      let identity = adapter.identity
      try data.fill([identity.busNumber, identity.deviceNumber, identity.functionNumber])
    // No driver is being replaced (W-039).
    case .checkDriverUpdateStatus: try data.fill([UInt32(0)])
    case .driverVersion: try data.fill([adapter.driver.version.driverVersion])
    case .adapterType: try data.fill([AdapterType(started).rawValue])
    case .physicalAdapterCount: try data.fill([UInt32(1)])
    case .uniqueGuid: try data.fillText(adapter.identity.uniqueText, units: 40)
    case .driverDescription: try data.fillText(adapter.identity.description, units: 4096)
    }
  }
}

/// `D3DKMT_ADAPTERTYPE`.
private struct AdapterType: OptionSet {
  let rawValue: UInt32
  static let renderSupported = Self(rawValue: 1 << 0)
  static let displaySupported = Self(rawValue: 1 << 1)
  static let computeOnly = Self(rawValue: 1 << 11)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ started: StartedAdapter) {
    self = .renderSupported
    if started.sources > 0 { insert(.displaySupported) }
    if started.caps.isComputeOnly { insert(.computeOnly) }
  }
}

extension AdapterIdentity {
  /// The unique id in the registry's form, which is how KMTQAITYPE_QUERY_ADAPTER_UNIQUE_GUID hands it out.
  var uniqueText: String {
    let place = hex(UInt64(busNumber) << 16 | UInt64(deviceNumber) << 8 | UInt64(functionNumber), digits: 12)
    return "{44584749-544B-4000-8000-\(place)}"
  }
}

// MARK: - Filling a caller's buffer

extension MutableRawSpan {
  /// Fills the buffer with numbers, of which it must hold exactly as many (W-038).
  fileprivate mutating func fill<Number: FixedWidthInteger & BitwiseCopyable>(
    _ numbers: [Number]
  ) throws(Refusal) {
    let size = MemoryLayout<Number>.size
    guard byteCount == numbers.count * size else {
      throw Refusal(
        .invalidParameter, "W-038", "PrivateDriverDataSize", UInt64(byteCount), bound: UInt64(numbers.count * size))
    }
    for (index, number) in numbers.enumerated() {
      storeBytes(of: number.littleEndian, toByteOffset: index * size, as: Number.self)
    }
  }

  /// Fills the buffer with a zero-terminated text of `units` characters, two bytes wide as on Windows or four as on
  /// WSL: the size tells them apart. The rest is zero.
  fileprivate mutating func fillText(_ text: String, units: Int) throws(Refusal) {
    guard byteCount == units * 2 || byteCount == units * 4 else {
      throw Refusal(
        .invalidParameter, "W-038", "PrivateDriverDataSize", UInt64(byteCount), bound: UInt64(units * 2))
    }
    let isWide = byteCount == units * 4
    for index in 0..<units {
      if isWide {
        storeBytes(of: 0, toByteOffset: index * 4, as: UInt32.self)
      } else {
        storeBytes(of: 0, toByteOffset: index * 2, as: UInt16.self)
      }
    }
    if isWide {
      for (index, scalar) in text.unicodeScalars.prefix(units - 1).enumerated() {
        storeBytes(of: scalar.value.littleEndian, toByteOffset: index * 4, as: UInt32.self)
      }
    } else {
      for (index, unit) in text.utf16.prefix(units - 1).enumerated() {
        storeBytes(of: unit.littleEndian, toByteOffset: index * 2, as: UInt16.self)
      }
    }
  }
}
