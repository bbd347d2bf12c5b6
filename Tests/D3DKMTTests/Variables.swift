import CWDDM
import Foundation
import WDDM

/// What children of tests do with their environment.
enum Variables {
  static func set(_ name: String, _ value: String) { unsafe setenv(name, value, 1) }

  /// A call that needs no handle.
  static func firstCall() -> NTStatus {
    var arguments = D3DKMT_ENUMADAPTERS2()
    return unsafe NTStatus(rawValue: D3DKMTEnumAdapters2(&arguments))
  }
}

/// Forking, which Swift hides and C programs do.
enum Fork {
  /// Runs `body` in a forked child.
  ///
  /// - Returns: what it answered, or -1 when the child died otherwise.
  static func run(_ body: () -> Int32) -> Int32 {
    let fork = unsafe unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
    let child = fork()
    if child == 0 { _exit(body()) }
    var status: Int32 = 0
    guard unsafe waitpid(child, &status, 0) == child, status & 0x7F == 0 else { return -1 }
    return status >> 8 & 0xFF
  }
}
