internal import CSystem
internal import Dxgkrnl
internal import Synchronization
internal import WDDM

/// The kernel inside this program: made on the first call, also out of a static initialiser, and never torn down, so
/// that what leaked stays visible.
enum EmbeddedKernel {
  /// The machine, made now if there is none.
  ///
  /// A forked child has none: the inherited handles mean nothing, so only a call that needs no handle makes a new one.
  ///
  /// - Returns: nil when there is none and none can be made; ``failure`` says what to answer.
  @inline(__always)
  static func machine(beginsAnew: Bool) -> Unmanaged<Machine>? {
    if let machine = unsafe dxgk_embedded_get() { return unsafe Unmanaged.fromOpaque(machine) }
    return unsafe make(beginsAnew: beginsAnew)
  }

  /// What a call answers that finds no kernel: its handles are invalid (U-017), or the kernel could not be configured.
  static var failure: NTStatus { .invalidParameter }

  /// Set when the environment asked for a machine that cannot be. That is said once; it does not get better by trying.
  private static let hasFailed = Atomic<Bool>(false)

  @inline(never)
  private static func make(beginsAnew: Bool) -> Unmanaged<Machine>? {
    guard beginsAnew || dxgk_embedded_is_forked() == 0 else { return nil }
    dxgk_embedded_lock()
    defer { dxgk_embedded_unlock() }
    if let machine = unsafe dxgk_embedded_get() { return unsafe Unmanaged.fromOpaque(machine) }
    guard !hasFailed.load(ordering: .relaxed) else { return nil }
    do throws(SettingsError) {
      guard dxgk_copy_install() == 0 else { throw SettingsError("cannot install the handler for bad addresses") }
      let machine = unsafe Unmanaged.passRetained(try Machine(Settings(environment: Environment.value)))
      unsafe dxgk_embedded_set(machine.toOpaque())
      // A handle that was closed last of all is known by no call.
      if unsafe machine._withUnsafeGuaranteedRef({ $0.recorder != nil }) {
        dxgk_embedded_at_end { _ = EmbeddedKernel.withMachine { $0.kernel.recordClosedHandles() } }
      }
      return unsafe machine
    } catch {
      hasFailed.store(true, ordering: .relaxed)
      StandardError.say(error.line)
      return nil
    }
  }
}
