import Foundation
import Testing

@testable import dxgk

/// The man pages are generated (`swift package generate-manual --multi-page`) and committed, because generating them
/// takes longer than an installation may.
struct ManualTests {
  @Test(arguments: ["run", "report", "adapters", "rules", "verify"])
  func everyOptionIsInTheManPage(subcommand: String) throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Packaging/man/dxgk.\(subcommand).1")
    let text = try String(contentsOf: page, encoding: .utf8)
    let help = try BuiltCommand()(["help", subcommand]).output
    // A line that lists an option is indented and begins with a dash.
    let lines = help.split(separator: "\n").filter { $0.drop { $0 == " " }.hasPrefix("-") }
    let options = lines.flatMap { $0.split { " ,".contains($0) } }.filter { $0.hasPrefix("--") && $0.count > 2 }
    #expect(options.count > 2)
    for option in Set(options) { #expect(text.contains("Fl -\(option.dropFirst(2))"), "\(option)") }
  }
}
