package import WDDM

extension Report {
  /// Where the report comes from, and how complete it is.
  package struct Source: Hashable, Sendable {
    /// The operating system's number of the recorded process.
    package var processID: UInt32 = 0
    /// When the recording began, in nanoseconds since 1970.
    package var begun: UInt64 = 0
    /// What the recording's header says about the machine: adapter, segments, limits; in the order of the header.
    package var configuration: [Setting] = []
    /// Records that were read.
    package var records: UInt64 = 0
    /// Records that are missing: their writer was stopped at work, or the file had no room.
    package var lost: UInt64 = 0
    /// Where and why reading stopped before the end: "byte 4,096: …"; nil for a recording that is whole.
    package var damage: String?
    /// Why the recorder itself stopped while the program went on (a full disk); nil otherwise.
    package var recorderStopped: String?

    package init() {}
  }

  /// One line of a recording's header.
  package struct Setting: Hashable, Sendable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Who called: the thread, and the return address as a module and an offset in it (the recording's only form of an
  /// address: it means the same in every run).
  package struct CallSite: Hashable, Sendable {
    package var thread: UInt32
    /// The path of the module; nil when the address belongs to none that was known.
    package var module: String?
    package var offset: UInt64

    package init(thread: UInt32, module: String?, offset: UInt64) {
      self.thread = thread
      self.module = module
      self.offset = offset
    }
  }

  /// How often one entry point returned one status.
  package struct CallCount: Hashable, Sendable {
    package var function: String
    package var status: NTStatus
    package var count: UInt64

    package init(function: String, status: NTStatus, count: UInt64) {
      self.function = function
      self.status = status
      self.count = count
    }
  }

  /// Calls refused at one place for one reason.
  package struct RefusedCall: Hashable, Sendable {
    package var function: String
    package var status: NTStatus
    package var rule: String
    package var argument: String
    package var value: UInt64
    package var bound: UInt64?
    /// The refusal in words, as `WDDM.Refusal` says it.
    package var reason: String
    package var site: CallSite
    /// The number of the first such call.
    package var sequence: UInt64
    package var count: UInt64 = 1

    package init(
      function: String, status: NTStatus, rule: String, argument: String, value: UInt64, bound: UInt64?,
      reason: String, site: CallSite, sequence: UInt64
    ) {
      self.function = function
      self.status = status
      self.rule = rule
      self.argument = argument
      self.value = value
      self.bound = bound
      self.reason = reason
      self.site = site
      self.sequence = sequence
    }
  }

  /// A mistake of the driver. The call that it was seen in may have succeeded all the same.
  package struct DriverFinding: Hashable, Sendable {
    package var rule: String
    /// The rule in words.
    package var sentence: String
    package var function: String
    package var argument: String
    package var value: UInt64
    package var severity: Severity
    /// Windows' answer to it, where it has one: `0x10E/0x0D`, and its cause.
    package var bugcheck: Bugcheck?
    package var sequence: UInt64
    package var count: UInt64 = 1

    package init(
      rule: String, sentence: String, function: String, argument: String, value: UInt64,
      severity: Severity = .error, bugcheck: Bugcheck? = nil, sequence: UInt64
    ) {
      self.severity = severity
      self.bugcheck = bugcheck
      self.rule = rule
      self.sentence = sentence
      self.function = function
      self.argument = argument
      self.value = value
      self.sequence = sequence
    }
  }

  /// An adapter or a device that stopped working. Sticky: the program has to make new ones.
  package struct Removal: Hashable, Sendable {
    package var subject: Subject
    /// In words: "timeout detection and recovery", "surprise removal".
    package var cause: String
    /// The number of the call in which it happened; 0 when no call was the reason.
    package var sequence: UInt64

    package enum Subject: Hashable, Sendable {
      /// All devices of it.
      case adapter(UInt32)
      case device(UInt32, process: UInt32)
    }

    package init(subject: Subject, cause: String, sequence: UInt64) {
      self.subject = subject
      self.cause = cause
      self.sequence = sequence
    }
  }

  /// A call that never returned.
  package struct CallInFlight: Hashable, Sendable {
    package var function: String
    package var process: UInt32
    package var site: CallSite
    package var sequence: UInt64

    package init(function: String, process: UInt32, site: CallSite, sequence: UInt64) {
      self.function = function
      self.process = process
      self.site = site
      self.sequence = sequence
    }
  }
}
