internal import DDI
internal import Verifier
internal import WDDM

/// What the environment says about the machine that this program is to find itself on. `dxgk run` sets these variables.
struct Settings: Equatable {
  /// The driver: the reference driver, or a file.
  enum Driver: Equatable {
    case softGPU
    case file(path: String)
  }

  var driver = Driver.softGPU
  /// Bytes of video memory, and how many of them the CPU can see. Nil: the driver's own default.
  var vram: (total: UInt64, visible: UInt64?)?
  /// Bytes of system memory that allocations may be charged for. Nil: half of the machine's.
  var commit: UInt64?
  var version = InterfaceVersion.wddm3_1
  /// Where to record; nil: nowhere.
  var recording: String?
  /// What is made to fail; nil: nothing, and nothing stands between the kernel and the driver.
  var faults: FaultPlan?
  /// What the verifier speaks about; nil: there is none.
  var verifier: VerifierOptions?

  /// Reads the variables.
  ///
  /// - Parameters:
  ///   - environment: looks a variable up.
  ///   - contents: reads a file that a value names.
  /// - Throws: the first value that makes no sense.
  init(
    environment: (String) -> String?, contents: (String) -> String? = Environment.contents
  ) throws(SettingsError) {
    switch environment("DXGK_ADAPTER") {
    case nil, "softgpu": break
    case let other?:
      throw SettingsError("DXGK_ADAPTER=\(other): there is no such adapter; it can be softgpu, or set DXGK_DRIVER")
    }
    if let path = environment("DXGK_DRIVER") { driver = .file(path: path) }
    if let text = environment("DXGK_VRAM") {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { ByteCount.parse(String($0)) }
      guard (1...2).contains(parts.count), let total = parts[0], total > 0, parts.count == 1 || parts[1] != nil else {
        throw SettingsError("DXGK_VRAM=\(text): not a size, nor two joined by a colon (TOTAL:VISIBLE)")
      }
      let visible = parts.count == 2 ? parts[1] : nil
      guard visible ?? 0 <= total else {
        throw SettingsError("DXGK_VRAM=\(text): more is visible than there is")
      }
      guard total % pageSize == 0, (visible ?? 0) % pageSize == 0 else {
        throw SettingsError("DXGK_VRAM=\(text): not a multiple of \(pageSize) bytes")
      }
      vram = (total, visible)
    }
    if let text = environment("DXGK_COMMIT") {
      guard let bytes = ByteCount.parse(text), bytes > 0 else { throw SettingsError("DXGK_COMMIT=\(text): not a size") }
      commit = bytes
    }
    if let text = environment("DXGK_WDDM") {
      guard let named = InterfaceVersion(named: text) else {
        let known = InterfaceVersion.named.map(\.name).joined(separator: ", ")
        throw SettingsError("DXGK_WDDM=\(text): not a version of WDDM; there are \(known)")
      }
      version = named
    }
    recording = environment("DXGK_RECORD")
    if let text = environment("DXGK_FAULTS") { faults = try Self.faults(text, contents) }
    if let text = environment("DXGK_VERIFY") {
      verifier = try Self.verifier(preset: text, mute: environment("DXGK_MUTE") ?? "", contents)
    }
  }

  /// A preset, and what of it is muted: a list, or `@` and the file that has it.
  private static func verifier(
    preset: String, mute: String, _ contents: (String) -> String?
  ) throws(SettingsError) -> VerifierOptions {
    guard let named = VerifierOptions.Preset(rawValue: preset) else {
      let known = VerifierOptions.Preset.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingsError("DXGK_VERIFY=\(preset): there is no such preset; there are \(known)")
    }
    var list = mute
    if mute.hasPrefix("@") {
      guard let read = contents(String(mute.dropFirst())) else {
        throw SettingsError("DXGK_MUTE=\(mute): the file cannot be read")
      }
      list = read
    }
    do throws(VerifierOptions.Mute.UnknownEntry) {
      return VerifierOptions(named, muting: try VerifierOptions.Mute.list(list))
    } catch {
      throw SettingsError("DXGK_MUTE: \(error.text) is no rule that is verified and no group of them")
    }
  }

  /// A plan of faults, or `@` and the file that has it.
  private static func faults(_ value: String, _ contents: (String) -> String?) throws(SettingsError) -> FaultPlan {
    var text = value
    if value.hasPrefix("@") {
      guard let read = contents(String(value.dropFirst())) else {
        throw SettingsError("DXGK_FAULTS=\(value): the file cannot be read")
      }
      text = read
    }
    do throws(FaultPlanError) { return try FaultPlan(text: text) } catch {
      throw SettingsError("DXGK_FAULTS: \(error)")
    }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.driver == right.driver && left.vram?.total == right.vram?.total && left.vram?.visible == right.vram?.visible
      && left.commit == right.commit && left.version == right.version && left.recording == right.recording
      && left.faults == right.faults && left.verifier == right.verifier
  }
}

/// Why there is no kernel, in one line.
struct SettingsError: Error, Equatable {
  let line: String
  init(_ line: String) { self.line = line }
}

/// Sizes as people write them.
enum ByteCount {
  /// Bytes, or a number with K, M, G or T behind it (powers of 1,024); nil for anything else.
  static func parse(_ text: String) -> UInt64? {
    let units: [Character: UInt64] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
    guard let last = text.last else { return nil }
    let unit = units[Character(last.uppercased())]
    let digits = unit == nil ? text[...] : text.dropLast()
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = UInt64(digits) else {
      return nil
    }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
    return overflow ? nil : bytes
  }
}
