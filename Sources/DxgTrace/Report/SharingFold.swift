import Dxgkrnl

/// Follows the shared resources of a recording: who has each of them open.
struct SharingFold {
  private var census = Report.SharingCensus()
  private var alive: [UInt32: Report.SharedResource] = [:]
  /// Which shared resource a process's resource refers to.
  private var shared: [Report.SharedResource.Opener: UInt32] = [:]
}

extension SharingFold {
  mutating func add(_ event: Event) {
    switch event {
    case .resourceShared(let process, let resource, let ordinal, let bytes, let isNtSecured):
      census.created += 1
      let creator = Report.SharedResource.Opener(process: process, resource: resource)
      shared[creator] = ordinal
      alive[ordinal] = Report.SharedResource(
        ordinal: ordinal, process: process, resource: resource, bytes: bytes, isNtSecured: isNtSecured,
        openers: [creator])
    case .resourceOpened(let opened):
      census.opened += 1
      let opener = Report.SharedResource.Opener(process: opened.process, resource: opened.resource)
      shared[opener] = opened.shared
      alive[opened.shared]?.openers.append(opener)
    case .resourceDestroyed(let process, let resource): remove(resource, of: process)
    case .sharedResourceDestroyed(let ordinal): alive[ordinal] = nil
    default: break
    }
  }

  /// The end of a process's resource, shared or not.
  mutating func remove(_ resource: UInt32, of process: UInt32) {
    let opener = Report.SharedResource.Opener(process: process, resource: resource)
    guard let ordinal = shared.removeValue(forKey: opener) else { return }
    alive[ordinal]?.openers.removeAll { $0 == opener }
  }

  /// Bytes of a shared resource that is there; 0 for one that is not known.
  func bytes(of ordinal: UInt32) -> UInt64 { alive[ordinal]?.bytes ?? 0 }

  /// - Parameter limit: the most living resources to list; the oldest are.
  consuming func finish(_ report: inout Report, limit: Int) {
    let living = alive.values.sorted { $0.ordinal < $1.ordinal }
    census.alive = Array(living.prefix(limit))
    census.aliveLeftOut = UInt64(living.count - census.alive.count)
    census.aliveBytes = living.reduce(0) { $0 &+ $1.bytes }
    report.sharing = census
  }
}
