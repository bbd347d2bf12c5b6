import Glibc

/// `path`, made independent of the current directory; the program that is started may have another one.
func absolutePath(_ path: String) -> String {
  guard !path.hasPrefix("/") else { return path }
  // SAFETY: with a NULL buffer getcwd answers NULL or a string from malloc, which is copied and freed.
  guard let directory = unsafe getcwd(nil, 0) else { return path }
  defer { unsafe free(directory) }
  return unsafe String(cString: directory) + "/" + path
}

/// Whether this process may read `path`.
func isReadable(_ path: String) -> Bool {
  // SAFETY: the path is a terminated string for the length of the call.
  unsafe access(path, R_OK) == 0
}

/// The directory part of `path`: everything before its last slash.
func directory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The names in a directory, sorted; empty when it cannot be read.
func names(in directory: String) -> [String] {
  // SAFETY: a stream from opendir is valid until closedir; an entry until the next readdir. The name's bytes are
  // copied at once, and end in a zero inside the entry.
  guard let stream = unsafe opendir(directory) else { return [] }
  defer { unsafe _ = closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Where this very program is.
func executablePath() -> String? {
  var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
  let count = unsafe buffer.withUnsafeMutableBytes { bytes in
    // SAFETY: readlink writes at most the count it is given.
    unsafe readlink("/proc/self/exe", bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
  }
  return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
}
