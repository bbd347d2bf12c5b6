import WDDM

extension RuleGroup {
  static let invariantFailures = RuleGroup(
    "invariant-failures", "Failure",
    [
      "I-031": "a call that fails changes nothing",
      "I-032": "a call that fails undoes at the driver what it did, in reverse",
      "I-033": "a call that fails writes nothing",
      "I-034": "the first error is the one that is told",
      "I-035": "undoing cannot fail",
      "I-036": "all this holds for errors that come once and errors that stay",
      "I-037": "after an error that passed, the same call succeeds",
      "I-038": "an error does not stop a teardown",
    ])

  static let invariantAccounting = RuleGroup(
    "invariant-accounting", "Segments and accounting",
    [
      "I-039": .not(.residency, "what a segment has committed is the sum of what is placed in it"),
      "I-040": .not(.residency, "placements in a segment do not overlap"),
      "I-041": .not(.residency, "free ranges and placements tile a segment"),
      "I-042": .not(.residency, "a placement has its alignment and an allowed segment"),
      "I-043": "a process's use is the sum of what it is charged for",
      "I-044": "no counter wraps",
      "I-045": "totals agree, however they are summed",
      "I-046": .not(.residency, "an aperture's pages are those of what is in it"),
      "I-047": "what is charged is what the files hold, at most",
      "I-048": "at the end every counter is what it was at the start",
    ])

  static let invariantPaging = RuleGroup(
    "invariant-paging", "Residency, paging, contents",
    [
      "I-049": .not(.residency, "what is counted resident is where the GPU can use it"),
      "I-050": .not(.residency, "the GPU starts when paging is done"),
      "I-051": .not(.residency, "contents survive every move"),
      "I-052": .not(.residency, "a transfer covers its range once"),
      "I-053": .not(.residency, "an allocation has one true copy"),
      "I-054": .not(.residency, "the victim is idle, not pinned, and the least wanted"),
      "I-055": .not(.residency, "space is given away after its eviction is done"),
      "I-056": .not(.residency, "MakeResident ends"),
      "I-057": .not(.residency, "NumBytesToTrim is exact"),
      "I-058": .not(.residency, "residency counts nest"),
      "I-059": "fresh memory reads 0",
      "I-060": "nobody reads what another process left",
      "I-061": "a view's address stays while it is locked",
      "I-062": .not(.residency, "what is offered is never locked, and reads 0 after it was discarded"),
      "I-063": .not(.residency, "a priority moves nothing by itself"),
      "I-064": .not(.residency, "paging packets name live allocations and stay in their buffer"),
      "I-065": .not(.residency, "a driver that makes no progress is at fault"),
      "I-066": .not(.submission, "a suspended device runs nothing"),
    ])
}
