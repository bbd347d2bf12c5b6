import WDDM

extension KernelModel {
  /// What NT handles name: a resource, alone or with a keyed mutex and a synchronization object, or one of the latter.
  struct NtObject {
    /// As names are compared: without regard to case.
    var name: String?
    var resource: Int?
    var mutex: Int?
    var syncObject: Int?
    var isSyncObject: Bool { resource == nil }
  }

  struct NtHandle {
    /// The ordinal of its owner.
    let process: UInt32
    let number: UInt64
    let object: Int
    /// As it was asked for.
    let access: UInt32

    /// By STANDARD_RIGHTS_READ, which each generic right includes.
    var allowsUse: Bool { access & 0xF002_0000 != 0 }
    /// By SHARED_ALLOCATION_WRITE, GENERIC_WRITE or GENERIC_ALL.
    var allowsWriting: Bool { access & 0x5000_0001 != 0 }
    /// What it does not allow with a synchronization object, as the flags that would forbid it (W-260): to wait is
    /// D3DDDI_SYNC_OBJECT_WAIT, GENERIC_READ, GENERIC_EXECUTE or GENERIC_ALL, to signal D3DDDI_SYNC_OBJECT_SIGNAL,
    /// GENERIC_WRITE or GENERIC_ALL.
    var forbids: UInt32 {
      (access & 0xB000_0001 != 0 ? 0 : SyncFlags.noWait) | (access & 0x5000_0002 != 0 ? 0 : SyncFlags.noSignal)
    }
  }

  /// What ShareObjects would share of handles of a process (I-083).
  func shareable(_ process: Int, _ list: [UInt32]) -> NtObject? {
    let own = processes[process]
    guard list.count == 1 || list.count == 3 else { return nil }
    if let object = own.syncObjects.first(where: { $0.handle == list[0] }), list.count == 1 {
      return syncObjects[object.object]!.isNtSecured ? NtObject(syncObject: object.object) : nil
    }
    guard let number = own.resources.first(where: { $0.handle == list[0] })?.shared, shared[number]!.isNtSecured
    else { return nil }
    guard list.count == 3 else { return NtObject(resource: number) }
    guard let mutex = own.mutexes.first(where: { $0.handle == list[1] })?.mutex, mutexes[mutex]!.isNtSecured,
      let object = own.syncObjects.first(where: { $0.handle == list[2] })?.object, syncObjects[object]!.isNtSecured
    else { return nil }
    return NtObject(resource: number, mutex: mutex, syncObject: object)
  }

  /// - Returns: the number of the object that gets its first NT handle.
  mutating func share(_ process: Int, _ list: [UInt32], name: String?) -> (NTStatus, Int?) {
    guard var object = shareable(process, list) else { return (.invalidParameter, nil) }
    object.name = name?.lowercased()
    if let name = object.name, ntObjects.values.contains(where: { $0.name == name }) {
      return (.objectNameCollision, nil)
    }
    let number = takeNumber()
    ntObjects[number] = object
    return (.success, number)
  }

  /// - Returns: the number of the object that gets another NT handle.
  func find(name: String?, access: UInt32, asSyncObject: Bool) -> (NTStatus, Int?) {
    guard let name = name?.lowercased() else { return (.invalidParameter, nil) }
    guard let (number, object) = ntObjects.first(where: { $0.value.name == name }) else {
      return (.objectNameNotFound, nil)
    }
    guard object.isSyncObject == asSyncObject else { return (.objectTypeMismatch, nil) }
    return access == 0 ? (.accessDenied, nil) : (.success, number)
  }

  /// What an NT handle of a process gives access to (I-082).
  func use(_ process: Int, _ handle: UInt64, asSyncObject: Bool) -> (NTStatus, NtHandle?) {
    guard let known = ntHandle(processes[process].ordinal, handle) else { return (.invalidHandle, nil) }
    guard ntObjects[known.object]!.isSyncObject == asSyncObject else { return (.objectTypeMismatch, nil) }
    return known.allowsUse ? (.success, known) : (.accessDenied, nil)
  }

  /// There is no keyed mutex that is shared by itself, so no NT handle names one (W-252).
  func openMutex(_ process: Int, nt handle: UInt64) -> NTStatus {
    ntHandle(processes[process].ordinal, handle) == nil ? .invalidHandle : .objectTypeMismatch
  }

  func ntHandle(_ ordinal: UInt32, _ handle: UInt64) -> NtHandle? {
    ntHandles.first { $0.process == ordinal && $0.number == handle }
  }

  mutating func closeNtHandle(_ process: Int, _ handle: UInt64) {
    let ordinal = processes[process].ordinal
    ntHandles.removeAll { $0.process == ordinal && $0.number == handle }
    dropUnreferenced()
  }
}
