import DxgTrace
import Glibc

/// The files that the processes of one run record into: `PATH` for the first, `PATH.PID` (`PATH.PID.1`, …) for the
/// others, as `docs/recording.md` says.
struct RecordingFiles {
  /// What the library is told.
  let path: String
  /// A directory of our own that goes away with the report; nil when the recording is kept.
  private let temporaryDirectory: String?

  /// - Parameter keptAt: the file of `--record`. Recordings of an earlier run are removed; anything else that is there
  ///   is not ours to remove, and an error.
  init(keptAt kept: String?) throws(CommandFailure) {
    if let kept {
      path = absolutePath(kept)
      temporaryDirectory = nil
      try Self.checkDirectory(of: path)
      for file in files { try Self.removeEarlier(file) }
    } else {
      let directory = try Self.makeTemporaryDirectory()
      temporaryDirectory = directory
      path = directory + "/recording"
    }
  }

  /// The recordings, the one of `mainProcess` first, then in the order in which the processes called in.
  func read(mainProcess: UInt32) throws(CommandFailure) -> [RunReport.Recording] {
    var recordings: [RunReport.Recording] = []
    for file in files { recordings.append(try read(file)) }
    for index in recordings.indices {
      let process = recordings[index].report.source.processID
      recordings[index].isStillRunning = process != mainProcess && process != 0 && isRunning(process)
    }
    return recordings.sorted { left, right in
      let (left, right) = (left.report.source, right.report.source)
      let (leftIsMain, rightIsMain) = (left.processID == mainProcess, right.processID == mainProcess)
      return leftIsMain == rightIsMain ? left.begun < right.begun : leftIsMain
    }
  }

  func removeTemporary() {
    guard let temporaryDirectory else { return }
    // SAFETY: the paths are terminated strings for the length of the calls.
    files.forEach { unsafe unlink($0) }
    unsafe rmdir(temporaryDirectory)
  }

  /// One of this run's recordings. A file that holds none (its program was killed while it began, or the disk was full)
  /// is reported as damaged: the report of a run does not fail.
  private func read(_ file: String) throws(CommandFailure) -> RunReport.Recording {
    let contents = try FileContents.read(file)
    var report = Report()
    do throws(RecordingHeader.Flaw) {
      report = try ReportBuilder.report(on: contents.rawBytes)
    } catch {
      report.source.damage = "byte 0: the file " + error.reason
    }
    return RunReport.Recording(path: temporaryDirectory == nil ? file : nil, report: report)
  }

  /// The recording in `file`, which is kept.
  ///
  /// - Throws: when it is none.
  static func read(_ file: String) throws(CommandFailure) -> RunReport.Recording {
    let contents = try FileContents.read(file)
    do throws(RecordingHeader.Flaw) {
      let report = try ReportBuilder.report(on: contents.rawBytes)
      return RunReport.Recording(path: file, report: report)
    } catch {
      throw .usage("\(file) \(error.reason)")
    }
  }
}

// MARK: - Files

extension RecordingFiles {
  private var files: [String] {
    let directory = directory(of: path)
    let prefix = path.dropFirst(directory == "/" ? 1 : directory.count + 1)
    return names(in: directory).filter { name in
      guard name.hasPrefix(prefix) else { return false }
      let suffix = name.dropFirst(prefix.count)
      // Nothing, ".PID" or ".PID.N".
      return suffix.isEmpty
        || suffix.first == "."
          && suffix.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }.map { (directory == "/" ? "" : directory) + "/" + $0 }
  }

  /// The library could only say so to a program that does not listen.
  private static func checkDirectory(of path: String) throws(CommandFailure) {
    // SAFETY: the path is a terminated string for the length of the call.
    guard unsafe access(directory(of: path), W_OK) == 0 else {
      throw .system("cannot record into \(path)", error: errno)
    }
  }

  private static func removeEarlier(_ file: String) throws(CommandFailure) {
    let contents = try FileContents.read(file, atMost: 8)
    guard RecordingHeader.isRecording(contents.rawBytes) || contents.isEmpty else {
      throw .usage("\(file) exists and is not a recording; it is left alone")
    }
    // SAFETY: the path is a terminated string for the length of the call.
    guard unsafe unlink(file) == 0 else { throw .system("cannot replace \(file)", error: errno) }
  }

  private static func makeTemporaryDirectory() throws(CommandFailure) -> String {
    // SAFETY: getenv answers NULL or a terminated string, which is copied.
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array((absolutePath(parent) + "/dxgk-XXXXXX").utf8) + [0]
    let made = unsafe template.withUnsafeMutableBytes { bytes in
      // SAFETY: the template ends in zero and is changed in place, never in length.
      unsafe mkdtemp(bytes.baseAddress!.assumingMemoryBound(to: CChar.self)) != nil
    }
    guard made else { throw .system("cannot make a directory in \(parent)", error: errno) }
    return String(decoding: template.dropLast(), as: UTF8.self)
  }

  private func isRunning(_ process: UInt32) -> Bool {
    guard let process = Int32(exactly: process) else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }
}
