package import WDDM

/// Every rule of the contract, in groups.
package enum Catalogue {
  /// User side, driver side, observed, invariants, limits; in the order of the contract.
  package static let groups: [RuleGroup] = user + kernel + observed + invariants + [limits]

  private static let user: [RuleGroup] = [
    .handles, .creation, .sharingFlags, .privateData, .existingMemory, .primaries, .destroy, .opening, .ntHandles,
    .lock, .lock2, .pagingQueues, .residency, .offers, .priorities, .budgets, .addresses, .properties, .submission,
    .deviceError, .allocateCallback, .errorReporting, .backingStore, .further,
  ]

  private static let kernel: [RuleGroup] = [
    .start, .segments, .kernelCreation, .standard, .kernelOpening, .describing, .kernelDestruction, .handleCallbacks,
    .devices, .paging, .kernelSubmission, .cpuAccess, .kernelResidency, .virtualAddressing, .recovery,
    .kernelFurther,
  ]

  private static let observed: [RuleGroup] = [
    .observedHandles, .observedAdapters, .observedCreation, .observedDestruction, .observedOpening,
    .observedNTHandles, .observedSynchronization, .observedMutexes, .observedCombined, .observedBudgets,
    .observedRuntimeData,
  ]

  private static let invariants: [RuleGroup] = [
    .invariantHandles, .invariantPairing, .invariantFailures, .invariantAccounting, .invariantPaging,
    .invariantAddresses, .invariantRemoval, .invariantSecurity, .invariantDaemon,
  ]

  /// This kernel's own; what a refusal says of them is all there is to say.
  private static let limits = RuleGroup(
    "limits", "Limits of this kernel",
    Rule.sentences.filter { $0.rule.family == UInt8(ascii: "D") }.map {
      StatedRule(rule: $0.rule, statement: Statement($0.sentence, nil, nil))
    })
}

extension Catalogue {
  /// A rule with its group.
  package struct Entry: Sendable {
    package let group: RuleGroup
    package let stated: StatedRule

    package var rule: Rule { stated.rule }
  }

  /// Every rule, in the order of the contract.
  package static let entries: [Entry] = groups.flatMap(\.entries)

  private static let byRule = Dictionary(entries.map { ($0.rule, $0) }) { first, _ in first }

  /// Nil: there is no such rule.
  package static subscript(rule: Rule) -> Entry? { byRule[rule] }
}
