import WDDM

extension RuleGroup {
  static let invariantAddresses = RuleGroup(
    "invariant-addresses", "GPU virtual addresses",
    [
      "I-067": .not(.addresses, "ranges of a space do not overlap"),
      "I-068": .not(.addresses, "a mapped range lies in a live allocation"),
      "I-069": .not(.addresses, "page tables are the union of the ranges"),
      "I-070": .not(.addresses, "an allocation's ranges are unmapped before its memory is used again"),
      "I-071": .not(.addresses, "a call maps all or nothing"),
      "I-072": .not(.addresses, "no address wraps"),
    ])

  static let invariantRemoval = RuleGroup(
    "invariant-removal", "Budget, fences, removal",
    [
      "I-073": .not(.residency, "budgets and reservations fit into the memory there is"),
      "I-074": .not(.residency, "a change of the budget is told"),
      "I-075": .not(.residency, "a paging fence only rises, and wakes who waits for it"),
      "I-076": .not(.residency, "a packet's effects come before its fence"),
      "I-077": "a monitored fence reads what was signalled",
      "I-078": "an error of a device stays, and its reason too",
      "I-079": "after removal destruction works, and nothing else",
      "I-080": "after removal everything can be torn down and begun anew",
      "I-081": "one process's faults do not disturb another",
    ])

  static let invariantSecurity = RuleGroup(
    "invariant-security", "Sharing and security",
    [
      "I-082": "an NT handle gives its process what was granted, and no more",
      "I-083": "only what was made for it can be shared, in three combinations",
      "I-084": "an opener sees the private data that the driver accepted",
      "I-085": "a resource does not change after it was first shared or queried",
      "I-086": "what is opened elsewhere is on the same adapter",
      "I-087": "every byte that a client gets is written and meant for it",
      "I-088": "memory of a client is read once",
      "I-089": .not(.daemon, "memory that clients get is sealed"),
    ])

  static let invariantDaemon = RuleGroup(
    "invariant-daemon", "Daemon, recording, replay",
    [
      "I-090": .not(.daemon, "descriptors return to what they were when a client goes"),
      "I-091": .not(.daemon, "a connection has its limits"),
      "I-092": .not(.daemon, "a dead connection's objects are gone in a second"),
      "I-093": .not(.daemon, "each request has one response"),
      "I-094": .not(.daemon, "who speaks is who connected"),
      "I-095": .not(.daemon, "no client stops the daemon"),
      "I-096": .not(.replay, "a replay reaches the same states"),
      "I-097": "a recording is whole up to its last frame, always",
      "I-098": "what was acknowledged is in the file",
      "I-099": .not(.replay, "recovering twice is recovering once"),
      "I-100": .not(.replay, "any bytes can be replayed without harm"),
    ])
}
