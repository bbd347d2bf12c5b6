import CWDDM
package import DDI
import Locks
package import WDDM

/// The reference driver: a graphics card that exists in memory only, behind the DDI like every other.
///
/// It keeps what a driver keeps (contexts, processes, devices, resources, allocations, openings), derives what an
/// allocation needs from its private data alone (K-070), and undoes its own steps when it fails. It knows nothing of
/// the memory manager that calls it.
package final class SoftGPU: Miniport {
  package let configuration: Configuration
  let layout: SegmentLayout
  let state: Guarded<State>

  package init(_ configuration: Configuration = Configuration()) {
    precondition(configuration.version.isKnown, "a version that the kernel knows")
    self.configuration = configuration
    layout = SegmentLayout(configuration)
    state = Guarded(State(), rank: .driver)
  }

  package var interfaceVersion: InterfaceVersion { configuration.version }

  package var functions: DriverFunctions {
    var functions = DriverFunctions.required
    functions.insert(.describeAllocation)
    functions.insert(.getStandardAllocationDriverData)
    functions.insert(.resetFromTimeout)
    functions.insert(.restartFromTimeout)
    functions.insert(.unload)
    functions.insert(.escape)
    if configuration.version >= .win8 {
      functions.insert(.stopDeviceAndReleasePostDisplayOwnership)
      functions.insert(.notifySurpriseRemoval)
    }
    if configuration.version >= .wddm2_0 {
      functions.insert(.createProcess)
      functions.insert(.destroyProcess)
    }
    if configuration.version >= .wddm3_0 { functions.insert(.setAllocationBackingStore) }
    return functions
  }
}

/// Everything that changes, behind one lock. It is never held while the kernel is called.
struct State: ~Copyable {
  /// The one device that this driver was added to, and its name; no name while it is not added.
  var context: HANDLE?
  var adapter = Adapter()
  var processes = Records<Process>(kind: .process)
  var devices = Records<Device>(kind: .device)
  var resources = Records<Resource>(kind: .resource)
  var allocations = Records<Allocation>(kind: .allocation)
  var openings = Records<Opening>(kind: .opening)

  struct Adapter {
    var kernel: KernelInterface?
    var bar = TranslatedResources.MemoryRange(start: 0, length: 0)
    /// Where the kernel mapped the BAR, and 0 while it is not.
    var barAddress: UInt = 0
    /// Whether the kernel enabled sharing backing stores when it was asked (K-134).
    var mayShareBackingStore = false
    var wasRemovedBySurprise = false
  }

  struct Process: BitwiseCopyable { let kernelHandle: HANDLE? }

  struct Device: BitwiseCopyable {
    let kernelHandle: HANDLE?
    var openings: UInt32 = 0
  }

  struct Resource: BitwiseCopyable { var allocations: UInt32 = 0 }

  struct Allocation: BitwiseCopyable {
    let size: UInt64
    let format: UInt32
    let width: UInt32
    let height: UInt32
    let pitch: UInt32
    let resource: HANDLE?
    var openings: UInt32 = 0
    /// Where the kernel mapped the backing store for this driver; 0 when it did not (K-183).
    var backingStore: UInt = 0
  }

  struct Opening: BitwiseCopyable {
    let allocation: HANDLE
    let device: HANDLE
  }
}
