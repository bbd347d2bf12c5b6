import ArgumentParser
import Glibc

/// `dxgk`, and how it starts and fails.
struct Dxgk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dxgk",
    abstract: "Run, test and see the memory path of Windows GPU drivers and their clients.",
    discussion: """
      A program's D3DKMT calls are served by a graphics-memory kernel inside the program itself: no Windows, no GPU, \
      no root.

      Exit codes: 0 done, 1 something was found, 2 the command was given wrongly; 'dxgk run' has its program's.
      """,
    version: "dxgk 0.1.0",
    subcommands: [Run.self, ReportRecording.self, Adapters.self, Verify.self, Rules.self, VerifyScenario.self])

  /// Parses the command line, runs what it says, and ends the process with the command's exit code.
  ///
  /// A mistake is one line on standard error, whoever found it.
  static func start() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      Glibc.exit(EXIT_SUCCESS)
    } catch let failure as CommandFailure {
      fail(failure)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let text = message(for: error)
      // Help, the version and completions are asked for; the rest is a mistake, told without the parser's usage lines.
      guard exitCode(for: error) == .success else {
        fail(.usage(text.split(separator: "\n").first.map(String.init) ?? "the command line is not understood"))
      }
      Output.write(text + "\n", to: .standardOutput)
      Glibc.exit(EXIT_SUCCESS)
    }
  }

  private static func fail(_ failure: CommandFailure) -> Never {
    Output.write("dxgk: error: \(failure.message)\n", to: .standardError)
    Glibc.exit(failure.exitCode)
  }
}
