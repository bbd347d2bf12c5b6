internal import CWDDM
internal import DDI
internal import Locks
internal import Synchronization
package import WDDM

extension Process {
  /// D3DKMTOpenAdapterFromLuid: a new handle on the adapter; each open gives another (U-012).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a LUID that no adapter has; `STATUS_NO_MEMORY` when the table is full
  ///   (D-003).
  package func openAdapter(luid: UInt64) throws(Refusal) -> UInt32 {
    gate.enter()
    defer { gate.leave() }
    // Inside the gate, so that no adapter is removed between being found and being opened.
    guard let adapter = kernel.adapter(luid: luid) else {
      throw Refusal(.invalidParameter, "U-012", "AdapterLuid", luid)
    }
    return try open(adapter)
  }

  /// How many adapters an enumeration without an array announces: the most that there can be (U-013, W-028).
  package var adapterCapacity: UInt32 { kernel.limits.adapters }

  /// D3DKMTEnumAdapters2 and D3DKMTEnumAdapters3: a new handle on each adapter, which the caller closes (W-029).
  ///
  /// - Parameters:
  ///   - filter: what EnumAdapters3 asks for; nil for EnumAdapters2, which lists all. Without bit 0 compute-only
  ///     adapters are hidden, without bit 1 display-only ones (W-031).
  ///   - rows: the caller's array, filled from its start.
  /// - Returns: how many rows were filled.
  /// - Throws: `STATUS_BUFFER_TOO_SMALL` for too few rows (U-014); then no handle was made.
  package func enumAdapters(filter: UInt64?, into rows: inout MutableSpan<AdapterRow>) throws(Refusal) -> Int {
    gate.enter()
    defer { gate.leave() }
    let adapters = kernel.adapters.filter { adapter in
      guard let filter else { return true }
      let isComputeOnly = adapter.started?.caps.isComputeOnly ?? false
      return !isComputeOnly || filter & 1 != 0
    }
    guard adapters.count <= rows.count else {
      throw Refusal(.bufferTooSmall, "U-014", "NumAdapters", UInt64(rows.count), bound: UInt64(adapters.count))
    }
    let mark = state.value.writer.mark
    for (index, adapter) in adapters.enumerated() {
      do throws(Refusal) {
        rows[index].adapter = try open(adapter)
        rows[index].luidLow = UInt32(truncatingIfNeeded: adapter.luid)
        rows[index].luidHigh = Int32(truncatingIfNeeded: adapter.luid >> 32)
        rows[index].sources = adapter.started?.sources ?? 0
      } catch {
        for opened in 0..<index { close(rows[opened].adapter) }
        state.value.writer.rewind(to: mark)
        throw error
      }
    }
    return adapters.count
  }

  /// D3DKMTCloseAdapter. A handle is a reference: devices made with it live on (I-010).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a handle that is none (W-032).
  package func closeAdapter(_ handle: UInt32) throws(Refusal) {
    gate.enter()
    defer { leaveGate() }
    _ = try adapterInside(handle)
    close(handle)
  }

  /// The adapter behind a handle of this process.
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` (W-033).
  package func adapter(_ handle: UInt32) throws(Refusal) -> Adapter {
    gate.enter()
    defer { gate.leave() }
    return try adapterInside(handle)
  }

  /// The same, inside the gate.
  func adapterInside(_ handle: UInt32) throws(Refusal) -> Adapter {
    guard let reference = handles.peek(handle, .adapter) else {
      throw Refusal(.invalidParameter, "U-012", "hAdapter", UInt64(handle))
    }
    return reference.value.attachment.adapter
  }
}

// MARK: - Details

extension Process {
  /// Inside the process's gate.
  private func open(_ adapter: Adapter) throws(Refusal) -> UInt32 {
    try refuseAfterExit()
    let attachment = state.value.attachment(to: adapter)
    let record = state.value.adapters.take { AdapterReference(attachment: attachment) }
    guard let handle = handles.reserve(.adapter, record, &state.value.writer) else {
      state.value.adapters.giveBack(record)
      throw Refusal(
        .noMemory, "D-003", "hAdapter", UInt64(state.value.writer.live) + 1, bound: UInt64(state.value.writer.limit))
    }
    attachment.state.withLock { $0.adapterHandles += 1 }
    handles.publish(handle)
    return handle
  }

  /// Frees a handle that nobody else looks at: adapter handles are looked at inside the process's gate only.
  private func close(_ handle: UInt32) {
    guard let record = handles.peek(handle, .adapter) else { return }
    let attachment = record.value.attachment
    _ = handles.end(handle)
    handles.retire(handle, &state.value.writer)
    state.value.adapters.giveBack(record)
    attachment.state.withLock { $0.adapterHandles -= 1 }
    detachIfUnused(attachment)
  }
}

extension ProcessState {
  /// The process's presence on the adapter; made on first use.
  mutating func attachment(to adapter: Adapter) -> Attachment {
    if let known = attachments.first(where: { $0.adapter === adapter }) { return known }
    let made = Attachment(adapter: adapter)
    attachments.append(made)
    return made
  }
}

extension Process {
  /// Ends the driver's process object when the last handle and the last device are gone (K-014, I-010). Inside the
  /// gate.
  func detachIfUnused(_ attachment: Attachment) {
    let (isUnused, driverProcess) = attachment.state.withLock { state -> (Bool, HANDLE?) in
      guard state.adapterHandles == 0, state.devices == 0 else { return (false, nil) }
      defer {
        state.driverProcess = nil
        state.hasDriverProcess = false
      }
      return (true, state.driverProcess)
    }
    guard isUnused else { return }
    state.value.attachments.removeAll { $0 === attachment }
    if let driverProcess {
      attachment.adapter.driver.destroyProcess(OnBehalf(process: self), driverProcess)
    }
  }
}
