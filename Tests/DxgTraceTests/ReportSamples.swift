import WDDM

@testable import DxgTrace

extension Report {
  /// A program that did nothing wrong.
  static var clean: Report {
    var report = Report()
    report.source.processID = 4711
    report.calls = [CallCount(function: "D3DKMTCreateAllocation2", status: .success, count: 1)]
    report.allocations.created = 1
    report.allocations.destroyed = 1
    return report
  }

  /// A program with one of everything that can be told.
  static var eventful: Report {
    let site = CallSite(thread: 4712, module: "/opt/app/bin/app", offset: 0x1A2F)
    var report = Report()
    report.source.processID = 4711
    report.source.configuration = [
      Setting(key: "adapter", value: "softgpu"), Setting(key: "wddm", value: "3.1"),
      Setting(key: "vram", value: "4294967296"), Setting(key: "visible", value: "268435456"),
      Setting(key: "commit", value: "1073741824"),
    ]
    report.source.records = 12
    report.calls = [
      CallCount(function: "D3DKMTCreateAllocation2", status: .success, count: 1_280),
      CallCount(function: "D3DKMTCreateAllocation2", status: .noMemory, count: 1),
      CallCount(function: "D3DKMTLock2", status: .invalidHandle, count: 3),
    ]
    report.refusals = [
      RefusedCall(
        function: "D3DKMTCreateAllocation2", status: .noMemory, rule: "D-001", argument: "Size", value: 2048,
        bound: 1024, reason: "Size: 2,048 against a limit of 1,024: too much (D-001)", site: site, sequence: 1_290)
    ]
    report.allocations.created = 1_280
    report.allocations.destroyed = 1_279
    report.allocations.destroyedWhileLocked = 59
    report.allocations.alive = [
      LiveAllocation(
        ordinal: 60, handle: 0x4000_0F80, process: 1, device: 0x4000_0040, resource: 0, size: 32_505_856,
        memory: .caller, locked: true,
        maker: Maker(function: "D3DKMTCreateAllocation2", site: site, sequence: 600))
    ]
    report.allocations.aliveBytes = 32_505_856
    report.memory.backingStore = Level(now: 0, peak: 1_074_638_848)
    report.memory.callerMemory = Level(now: 32_505_856, peak: 829_440_000)
    report.memory.commit = Level(now: 0, peak: 1_074_638_848)
    report.findings = [
      DriverFinding(
        rule: "K-172", sentence: "an opened allocation has a handle", function: "DxgkDdiOpenAllocation",
        argument: "hDeviceSpecificAllocation", value: 0, sequence: 12)
    ]
    report.removals = [Removal(subject: .adapter(1), cause: "surprise removal", sequence: 1_292)]
    report.inFlight = [CallInFlight(function: "D3DKMTLock2", process: 1, site: site, sequence: 1_300)]
    return report
  }
}
