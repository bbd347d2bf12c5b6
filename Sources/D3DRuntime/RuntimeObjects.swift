internal import Locks

/// The adapters and devices that this process has opened, by the tokens that stand for them.
///
/// Callbacks carry a handle and nothing else, so the way from it to its object is the one thing that is global here.
enum RuntimeObjects {
  private struct State {
    var adapters = SlotTable<RuntimeAdapter>()
    var devices = SlotTable<RuntimeDevice>()
  }

  private static let state = Guarded(State(), rank: .runtime)

  static func add(_ adapter: RuntimeAdapter) -> Token { state.withLock { $0.adapters.insert(.adapter, adapter) } }
  static func add(_ device: RuntimeDevice) -> Token { state.withLock { $0.devices.insert(.device, device) } }

  static func adapter(_ token: Token) -> RuntimeAdapter? { state.withLock { $0.adapters.find(.adapter, token) } }

  /// The device of that token, which is one of `kind`: the device's own or its core layer's.
  static func device(_ token: Token, kind: Token.Kind = .device) -> RuntimeDevice? {
    guard token.slot(kind) != nil else { return nil }
    return state.withLock { $0.devices.find(.device, token.as(.device)) }
  }

  static func devices(of adapter: RuntimeAdapter) -> [RuntimeDevice] {
    state.withLock { $0.devices.elements.filter { $0.adapter === adapter } }
  }

  static func remove(adapter token: Token) { state.withLock { $0.adapters.remove(.adapter, token) } }
  static func remove(device token: Token) { state.withLock { $0.devices.remove(.device, token) } }
}
