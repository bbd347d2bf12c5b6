extension Report {
  /// The shared resources of a recording: how many came, how often they were opened, and which are still there.
  package struct SharingCensus: Hashable, Sendable {
    package var created: UInt64 = 0
    package var opened: UInt64 = 0
    /// In the order of creation.
    package var alive: [SharedResource] = []
    /// Bytes of all that are alive, those left out too.
    package var aliveBytes: UInt64 = 0
    /// Living ones that `alive` has no room for.
    package var aliveLeftOut: UInt64 = 0

    package init() {}
  }

  /// A shared resource that is still there: somebody has it open, or an NT handle refers to it.
  package struct SharedResource: Hashable, Sendable {
    /// 1 for the first shared resource of the recording.
    package var ordinal: UInt32
    /// Who created it, and as what.
    package var process: UInt32
    package var resource: UInt32
    package var bytes: UInt64
    /// Reached through NT handles only.
    package var isNtSecured: Bool
    /// Whose resources refer to it now, the creator's first; none when NT handles alone hold it.
    package var openers: [Opener]

    package struct Opener: Hashable, Sendable {
      package var process: UInt32
      package var resource: UInt32

      package init(process: UInt32, resource: UInt32) {
        self.process = process
        self.resource = resource
      }
    }

    package init(
      ordinal: UInt32, process: UInt32, resource: UInt32, bytes: UInt64, isNtSecured: Bool, openers: [Opener]
    ) {
      self.ordinal = ordinal
      self.process = process
      self.resource = resource
      self.bytes = bytes
      self.isNtSecured = isNtSecured
      self.openers = openers
    }
  }
}
