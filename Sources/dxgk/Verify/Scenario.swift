import Dxgkrnl
import WDDM

/// One thing that a driver is put through, in a process of its own.
struct Scenario: Sendable {
  enum Mode: Sendable {
    /// Once, and nothing fails.
    case plain
    /// Again and again: each time the next step fails, of all that could.
    case faults
    /// Once, and every call's accesses to memory are compared.
    case races
  }

  let name: String
  /// What is done, in one phrase.
  let summary: String
  var mode = Mode.plain
  /// The version from which on it makes sense.
  var since = InterfaceVersion.vista
  let body: @Sendable (Stage) throws -> Void

  init(
    _ name: String, _ summary: String, mode: Mode = .plain, since: InterfaceVersion = .vista,
    _ body: @escaping @Sendable (Stage) throws -> Void
  ) {
    self.name = name
    self.summary = summary
    self.mode = mode
    self.since = since
    self.body = body
  }

  /// The same steps, with every one of them made to fail once.
  func withFaults(_ name: String) -> Scenario {
    Scenario("Faults - \(name)", "every step fails once: \(summary)", mode: .faults, since: since, body)
  }

  /// Every scenario, in the order in which they run.
  static let all: [Scenario] =
    lives + creations + surfaces + resources + sharing + removals + faults + races

  /// Those whose name a pattern of the shell's kind matches, in their order.
  static func matching(_ patterns: [String]) -> [Scenario] {
    patterns.isEmpty ? all : all.filter { scenario in patterns.contains { glob($0, scenario.name) } }
  }
}

/// Whether a pattern with `*` and `?` is the whole of a text, whatever the case of its letters.
func glob(_ pattern: String, _ text: String) -> Bool {
  func match(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
      return match(pattern.dropFirst(), text) || !text.isEmpty && match(pattern, text.dropFirst())
    }
    guard let character = text.first, first == "?" || first == character else { return false }
    return match(pattern.dropFirst(), text.dropFirst())
  }
  return match(Array(pattern.lowercased())[...], Array(text.lowercased())[...])
}
