internal import DDI
internal import Locks
internal import Synchronization
internal import VidMm
internal import WDDM

/// A client: the owner of handles, of memory that is charged to it, and of CPU views.
///
/// Its entry points are methods, one file each in `Calls/`. Whoever creates or destroys something is inside its gate,
/// so that no two threads of one process are in a driver at once (K-079); the gate protects the process's state as
/// well. Calls that need no driver (Lock2, Unlock2) stay outside: they find their objects in the handle table, which
/// takes a reference without a lock, and share the views.
package final class Process: Sendable {
  package let kernel: Kernel
  /// Counts the processes of the kernel from 0; stands for the process in events.
  package let ordinal: UInt32

  let gate = ExclusiveGate(rank: .processGate)
  let handles = HandleTable()
  let state: Gated<ProcessState>
  /// The working row of a creation of one allocation: kept, because to make one anew costs more than the rest of the
  /// way.
  let row = Gated(InlineArray<1, DriverAllocation>(repeating: DriverAllocation()), rank: .processGate)
  /// CPU views of allocations: their addresses, and in each opening how often it is locked.
  let views = Guarded(ViewSet(), rank: .process)

  /// How many teardowns and devices wait for somebody's reference, so that a call with nothing to finish pays one load.
  let deferredCount = Atomic<Int>(0)
  /// Wakes those who asked for a synchronous destroy.
  let referencesReturned = Signal()

  init(kernel: Kernel, ordinal: UInt32, file: MemoryFile) {
    self.kernel = kernel
    self.ordinal = ordinal
    self.state = Gated(ProcessState(file: file, handleLimit: kernel.limits.handles), rank: .processGate)
  }
}

/// What a process's gate protects.
struct ProcessState: ~Copyable {
  /// Where its handles come from.
  var writer: HandleTable.Writer
  var adapters = Slab<AdapterReference>()
  var devices = Slab<Device>()
  var resources = Slab<Resource>()
  var openings = Slab<Opening>()
  var allocations = Slab<Allocation>()
  var attachments: [Attachment] = []
  var keyedMutexes = Slab<KeyedMutexReference>()
  var syncObjects = Slab<SynchronizationObjectReference>()
  /// Where its unshared monitored fences show their values.
  var fencePages: [ProcessFencePage] = []

  /// The file that holds the backing stores of the process's own allocations.
  let file: MemoryFile
  var space = FileSpace()
  var account = Account()

  /// Destroys that wait for somebody's reference: nobody waits for a driver.
  var deferred: [Teardown] = []
  /// Devices whose handles have ended and whose objects are on their way out.
  var endingDevices: [Record<Device>] = []
  /// Handles on keyed mutexes and synchronization objects that have ended while a call still looks at them.
  var endingKeyedMutexes: [Record<KeyedMutexReference>] = []
  var endingSyncObjects: [Record<SynchronizationObjectReference>] = []
  var hasExited = false

  init(file: MemoryFile, handleLimit: Int) {
    self.file = file
    self.writer = HandleTable.Writer(limit: handleLimit)
  }
}

/// What a process has, in bytes; all sums are checked before they are taken (I-044).
package struct Account: Sendable, Equatable {
  /// Charged for backing stores of its own and of shared resources that it created.
  package var commit: UInt64 = 0
  /// Virtual space of those backing stores.
  package var virtual: UInt64 = 0
  /// Memory of the caller that allocations are made on; charged to nobody.
  package var callerMemory: UInt64 = 0
  package var commitPeak: UInt64 = 0
  package var callerMemoryPeak: UInt64 = 0
}
