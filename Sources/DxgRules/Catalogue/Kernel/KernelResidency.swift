import WDDM

extension RuleGroup {
  static let kernelResidency = RuleGroup(
    "kernel-residency", "Residency, budgets, offers",
    [
      "K-315": .not(.residency, "residency is a device's list, counted"),
      "K-316": .not(.residency, "the list is resident before a context runs"),
      "K-317": .not(.submission, "NoPatchingRequired means 16 entries"),
      "K-318": .not(.residency, "a paging queue has a fence, and 0 is done"),
      "K-319": .not(.residency, "MakeResident beyond the budget may fail, with what to trim"),
      "K-320": .not(.residency, "an offer waits for the GPU"),
      "K-321": .not(.residency, "what was reclaimed can be locked at once"),
      "K-322": .not(.residency, "what was discarded is lost"),
    ])

  static let virtualAddressing = RuleGroup(
    "virtual-addressing", "Virtual addressing",
    [
      "K-323": "page tables have 2 to 6 levels",
      "K-324": "the CPU cannot update tables in local memory",
      "K-325": .not(.addresses, "entries are invalidated before a table is freed, if asked for"),
      "K-326": .not(.addresses, "a space is idle while its tables change, if asked for"),
      "K-327": "a table in system memory has at most 4 KB",
      "K-328": .not(.addresses, "page tables have no handles and begin invalid"),
      "K-329": .not(.addresses, "pages of 64 KB need the alignment, the size and the segment"),
      "K-330": .not(.addresses, "a unique protection stays the only one of its range"),
    ])
}
