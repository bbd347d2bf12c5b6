import Dxgkrnl

extension Report.HandleCensus {
  /// - Parameter more: members that only this kind of handle has.
  func json(
    _ more: KeyValuePairs<String, JSONText> = [:], list json: (Living) -> JSONText
  ) -> JSONText {
    let members: KeyValuePairs<String, JSONText> = [
      "created": .integer(created), "opened": .integer(opened), "destroyed": .integer(ended), "alive": .integer(alive),
      "list": .array(list.map(json)),
    ]
    return .object((Array(members) + Array(more)).map { .init(key: $0.key, value: $0.value) })
  }
}

extension Report.LiveKeyedMutex {
  var json: JSONText {
    .object([
      "ordinal": .integer(ordinal), "handle": .integer(UInt64(created.keyedMutex)),
      "process": .integer(UInt64(created.process)), "object": .integer(UInt64(created.object)),
      "opened": .bool(created.wasOpened), "sharing": .string(created.sharing.rawValue),
      "globalHandle": .integer(UInt64(created.globalShare)), "holder": .string(holder.rawValue),
      "function": .string(maker.function), "site": maker.site.json, "call": .integer(maker.sequence),
    ])
  }
}

extension Report.LiveSyncObject {
  var json: JSONText {
    .object([
      "ordinal": .integer(ordinal), "handle": .integer(UInt64(created.syncObject)),
      "process": .integer(UInt64(created.process)), "device": .integer(UInt64(created.device)),
      "object": .integer(UInt64(created.object)), "type": .string(created.typeName),
      "opened": .bool(created.wasOpened), "sharing": .string(created.sharing.rawValue),
      "globalHandle": .integer(UInt64(created.globalShare)),
      "function": .string(maker.function), "site": maker.site.json, "call": .integer(maker.sequence),
    ])
  }
}

extension Report.OpenNtHandle {
  var json: JSONText {
    .object([
      "ordinal": .integer(UInt64(created.ntHandle)), "handle": .integer(number),
      "process": .integer(UInt64(created.process)), "opened": .bool(created.wasOpened), "name": .optional(name),
      "sharedResource": .integer(UInt64(created.sharedResource)),
      "keyedMutex": .integer(UInt64(created.keyedMutex)), "syncObject": .integer(UInt64(created.syncObject)),
      "function": .string(maker.function), "site": maker.site.json, "call": .integer(maker.sequence),
    ])
  }
}

// MARK: - In words

/// How others reach an object.
enum ObjectSharing: String {
  case none
  case globalHandle
  case ntHandles
}

extension KeyedMutexCreated {
  var sharing: ObjectSharing { isNtSecured ? .ntHandles : globalShare != 0 ? .globalHandle : .none }
}

extension SyncObjectCreated {
  var sharing: ObjectSharing { isNtSecured ? .ntHandles : globalShare != 0 ? .globalHandle : .none }

  var typeName: String {
    switch SynchronizationObjectType(rawValue: type) {
    case .mutex: "mutex"
    case .semaphore: "semaphore"
    case .fence: "fence"
    case .cpuNotification: "CPU notification"
    case .monitoredFence: "monitored fence"
    case .periodicMonitoredFence: "periodic monitored fence"
    case nil: "type \(type)"
    }
  }
}
