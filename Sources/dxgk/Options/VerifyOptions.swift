import ArgumentParser
import Verifier

/// The options that put the verifier between the kernel and the driver.
struct VerifyOptions: ParsableArguments {
  @Option(
    defaultAsFlag: "standard", parsing: .next,
    help: ArgumentHelp(
      "Hold the driver against the contract's rules: all, standard or safety.", valueName: "preset"))
  var verify: String?

  @Option(
    help: ArgumentHelp(
      "Rules (K-083) and groups (segments) of --verify not to hear of, with commas; @FILE reads them from a file. "
        + "May be given several times.", valueName: "rules"))
  var mute: [String] = []

  func validate() throws {
    if let verify, VerifierOptions.Preset(rawValue: verify) == nil {
      let known = VerifierOptions.Preset.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--verify=\(verify): expected one of \(known)")
    }
    if verify == nil, !mute.isEmpty { throw ValidationError("--mute is about what --verify finds; give that too") }
    for list in mute where !list.hasPrefix("@") { try Self.check(list) }
  }

  /// What the library reads in the program that is started: nothing when nobody verifies.
  func variables() throws -> [(name: String, value: String?)] {
    guard let verify else { return [] }
    let lists = try Self.lists(mute)
    return [("DXGK_VERIFY", verify), ("DXGK_MUTE", lists.isEmpty ? nil : lists.joined(separator: "\n"))]
  }

  /// What each `--mute` says, the files read; each is a list that is understood.
  static func lists(_ mute: [String]) throws -> [String] {
    var lists: [String] = []
    for list in mute {
      var text = list
      if list.hasPrefix("@") {
        text = String(decoding: try FileContents.read(String(list.dropFirst())), as: UTF8.self)
      }
      try check(text)
      lists.append(text)
    }
    return lists
  }

  private static func check(_ list: String) throws {
    do throws(VerifierOptions.Mute.UnknownEntry) { _ = try VerifierOptions.Mute.list(list) } catch {
      throw ValidationError("--mute: \(error.text) is no rule that is verified and no group of them")
    }
  }
}
