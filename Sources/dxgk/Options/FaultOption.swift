import ArgumentParser
import DDI

/// The argument of `--faults`: a plan, or `@` and a file that has one.
enum FaultOption {
  /// Finds a mistake before the program runs.
  static func check(_ argument: String) throws {
    guard !argument.hasPrefix("@") else { return }
    do throws(FaultPlanError) { _ = try FaultPlan(text: argument) } catch {
      throw ValidationError("--faults \(error)")
    }
  }

  /// What the program's library is told. It finds the file wherever the program goes.
  static func variable(_ argument: String) throws(CommandFailure) -> String {
    guard argument.hasPrefix("@") else { return argument }
    _ = try plan(argument)
    return "@" + absolutePath(String(argument.dropFirst()))
  }

  /// The plan itself.
  static func plan(_ argument: String) throws(CommandFailure) -> FaultPlan {
    var text = argument
    if argument.hasPrefix("@") {
      text = String(decoding: try FileContents.read(String(argument.dropFirst())), as: UTF8.self)
    }
    do throws(FaultPlanError) { return try FaultPlan(text: text) } catch { throw .usage("--faults \(error)") }
  }
}
