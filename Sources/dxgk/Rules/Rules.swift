import ArgumentParser
import DxgRules
import DxgTrace
import WDDM

/// `dxgk rules`: what the contract says, and what becomes of each rule here.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the rules of the driver model, and where each is checked and proven.",
    discussion: """
      A rule is named in every refusal and finding. U- is the user side's contract, K- the driver's, W- what Windows \
      was seen to do, I- what always holds, D- a limit of this kernel. Without an argument the groups are listed.
      """)

  @Argument(
    help: ArgumentHelp(
      "A rule (U-017), the beginning of rules (K-08, W), or a group (nt-handles).", valueName: "rule"))
  var words: [String] = []

  @Flag(help: "Write one JSON object on one line; without a rule, of all of them.")
  var json = false

  func run() throws {
    let selections = try words.map(select)
    if json {
      let entries = words.isEmpty ? Catalogue.entries : selections.flatMap(\.entries)
      return Output.write(RuleListing.json(entries.map { Account($0) }).description + "\n", to: .standardOutput)
    }
    let ink = Output.Stream.standardOutput.ink
    let listing = RuleListing(ink: ink)
    let text = words.isEmpty ? listing.overview : selections.map(listing.text).joined(separator: "\n")
    Output.write(text, to: .standardOutput)
  }

  private func select(_ word: String) throws(CommandFailure) -> Selection {
    do throws(Selection.Unknown) {
      return try Selection(word)
    } catch {
      let near = error.near.isEmpty ? "'dxgk rules' lists the groups" : "near it: " + error.near.joined(separator: ", ")
      throw .usage("there is no rule or group \(error.word); \(near)")
    }
  }
}
