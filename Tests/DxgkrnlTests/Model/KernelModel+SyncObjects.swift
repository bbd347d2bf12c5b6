import WDDM

/// `D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS`, as the documentation numbers them.
enum SyncFlags {
  static let shared: UInt32 = 1
  static let ntSecuritySharing: UInt32 = 2
  static let topOfPipeline: UInt32 = 8
  static let noSignal: UInt32 = 16
  static let noWait: UInt32 = 32
  static let noSignalMaxValueOnTdr: UInt32 = 64
  static let known: UInt32 = 511
}

extension KernelModel {
  struct SyncObject {
    let type: UInt32
    let isShared: Bool
    let isNtSecured: Bool
    var value: UInt64
    /// Of a CPU notification; else 0.
    let event: UInt64
    /// As the kernel chose it; 0 for none.
    var globalHandle: UInt32 = 0

    var isFence: Bool { type == 5 }
    var isSharedFence: Bool { isFence && isShared }
    var isUnsharedFence: Bool { isFence && !isShared }
  }

  struct SyncHandle {
    let handle: UInt32
    let object: Int
    /// 0 for one that was opened on none.
    let device: UInt32
    /// As they were given, and what the rights of the NT handle forbid.
    let flags: UInt32
  }

  mutating func createSync(
    _ process: Int, device handle: UInt32, type: UInt32, flags: UInt32, initial: UInt64, isVersion2: Bool
  ) -> (NTStatus, UInt32) {
    guard (1...6).contains(type), isVersion2 || type <= 2, accepts(flags),
      type >= 5 || flags & (SyncFlags.topOfPipeline | SyncFlags.noSignal | SyncFlags.noWait) == 0,
      flags & SyncFlags.ntSecuritySharing == 0 || flags & SyncFlags.shared != 0
    else { return (.invalidParameter, 0) }
    let (status, _) = device(process, handle)
    guard status == .success else { return (status, 0) }
    if type == 4, events[initial] == nil { return (.invalidHandle, 0) }
    if type == 6 { return (.notSupported, 0) }
    guard processes[process].handles < limits.handles else { return (.noMemory, 0) }
    let number = takeNumber()
    syncObjects[number] = SyncObject(
      type: type, isShared: flags & SyncFlags.shared != 0, isNtSecured: flags & SyncFlags.ntSecuritySharing != 0,
      value: type == 5 ? initial : 0, event: type == 4 ? initial : 0)
    return (.success, addSyncHandle(process, number, device: handle, flags: flags))
  }

  /// They are known, and somebody may do something.
  private func accepts(_ flags: UInt32) -> Bool {
    flags & ~SyncFlags.known == 0 && flags & (SyncFlags.noSignal | SyncFlags.noWait) != 48
  }

  mutating func addSyncHandle(_ process: Int, _ number: Int, device: UInt32, flags: UInt32) -> UInt32 {
    let handle = processes[process].takeHandle()
    processes[process].syncObjects.append(SyncHandle(handle: handle, object: number, device: device, flags: flags))
    return handle
  }

  mutating func openSync(_ process: Int, global: UInt32) -> (NTStatus, UInt32) {
    guard global != 0, let number = syncObjects.first(where: { $0.value.globalHandle == global })?.key else {
      return (.invalidParameter, 0)
    }
    return openSync(process, number, device: 0, flags: 0)
  }

  mutating func openSync(_ process: Int, nt handle: UInt64) -> (NTStatus, UInt32) {
    let (status, found) = use(process, handle, asSyncObject: true)
    guard let found else { return (status, 0) }
    return openSync(process, ntObjects[found.object]!.syncObject!, device: 0, flags: found.forbids)
  }

  mutating func openSync(
    _ process: Int, nt handle: UInt64, device deviceHandle: UInt32, flags: UInt32
  ) -> (NTStatus, UInt32) {
    guard accepts(flags) else { return (.invalidParameter, 0) }
    let (served, _) = device(process, deviceHandle)
    guard served == .success else { return (served, 0) }
    let (status, found) = use(process, handle, asSyncObject: true)
    guard let found else { return (status, 0) }
    return openSync(
      process, ntObjects[found.object]!.syncObject!, device: deviceHandle, flags: flags | found.forbids)
  }

  private mutating func openSync(_ process: Int, _ number: Int, device: UInt32, flags: UInt32) -> (NTStatus, UInt32) {
    guard processes[process].handles < limits.handles else { return (.noMemory, 0) }
    return (.success, addSyncHandle(process, number, device: device, flags: flags))
  }

  mutating func destroySync(_ process: Int, _ handle: UInt32) -> NTStatus {
    guard let index = processes[process].syncObjects.firstIndex(where: { $0.handle == handle }) else {
      return .invalidParameter
    }
    endWaits(process, through: handle)
    processes[process].syncObjects.remove(at: index)
    dropUnreferenced()
    return .success
  }
}
