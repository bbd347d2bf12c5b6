import Dxgkrnl
import WDDM

extension Scenario {
  /// Everything that may fail fails, once: the driver's functions, its callbacks, the machine's memory.
  static let faults = [
    lives[0].withFaults("Start"),
    Scenario("Adapter - Stop and Start", "") { stage in
      let adapter = try stage.adapter()
      try adapter.stop()
      try adapter.start()
    }.withFaults("Stop and Start"),
    Scenario("Device - One", "") { _ = try $0.client() }.withFaults("Device"),
    creations[0].withFaults("Allocation"),
    Scenario("Allocation - Three", "") { stage in
      let client = try stage.client()
      try client.destroy(try client.create(stage.wishes(3)).allocations)
    }.withFaults("Three Allocations"),
    Scenario("Resource - Three, Then Two", "") { stage in
      let client = try stage.client()
      let created = try client.create(stage.wishes(3), flags: .createResource)
      _ = try client.create(stage.wishes(2), resource: created.resource)
      try client.destroy(resource: created.resource)
    }.withFaults("Resource"),
    Scenario("Allocation - Backing Store", "", since: .wddm3_0) { stage in
      let client = try stage.client()
      let wish = try stage.wish(.backingStore)
      _ = try client.create([wish, wish], flags: [.createResource, .createShared])
    }.withFaults("Backing Store"),
    sharing[0].withFaults("Shared Resource"),
    Scenario("Sharing - One Opener", "") { stage in
      let (creator, opener) = (try stage.client(), try stage.client())
      let created = try creator.create(stage.wishes(2), flags: [.createResource, .createShared])
      let opened = try opener.open(created.globalShare)
      try creator.destroy(resource: created.resource)
      try opener.destroy(resource: opened.resource)
    }.withFaults("Opening"),
    Scenario("Removal - Surprise", "") { stage in
      let client = try stage.client()
      _ = try client.create(stage.wishes(2), flags: .createResource)
      try stage.adapter().surpriseRemoval()
    }.withFaults("Surprise Removal"),
  ]
}
