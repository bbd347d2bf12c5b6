package import CWDDM
package import DDI
import Locks
package import WDDM

// From AddDevice to Unload.
extension VerifyingMiniport {
  package func addDevice(_ physicalDevice: HANDLE?, _ context: inout HANDLE?) -> NTStatus {
    judgeTable()
    let status = run(.addDevice) { base.addDevice(physicalDevice, &context) }
    guard status.isSuccess, let made = context else { return status }
    let isKnown = books.records.withLock { records in
      if records.adapter.context == made.bits { return true }
      records.adapter.added(made.bits)
      return false
    }
    if isKnown { books.report("K-002", .addDevice, "MiniportDeviceContext", 0) }
    return status
  }

  /// The table that the driver handed in (K-001, K-015, K-331, K-335).
  private func judgeTable() {
    if !interfaceVersion.isKnown {
      books.report("K-001", .driverEntry, "Version", UInt64(interfaceVersion.rawValue))
    }
    if let missing = functions.firstMissing { books.report("K-015", missing, "DRIVER_INITIALIZATION_DATA", 0) }
    if functions.contains(.createProcess) != functions.contains(.destroyProcess) {
      let missing: DriverFunction = functions.contains(.createProcess) ? .destroyProcess : .createProcess
      books.report("K-015", missing, "DRIVER_INITIALIZATION_DATA", 0)
    }
    for function in [DriverFunction.resetFromTimeout, .restartFromTimeout] where !functions.contains(function) {
      books.report(function.rule, function, "DRIVER_INITIALIZATION_DATA", 0)
    }
  }

  package func startDevice(
    _ context: HANDLE?, _ info: inout DXGK_START_INFO, _ kernel: KernelInterface, _ sources: inout UInt32,
    _ children: inout UInt32
  ) -> NTStatus {
    let ours = VerifyingCallbacks(kernel, books)
    hear(ours)
    books.records.withLock { records in
      records.adapter.starting()
      records.facts = AdapterFacts()
      records.mappings.removeAll()
    }
    // Neither is a number that a driver could mean.
    var counts = (sources: Self.unwritten, children: Self.unwritten)
    let status = run(.startDevice) {
      base.startDevice(context, &info, ours.interface, &counts.sources, &counts.children)
    }
    guard status.isSuccess else {
      revokeDeviceHandle()
      books.records.withLock { $0.adapter.phase = .added }
      return status
    }
    books.records.withLock { $0.adapter.phase = .started }
    if !ours.wasAskedForTheDevice { books.report("K-005", .startDevice, "DxgkCbGetDeviceInformation", 0) }
    if counts.sources == Self.unwritten { books.report("K-005", .startDevice, "NumberOfVideoPresentSources", 0) }
    if counts.children == Self.unwritten { books.report("K-005", .startDevice, "NumberOfChildren", 0) }
    if counts.sources != Self.unwritten { sources = counts.sources }
    if counts.children != Self.unwritten { children = counts.children }
    return status
  }

  private static var unwritten: UInt32 { 0xA7A7_A7A7 }

  package func stopDevice(_ context: HANDLE?) -> NTStatus {
    let status = run(.stopDevice) { base.stopDevice(context) }
    stopped(.stopDevice)
    return status
  }

  package func stopDeviceAndReleasePostDisplayOwnership(
    _ context: HANDLE?, _ target: UInt32, _ display: inout DXGK_DISPLAY_INFORMATION
  ) -> NTStatus {
    let status = run(.stopDeviceAndReleasePostDisplayOwnership) {
      base.stopDeviceAndReleasePostDisplayOwnership(context, target, &display)
    }
    // It failed: StopDevice is still to come (K-008).
    guard status.isSuccess else { return status }
    // A mode of 0x0 says that there is none; half a mode is no mode.
    if (display.Width == 0) != (display.Height == 0) || (display.Width != 0 && display.Pitch == 0) {
      books.report(
        "K-008", .stopDeviceAndReleasePostDisplayOwnership, "DisplayInfo",
        UInt64(display.Width) << 32 | UInt64(display.Height))
    }
    stopped(.stopDeviceAndReleasePostDisplayOwnership)
    return status
  }

  /// What StartDevice mapped is unmapped again (K-006).
  private func stopped(_ function: DriverFunction) {
    revokeDeviceHandle()
    let left = books.records.withLock { records in
      records.adapter.phase = .added
      defer { records.mappings.removeAll() }
      return records.mappings.count
    }
    if left != 0 { books.report("K-006", function, "DxgkCbMapMemory", UInt64(left)) }
  }

  package func removeDevice(_ context: HANDLE?) -> NTStatus {
    let status = run(.removeDevice) { base.removeDevice(context) }
    judgeLeftovers()
    books.records.withLock { $0.adapter = AdapterRecord() }
    return status
  }

  /// What the driver holds and will not give back any more. Called by RemoveDevice; whoever ends a kernel without it
  /// calls it himself.
  package func judgeLeftovers() {
    let held = books.records.withLock { records in
      var held: UInt64 = 0
      records.references.forEach { _, count in held += UInt64(count) }
      records.references.removeAll()
      return held
    }
    if held != 0 { books.report("K-195", .removeDevice, "DxgkCbAcquireHandleData", held) }
  }

  package func notifySurpriseRemoval(_ context: HANDLE?, _ type: DXGK_SURPRISE_REMOVAL_TYPE) -> NTStatus {
    books.records.withLock { $0.adapter.wasRemovedBySurprise = true }
    return run(.notifySurpriseRemoval) { base.notifySurpriseRemoval(context, type) }
  }

  package func resetFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    run(.resetFromTimeout) { base.resetFromTimeout(adapter) }
  }

  package func restartFromTimeout(_ adapter: HANDLE?) -> NTStatus {
    run(.restartFromTimeout) { base.restartFromTimeout(adapter) }
  }

  package func unload() {
    _ = run(.unload) {
      base.unload()
      return .success
    }
    hearNothing()
  }
}
