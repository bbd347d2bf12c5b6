package import Dxgkrnl

extension Report {
  /// Who made something.
  package struct Maker: Hashable, Sendable {
    /// The entry point.
    package var function: String
    package var site: CallSite
    /// The number of the call.
    package var sequence: UInt64

    package init(function: String, site: CallSite, sequence: UInt64) {
      self.function = function
      self.site = site
      self.sequence = sequence
    }
  }

  /// The handles of one kind: how many came and went, and which are still there.
  package struct HandleCensus<Living: Hashable & Sendable>: Hashable, Sendable {
    /// With an object of their own.
    package var created: UInt64 = 0
    /// On an object that was there.
    package var opened: UInt64 = 0
    /// By a call, with their device, or with their process; NT handles with their last duplicate.
    package var ended: UInt64 = 0
    /// In the order of creation.
    package var list: [Living] = []
    /// Living ones that `list` has no room for.
    package var leftOut: UInt64 = 0

    package init() {}

    package var alive: UInt64 { UInt64(list.count) + leftOut }
  }

  /// A handle on a keyed mutex that nobody destroyed.
  package struct LiveKeyedMutex: Hashable, Sendable {
    /// 1 for the first handle on a keyed mutex of the recording.
    package var ordinal: UInt64
    package var created: KeyedMutexCreated
    package var holder = Holder.nobody
    package var maker: Maker

    /// Who owns the mutex at the end.
    package enum Holder: String, Hashable, Sendable {
      case nobody
      case thisHandle
      case anotherHandle
      /// The handle that owned it was destroyed: nobody acquires it any more.
      case abandoned
    }

    package init(ordinal: UInt64, created: KeyedMutexCreated, maker: Maker) {
      self.ordinal = ordinal
      self.created = created
      self.maker = maker
    }
  }

  /// A handle on a synchronization object that nobody destroyed.
  package struct LiveSyncObject: Hashable, Sendable {
    /// 1 for the first handle on a synchronization object of the recording.
    package var ordinal: UInt64
    package var created: SyncObjectCreated
    package var maker: Maker

    package init(ordinal: UInt64, created: SyncObjectCreated, maker: Maker) {
      self.ordinal = ordinal
      self.created = created
      self.maker = maker
    }
  }

  /// An NT handle that nobody closed, or closed with all its duplicates.
  package struct OpenNtHandle: Hashable, Sendable {
    /// What it holds, and its ordinal, 1 for the first NT handle of the recording.
    package var created: NtHandleCreated
    /// Its number: on Linux a descriptor. 0 when the call that made it never answered.
    package var number: UInt64
    /// Its object's name; nil for none.
    package var name: String?
    package var maker: Maker

    package init(created: NtHandleCreated, number: UInt64, name: String?, maker: Maker) {
      self.created = created
      self.number = number
      self.name = name
      self.maker = maker
    }
  }
}
