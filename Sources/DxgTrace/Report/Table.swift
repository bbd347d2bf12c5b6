/// Rows of text in aligned columns, two spaces apart, two in from the margin.
///
/// The last column is not padded, so that no line ends in spaces.
package struct Table {
  package enum Alignment { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// - Parameter alignments: one for each column.
  package init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// Adds a row; one with fewer cells than columns ends early.
  package mutating func add(_ cells: String...) { rows.append(cells) }

  package mutating func add(_ cells: [String]) { rows.append(cells) }

  package var isEmpty: Bool { rows.isEmpty }

  /// The rows as lines.
  package var lines: [String] {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? $0[column].visibleWidth : 0 }.max() ?? 0
    }
    return rows.map { cells in
      var line = " "
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.visibleWidth)
        let isLast = column == cells.count - 1
        switch alignments[column] {
        case .left: line += " " + cell + (isLast ? "" : padding)
        case .right: line += " " + padding + cell
        }
        if !isLast { line += " " }
      }
      return line.endsInSpaces ? line.withoutTrailingSpaces : line
    }
  }
}

extension String {
  /// Characters that a terminal shows: colour codes take no room.
  fileprivate var visibleWidth: Int {
    var width = 0
    var isInCode = false
    for character in self {
      switch character {
      case "\u{1B}": isInCode = true
      case "m" where isInCode: isInCode = false
      default: width += isInCode ? 0 : 1
      }
    }
    return width
  }

  fileprivate var endsInSpaces: Bool { utf8.last == UInt8(ascii: " ") }

  fileprivate var withoutTrailingSpaces: String {
    var text = self
    while text.endsInSpaces { text.removeLast() }
    return text
  }
}
