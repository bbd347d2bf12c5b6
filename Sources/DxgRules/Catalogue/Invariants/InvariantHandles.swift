import WDDM

extension RuleGroup {
  static let invariantHandles = RuleGroup(
    "invariant-handles", "Handles and objects",
    [
      "I-001": "a live slot names a live object of its kind",
      "I-002": "a handle resolves while its slot is live, for its kind and use only",
      "I-003": "an object has one handle in a process",
      "I-004": "a handle means nothing in another process",
      "I-005": "a value comes back after at least 2^22 creations",
      "I-006": "the free list has no circle and no live slot, and works when empty",
      "I-007": "a handle resolves for others once its object is complete",
      "I-008": "who looked an object up holds it until the call returns",
      "I-009": "what is marked destroyed does not resolve, and does not come back",
      "I-010": "parents form trees; a handle of an adapter is a reference and no parent",
      "I-011": "children end before their parents",
      "I-012": "0 never resolves, and reserved bits are never set",
      "I-013": "a list acts as a whole or not at all",
      "I-014": "not yours, stale, another kind, never there: all are told alike",
    ])

  static let invariantPairing = RuleGroup(
    "invariant-pairing", "Lifetimes and the pairing of DDIs",
    [
      "I-015": "what the driver created is destroyed once",
      "I-016": "what the driver opened is closed once",
      "I-017": "an allocation is closed everywhere before it is destroyed",
      "I-018": "an allocation is destroyed at the driver when nobody refers to it",
      "I-019": "a shared resource counts its openings, NT handles and calls",
      "I-020": "a shared allocation outlives its creator while somebody has it",
      "I-021": "a driver's handle is not used after its end",
      "I-022": "a resource is destroyed at the driver once, after its allocations",
      "I-023": "a device ends with nothing left in it",
      "I-024": .not(.residency, "a paging queue ends with nothing running"),
      "I-025": "an adapter stops with nothing left on it",
      "I-026": "DDIs come in an order that makes sense",
      "I-027": "no state lock is held while a driver runs",
      "I-028": "what a driver answers is checked",
      "I-029": "every lock is released, and locks have an order",
      "I-030": .not(.submission, "a destroyed allocation waits for queued work"),
    ])
}
