import Dxgkrnl
import WDDM

extension Scenario {
  /// Shared resources: opened by devices and processes, closed in every order.
  static let sharing = [
    Scenario("Sharing - Create and Destroy", "a shared resource that nobody opens") { stage in
      let client = try stage.client()
      let created = try client.create(stage.wishes(2), flags: shared)
      try client.destroy(resource: created.resource)
    },
    Scenario("Sharing - Several Devices", "a shared resource is opened on three devices of its process") { stage in
      let client = try stage.client()
      let created = try client.create(
        stage.wishes(2), flags: shared, resourceData: [UInt8](repeating: 7, count: 40))
      let openers = try [client, client.another(), client.another()]
      let opened = try openers.map { try $0.open(created.globalShare) }
      for (opener, resource) in zip(openers, opened) { try opener.destroy(resource: resource.resource) }
      try client.destroy(resource: created.resource)
    },
    Scenario("Sharing - Several Processes", "a shared resource is opened by three processes, closed in every order") {
      stage in
      for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
        let clients = try (0..<4).map { _ in try stage.client() }
        let created = try clients[0].create(stage.wishes(2), flags: shared)
        var resources = [created.resource]
        for client in clients.dropFirst() { resources.append(try client.open(created.globalShare).resource) }
        for index in order { try clients[index].destroy(resource: resources[index]) }
        for client in clients { client.process.exit() }
      }
    },
    Scenario("Sharing - The Creator Dies First", "the creator exits, an opener goes on, another opens") { stage in
      let (creator, opener, late) = (try stage.client(), try stage.client(), try stage.client())
      let created = try creator.create(stage.wishes(2), flags: shared)
      _ = try opener.open(created.globalShare)
      creator.process.exit()
      _ = try late.open(created.globalShare)
      opener.process.exit()
      late.process.exit()
    },
    Scenario("Sharing - Opened Again and Again", "a device opens and closes the same resource thirty-two times") {
      stage in
      let (creator, opener) = (try stage.client(), try stage.client())
      let created = try creator.create(stage.wishes(3), flags: shared)
      for _ in 0..<32 { try opener.destroy(resource: try opener.open(created.globalShare).resource) }
    },
    Scenario("Sharing - Surprise Removal", "the device is pulled out while a resource is open in two processes") {
      stage in
      let (creator, opener) = (try stage.client(), try stage.client())
      let created = try creator.create(stage.wishes(2), flags: shared)
      let opened = try opener.open(created.globalShare)
      try stage.adapter().surpriseRemoval()
      try creator.destroy(resource: created.resource)
      try opener.destroy(resource: opened.resource)
    },
  ]

  private static let shared: CreateAllocationFlags = [.createResource, .createShared]
}
