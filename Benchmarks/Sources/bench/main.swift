// bench FOLDER RESULTS [ROUNDS]: runs the programs of FOLDER in interleaved rounds, prints a row per figure, writes
// RESULTS.
import Foundation

guard CommandLine.arguments.count >= 3 else { exit(2) }
let folder = URL(filePath: CommandLine.arguments[1])
let results = URL(filePath: CommandLine.arguments[2])
let rounds = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) ?? 7 : 7
let recording = FileManager.default.temporaryDirectory.appending(path: "dxgk-bench-\(getpid()).dxgk")

do {
  let rows = Suite.rows(recording: recording.path)
  var measured: [[(ours: Double, peer: Double?)]] = Array(repeating: [], count: rows.count)
  // Round by round over all rows, so that a slow minute of the machine hits every row alike.
  for round in 1...rounds {
    FileHandle.standardError.write(Data("round \(round) of \(rounds)\n".utf8))
    for (index, row) in rows.enumerated() {
      // Who goes first changes from round to round.
      if round.isMultiple(of: 2) {
        let peer = try row.peer?.measure(in: folder)
        measured[index].append((try row.ours.measure(in: folder), peer))
      } else {
        let ours = try row.ours.measure(in: folder)
        measured[index].append((ours, try row.peer?.measure(in: folder)))
      }
      removeRecordings()
    }
  }
  let all = zip(rows, measured).map { Result($0, rounds: $1) }
  Table(all).print()
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
  try encoder.encode(all).write(to: results)
} catch {
  FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
  exit(1)
}

/// Recordings of processes are named after what was asked for.
func removeRecordings() {
  let place = recording.deletingLastPathComponent()
  for name in (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
  where name.hasPrefix(recording.lastPathComponent) {
    try? FileManager.default.removeItem(at: place.appending(path: name))
  }
}
