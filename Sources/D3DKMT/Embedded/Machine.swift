internal import DDI
internal import DxgSystem
internal import DxgTrace
internal import Dxgkrnl
internal import Glibc
internal import Locks
internal import SoftGPU
internal import Verifier
internal import WDDM

/// The machine that a program finds itself on: a kernel with one adapter, the program's process, and the recorder if
/// there is to be one. Lives until the program ends.
@safe final class Machine: Sendable {
  let kernel: Kernel
  let recorder: Recorder?
  /// What makes steps fail; nil when nothing is to.
  private let faults: FaultInjector?
  let clock = SystemClock()
  /// The program itself, kept for ever; not counted anew by every call.
  let process: Unmanaged<Process>
  /// Every process that was made and is not forgotten.
  let processes: Guarded<NumberedProcesses>

  /// - Throws: why there can be no such machine, in one line.
  init(_ settings: Settings) throws(SettingsError) {
    let system = SystemMemory()
    // Half of the machine's memory, as Windows shares it out.
    let commit = settings.commit ?? system.installed / 2
    let recorder = try Self.recorder(settings, commit: commit)
    let faults = settings.faults.map { plan in FaultInjector(plan) { recorder?.record(.fault($0.event)) } }
    self.recorder = recorder
    self.faults = faults
    var configuration = KernelConfiguration(memory: faults.map { FaultyMemory(system, $0) } ?? system)
    configuration.limits.commit = commit
    configuration.events = recorder
    configuration.clock = clock
    configuration.eventObjects = EventDescriptors()
    do throws(Refusal) { configuration.ntHandles = try PipeHandles() } catch {
      throw SettingsError("cannot make NT handles: \(error.reason)")
    }
    kernel = Kernel(configuration)
    do throws(Refusal) {
      let first = try kernel.makeProcess()
      unsafe process = Unmanaged.passRetained(first)
      processes = Guarded(NumberedProcesses(program: first), rank: .trace)
    } catch {
      throw SettingsError("cannot make the memory of a process: \(error.reason)")
    }
    try addAdapter(settings)
  }

  private func addAdapter(_ settings: Settings) throws(SettingsError) {
    switch settings.driver {
    case .softGPU:
      let card = settings.card
      do throws(Refusal) {
        _ = try kernel.addAdapter(
          wrapped(SoftGPU(card), settings), identity: AdapterIdentity(description: "DxgKit SoftGPU"),
          barBytes: card.visibleVideoMemory)
      } catch {
        throw SettingsError("the adapter did not start: \(error.status), \(error.reason)")
      }
    case .file(let path):
      let findings = FindingsAsEvents(recorder)
      let driver = try Self.load(path, settings.verifier.map { SiftedFindings($0, findings) } ?? findings)
      let bar = settings.card.visibleVideoMemory
      do throws(Refusal) {
        _ = try kernel.addAdapter(
          wrapped(driver, settings), identity: AdapterIdentity(description: path), barBytes: bar)
      } catch {
        throw SettingsError("the driver \(path) did not start: \(error.status), \(error.reason)")
      }
    }
  }

  /// Kernel, faults, verifier, driver: what was made to fail is not the driver's mistake.
  private func wrapped(_ driver: any Miniport, _ settings: Settings) -> any Miniport {
    let findings = FindingsAsEvents(recorder)
    let verified: any Miniport =
      settings.verifier.map { VerifyingMiniport(wrapping: driver, findings: findings, options: $0) } ?? driver
    return faults.map { FaultyMiniport(verified, $0) } ?? verified
  }

  private static func load(_ path: String, _ findings: any DriverFindings) throws(SettingsError) -> ForeignMiniport {
    do throws(DriverLoadFailure) { return try ForeignMiniport(path: path, findings: findings) } catch {
      throw SettingsError("cannot load the driver: \(error)")
    }
  }

  private static func recorder(_ settings: Settings, commit: UInt64) throws(SettingsError) -> Recorder? {
    guard let path = settings.recording else { return nil }
    let card = settings.card
    var text = [(key: "program", value: programPath)]
    switch settings.driver {
    case .softGPU:
      text += [
        ("adapter", "softgpu"), ("vram", String(card.videoMemory)), ("visible", String(card.visibleVideoMemory)),
        ("wddm", settings.versionName),
      ]
    case .file(let path): text += [("adapter", path), ("visible", String(card.visibleVideoMemory))]
    }
    text.append(("commit", String(commit)))
    do throws(SystemError) {
      return try Recorder(path: path, pid: getpid(), text: text)
    } catch {
      throw SettingsError("cannot record into \(path): \(error)")
    }
  }

  private static var programPath: String {
    let capacity = 4096
    return unsafe String(unsafeUninitializedCapacity: capacity) { bytes in
      // SAFETY: the link is read into the buffer's own bytes, at most as many as it has.
      let count = unsafe readlink(
        "/proc/self/exe", UnsafeMutableRawPointer(bytes.baseAddress!).assumingMemoryBound(to: CChar.self), capacity)
      return max(0, count)
    }
  }
}

extension FaultInjector.Fired {
  fileprivate var event: InjectedFault { InjectedFault(point: point.name, number: number, status: status) }
}

extension Settings {
  /// The reference card, as the settings have it.
  var card: SoftGPU.Configuration {
    var card = SoftGPU.Configuration(version: version)
    if let vram {
      card = SoftGPU.Configuration(videoMemory: vram.total, visibleVideoMemory: vram.visible, version: version)
    }
    return card
  }

  var versionName: String { InterfaceVersion.named.first { $0.version == version }?.name ?? "" }
}
