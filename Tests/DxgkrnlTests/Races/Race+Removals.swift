import Dxgkrnl
import DxgTestKit
import WDDM

extension Race {
  /// An adapter is reset or stopped under a call (I-078, I-079).
  static let ofRemovals: [Race] = [
    Race(
      name: "reset and create", left: { try $0.adapter.resetFromTimeout() }, right: { _ = try $0.client.create() },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "reset and lock", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.adapter.resetFromTimeout() }, right: { _ = try $0.client.lock($0.handle) },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "reset and destroy", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.adapter.resetFromTimeout() }, right: { try $0.client.destroy([$0.handle]) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "stop, start, and create",
      left: {
        try $0.adapter.stop()
        try $0.adapter.start()
      }, right: { _ = try $0.client.create() }, allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "stop, start, and exit",
      prepare: { _ = try $0.client.create([AllocationRequest()], flags: .createResource) },
      left: {
        try $0.adapter.stop()
        try $0.adapter.start()
      }, right: { $0.client.process.exit() }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "reset and make a device", left: { try $0.adapter.resetFromTimeout() },
      right: { _ = try $0.client.process.createDevice(adapter: $0.client.adapter, flags: 0) },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "reset and reset", left: { try $0.adapter.resetFromTimeout() },
      right: { try $0.adapter.resetFromTimeout() }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "reset and exit", prepare: { _ = try $0.client.create() }, left: { try $0.adapter.resetFromTimeout() },
      right: { $0.client.process.exit() }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "reset and set the priority", prepare: { $0.handle = try $0.client.create() },
      left: { try $0.adapter.resetFromTimeout() }, right: { try $0.setPriority($0.client, $0.handle) },
      allows: { $0 == nil && isRemoved($1) }),
  ]

  /// An adapter is pulled out, or taken out of the machine (I-079, I-080).
  static let ofDepartures: [Race] = [
    Race(
      name: "pull out and create", needsAdapter: true, left: { try $0.adapter.surpriseRemoval() },
      right: { _ = try $0.client.create() }, allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "pull out and lock", needsAdapter: true, prepare: { $0.handle = try $0.client.create() },
      left: { try $0.adapter.surpriseRemoval() }, right: { _ = try $0.client.lock($0.handle) },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "pull out and destroy", needsAdapter: true, prepare: { $0.handle = try $0.client.create() },
      left: { try $0.adapter.surpriseRemoval() }, right: { try $0.client.destroy([$0.handle]) },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "pull out and make a device", needsAdapter: true, left: { try $0.adapter.surpriseRemoval() },
      right: { _ = try $0.client.process.createDevice(adapter: $0.client.adapter, flags: 0) },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "pull out and exit", needsAdapter: true,
      prepare: { _ = try $0.client.create([AllocationRequest()], flags: .createResource) },
      left: { try $0.adapter.surpriseRemoval() }, right: { $0.client.process.exit() },
      allows: { $0 == nil && $1 == nil }),
    Race(
      name: "pull out and open", needsAdapter: true, prepare: { try $0.share(by: [.createResource, .createShared]) },
      left: { try $0.adapter.surpriseRemoval() }, right: { _ = try $0.other.open(.globalHandle($0.second)) },
      allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "pull out and stop", needsAdapter: true, left: { try $0.adapter.surpriseRemoval() },
      right: { try $0.adapter.stop() }, allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "pull out and reset", needsAdapter: true, left: { try $0.adapter.surpriseRemoval() },
      right: { try $0.adapter.resetFromTimeout() }, allows: { $0 == nil && isRemoved($1) }),
    Race(
      name: "remove an adapter and open it", needsAdapter: true,
      prepare: { for client in [$0.client, $0.other] { try client.process.giveUp(client) } },
      left: { try $0.scene.kernel.remove($0.adapter) },
      right: { stage in
        let handle = try stage.client.process.openAdapter(luid: stage.adapter.luid)
        try stage.client.process.closeAdapter(handle)
      },
      // Whoever opens it keeps it; it is closed again a little later.
      allows: { ($0 == nil && isDead($1)) || ($0 == .invalidParameter && $1 == nil) }),
    Race(
      name: "remove an adapter and enumerate", needsAdapter: true,
      prepare: { for client in [$0.client, $0.other] { try client.process.giveUp(client) } },
      left: { try $0.scene.kernel.remove($0.adapter) },
      right: { stage in
        var rows = [AdapterRow](repeating: AdapterRow(), count: 4)
        var span = rows.mutableSpan
        let count = try stage.client.process.enumAdapters(filter: nil, into: &span)
        for row in rows.prefix(count) { try stage.client.process.closeAdapter(row.adapter) }
      },
      allows: { isDead($0) && $1 == nil }),
    Race(
      name: "remove an adapter and exit", needsAdapter: true, prepare: { $0.other.process.exit() },
      left: { try $0.scene.kernel.remove($0.adapter) }, right: { $0.client.process.exit() },
      allows: { isDead($0) && $1 == nil }),
  ]
}

extension Process {
  /// Ends what a client begins with.
  fileprivate func giveUp(_ client: Client) throws {
    try destroyDevice(client.device)
    try closeAdapter(client.adapter)
  }
}
