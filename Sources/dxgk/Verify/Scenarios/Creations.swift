import Dxgkrnl
import WDDM

extension Scenario {
  /// Allocations on their own.
  static let creations = [
    Scenario("Allocation - Standalone", "an allocation without a resource is created and destroyed") { stage in
      let client = try stage.client()
      try client.destroy(try client.create(stage.wishes(1)).allocations)
    },
    Scenario("Allocation - One after the Other", "sixteen, each created when the one before is destroyed") { stage in
      let client = try stage.client()
      for _ in 0..<16 { try client.destroy(try client.create(stage.wishes(1)).allocations) }
    },
    Scenario("Allocation - N at Once", "1, 2, 3 and 64 allocations in one call") { stage in
      let client = try stage.client()
      for count in [1, 2, 3, 64] { try client.destroy(try client.create(stage.wishes(count)).allocations) }
    },
    kind(.cpuVisible, "CPU Visible", "an allocation that the CPU writes"),
    kind(.cached, "Cached", "an allocation in cached memory that the CPU writes"),
    kind(.image, "Image", "an allocation of rows, whose pitch the driver decides"),
    kind(.large, "Large", "an allocation of 48 MiB"),
    kind(.primary, "Primary", "an allocation that is a primary"),
    kind(.backingStore, "Backing Store", "a backing store that the driver is given", since: .wddm3_0),
    Scenario("Allocation - Caller Memory", "allocations on memory of the caller") { stage in
      let client = try stage.client()
      try stage.withCallerMemory(bytes: 1 << 20) { address in
        var wish = try stage.wish(.cached)
        wish.systemMemory = address
        try client.destroy(try client.create([wish], flags: .createResource).allocations)
      }
    },
    Scenario("Allocation - Refused Private Data", "one of N allocations has private data that makes no sense") {
      stage in
      let client = try stage.client()
      for count in 1...4 {
        for bad in 0..<count {
          for flags in [CreateAllocationFlags(), .createResource] {
            var wishes = try stage.wishes(count)
            wishes[bad] = try stage.wish(.refused)
            // A driver may find sense in it; what it must not is leave anything behind.
            guard let created = try? client.create(wishes, flags: flags) else { continue }
            if created.resource == 0 {
              try client.destroy(created.allocations)
            } else {
              try client.destroy(resource: created.resource)
            }
          }
        }
      }
    },
    Scenario("Allocation - Hostile Private Data", "private data of every length up to 96 bytes, of zeros and of ones") {
      stage in
      let client = try stage.client()
      for byte in [UInt8(0), 0xFF] {
        for count in 0...96 {
          let wish = VerifyClient.Wish(data: [UInt8](repeating: byte, count: count))
          if let created = try? client.create([wish]) { try client.destroy(created.allocations) }
        }
      }
      // Every bit of what the driver takes, flipped: K-078.
      guard let sound = stage.data.blob(.plain) else { return }
      for bit in 0..<sound.count * 8 {
        var blob = sound
        blob[bit / 8] ^= 1 << UInt8(bit % 8)
        if let created = try? client.create([VerifyClient.Wish(data: blob)], flags: .createResource) {
          try client.destroy(resource: created.resource)
        }
      }
    },
  ]

  /// One allocation of a kind, alone and beside another; the CPU writes what it can.
  private static func kind(
    _ kind: PrivateData.Kind, _ name: String, _ summary: String, since: InterfaceVersion = .vista
  ) -> Scenario {
    Scenario("Allocation - \(name)", summary, since: since) { stage in
      let client = try stage.client()
      let wish = try stage.wish(kind)
      for wishes in [[wish], [wish, wish]] {
        // A backing store is shared with the driver only for a shared allocation (K-131).
        let flags: CreateAllocationFlags =
          kind == .backingStore ? [.createResource, .createShared] : kind == .primary ? .createResource : []
        let created = try client.create(wishes, flags: flags)
        if [.cpuVisible, .cached, .backingStore].contains(kind) {
          for allocation in created.allocations { try client.touch(allocation) }
        }
        if created.resource == 0 {
          try client.destroy(created.allocations)
        } else {
          try client.destroy(resource: created.resource)
        }
      }
    }
  }
}
