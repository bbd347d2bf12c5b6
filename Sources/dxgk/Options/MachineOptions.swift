import ArgumentParser
import Glibc
import SoftGPU
import WDDM

/// The options that say what machine a program finds: its adapter, the adapter's memory, the machine's commit limit.
struct MachineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A built-in adapter: softgpu, the reference adapter.", valueName: "name"))
  var adapter: String?

  @Option(help: ArgumentHelp("A kernel-mode driver, as a shared object.", valueName: "file.so"))
  var driver: String?

  @Option(
    help: ArgumentHelp(
      "Video memory, and how much of it the CPU sees: 4G, 4G:256M.", valueName: "total[:visible]"))
  var vram: String?

  @Option(
    help: ArgumentHelp(
      "The most memory that allocations may commit: 8G. Half of the machine's by default.", valueName: "size"))
  var commit: String?

  @Option(help: ArgumentHelp("The version of the driver model that softgpu declares: 3.1.", valueName: "version"))
  var wddm: String?

  func validate() throws {
    if adapter != nil && driver != nil {
      throw ValidationError("--adapter and --driver exclude each other")
    }
    if wddm != nil && driver != nil {
      throw ValidationError("--wddm is for softgpu; the driver of --driver declares its own version")
    }
    if let adapter, adapter != "softgpu" {
      throw ValidationError("no adapter is called '\(adapter)'; there is softgpu, and --driver for others")
    }
    if let driver, !isReadable(driver) {
      throw ValidationError(CommandFailure.system("cannot read the driver \(driver)", error: errno).message)
    }
    if let vram, VideoMemory(vram) == nil {
      throw ValidationError("--vram \(vram): expected TOTAL or TOTAL:VISIBLE in multiples of 4K, as 4G or 4G:256M")
    }
    if let commit, ByteSize(commit)?.bytes ?? 0 == 0 {
      throw ValidationError("--commit \(commit): expected a size, as 512M or 8G")
    }
    if let wddm, InterfaceVersion(named: wddm) == nil {
      let known = InterfaceVersion.named.map(\.name).joined(separator: ", ")
      throw ValidationError("--wddm \(wddm): expected one of \(known)")
    }
  }
}

extension MachineOptions {
  /// What the library reads in the program that is started; see `docs/report.md`.
  ///
  /// An option that is not given leaves its variable as the caller has it; a nil value removes one.
  var environment: [(name: String, value: String?)] {
    var variables: [(name: String, value: String?)] = []
    if let adapter { variables += [("DXGK_ADAPTER", adapter), ("DXGK_DRIVER", nil)] }
    if let driver { variables += [("DXGK_DRIVER", absolutePath(driver)), ("DXGK_ADAPTER", nil)] }
    if let memory = vram.flatMap(VideoMemory.init) {
      let visible = memory.visible.map { ":\($0.bytes)" } ?? ""
      variables.append(("DXGK_VRAM", "\(memory.total.bytes)\(visible)"))
    }
    if let size = commit.flatMap({ ByteSize($0) }) { variables.append(("DXGK_COMMIT", "\(size.bytes)")) }
    if let wddm { variables.append(("DXGK_WDDM", wddm)) }
    return variables
  }
}

extension MachineOptions {
  /// Bytes; nil when the option is not given.
  var commitLimit: UInt64? { commit.flatMap { ByteSize($0) }?.bytes }

  /// The reference card as the options have it.
  var card: SoftGPU.Configuration {
    let version = wddm.flatMap { InterfaceVersion(named: $0) } ?? .wddm3_1
    guard let memory = vram.flatMap(VideoMemory.init) else { return SoftGPU.Configuration(version: version) }
    return SoftGPU.Configuration(
      videoMemory: memory.total.bytes, visibleVideoMemory: memory.visible?.bytes, version: version)
  }
}
