package import DDI
package import Dxgkrnl
package import WDDM

/// A kernel with everything it needs, for tests.
package struct Machine: Sendable {
  package let kernel: Kernel
  package let events = RecordedEvents()
  package let ntHandles = TestHandles()
  package let clock = VirtualClock()
  package let eventObjects = TestEvents()

  package init(
    memory: any Memory = TestMemory(), limits: Limits = Limits(), features: Features = [.shareBackingStore],
    records: Bool = true
  ) {
    kernel = Kernel(
      KernelConfiguration(
        memory: memory, events: records ? events : nil, clock: clock, eventObjects: eventObjects,
        ntHandles: ntHandles, limits: limits, features: features))
  }

  /// Starts an adapter. Its BAR is as large as the memory that a ``ScriptedMiniport``'s card shows.
  package func add(_ miniport: any Miniport, barBytes: UInt64 = 64 << 20) throws(Refusal) -> Adapter {
    try kernel.addAdapter(miniport, identity: AdapterIdentity(description: "A card for tests"), barBytes: barBytes)
  }

  /// A new process with a device on the adapter.
  package func client(on adapter: Adapter) throws(Refusal) -> Client {
    try Client(process: try kernel.makeProcess(), on: adapter)
  }

  /// Every process exits, every adapter is removed, and NT handles that a test left open are closed, so that nothing
  /// holds the kernel any more.
  ///
  /// - Throws: what refused the removal of an adapter.
  package func shutDown() throws(Refusal) {
    for process in kernel.processes { process.exit() }
    for adapter in kernel.adapters { try kernel.remove(adapter) }
    ntHandles.closeAll()
    kernel.finishClosedHandles()
  }
}

/// A process with an adapter handle and a device: where most tests begin.
package struct Client: Sendable {
  package let process: Process
  /// `hAdapter`
  package let adapter: UInt32
  /// `hDevice`
  package let device: UInt32

  package init(process: Process, on adapter: Adapter) throws(Refusal) {
    self.process = process
    self.adapter = try process.openAdapter(luid: adapter.luid)
    device = try process.createDevice(adapter: self.adapter, flags: 0)
  }
}
