/// Results for people: one line a figure.
struct Table {
  private let lines: [[String]]

  init(_ results: [Result]) {
    lines =
      [["", "ours", "peer", "ratio", "low..high", "goal", ""]]
      + results.map { result in
        [
          result.name, Result.text(result.ours, digits: 1) + " " + result.unit,
          result.peer.map { Result.text($0, digits: 1) + " " + result.unit } ?? "",
          result.ratio.map { Result.text($0, digits: 2) } ?? "",
          result.low.map { Result.text($0, digits: 2) + ".." + Result.text(result.high ?? $0, digits: 2) } ?? "",
          result.goal, result.met.map { $0 ? "met" : "MISSED" } ?? "",
        ]
      }
  }

  func print() {
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    for line in lines {
      let cells = zip(line, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      Swift.print(cells.joined(separator: "  "))
    }
  }
}
