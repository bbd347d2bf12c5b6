import DDI
import DxgTestKit
import Dxgkrnl
import WDDM

/// From AddDevice to Unload, with everything between that a kernel asks of a driver: what breaks a rule on the way is
/// found, whatever becomes of the calls.
enum WholeLife {
  static func play(_ driver: any Miniport) {
    let machine = Machine()
    guard let adapter = try? machine.add(driver, barBytes: 256 << 20) else { return }
    if let client = try? machine.client(on: adapter) {
      play(client)
      if let second = try? machine.client(on: adapter) {
        play(second)
        // One process's resource on the other's device, and gone there last.
        if let shared = try? client.create(
          [Wish().request, Wish(size: 8192).request], flags: [.createResource, .createShared])
        {
          _ = try? second.open(.globalHandle(shared.globalShare))
        }
      }
    }
    try? adapter.resetFromTimeout()
    try? machine.shutDown()
  }

  private static func play(_ client: Client) {
    // Stand-alone, several at once, in a resource, added to one, with a backing store that the driver sees.
    let single = try? client.create([Wish().request])
    let several = try? client.create([Wish(size: 100).request, Wish(size: 1 << 20, flags: 0).request])
    let resource = try? client.create([Wish().request, Wish(size: 8192).request], flags: .createResource)
    if let resource { _ = try? client.create([Wish().request], resource: resource.resource) }
    _ = try? client.create([Wish(flags: 1 | 8).request], flags: [.createResource, .createShared])
    _ = try? client.create([Wish(flags: 1 | 32).request])
    if let single { try? client.destroy(single.allocations) }
    if let resource {
      try? client.destroy([resource.allocations[0]])
      try? client.destroy(resource: resource.resource)
    }
    if let several { try? client.destroy(several.allocations) }
  }
}
