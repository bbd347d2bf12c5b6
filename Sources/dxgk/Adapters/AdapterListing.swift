import DDI
import DxgTrace
import Dxgkrnl
import VidMm
import WDDM

/// The adapters of a kernel, as `dxgk adapters` lists them.
struct AdapterListing {
  struct Adapter {
    let ordinal: UInt32
    let luid: UInt64
    /// The path by which D3DKMTOpenAdapterFromDeviceName opens it.
    let interface: String
    let description: String
    /// The driver's file; nil for a built-in one.
    let driver: String?
    let version: InterfaceVersion
    let sources: UInt32
    let children: UInt32
    let dedicatedVideoMemory: UInt64
    let sharedSystemMemory: UInt64
    let segments: [SegmentDescriptor]
  }

  let adapters: [Adapter]
  let commitLimit: UInt64
  /// The driver's mistakes while it started.
  let findings: [Finding]

  /// - Parameters:
  ///   - driver: the driver's file, where it has one.
  ///   - installed: bytes of memory that the machine has.
  init(_ kernel: Kernel, driver: String?, installed: UInt64, findings: [Finding]) {
    self.findings = findings
    commitLimit = kernel.limits.commit
    adapters = kernel.adapters.compactMap { adapter in
      guard let started = adapter.started else { return nil }
      return Adapter(
        ordinal: adapter.ordinal, luid: adapter.luid, interface: adapter.deviceInterface,
        description: adapter.identity.description, driver: driver,
        version: adapter.driver.version, sources: started.sources, children: started.children,
        dedicatedVideoMemory: started.segments.dedicatedVideoMemory,
        sharedSystemMemory: started.segments.sharedSystemMemory(
          installed: installed, globalLimit: started.caps.apertureSegmentCommitLimit),
        segments: started.segments.segments)
    }
  }
}

// MARK: - For a person

extension AdapterListing {
  func text(ink: Ink) -> String {
    var lines: [String] = []
    for adapter in adapters {
      lines += [ink.heading("Adapter \(adapter.ordinal)") + "  " + adapter.description]
      var facts = Table([.left, .left])
      facts.add("luid", "0x" + hex(adapter.luid))
      facts.add("device interface", adapter.interface)
      facts.add("driver", "\(adapter.driver ?? "built in"), WDDM \(adapter.version.name)")
      facts.add("sources, children", "\(adapter.sources), \(adapter.children)")
      facts.add("dedicated video memory", Quantity.bytes(adapter.dedicatedVideoMemory))
      facts.add("shared system memory", Quantity.bytes(adapter.sharedSystemMemory))
      lines += facts.lines + [""]
      var table = Table([.left, .left, .right, .right, .right, .left])
      table.add("segment", "kind", "GPU address", "size", "commit limit", "CPU")
      adapter.segments.forEach { table.add(segment: $0) }
      lines += table.lines + [""]
    }
    lines.append("Commit limit  \(Quantity.bytes(commitLimit))")
    if !findings.isEmpty { lines += ["", ink.heading("The driver's mistakes while it started")] }
    for finding in findings {
      let isError = finding.severity == .error
      lines.append("  \(finding.ddi): " + (isError ? ink.alarm("\(finding.rule)") : "\(finding.rule) (warning)"))
      let sentence = finding.rule.sentence ?? "a rule is broken"
      lines.append("      \(finding.argument) = 0x\(hex(finding.value)): \(sentence)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Table {
  fileprivate mutating func add(segment: SegmentDescriptor) {
    add(
      "\(segment.id)", segment.isAperture ? "aperture" : "memory", "0x" + hex(segment.baseAddress),
      Quantity.bytes(segment.size), Quantity.bytes(segment.effectiveCommitLimit), segment.visibility)
  }
}

extension SegmentDescriptor {
  /// 0 counts as the whole segment (K-040).
  fileprivate var effectiveCommitLimit: UInt64 { commitLimit == 0 ? size : commitLimit }

  fileprivate var isVisibleThroughBAR: Bool { !isAperture && flags.contains(.cpuVisible) }

  fileprivate var visibility: String {
    if isAperture { return "system memory" }
    return isVisibleThroughBAR ? "visible at 0x" + hex(cpuTranslatedAddress) : "not visible"
  }
}

extension InterfaceVersion {
  /// "3.1"; the number for one that has no name.
  fileprivate var name: String { Self.named.first { $0.version == self }?.name ?? "0x" + hex(UInt64(rawValue)) }
}

// MARK: - For a program

extension AdapterListing {
  /// One object; its keys are promised in `docs/report.md`.
  var json: JSONText {
    .object([
      "format": .string("dxgk-adapters"), "version": .integer(1), "commitLimit": .integer(commitLimit),
      "adapters": .array(adapters.map(\.json)), "findings": .array(findings.map(\.json)),
    ])
  }
}

extension AdapterListing.Adapter {
  fileprivate var json: JSONText {
    .object([
      "adapter": .integer(UInt64(ordinal)), "luid": .integer(luid), "interface": .string(interface),
      "description": .string(description),
      "driver": .optional(driver), "wddm": .string(version.name),
      "interfaceVersion": .integer(UInt64(version.rawValue)), "sources": .integer(UInt64(sources)),
      "children": .integer(UInt64(children)), "dedicatedVideoMemory": .integer(dedicatedVideoMemory),
      "sharedSystemMemory": .integer(sharedSystemMemory), "segments": .array(segments.map(\.json)),
    ])
  }
}

extension Finding {
  fileprivate var json: JSONText {
    .object([
      "rule": .string("\(rule)"), "sentence": .optional(rule.sentence), "function": .string("\(ddi)"),
      "argument": .string("\(argument)"), "value": .integer(value), "severity": .string("\(severity)"),
    ])
  }
}

extension SegmentDescriptor {
  fileprivate var json: JSONText {
    .object([
      "segment": .integer(UInt64(id)), "kind": .string(isAperture ? "aperture" : "memory"),
      "gpuAddress": .integer(baseAddress), "size": .integer(size), "commitLimit": .integer(effectiveCommitLimit),
      "cpuVisible": .bool(isVisibleThroughBAR),
      "cpuAddress": isVisibleThroughBAR ? .integer(cpuTranslatedAddress) : .null,
      "flags": .integer(UInt64(flags.rawValue)),
    ])
  }
}
