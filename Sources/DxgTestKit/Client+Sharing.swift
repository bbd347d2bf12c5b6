package import Dxgkrnl
package import WDDM

/// What an opening gave back.
package struct Opened: Sendable {
  package let resource: UInt32
  package let allocations: [UInt32]
  /// Bytes of private data of each allocation.
  package let dataSizes: [UInt32]
  package let keyedMutex: UInt32
  package let syncObject: UInt32
  package let data: SharedData
}

extension Client {
  package func query(_ source: ShareSource) throws(Refusal) -> ResourceInfo {
    try process.queryResourceInfo(device: device, source)
  }

  /// Opens a shared resource with buffers of the sizes that a query tells, after a test bent them.
  package func open(
    _ source: ShareSource, keyedMutexData: [UInt8] = [],
    _ bend: (inout OpenResourceArguments, inout Int) -> Void = { _, _ in }
  ) throws(Refusal) -> Opened {
    let info = try query(source)
    var arguments = OpenResourceArguments(
      device: device, source: source, runtimeSize: info.runtimeSize, resourceSize: info.resourceSize,
      totalSize: info.totalSize, keyedMutexData: keyedMutexData)
    var count = Int(info.allocations)
    bend(&arguments, &count)
    var elements = [OpenedElement](repeating: OpenedElement(), count: count)
    var span = elements.mutableSpan
    let opened = try process.openResource(arguments, elements: &span)
    return Opened(
      resource: opened.resource, allocations: elements.map(\.handle), dataSizes: elements.map(\.dataSize),
      keyedMutex: opened.keyedMutex, syncObject: opened.syncObject, data: opened.data)
  }

  package func share(
    _ objects: [UInt32], access: AccessRights = .genericAll, name: String? = nil, isInheritable: Bool = false
  ) throws(Refusal) -> UInt64 {
    try process.shareObjects(
      objects.span, access: access,
      attributes: NtObjectAttributes(name: name.map { NtName($0) }, isInheritable: isInheritable))
  }

  package func open(name: String?, access: AccessRights) throws(Refusal) -> UInt64 {
    try process.openNtHandle(NtObjectAttributes(name: name.map { NtName($0) }), .sharedResource, access: access)
  }
}
