internal import Locks
internal import Synchronization
package import WDDM

/// What a creation asks for: `D3DDDI_SYNCHRONIZATIONOBJECTINFO` and `D3DDDI_SYNCHRONIZATIONOBJECTINFO2` in one form.
package struct SynchronizationObjectRequest: Sendable, Equatable {
  /// `Type`, as given.
  package var type: UInt32
  package var flags: SynchronizationObjectFlags
  /// The first eight bytes of the union: InitialState, MaxCount and InitialCount, FenceValue, Event, InitialFenceValue.
  package var initial: UInt64
  /// The first version knows mutexes and semaphores only (W-180).
  package var isVersion2: Bool

  package init(
    type: UInt32, flags: SynchronizationObjectFlags = [], initial: UInt64 = 0, isVersion2: Bool = true
  ) {
    self.type = type
    self.flags = flags
    self.initial = initial
    self.isVersion2 = isVersion2
  }

  package init(
    _ type: SynchronizationObjectType, flags: SynchronizationObjectFlags = [], initial: UInt64 = 0
  ) {
    self.init(type: type.rawValue, flags: flags, initial: initial)
  }
}

/// What a creation or an opening of a synchronization object gave back.
package struct SynchronizationObjectOpened: Sendable, Equatable {
  /// `hSyncObject`.
  package let handle: UInt32
  package let type: SynchronizationObjectType
  /// `SharedHandle`; 0 unless it was created with Shared and without NtSecuritySharing (W-184, W-186, W-192).
  package var globalShare: UInt32 = 0
  /// `FenceValueCPUVirtualAddress` of a monitored fence; 0 for others.
  package var valueAddress: UInt64 = 0
}

extension Process {
  /// D3DKMTCreateSynchronizationObject and D3DKMTCreateSynchronizationObject2.
  ///
  /// A mutex, a semaphore and a fence are waited on and signalled by GPU contexts; a CPU notification sets an event
  /// when a context signals it; a monitored fence is for both sides (W-194, W-195).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a bad device, type (W-180, W-183) or flags (W-183, W-191);
  ///   `STATUS_INVALID_HANDLE` for a CPU notification without an event (W-185); `STATUS_DEVICE_REMOVED` (U-302);
  ///   `STATUS_NOT_SUPPORTED` for a periodic fence (D-006); `STATUS_NO_MEMORY` (D-003, D-005).
  package func createSynchronizationObject(
    device deviceHandle: UInt32, _ request: SynchronizationObjectRequest
  ) throws(Refusal) -> SynchronizationObjectOpened {
    let type = try request.checkedType()
    gate.enter()
    defer { leaveGate() }
    guard let device = handles.peek(deviceHandle, .device) else {
      throw Refusal(.invalidParameter, "U-017", "hDevice", UInt64(deviceHandle))
    }
    guard device.value.isActive, device.value.adapter.isRunning else {
      throw Refusal(.deviceRemoved, "U-302", "hDevice", UInt64(deviceHandle))
    }
    switch type {
    case .mutex, .semaphore, .fence: return try create(type, request.flags, device)
    case .cpuNotification:
      guard let event = kernel.eventObjects?.reference(request.initial) else {
        throw Refusal(.invalidHandle, "W-185", "Info.CPUNotification.Event", request.initial)
      }
      // Once there is an object, it gives the event back.
      return try create(type, request.flags, device, event: event)
    case .monitoredFence: return try createMonitoredFence(request, device)
    case .periodicMonitoredFence:
      throw Refusal(.notSupported, "D-006", "Info.Type", UInt64(request.type))
    }
  }

  /// D3DKMTDestroySynchronizationObject: ends a handle; waits through it are over (W-182).
  ///
  /// - Throws: `STATUS_INVALID_PARAMETER` for a handle that is none of this process (W-182), a global one too (W-187).
  package func destroySynchronizationObject(_ handle: UInt32) throws(Refusal) {
    gate.enter()
    defer { leaveGate() }
    guard endSyncObject(handle) else { throw Refusal(.invalidParameter, "W-182", "hSyncObject", UInt64(handle)) }
  }
}

// MARK: - Details

extension SynchronizationObjectRequest {
  /// - Throws: `STATUS_INVALID_PARAMETER` for a type that does not exist in that version, and for flags that do not
  ///   exist, exclude each other, or do not go with the type.
  fileprivate func checkedType() throws(Refusal) -> SynchronizationObjectType {
    guard let type = SynchronizationObjectType(rawValue: type) else {
      throw Refusal(.invalidParameter, "W-183", "Info.Type", UInt64(type))
    }
    guard isVersion2 || type == .mutex || type == .semaphore else {
      throw Refusal(.invalidParameter, "W-180", "Info.Type", UInt64(type.rawValue))
    }
    guard flags.isSubset(of: .known), !flags.isSuperset(of: [.noSignal, .noWait]),
      type == .monitoredFence || type == .periodicMonitoredFence || flags.isDisjoint(with: .ofMonitoredFences)
    else { throw Refusal(.invalidParameter, "W-183", "Info.Flags", UInt64(flags.rawValue)) }
    guard flags.contains(.shared) || !flags.contains(.ntSecuritySharing) else {
      throw Refusal(.invalidParameter, "W-191", "Info.Flags", UInt64(flags.rawValue))
    }
    return type
  }
}

extension Process {
  /// A monitored fence with its value in memory: in a page with the process's others, or, shared, in one of its own.
  private func createMonitoredFence(
    _ request: SynchronizationObjectRequest, _ device: Record<Device>
  ) throws(Refusal) -> SynchronizationObjectOpened {
    let isShared = request.flags.contains(.shared)
    let page = isShared ? nil : try fencePage()
    let memory =
      if let page { page.page } else { try FencePage(kernel.memory) }
    let offset = page.flatMap { $0.take() } ?? 0
    let fence = MonitoredFence(value: request.initial, page: memory, offset: offset, isAlone: isShared)
    kernel.memory.store(request.initial, at: memory.kernelView + offset)
    return try create(.monitoredFence, request.flags, device, fence: fence, page: page)
  }

  /// A page with room for one more fence of this process.
  private func fencePage() throws(Refusal) -> ProcessFencePage {
    if let roomy = state.value.fencePages.first(where: { !$0.isFull }) { return roomy }
    let page = try ProcessFencePage(kernel.memory)
    state.value.fencePages.append(page)
    return page
  }

  private func create(
    _ type: SynchronizationObjectType, _ flags: SynchronizationObjectFlags, _ device: Record<Device>,
    fence: MonitoredFence? = nil, page: ProcessFencePage? = nil, event: EventObject? = nil
  ) throws(Refusal) -> SynchronizationObjectOpened {
    let isNtSecured = flags.contains(.ntSecuritySharing)
    let object = SynchronizationObject(type: type, isNtSecured: isNtSecured, fence: fence, event: event)
    let mark = state.value.writer.mark
    let handle = try reserve(object, device: device, flags: flags, page: page)
    var globalShare: UInt32 = 0
    if flags.contains(.shared), !isNtSecured {
      do throws(Refusal) { globalShare = try kernel.reserveGlobalHandle(for: .syncObject(object)) } catch {
        unreserveSyncObject(handle)
        state.value.writer.rewind(to: mark)
        throw error
      }
    }
    object.give(ordinal: kernel.nextSyncObject.wrappingAdd(1, ordering: .relaxed).oldValue)
    handles.publish(handle)
    kernel.publishGlobalHandle(globalShare)
    let record = handles.peek(handle, .syncObject)!
    recordCreated(handle, object, device: device, wasOpened: false)
    return SynchronizationObjectOpened(
      handle: handle, type: type, globalShare: globalShare, valueAddress: record.value.valueAddress)
  }
}
