import Glibc

/// The variables of a process, as it was started, with changes.
///
/// Entries are bytes: a variable that is not text reaches the program unharmed.
struct ProgramEnvironment {
  private(set) var entries: [[UInt8]]

  init(entries: [[UInt8]]) { self.entries = entries }

  /// This process's own.
  static func inherited() throws(CommandFailure) -> ProgramEnvironment {
    let bytes = try FileContents.read("/proc/self/environ")
    return ProgramEnvironment(entries: bytes.split(separator: 0).map(Array.init))
  }

  func value(of name: String) -> [UInt8]? {
    let prefix = Array((name + "=").utf8)
    return entries.first { $0.starts(with: prefix) }.map { Array($0.dropFirst(prefix.count)) }
  }

  /// Gives `name` a value, or removes it.
  mutating func set(_ name: String, _ value: String?) {
    let prefix = Array((name + "=").utf8)
    entries.removeAll { $0.starts(with: prefix) }
    if let value { entries.append(prefix + Array(value.utf8)) }
  }

  /// Puts `directory` before everything in a list of directories.
  mutating func prepend(_ directory: String, to name: String) {
    let old = value(of: name) ?? []
    set(name, nil)
    entries.append(Array((name + "=" + directory).utf8) + (old.isEmpty ? [] : [UInt8(ascii: ":")] + old))
  }
}
