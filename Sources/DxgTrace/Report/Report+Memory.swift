extension Report {
  /// The allocations of a recording: how many came and went, and which are still there.
  package struct AllocationCensus: Hashable, Sendable {
    package var created: UInt64 = 0
    /// By a call, by the destruction of the device, or by the end of the process.
    package var destroyed: UInt64 = 0
    /// Of `destroyed`, those that a CPU view was on at that moment.
    package var destroyedWhileLocked: UInt64 = 0
    /// In the order of creation.
    package var alive: [LiveAllocation] = []
    /// Bytes of all that are alive, those left out too.
    package var aliveBytes: UInt64 = 0
    /// Living allocations that `alive` has no room for.
    package var aliveLeftOut: UInt64 = 0

    package init() {}
  }

  /// An allocation that nobody destroyed.
  package struct LiveAllocation: Hashable, Sendable {
    /// 1 for the first allocation of the recording, as a recorded workload numbers them.
    package var ordinal: UInt64
    package var handle: UInt32
    package var process: UInt32
    package var device: UInt32
    /// 0 for a stand-alone allocation.
    package var resource: UInt32
    package var size: UInt64
    package var memory: Memory
    /// Whether a CPU view is on it.
    package var locked: Bool
    package var maker: Maker

    package init(
      ordinal: UInt64, handle: UInt32, process: UInt32, device: UInt32, resource: UInt32, size: UInt64,
      memory: Memory, locked: Bool, maker: Maker
    ) {
      self.ordinal = ordinal
      self.handle = handle
      self.process = process
      self.device = device
      self.resource = resource
      self.size = size
      self.memory = memory
      self.locked = locked
      self.maker = maker
    }
  }

  /// Whose pages hold an allocation's bytes.
  package enum Memory: String, Hashable, Sendable {
    /// A backing store of the kernel.
    case backingStore
    /// The caller's own memory (pSystemMem).
    case caller
    /// Those of a shared resource that was opened: charged once, to its creation.
    case shared
  }

  /// What one kernel process holds.
  package struct ProcessMemory: Hashable, Sendable {
    /// 1 for the first process of the recording.
    package var process: UInt32
    package var levels = MemoryLevels()

    package init(process: UInt32) { self.process = process }
  }

  /// Bytes by kind.
  package struct MemoryLevels: Hashable, Sendable {
    package var backingStore = Level()
    package var callerMemory = Level()
    /// What the commit limit is charged with.
    package var commit = Level()

    package init() {}
  }

  /// A quantity at the end of a recording, and the most that it ever was.
  package struct Level: Hashable, Sendable {
    package private(set) var now: UInt64 = 0
    package private(set) var peak: UInt64 = 0

    package init(now: UInt64 = 0, peak: UInt64 = 0) {
      self.now = now
      self.peak = max(now, peak)
    }

    /// Sums saturate: the numbers come from a file, and a bent one must not stop the reader.
    package mutating func add(_ bytes: UInt64) {
      let (sum, overflow) = now.addingReportingOverflow(bytes)
      now = overflow ? .max : sum
      peak = max(peak, now)
    }

    package mutating func remove(_ bytes: UInt64) { now -= min(bytes, now) }
  }
}
