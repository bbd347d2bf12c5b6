/// The figures of this project. Pairs are creations and destructions of one allocation with 1,000 live.
enum Suite {
  static let pairs = "20000"

  static func rows(recording: String) -> [Row] {
    let plain = pair("mix")
    return [
      Row(
        name: "create + destroy, 4 KiB to 4 MiB, against lavapipe", unit: "ns", ours: plain,
        peer: lavapipe("mix"), goal: .atLeastTimesFaster(6)),
      Row(
        name: "create + destroy, 4 KiB, against lavapipe", unit: "ns", ours: pair("4096"), peer: lavapipe("4096"),
        goal: .none),
      Row(
        name: "create + destroy, 64 KiB, against lavapipe", unit: "ns", ours: pair("65536"), peer: lavapipe("65536"),
        goal: .none),
      Row(
        name: "create + destroy, 1 MiB, against lavapipe", unit: "ns", ours: pair("1048576"),
        peer: lavapipe("1048576"), goal: .none),
      Row(
        name: "create + destroy, 4 KiB to 4 MiB, against mmap + munmap", unit: "ns", ours: plain,
        peer: Program(name: "mapping", arguments: ["mix", pairs]), goal: .atLeastTimesFaster(30)),
      Row(
        name: "create + destroy, recorded, against plain", unit: "ns",
        ours: Program(name: "pair", arguments: ["mix", pairs], environment: ["DXGK_RECORD": recording]), peer: plain,
        goal: .atMostTimes(2)),
      Row(
        name: "create + destroy, 64 k others live, against 1 k", unit: "ns", ours: pair("mix", others: 64_000),
        peer: pair("mix", others: 1000), goal: .atMostTimes(3)),
      Row(
        name: "create + destroy, 1 M others live, against 1 k", unit: "ns", ours: pair("mix", others: 1_000_000),
        peer: pair("mix", others: 1000), goal: .atMostTimes(3)),
      Row(
        name: "handle lookup, 64 k live, against the same table in C++", unit: "ns",
        ours: Program(name: "lookup", arguments: ["65536", "5000000"]),
        peer: Program(name: "handle-table", arguments: ["65536", "5000000"]), goal: .atMostTimes(1.10)),
      Row(
        name: "handle lookup by 2 threads at once, against a table behind a pthread rwlock", unit: "ns",
        ours: Program(name: "lookup", arguments: ["65536", "5000000", "2"]),
        peer: Program(name: "locked-table", arguments: ["65536", "5000000", "2"]), goal: .atLeastTimesFaster(2.5)),
      Row(
        name: "create + destroy, verified, against plain", unit: "ns",
        ours: Program(name: "pair", arguments: ["mix", pairs], environment: ["DXGK_VERIFY": "standard"]), peer: plain,
        goal: .atMostTimes(3)),
      Row(
        name: "open a shared resource of 4 allocations, against creating it", unit: "ns",
        ours: Program(name: "opening", arguments: ["open", "20000"]),
        peer: Program(name: "opening", arguments: ["create", "20000"]), goal: .atMostTimes(2)),
      Row(
        name: "memory of a live allocation", unit: "bytes",
        ours: Program(name: "pair", arguments: ["memory", "200000"]), peer: nil, goal: .below(512)),
    ]
  }

  private static func pair(_ size: String, others: Int = 0) -> Program {
    Program(name: "pair", arguments: ["\(size)", pairs, "\(others)"])
  }

  private static func lavapipe(_ size: String) -> Program {
    Program(name: "lavapipe", arguments: [size, pairs])
  }
}
