internal import Locks
internal import Synchronization
internal import WDDM

// MARK: - Making handles

extension Kernel {
  /// Makes the first NT handle of a new object, and enters its name. The object owns one reference on everything it
  /// holds from now on; after a refusal they are still the caller's.
  ///
  /// - Throws: `STATUS_OBJECT_NAME_COLLISION` for a name that is taken (U-141), `STATUS_NO_MEMORY` when there are no
  ///   more handles (D-005), `STATUS_NOT_SUPPORTED` where there are none at all (D-008).
  func share(
    _ object: NtObject, _ access: AccessRights, _ attributes: NtObjectAttributes, process: UInt32
  ) throws(Refusal) -> UInt64 {
    let isFree = state.withLock { state in
      guard let name = object.name else {
        object.references.store(1, ordering: .relaxed)
        return true
      }
      guard state.names[name] == nil else { return false }
      state.names[name] = object
      object.references.store(1, ordering: .relaxed)
      return true
    }
    guard isFree else { throw Refusal(.objectNameCollision, "U-141", "ObjectName") }
    return try makeHandle(to: object, access, attributes, process: process, wasOpened: false)
  }

  /// Makes another handle to the object that has this name.
  ///
  /// - Throws: `STATUS_OBJECT_NAME_NOT_FOUND`, before anything else (W-154); `STATUS_OBJECT_TYPE_MISMATCH` for an
  ///   object of another type (U-154); `STATUS_ACCESS_DENIED` for no access (W-155); `STATUS_NO_MEMORY` (D-005).
  func openNtHandle(
    _ attributes: NtObjectAttributes, _ type: NtObjectType, _ access: AccessRights, process: UInt32
  ) throws(Refusal) -> UInt64 {
    guard let name = attributes.name else { throw Refusal(.invalidParameter, "W-153", "pObjAttrib") }
    let (found, isOpen) = state.withLock { state -> (NtObject?, Bool) in
      guard let object = state.names[name] else { return (nil, false) }
      guard object.type == type, !access.isEmpty else { return (object, false) }
      object.references.wrappingAdd(1, ordering: .relaxed)
      return (object, true)
    }
    guard let object = found else { throw Refusal(.objectNameNotFound, "U-147", "ObjectName") }
    guard object.type == type else { throw Refusal(.objectTypeMismatch, "U-154", "ObjectName") }
    guard isOpen else { throw Refusal(.accessDenied, "U-147", "dwDesiredAccess", UInt64(access.rawValue)) }
    return try makeHandle(to: object, access, attributes, process: process, wasOpened: true)
  }

  /// Makes a handle of a reference to the object, which is counted already, and given back if that fails.
  private func makeHandle(
    to object: NtObject, _ access: AccessRights, _ attributes: NtObjectAttributes, process: UInt32, wasOpened: Bool
  ) throws(Refusal) -> UInt64 {
    let reference = state.withLock { state in
      defer { state.nextNtHandle += 1 }
      let reference = NtReference(ordinal: state.nextNtHandle, object, access)
      state.ntHandles[reference.ordinal] = reference
      return reference
    }
    do throws(Refusal) {
      let handle = try namespace().makeHandle(to: reference, in: process, isInheritable: attributes.isInheritable)
      events?.record(
        .ntHandleCreated(
          NtHandleCreated(
            process: process, ntHandle: reference.ordinal, sharedResource: object.resource?.ordinal ?? 0,
            keyedMutex: object.keyedMutex?.ordinal ?? 0, syncObject: object.syncObject?.ordinal ?? 0,
            wasOpened: wasOpened)))
      return handle
    } catch {
      _ = lose(reference)
      // Nobody has seen the number; unless somebody else has the next already, it is used again.
      state.withLock { state in
        if state.nextNtHandle == reference.ordinal + 1 { state.nextNtHandle = reference.ordinal }
      }
      throw error
    }
  }
}

// MARK: - Using handles

extension Kernel {
  /// What an NT handle refers to, if it is an object of this type that the handle may be used for.
  ///
  /// - Throws: `STATUS_INVALID_HANDLE` for a number that is none (U-142, W-244), `STATUS_OBJECT_TYPE_MISMATCH` for
  ///   another object (U-154, W-257), `STATUS_ACCESS_DENIED` for a handle without STANDARD_RIGHTS_READ (U-137).
  func reference(of handle: UInt64, _ type: NtObjectType, process: UInt32) throws(Refusal) -> NtReference {
    let reference = try namespace().reference(of: handle, in: process)
    guard reference.object.type == type else { throw Refusal(.objectTypeMismatch, "U-154", "hNtHandle", handle) }
    guard reference.access.contains(.standardRightsRead) else {
      throw Refusal(.accessDenied, "U-137", "hNtHandle", handle)
    }
    return reference
  }

  private func namespace() throws(Refusal) -> any HandleNamespace {
    guard let ntHandles else { throw Refusal(.notSupported, "D-008", "hNtHandle") }
    return ntHandles
  }
}

// MARK: - Closed handles

extension Kernel {
  /// Takes note of references that lost their last handle, and drops the names of objects that lost their last
  /// reference (U-146).
  ///
  /// - Returns: those objects. What they hold is the caller's to give back.
  func takeClosedObjects() -> [NtObject] {
    guard let ntHandles else { return [] }
    return ntHandles.takeClosed().filter { reference in
      events?.record(.ntHandleClosed(ntHandle: reference.ordinal))
      return lose(reference)
    }.map(\.object)
  }

  /// - Returns: whether it was its object's last.
  private func lose(_ reference: NtReference) -> Bool {
    let object = reference.object
    return state.withLock { state in
      state.ntHandles[reference.ordinal] = nil
      guard object.references.wrappingSubtract(1, ordering: .relaxed).newValue == 0 else { return false }
      if let name = object.name { state.names[name] = nil }
      return true
    }
  }
}
