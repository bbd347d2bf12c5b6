internal import WDDM

extension Snapshot {
  /// The snapshot as one JSON object. Numbers are decimal, handles are text in hex, keys are stable.
  package var json: String {
    let adapters = adapters.map { adapter in
      object([
        ("adapter", "\(adapter.ordinal)"), ("luid", quoted("0x" + hex(adapter.luid))),
        ("running", "\(adapter.isRunning)"), ("devices", "\(adapter.devices)"),
      ])
    }
    return object([
      ("commit", "\(commit)"), ("commitLimit", "\(commitLimit)"), ("adapters", list(adapters)),
      ("sharedResources", list(sharedResources.map { $0.json(holders: holders(of: $0)) })),
      ("ntHandles", list(ntHandles.map(\.json))), ("processes", list(processes.map(\.json))),
    ])
  }

  /// The resources of processes that refer to a shared one.
  private func holders(of shared: SharedResourceSnapshot) -> [String] {
    processes.flatMap { process in
      process.devices.flatMap(\.resources).filter { $0.sharedResource == shared.ordinal }.map { resource in
        object([("process", "\(process.ordinal)"), ("resource", handle(resource.handle))])
      }
    }
  }
}

extension Snapshot.SharedResourceSnapshot {
  fileprivate func json(holders: [String]) -> String {
    object([
      ("sharedResource", "\(ordinal)"), ("adapter", "\(adapter)"), ("creator", "\(creator)"),
      ("globalHandle", handle(globalHandle)), ("allocations", "\(allocations)"), ("bytes", "\(bytes)"),
      ("openers", "\(openers)"), ("holds", "\(holds)"), ("heldBy", list(holders)),
    ])
  }
}

extension Snapshot.NtHandleSnapshot {
  fileprivate var json: String {
    object([
      ("ntHandle", "\(ordinal)"), ("type", quoted(type.rawValue)),
      ("name", name.map { quoted(escaped("\($0)")) } ?? "null"),
      ("access", quoted("0x" + hex(UInt64(access.rawValue)))),
      ("sharedResource", "\(sharedResource)"), ("keyedMutex", "\(keyedMutex)"), ("syncObject", "\(syncObject)"),
    ])
  }
}

extension Snapshot.ProcessSnapshot {
  fileprivate var json: String {
    object([
      ("process", "\(ordinal)"), ("commit", "\(account.commit)"), ("commitPeak", "\(account.commitPeak)"),
      ("virtual", "\(account.virtual)"), ("callerMemory", "\(account.callerMemory)"),
      ("callerMemoryPeak", "\(account.callerMemoryPeak)"), ("nextHandle", Dxgkrnl.handle(nextHandle)),
      ("liveHandles", "\(liveHandles)"), ("views", "\(views)"), ("reserved", "\(reserved)"), ("held", "\(held)"),
      ("deferred", "\(deferred)"), ("devices", list(devices.map(\.json))),
      ("keyedMutexes", list(keyedMutexes.map(\.json))), ("syncObjects", list(syncObjects.map(\.json))),
    ])
  }
}

extension Snapshot.KeyedMutexSnapshot {
  fileprivate var json: String {
    Dxgkrnl.object([
      ("keyedMutex", Dxgkrnl.handle(handle)), ("object", "\(object)"), ("ntSecured", "\(isNtSecured)"),
      ("references", "\(references)"),
      ("globalHandle", Dxgkrnl.handle(globalHandle)), ("owner", "\(isOwner)"), ("abandoned", "\(isAbandoned)"),
      ("waits", "\(waits)"),
    ])
  }
}

extension Snapshot.SyncObjectSnapshot {
  fileprivate var json: String {
    Dxgkrnl.object([
      ("syncObject", Dxgkrnl.handle(handle)), ("object", "\(object)"), ("ntSecured", "\(isNtSecured)"),
      ("type", "\(type)"), ("device", Dxgkrnl.handle(device)),
      ("references", "\(references)"), ("globalHandle", Dxgkrnl.handle(globalHandle)), ("value", "\(value)"),
      ("waits", "\(waits)"),
    ])
  }
}

extension Snapshot.DeviceSnapshot {
  fileprivate var json: String {
    object([
      ("device", Dxgkrnl.handle(handle)), ("adapter", "\(adapter)"), ("execution", "\(execution)"),
      ("allocations", list(allocations.map(\.json))), ("resources", list(resources.map(\.json))),
    ])
  }
}

extension Snapshot.ResourceSnapshot {
  fileprivate var json: String {
    object([
      ("resource", Dxgkrnl.handle(handle)), ("shared", "\(isShared)"), ("sharedResource", "\(sharedResource)"),
      ("allocations", list(allocations.map(\.json))),
    ])
  }
}

extension Snapshot.AllocationSnapshot {
  fileprivate var json: String {
    object([
      ("allocation", Dxgkrnl.handle(handle)), ("size", "\(size)"), ("traits", "\(traits)"), ("locks", "\(locks)"),
    ])
  }
}

// Everything here is numbers and names of our own, but for the names of NT objects.

private func escaped(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { escaped, scalar in
    switch scalar.value {
    case 0x22, 0x5C: escaped += "\\" + String(scalar)
    case 0..<0x20, 0x7F: escaped += "\\u" + hex(UInt64(scalar.value), digits: 4)
    default: escaped.unicodeScalars.append(scalar)
    }
  }
}

private func object(_ members: [(key: String, value: String)]) -> String {
  "{" + members.map { quoted($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
}

private func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }
private func quoted(_ text: String) -> String { "\"" + text + "\"" }
private func handle(_ value: UInt32) -> String { quoted("0x" + hex(UInt64(value), digits: 8)) }
