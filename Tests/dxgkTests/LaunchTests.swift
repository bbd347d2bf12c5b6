import Foundation
import Testing

@testable import dxgk

/// Starting programs and waiting for them, with the programs that every machine has. They never load the library, so an
/// empty file does for it.
struct LaunchTests {
  private let dxgk: BuiltCommand
  private let directory: TemporaryDirectory

  init() throws {
    dxgk = try BuiltCommand()
    directory = try TemporaryDirectory()
    try Data().write(to: directory.url("libdxgk.so.0"))
  }

  private func run(_ script: String, options: [String] = [], environment: [String: String] = [:]) throws
    -> BuiltCommand.Result
  {
    try dxgk(
      ["run", "--library", directory.path] + options + ["--", "sh", "-c", script], environment: environment)
  }

  @Test func theExitCodeAndStandardOutputAreTheProgramsOwn() throws {
    let result = try run("echo hello; exit 7")
    #expect(result.code == 7)
    #expect(result.output == "hello\n")
    #expect(result.error.hasPrefix("dxgk: sh -c 'echo hello; exit 7': exit code 7\nNo D3DKMT call was recorded"))
  }

  @Test func aKilledProgramIsReportedAndTheCodeIs128AndTheSignal() throws {
    let result = try run("kill -9 $$")
    #expect(result.code == 137)
    #expect(result.error.contains("killed by signal 9 (SIGKILL)"))
  }

  @Test func aSignalSentToTheCommandReachesTheProgram() throws {
    // The program says when it listens, through a pipe that the test reads to its first byte.
    let pipe = directory.url("ready").path
    let made = unsafe mkfifo(pipe, 0o600)
    #expect(made == 0)
    let script = "trap 'exit 9' TERM; echo > \(pipe); while :; do sleep 0.05; done"
    let result = try dxgk(["run", "--library", directory.path, "--", "sh", "-c", script]) { process in
      _ = try FileHandle(forReadingFrom: URL(fileURLWithPath: pipe)).read(upToCount: 1)
      kill(process, SIGTERM)
    }
    #expect(result.code == 9)
  }

  @Test func theProgramFindsTheLibraryFirstAndTheOptionsAsVariables() throws {
    let result = try run(
      #"echo "$LD_LIBRARY_PATH|$DXGK_VRAM|$DXGK_COMMIT|$DXGK_WDDM""#,
      options: ["--vram", "4G:256M", "--commit", "1G"],
      environment: ["LD_LIBRARY_PATH": "/elsewhere", "DXGK_WDDM": "2.0"])
    #expect(result.output == "\(directory.path):/elsewhere|4294967296:268435456|1073741824|2.0\n")
  }

  @Test func theTemporaryRecordingIsGoneAfterwards() throws {
    let result = try run(#"echo "$DXGK_RECORD"; touch "$DXGK_RECORD.5""#)
    let path = result.output.trimmingCharacters(in: .newlines)
    #expect(path.hasSuffix("/recording"))
    #expect(!FileManager.default.fileExists(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path))
  }

  @Test func aRecordingThatNeverBeganDoesNotHideHowTheProgramEnded() throws {
    let result = try run(#": > "$DXGK_RECORD"; exit 5"#)
    #expect(result.code == 5)
    #expect(result.error.contains("exit code 5"))
    #expect(result.error.contains("Recording damaged at byte 0: the file is not a recording of dxgk"))
  }

  @Test func aFileThatIsNoRecordingIsNeverReplaced() throws {
    let file = directory.url("thesis")
    try Data("years of work".utf8).write(to: file)
    let result = try run("exit 0", options: ["--record", file.path])
    #expect(result.code == 2)
    #expect(result.error == "dxgk: error: \(file.path) exists and is not a recording; it is left alone\n")
    #expect(try Data(contentsOf: file) == Data("years of work".utf8))
  }

  @Test func argumentsThatAreNoTextReachTheProgram() throws {
    // The outer shell makes the odd byte; the inner one says whether it came through as it was.
    let inner = #"sh -c '[ "$1" = "$(printf "\377")" ] && exit 3' sh "$(printf "\377")""#
    let script = #"exec "$0" run --library "$1" -- "# + inner
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, dxgk.executable.path, directory.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
  }

  @Test func aProgramThatIsNotThereIs127AndOneThatIsNoneIs126() throws {
    let missing = try dxgk(["run", "--library", directory.path, "--", "no-such-program"])
    #expect(missing.code == 127)
    #expect(missing.error == "dxgk: error: cannot run no-such-program: No such file or directory\n")
    let noProgram = try dxgk(["run", "--library", directory.path, "--", "/etc/passwd"])
    #expect(noProgram.code == 126)
    #expect(noProgram.error == "dxgk: error: cannot run /etc/passwd: Permission denied\n")
  }

  @Test(arguments: [
    ["rum"], ["run"], ["run", "--bogus", "--", "true"], ["run", "--vram", "4Q", "--", "true"], ["report"],
    ["report", "/no/such"], ["report", "/etc/passwd"], ["run", "--library", "/etc", "--", "true"],
    ["run", "--record", "/no/such/file", "--", "true"], ["run", "--output", "/no/such/file", "--", "true"],
  ])
  func aMistakeIsOneLineAndCode2(arguments: [String]) throws {
    let result = try dxgk(arguments)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("dxgk: error: "))
    #expect(result.error.count { $0 == "\n" } == 1)
  }

  @Test func helpAndVersionGoToStandardOutput() throws {
    #expect(try dxgk(["--version"]).output == "dxgk 0.1.0\n")
    #expect(try dxgk(["run", "--help"]).output.contains("--vram <total[:visible]>"))
    #expect(try dxgk(["--generate-completion-script", "bash"]).output.contains("dxgk"))
  }
}
