internal import WDDM

/// Everything in which one kernel could differ from another: nothing comes in sideways.
package struct KernelConfiguration: Sendable {
  package var memory: any Memory
  package var events: (any EventSink)?
  /// Nil: what waited is finished at the end of the next call of its process.
  package var executor: (any Executor)?
  /// By what waits end.
  package var clock: any Clock
  /// Nil: callers have no event objects, and no handle names one.
  package var eventObjects: (any EventObjects)?
  /// Where NT handles are numbers; nil: sharing through them is not served.
  package var ntHandles: (any HandleNamespace)?
  package var limits: Limits
  package var features: Features
  package var profile: Profile

  package init(
    memory: any Memory, events: (any EventSink)? = nil, executor: (any Executor)? = nil,
    clock: any Clock = StoppedClock(), eventObjects: (any EventObjects)? = nil,
    ntHandles: (any HandleNamespace)? = nil, limits: Limits = Limits(),
    features: Features = [.shareBackingStore], profile: Profile = .windows
  ) {
    self.memory = memory
    self.events = events
    self.executor = executor
    self.clock = clock
    self.eventObjects = eventObjects
    self.ntHandles = ntHandles
    self.limits = limits
    self.features = features
    self.profile = profile
  }
}

/// What is checked before memory is taken.
package struct Limits: Sendable {
  /// Allocations in one call (U-033).
  package var allocationsPerCall = 1024
  /// Bytes of one private-data blob. Windows does not publish its own limit (docs/deviations.md).
  package var privateDataBytes: UInt32 = 1 << 20
  /// Live handles of one process.
  package var handles = 1 << 24
  /// Bytes of memory that all allocations together may be charged for (U-036).
  package var commit: UInt64 = .max
  /// Bytes of virtual space of one process (U-036, K-150).
  package var virtualBytes: UInt64 = 1 << 46
  /// Locks of one allocation that are out at once (W-287).
  package var locksOfAllocation: UInt32 = .max
  /// What an adapter enumeration without an array answers (W-028).
  package var adapters: UInt32 = 34

  package init() {}
}

/// Features that drivers ask for with DxgkCbIsFeatureEnabled and DxgkCbQueryFeatureSupport.
package struct Features: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// DXGK_FEATURE_SHARE_BACKING_STORE_WITH_KMD, id 5: bit n stands for feature n.
  package static let shareBackingStore = Self(rawValue: 1 << 5)
}

/// Whose observable behaviour is followed where systems differ.
package enum Profile: Sendable {
  /// Observed behaviour of Windows, then its documentation.
  case windows
}
