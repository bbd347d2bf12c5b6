import Dxgkrnl
import WDDM

extension Scenario {
  /// Adapters, processes and devices.
  static let lives = [
    Scenario("Adapter - Start to Unload", "the driver is loaded, started, stopped, removed and unloaded") {
      _ = try $0.adapter()
    },
    Scenario("Adapter - Stop and Start Again", "three PnP stops and starts, with a device in between") { stage in
      let adapter = try stage.adapter()
      for _ in 0..<3 {
        let client = try stage.client()
        try adapter.stop()
        client.process.exit()
        try adapter.start()
      }
    },
    Scenario("Adapter - Two Cards", "the same driver on two adapters, a device on each") { stage in
      let first = try stage.adapter()
      let second = try stage.addAdapter()
      let process = try stage.kernel.makeProcess()
      _ = try VerifyClient(process: process, on: first)
      _ = try VerifyClient(process: process, on: second)
    },
    Scenario("Device - Create and Destroy", "two devices of one process, destroyed in either order") { stage in
      let client = try stage.client()
      for isReversed in [false, true] {
        let devices = [try client.another(), try client.another()]
        for device in isReversed ? devices.reversed() : devices { try client.process.destroyDevice(device.device) }
      }
    },
    Scenario("Device - Eight Processes", "eight processes with a device each, closed in the order they came") { stage in
      let clients = try (0..<8).map { _ in try stage.client() }
      for client in clients {
        try client.process.destroyDevice(client.device)
        try client.process.closeAdapter(client.adapter)
      }
    },
    Scenario("Process - Exit with Everything Alive", "a process ends with devices, resources and allocations") {
      stage in
      let client = try stage.client()
      let other = try client.another()
      _ = try client.create(stage.wishes(3), flags: .createResource)
      _ = try client.create(stage.wishes(1))
      _ = try other.create(stage.wishes(2), flags: .createResource)
      client.process.exit()
    },
  ]
}
