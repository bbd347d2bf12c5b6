import Dxgkrnl
import WDDM

extension Scenario {
  /// The device goes away, and what was made on it stays for its owners to destroy.
  static let removals = [
    removal("Timeout", "the adapter is reset while allocations are alive; new devices work") {
      try $0.resetFromTimeout()
    },
    removal("PnP Stop", "the device stops while allocations are alive, and starts again") {
      try $0.stop()
      try $0.start()
    },
    removal("Surprise", "the device is pulled out while allocations are alive", isLasting: true) {
      try $0.surpriseRemoval()
    },
    Scenario("Removal - Surprise, Nothing Alive", "the device is pulled out before anything was made") { stage in
      try stage.adapter().surpriseRemoval()
    },
    Scenario("Mode Switch - Primaries", "primaries are destroyed and made anew in another size, five times") { stage in
      let client = try stage.client()
      var old = try client.create([stage.wish(.primary)], flags: .createResource)
      for turn in 0..<5 {
        try client.destroy(resource: old.resource)
        old = try client.create([stage.wish(turn % 2 == 0 ? .otherPrimary : .primary)], flags: .createResource)
      }
      try client.destroy(resource: old.resource)
    },
  ]

  private static func removal(
    _ name: String, _ summary: String, isLasting: Bool = false, _ remove: @escaping @Sendable (Adapter) throws -> Void
  ) -> Scenario {
    Scenario("Removal - \(name)", summary) { stage in
      let client = try stage.client()
      let leaver = try stage.client()
      let created = try client.create(stage.wishes(2), flags: .createResource)
      let alone = try client.create(stage.wishes(1))
      _ = try leaver.create(stage.wishes(2))
      try remove(try stage.adapter())
      // What clients hold they destroy as always; the driver's Close and Destroy run (K-342).
      try client.destroy(alone.allocations)
      try client.destroy(resource: created.resource)
      leaver.process.exit()
      client.process.exit()
      guard !isLasting else { return }
      let next = try stage.client()
      try next.destroy(try next.create(stage.wishes(1)).allocations)
    }
  }
}
