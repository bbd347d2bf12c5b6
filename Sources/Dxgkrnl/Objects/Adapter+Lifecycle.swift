internal import CWDDM
package import DDI
internal import Locks
internal import Synchronization
internal import VidMm
package import WDDM

extension Kernel {
  /// Adds an adapter: AddDevice, StartDevice, capabilities, segments, in the documented order (I-026).
  ///
  /// - Parameters:
  ///   - barBytes: how much of physical address space the device gets, in whole pages; 0 for none.
  /// - Throws: what the driver refused with, or the rule that its answers break. The driver is stopped, removed and
  ///   unloaded then, as far as it came.
  package func addAdapter(
    _ miniport: any Miniport, identity: AdapterIdentity, barBytes: UInt64
  ) throws(Refusal) -> Adapter {
    let findings = FindingsAsEvents(events)
    let ordinal = state.withLock { state in
      defer { state.nextAdapter += 1 }
      return state.nextAdapter
    }
    // Windows far apart, above what system memory there is.
    let bar = try BaseAddressRegister(start: UInt64(ordinal + 1) << 44, bytes: barBytes, memory: memory)
    let adapter = Adapter(
      kernel: self, ordinal: ordinal, luid: 0x1_0000 + UInt64(ordinal), identity: identity,
      driver: Driver(miniport, findings: findings), bar: bar)
    do throws(Refusal) { try adapter.driver.addDevice() } catch {
      adapter.driver.unload()
      throw error
    }
    do throws(Refusal) { try adapter.start() } catch {
      adapter.driver.removeDevice()
      adapter.driver.unload()
      throw error
    }
    state.withLock { $0.adapters.append(adapter) }
    return adapter
  }
}

// MARK: - Start and stop

extension Adapter {
  /// A PnP start, of a device that was just added or that was stopped. Alone on the adapter (K-343).
  ///
  /// - Throws: what the driver refused with; the device is stopped then. `STATUS_INVALID_PARAMETER` when it runs or is
  ///   gone.
  package func start() throws(Refusal) {
    try kernel.alone { () throws(Refusal) in try startAlone() }
  }

  private func startAlone() throws(Refusal) {
    let phase = phase.load(ordering: .relaxed)
    guard phase == .added || phase == .stopped else {
      throw Refusal(.invalidParameter, "U-016", "hAdapter", luid)
    }
    let device = try driver.startDevice(luid: luidParts, callbacks: self)
    do throws(Refusal) {
      let caps = try driver.driverCaps()
      let report = try driver.segments()
      let started = StartedAdapter(
        caps: caps, segments: SegmentTable(report.segments), sources: device.sources, children: device.children)
      startedAdapter.withLock { $0 = started }
      facts.value = AdapterFacts(driver.version, caps, started.segments)
      self.phase.store(.running, ordering: .releasing)
      kernel.events?.record(
        .adapterStarted(
          adapter: ordinal, luid: luid, version: driver.version, segments: UInt32(report.segments.count)))
    } catch {
      driver.stopDevice()
      bar.unmapAll()
      throw error
    }
  }

  /// A PnP stop: every device on the adapter is removed, and the driver stops (`kernel.md` 3.13). What clients still
  /// hold they destroy as always; the driver's Close and Destroy functions run for it.
  ///
  /// - Throws: `STATUS_DEVICE_REMOVED` when it does not run.
  package func stop() throws(Refusal) {
    try kernel.alone { () throws(Refusal) in
      guard isRunning else { throw Refusal(.deviceRemoved, "U-016", "hAdapter", luid) }
      stopAlone()
    }
  }

  fileprivate func stopAlone(_ reason: DeviceExecution = .stopped) {
    phase.store(.stopped, ordering: .releasing)
    endDevices(reason)
    stopDriver()
    kernel.events?.record(.adapterEnded(adapter: ordinal, how: .stopped))
  }

  /// The device is pulled out: the driver is told, touches no hardware any more (K-342), and is stopped. What clients
  /// still hold they destroy as always.
  ///
  /// - Throws: `STATUS_DEVICE_REMOVED` when it is gone already.
  package func surpriseRemoval() throws(Refusal) {
    // Level zero: functions of processes may be running (1.1), those of level three are not (K-332). A driver is told
    // once, and not at all after it was unloaded.
    let tell = { () throws(Refusal) in
      guard self.phase.load(ordering: .relaxed) != .removed else {
        throw Refusal(.deviceRemoved, "U-016", "hAdapter", self.luid)
      }
      self.driver.notifySurpriseRemoval()
    }
    try kernel.alone(after: tell) { () throws(Refusal) in
      let wasRunning = isRunning
      phase.store(.removed, ordering: .releasing)
      endDevices(.stopped)
      if wasRunning { stopDriver() }
      kernel.events?.record(.adapterEnded(adapter: ordinal, how: .surpriseRemoved))
    }
  }

  /// The GPU hung and is reset (TDR, `kernel.md` 3.12): the driver makes it let go of all memory, every device on the
  /// adapter is removed, the driver may use it again, and the adapter goes on for new devices (U-300, U-301). Nothing
  /// else of the driver runs meanwhile (K-332).
  ///
  /// - Throws: `STATUS_DEVICE_REMOVED` when the adapter does not run; what the driver refused with (K-331, K-335), and
  ///   the adapter is stopped, where Windows would stop the system. Its devices are removed all the same.
  package func resetFromTimeout() throws(Refusal) {
    try kernel.alone { () throws(Refusal) in
      guard isRunning else { throw Refusal(.deviceRemoved, "U-016", "hAdapter", luid) }
      do throws(Refusal) {
        try driver.resetFromTimeout()
        endDevices(.reset)
        try driver.restartFromTimeout()
      } catch {
        stopAlone(.reset)
        throw error
      }
      kernel.events?.record(.adapterEnded(adapter: ordinal, how: .reset))
    }
  }

  private var luidParts: LUID {
    LUID(LowPart: UInt32(truncatingIfNeeded: luid), HighPart: Int32(truncatingIfNeeded: luid >> 32))
  }

  private func endDevices(_ reason: DeviceExecution) {
    let ended = devices.withLock { devices in
      devices.filter { $0.device.value.end(reason) }
    }
    for entry in ended {
      kernel.events?.record(
        .deviceRemoved(process: entry.process, device: entry.device.value.handle, state: reason.rawValue))
    }
    for process in kernel.processes {
      for entry in ended where entry.process == process.ordinal { process.signalFencesOfLost(entry.device) }
    }
  }

  private func stopDriver() {
    driver.stopDevice()
    bar.unmapAll()
    sharedPrimaries.withLock { $0 = [:] }
    askedForBackingStore.store(false, ordering: .relaxed)
  }
}

// MARK: - Removal

extension Kernel {
  /// Takes an adapter that no process uses any more out of the machine: StopDevice, RemoveDevice, Unload.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` while a device on it or a handle of it lives: the driver's process objects
  ///   must go before its context (I-025, I-026). `STATUS_DEVICE_REMOVED` when it is not there any more.
  package func remove(_ adapter: Adapter) throws(Refusal) {
    try alone { () throws(Refusal) in
      guard adapters.contains(where: { $0 === adapter }) else {
        throw Refusal(.deviceRemoved, "U-016", "hAdapter", adapter.luid)
      }
      let left = processes.reduce(0) { $0 + $1.uses(of: adapter) }
      guard left == 0 else { throw Refusal(.invalidParameter, "I-025", "hAdapter", UInt64(left)) }
      // What only NT handles hold goes with its driver.
      finishClosedHandles(on: .system)
      for resource in adapter.sharedResources.withLock({ $0 }) { end(resource) }
      if adapter.isRunning { adapter.stopAlone() }
      state.withLock { state in state.adapters.removeAll { $0 === adapter } }
      adapter.phase.store(.removed, ordering: .releasing)
      adapter.driver.removeDevice()
      adapter.driver.unload()
    }
  }
}

extension Process {
  /// How many handles and devices of this process are on the adapter. Inside the gate.
  fileprivate func uses(of adapter: Adapter) -> Int {
    guard let attachment = state.value.attachments.first(where: { $0.adapter === adapter }) else { return 0 }
    return attachment.state.withLock { $0.adapterHandles + $0.devices }
  }
}
