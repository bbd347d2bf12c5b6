import DDI
import Dxgkrnl
import WDDM

extension Scenario {
  /// Everything that may fail fails, once: the driver's functions, its callbacks, the machine's memory.
  static let faults = [
    lives[0].withFaults("Start"),
    faulty("Stop and Start", "a PnP stop and a start") { stage in
      let adapter = try stage.adapter()
      try adapter.stop()
      try adapter.start()
    },
    faulty("Device", "a device comes and goes") { _ = try $0.client() },
    creations[0].withFaults("Allocation"),
    faulty("Three Allocations", "three allocations in one call, destroyed in one") { stage in
      let client = try stage.client()
      try client.destroy(try client.create(stage.wishes(3)).allocations)
    },
    faulty("Resource", "a resource of three, to which two are added") { stage in
      let client = try stage.client()
      let created = try client.create(stage.wishes(3), flags: .createResource)
      _ = try client.create(stage.wishes(2), resource: created.resource)
      try client.destroy(resource: created.resource)
    },
    faulty("Backing Store", "two backing stores that the driver is given", since: .wddm3_0) { stage in
      let client = try stage.client()
      let wish = try stage.wish(.backingStore)
      _ = try client.create([wish, wish], flags: [.createResource, .createShared])
    },
    faulty("Standard Allocation", "a shadow surface is described, created and destroyed") { stage in
      let client = try stage.client()
      try stage.requireSurfaces()
      let made = try client.process.createSurface(.shadow(.vga), device: client.device)
      try client.destroy(resource: made.resource)
    },
    sharing[0].withFaults("Shared Resource"),
    faulty("Opening", "a shared resource is opened, and closed by its creator first") { stage in
      let (creator, opener) = (try stage.client(), try stage.client())
      let created = try creator.create(stage.wishes(2), flags: [.createResource, .createShared])
      let opened = try opener.open(created.globalShare)
      try creator.destroy(resource: created.resource)
      try opener.destroy(resource: opened.resource)
    },
    faulty("Timeout", "the adapter is reset while a resource is alive") { stage in
      let client = try stage.client()
      _ = try client.create(stage.wishes(2), flags: .createResource)
      try stage.adapter().resetFromTimeout()
    },
    faulty("Surprise Removal", "the device is pulled out while a resource is alive") { stage in
      let client = try stage.client()
      _ = try client.create(stage.wishes(2), flags: .createResource)
      try stage.adapter().surpriseRemoval()
    },
  ]

  /// - Parameter what: what is done, as ``Scenario/summary`` has it.
  private static func faulty(
    _ name: String, _ what: String, since: InterfaceVersion = .vista, _ body: @escaping @Sendable (Stage) throws -> Void
  ) -> Scenario {
    Scenario(name, what, since: since, body).withFaults(name)
  }
}
