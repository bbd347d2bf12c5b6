import Dxgkrnl
import DxgTestKit
import Testing
import WDDM

// Waiting calls that are ended, and objects that end. Every wait here ends in either order: nothing sleeps for ever.

extension Race {
  /// Keyed mutexes (W-216, W-217, W-226, W-230).
  static let ofKeyedMutexes: [Race] = [
    Race(
      name: "destroy a keyed mutex and open it", prepare: { try $0.makeMutex() },
      left: { try $0.client.process.destroyKeyedMutex($0.handle) },
      right: { _ = try $0.other.process.openKeyedMutex(globalHandle: $0.second) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "exit and open a keyed mutex", prepare: { try $0.makeMutex() }, left: { $0.other.process.exit() },
      right: { _ = try $0.other.process.openKeyedMutex(globalHandle: $0.second) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy a keyed mutex by its creator and by its opener", prepare: { try $0.makeOwnedMutex() },
      left: { try $0.client.process.destroyKeyedMutex($0.handle) },
      right: { try $0.other.process.destroyKeyedMutex($0.second) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "release a keyed mutex and wait for it", prepare: { try $0.makeOwnedMutex() },
      left: { try $0.client.process.releaseKeyedMutex($0.handle, key: 1, fence: 0) },
      right: { try $0.acquire($0.other, $0.second, key: 1, timeout: .never) }, allows: { $0 == nil && $1 == nil }),
    Race(
      name: "release a keyed mutex and ask for it", prepare: { try $0.makeOwnedMutex() },
      left: { try $0.client.process.releaseKeyedMutex($0.handle, key: 1, fence: 0) },
      right: { try $0.acquire($0.other, $0.second, key: 1) }, allows: { $0 == nil && ($1 == nil || $1 == .timeout) }),
    Race(
      name: "release a keyed mutex and stop waiting for it", prepare: { try $0.makeOwnedMutex() },
      left: { stage in
        stage.scene.machine.clock.advance(by: 10)
        try stage.client.process.releaseKeyedMutex(stage.handle, key: 1, fence: 0)
      },
      right: { try $0.acquire($0.other, $0.second, key: 1, timeout: .after(10)) },
      allows: { $0 == nil && ($1 == nil || $1 == .timeout) },
      // Who was told that the time was over does not own it.
      afterwards: { stage, _, right in
        if right != nil { try stage.acquire(stage.client, stage.handle, key: 1) }
      }),
    Race(
      name: "two ask for a keyed mutex",
      prepare: {
        try $0.makeMutex()
        $0.second = try $0.other.process.openKeyedMutex(globalHandle: $0.second).handle
      },
      left: { try $0.acquire($0.client, $0.handle, key: 0) }, right: { try $0.acquire($0.other, $0.second, key: 0) },
      allows: { isOneOf($0, $1, .timeout) }),
    Race(
      name: "destroy a keyed mutex and ask for it", prepare: { try $0.makeMutex() },
      left: { try $0.client.process.destroyKeyedMutex($0.handle) },
      right: { try $0.acquire($0.client, $0.handle, key: 0) }, allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy a keyed mutex and release it", prepare: { try $0.makeOwnedMutex() },
      left: { try $0.client.process.destroyKeyedMutex($0.handle) },
      right: { try $0.client.process.releaseKeyedMutex($0.handle, key: 1, fence: 0) },
      allows: { $0 == nil && isDead($1) }),
    Race(
      name: "destroy the owner's handle and wait for the keyed mutex", prepare: { try $0.makeOwnedMutex() },
      left: { try $0.client.process.destroyKeyedMutex($0.handle) },
      right: { try $0.acquire($0.other, $0.second, key: 1, timeout: .never) },
      allows: { $0 == nil && $1 == .abandoned }),
    Race(
      name: "destroy the handle that is waited through", prepare: { try $0.makeOwnedMutex() },
      left: { try $0.other.process.destroyKeyedMutex($0.second) },
      right: { try $0.acquire($0.other, $0.second, key: 1, timeout: .never) },
      allows: { $0 == nil && $1 == .invalidParameter }),
    Race(
      name: "exit of the owner and wait for the keyed mutex", prepare: { try $0.makeOwnedMutex() },
      left: { $0.client.process.exit() },
      right: { try $0.acquire($0.other, $0.second, key: 1, timeout: .never) },
      allows: { $0 == nil && $1 == .abandoned }),
    Race(
      name: "exit and wait for a keyed mutex", prepare: { try $0.makeOwnedMutex() },
      left: { $0.other.process.exit() },
      right: { try $0.acquire($0.other, $0.second, key: 1, timeout: .never) },
      allows: { $0 == nil && $1 == .invalidParameter }),
  ]
}

extension RaceStage {
  /// A keyed mutex of the client in `handle`, its global handle in `second`.
  fileprivate func makeMutex() throws {
    let made = try client.process.createKeyedMutex(initialValue: 0)
    handle = made.handle
    second = made.globalShare
  }

  /// The client owns it by `handle`, and the other process has it open by `second`.
  fileprivate func makeOwnedMutex() throws {
    try makeMutex()
    try acquire(client, handle, key: 0)
    second = try other.process.openKeyedMutex(globalHandle: second).handle
  }

  func acquire(_ client: Client, _ handle: UInt32, key: UInt64, timeout: Timeout = .after(0)) throws {
    switch try client.process.acquireKeyedMutex(handle, key: key, timeout: timeout) {
    case .acquired: break
    case .timeout: throw Outcome(status: .timeout)
    case .abandoned: throw Outcome(status: .abandoned)
    }
  }
}
