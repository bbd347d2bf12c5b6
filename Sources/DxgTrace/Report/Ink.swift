/// How emphasis is written: as terminal colours, or not at all.
///
/// Colour repeats what the words say and never says anything alone.
package struct Ink: Hashable, Sendable {
  private let isColoured: Bool

  private init(isColoured: Bool) { self.isColoured = isColoured }

  /// Text for files, pipes and `NO_COLOR`.
  package static let plain = Ink(isColoured: false)
  /// Text for a terminal.
  package static let terminal = Ink(isColoured: true)

  package func heading(_ text: String) -> String { wrap(text, "1") }
  /// Something that a reader should look at.
  package func alarm(_ text: String) -> String { wrap(text, "1;31") }
  package func quiet(_ text: String) -> String { wrap(text, "2") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
