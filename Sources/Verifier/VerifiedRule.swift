package import WDDM

/// A rule that the verifier checks, and how.
package struct VerifiedRule: Hashable, Sendable {
  package let rule: Rule
  package let group: VerifierGroup
  package let severity: Severity
  /// Whether Microsoft's own samples break it: outside the preset `standard`.
  package let isPedantic: Bool

  init(_ rule: Rule, _ group: VerifierGroup, _ severity: Severity, isPedantic: Bool = false) {
    self.rule = rule
    self.group = group
    self.severity = severity
    self.isPedantic = isPedantic
  }

  func isIn(_ preset: VerifierOptions.Preset) -> Bool {
    switch preset {
    case .all: true
    case .standard: !isPedantic
    case .safety: severity == .error
    }
  }

  /// Nil for a rule that the verifier does not check.
  package static func of(_ rule: Rule) -> VerifiedRule? { all.first { $0.rule == rule } }
}

/// What rules are about. A driver that breaks one rule often cannot help breaking another of its group.
package enum VerifierGroup: String, CaseIterable, Sendable {
  /// Table, start, stop, removal.
  case life
  /// Answers about the adapter's capabilities.
  case capabilities
  case segments
  /// What DxgkDdiCreateAllocation answers: handles, sizes, segments.
  case creation
  /// The flags of an allocation.
  case flags
  /// Backing stores that the driver shares.
  case backing
  /// Surfaces that the system describes.
  case standard
  case opening
  case description
  case destruction
  /// What the driver asks of the kernel, and when.
  case callbacks
  /// Devices and processes.
  case devices
  /// Page tables.
  case paging
}
