import ArgumentParser
import Glibc
import Verifier
import WDDM

/// Which driver is verified, and how: for `dxgk verify` and the processes that it starts.
struct VerifiedDriverOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The driver: a shared object, or softgpu.", valueName: "driver"))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "The version of the driver model: softgpu declares it; a driver that declares another is skipped.",
      valueName: "version"))
  var wddm: String?

  @Option(
    help: ArgumentHelp(
      "A file that is one allocation's private data; may be given again. Not needed for what softgpu.h describes.",
      valueName: "file"))
  var data: [String] = []

  @Option(
    help: ArgumentHelp("Which rules the driver is held against: all, standard or safety.", valueName: "preset"))
  var preset = "standard"

  @Option(
    help: ArgumentHelp(
      "Rules (K-083) and groups (segments) not to hear of, with commas; @FILE reads them from a file. "
        + "May be given several times.", valueName: "rules"))
  var mute: [String] = []

  func validate() throws {
    if VerifierOptions.Preset(rawValue: preset) == nil {
      let known = VerifierOptions.Preset.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--preset \(preset): expected one of \(known)")
    }
    _ = try VerifyOptions.lists(mute)
    if let wddm, InterfaceVersion(named: wddm) == nil {
      let known = InterfaceVersion.named.map(\.name).joined(separator: ", ")
      throw ValidationError("--wddm \(wddm): expected one of \(known)")
    }
    if let file, !isSoftGPU, !isReadable(file) {
      throw ValidationError(CommandFailure.system("cannot read the driver \(driver)", error: errno).message)
    }
  }

  /// Empty where none is needed.
  var driver: String { file ?? "" }
  var isSoftGPU: Bool { driver == "softgpu" }
  var version: InterfaceVersion? { wddm.flatMap { InterfaceVersion(named: $0) } }

  func load() throws(CommandFailure) -> VerifiedDriver {
    var blobs: [[UInt8]] = []
    for file in data { blobs.append(try FileContents.read(file, atMost: 1 << 20)) }
    return VerifiedDriver(
      path: isSoftGPU ? nil : absolutePath(driver), version: version, dataFiles: blobs,
      rules: try rules())
  }

  private func rules() throws(CommandFailure) -> VerifierOptions {
    guard let preset = VerifierOptions.Preset(rawValue: preset), let lists = try? VerifyOptions.lists(mute),
      let muted = try? lists.map(VerifierOptions.Mute.list)
    else { throw .usage("the rules are not understood") }
    return VerifierOptions(preset, muting: muted.flatMap(\.self))
  }

  /// Drivers need the port library, and nothing on the command's own search path has it.
  func offerPortLibrary() {
    guard !isSoftGPU, let directory = try? LibraryLocation.find(asked: nil) else { return }
    // SAFETY: the path is a terminated string for the length of the call; the library has no initialisers.
    _ = unsafe dlopen(directory + "/libdxgkport.so.0", RTLD_NOW | RTLD_GLOBAL)
  }

  /// The same, for a process that is started.
  var arguments: [String] {
    [isSoftGPU ? driver : absolutePath(driver)] + (wddm.map { ["--wddm", $0] } ?? [])
      + data.flatMap { ["--data", absolutePath($0)] } + ["--preset", preset]
      + mute.flatMap { ["--mute", $0.hasPrefix("@") ? "@" + absolutePath(String($0.dropFirst())) : $0] }
  }
}
