import Dxgkrnl
import WDDM

extension Scenario {
  /// Resources: made, added to, destroyed in every order.
  static let resources = [
    Scenario("Resource - N Allocations", "resources of 0, 1, 3 and 64 allocations") { stage in
      let client = try stage.client()
      for count in [0, 1, 3, 64] {
        let wishes = count == 0 ? [] : try stage.wishes(count)
        try client.destroy(resource: try client.create(wishes, flags: .createResource).resource)
      }
    },
    Scenario("Resource - Private Data", "a resource with private data of its own") { stage in
      let client = try stage.client()
      let created = try client.create(
        stage.wishes(2), flags: .createResource, resourceData: [UInt8](repeating: 7, count: 40))
      try client.destroy(resource: created.resource)
    },
    Scenario("Resource - Adding", "allocations are added to a resource, three times") { stage in
      let client = try stage.client()
      let created = try client.create(stage.wishes(1), flags: .createResource)
      for count in 1...3 { _ = try client.create(stage.wishes(count), resource: created.resource) }
      try client.destroy(resource: created.resource)
    },
    Scenario("Resource - Destroy in Every Order", "the allocations of a resource of three go one by one") { stage in
      let client = try stage.client()
      for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let created = try client.create(stage.wishes(3), flags: .createResource)
        for index in order { try client.destroy([created.allocations[index]]) }
        try client.destroy(resource: created.resource)
      }
      let created = try client.create(stage.wishes(4), flags: .createResource)
      try client.destroy([created.allocations[3], created.allocations[1]])
      _ = try client.create(stage.wishes(1), resource: created.resource)
      try client.destroy(resource: created.resource)
    },
    Scenario("Resource - Destroyed with Its Device", "a device goes with a resource and an allocation on it") { stage in
      let client = try stage.client()
      let device = try client.another()
      _ = try device.create(stage.wishes(3), flags: .createResource)
      _ = try device.create(stage.wishes(2))
      try client.process.destroyDevice(device.device)
    },
  ]
}
