import CSystem
import CWDDM
import DDI
import DxgSystem
import Dxgkrnl
import Glibc
import Locks
import SoftGPU
import Verifier
import WDDM

/// Which driver is verified, and as what.
struct VerifiedDriver: Sendable {
  /// Nil: SoftGPU.
  let path: String?
  /// What SoftGPU declares; nil: the newest.
  let version: InterfaceVersion?
  /// Files of private data.
  let dataFiles: [[UInt8]]
  /// Which rules are heard of.
  let rules: VerifierOptions

  func load(_ findings: FindingList) throws(DriverLoadFailure) -> any Miniport {
    guard let path else { return SoftGPU(SoftGPU.Configuration(version: version ?? .wddm3_1)) }
    return try ForeignMiniport(path: path, findings: findings)
  }
}

/// The machine of one run of a scenario: a kernel, the driver behind its wrappers, and what was found.
final class Stage {
  let driver: VerifiedDriver
  let data: PrivateData
  let kernel: Kernel
  let findings = FindingList()
  let faults: FaultInjector
  /// What a scenario that looks for races found.
  var races: [Rounds.Race] = []
  /// Why the driver's file could not be loaded, with what a person needs to know.
  private(set) var loadFailure: DriverLoadFailure?
  private var current: Adapter?

  /// - Parameter tell: hears of each fault before it fires.
  init(
    _ driver: VerifiedDriver, _ data: PrivateData, faults plan: FaultPlan = FaultPlan(),
    tell: (@Sendable (FaultInjector.Fired) -> Void)? = nil
  ) {
    self.driver = driver
    self.data = data
    faults = FaultInjector(plan, tell: tell)
    var configuration = KernelConfiguration(memory: FaultyMemory(SystemMemory(), faults))
    configuration.events = findings
    configuration.limits.commit = 4 << 30
    kernel = Kernel(configuration)
  }

  /// The adapter; added by the first who asks.
  func adapter() throws(Refusal) -> Adapter {
    if let current { return current }
    let made = try addAdapter()
    current = made
    return made
  }

  /// Loads the driver, adds and starts it.
  func addAdapter() throws(Refusal) -> Adapter {
    let loaded: any Miniport
    do throws(DriverLoadFailure) { loaded = try driver.load(findings) } catch {
      loadFailure = error
      throw error.refusal
    }
    // What was made to fail is not the driver's mistake; what it is lent is watched last.
    let verified = VerifyingMiniport(wrapping: WatchedMiniport(loaded), findings: findings, options: driver.rules)
    let miniport = FaultyMiniport(verified, faults)
    return try kernel.addAdapter(
      miniport, identity: AdapterIdentity(description: driver.path ?? "softgpu"), barBytes: 256 << 20)
  }

  /// A new process with a device.
  func client() throws(Refusal) -> VerifyClient {
    try VerifyClient(process: try kernel.makeProcess(), on: try adapter())
  }

  /// Every process exits, every adapter goes.
  func end() throws(Refusal) {
    for process in kernel.processes { process.exit() }
    for adapter in kernel.adapters { try kernel.remove(adapter) }
    current = nil
  }
}

// MARK: - Private data

extension Stage {
  /// - Throws: that the scenario makes no sense when nothing is known to make such an allocation.
  func wish(_ kind: PrivateData.Kind) throws -> VerifyClient.Wish {
    guard let blob = data.blob(kind) else { throw Skip("no private data is known that makes such an allocation") }
    var wish = VerifyClient.Wish(data: blob)
    if kind == .primary || kind == .otherPrimary { wish.flags = 1 }
    return wish
  }

  func wishes(_ count: Int) throws -> [VerifyClient.Wish] {
    guard let blobs = data.blobs(count) else { throw Skip("no private data is known; give some with --data") }
    return blobs.map { VerifyClient.Wish(data: $0) }
  }
}

// MARK: - Memory of a program

extension Stage {
  /// Memory that a client brings, mapped while `body` runs.
  func withCallerMemory(bytes: Int, _ body: (UInt64) throws -> Void) throws {
    // SAFETY: mapped here and unmapped when the allocations on it are gone.
    let memory = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { throw Skip("no memory for the caller") }
    defer { unsafe _ = munmap(memory, bytes) }
    try body(UInt64(UInt(bitPattern: memory)))
  }
}

/// Why a scenario makes no sense for this driver. A skipped one has not passed.
struct Skip: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}

/// Why a driver does not even start.
struct StartFailure: Error {
  let refusal: Refusal
  let detail: String
}

// MARK: - What is known of a driver beforehand

extension PrivateData {
  /// Starts the driver once and asks it.
  ///
  /// - Throws: what refused the start.
  static func of(_ driver: VerifiedDriver) throws(StartFailure) -> (PrivateData, InterfaceVersion) {
    let stage = Stage(driver, .none)
    do throws(Refusal) { return try of(driver, stage) } catch {
      throw StartFailure(refusal: error, detail: stage.loadFailure.map { "\($0)" } ?? error.reason)
    }
  }

  private static func of(_ driver: VerifiedDriver, _ stage: Stage) throws(Refusal) -> (PrivateData, InterfaceVersion) {
    let adapter = try stage.adapter()
    let version = adapter.driver.version
    let process = try stage.kernel.makeProcess()
    let handle = try process.openAdapter(luid: adapter.luid)
    var answer = [UInt8](repeating: 0, count: MemoryLayout<SOFTGPU_ADAPTER>.size)
    var bytes = answer.mutableSpan
    // SAFETY: bytes; any bit pattern is one.
    var raw = unsafe bytes.mutableBytes
    let understands = (try? process.queryAdapterInfo(handle, type: 0, data: &raw)) != nil
    // SAFETY: as long as the struct, which holds numbers only.
    let card = unsafe answer.withUnsafeBytes { unsafe $0.loadUnaligned(as: SOFTGPU_ADAPTER.self) }
    try stage.end()
    if !driver.dataFiles.isEmpty { return (.files(driver.dataFiles), version) }
    let isSoftGPU = understands && card.Magic == UInt32(SOFTGPU_ALLOCATION_MAGIC)
    return (isSoftGPU ? .softGPU(card) : .none, version)
  }
}
