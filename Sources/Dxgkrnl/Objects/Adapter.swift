package import DDI
internal import Locks
internal import Synchronization
package import VidMm
internal import WDDM

/// A display adapter: a driver, its segments, and who may be in it.
///
///     added ──start──▶ running ──stop──▶ stopped ──start──▶ running
///                         └────surprise removal, remove────▶ removed
package final class Adapter: Sendable {
  package let kernel: Kernel
  /// Counts the adapters of the kernel from 0; stands for the adapter in events.
  package let ordinal: UInt32
  package let luid: UInt64
  package let identity: AdapterIdentity
  package let driver: Driver

  let phase = Atomic<Phase>(.added)

  /// What the driver said when it started (K-031: fixed until it stops), and what of it every creation needs.
  let startedAdapter: Guarded<StartedAdapter?>
  let facts: Gated<AdapterFacts>
  /// The window of physical addresses through which the CPU sees video memory, and what the driver mapped of it.
  let bar: BaseAddressRegister
  /// Whether the driver asked for the backing-store feature and was told that it is enabled (K-134).
  let askedForBackingStore = Atomic<Bool>(false)

  /// Devices that are not destroyed, so that whoever ends the adapter can end them.
  let devices: Guarded<[DeviceEntry]>

  /// The shared primary of each source that has one.
  let sharedPrimaries: Guarded<[UInt32: SharedPrimary]>

  /// Shared resources whose allocations the driver has.
  let sharedResources: Guarded<[SharedResource]>

  struct DeviceEntry: Sendable {
    let process: UInt32
    let device: Record<Device>
  }

  enum Phase: UInt8, AtomicRepresentable { case added, running, stopped, removed }

  init(
    kernel: Kernel, ordinal: UInt32, luid: UInt64, identity: AdapterIdentity, driver: Driver, bar: BaseAddressRegister
  ) {
    self.kernel = kernel
    self.ordinal = ordinal
    self.luid = luid
    self.identity = identity
    self.driver = driver
    self.bar = bar
    self.startedAdapter = Guarded(nil, rank: .adapter)
    self.facts = Gated(AdapterFacts(driver.version), rank: .processGate)
    self.devices = Guarded([], rank: .adapter)
    self.sharedPrimaries = Guarded([:], rank: .adapter)
    self.sharedResources = Guarded([], rank: .adapter)
  }

  /// What the driver said when it started last; nil before.
  package var started: StartedAdapter? { startedAdapter.withLock { $0 } }

  @inline(__always)
  package var isRunning: Bool { phase.load(ordering: .relaxed) == .running }
}

/// Who an adapter is, beside its driver.
package struct AdapterIdentity: Sendable, Hashable {
  /// What D3DKMT reports as the driver's description: at most 4,095 UTF-16 units.
  package var description: String
  package var busNumber: UInt32
  package var deviceNumber: UInt32
  package var functionNumber: UInt32

  package init(
    description: String, busNumber: UInt32 = 0, deviceNumber: UInt32 = 0, functionNumber: UInt32 = 0
  ) {
    self.description = description
    self.busNumber = busNumber
    self.deviceNumber = deviceNumber
    self.functionNumber = functionNumber
  }
}

/// What a driver said when it started.
package struct StartedAdapter: Sendable {
  package let caps: DriverCaps
  package let segments: SegmentTable
  package let sources: UInt32
  package let children: UInt32
}

/// What every creation needs of it, in a form that costs nothing to read.
struct AdapterFacts {
  let segments: SegmentSets
  /// What holds of every request; the rest is the request's to say.
  let request: AllocationRequestFacts

  init(_ version: InterfaceVersion, _ caps: DriverCaps = DriverCaps(), _ segments: SegmentTable = SegmentTable([])) {
    self.segments = segments.sets
    var request = AllocationRequestFacts(
      isPrimary: false, isShared: false, hasCallerMemory: false, mayShareBackingStore: false,
      mapAperture2Supported: caps.mapAperture2Supported, version: version)
    request.hidesPrimaries = caps.memoryManagement.contains(.nonCpuVisiblePrimary)
    self.request = request
  }
}
