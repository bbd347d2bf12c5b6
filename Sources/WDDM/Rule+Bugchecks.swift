/// The bugcheck with which Windows answers a broken rule, where its documentation names one.
public struct Bugcheck: Hashable, Sendable, CustomStringConvertible {
  /// 0x10E: VIDEO_MEMORY_MANAGEMENT_INTERNAL.
  public let code: UInt32
  /// Its first parameter.
  public let parameter: UInt32
  /// What that parameter stands for, in our words.
  public let cause: String

  /// `0x10E/0x2F`
  public var description: String { "0x\(hex(UInt64(code)))/0x\(hex(UInt64(parameter), digits: 2))" }
}

extension Rule {
  /// The stop that this rule's breach leads to on Windows; nil where the documents name none.
  public var bugcheck: Bugcheck? {
    guard let row = Self.memoryBugchecks.first(where: { $0.rule == self }) else { return nil }
    return Bugcheck(code: 0x10E, parameter: row.parameter, cause: row.cause)
  }

  /// Causes of 0x10E that a driver's answer or omission can lead to (`kernel.md` 5.1 of the contract).
  private static let memoryBugchecks: [(rule: Rule, parameter: UInt32, cause: String)] = [
    ("K-014", 0x02, "a process heap is destroyed while something is left in it"),
    ("K-056", 0x2F, "the reported size of a range differs from its array"),
    ("K-062", 0x11, "an aperture segment is used in a way it cannot be"),
    ("K-085", 0x0D, "a segment is used in a way it cannot be"),
    ("K-086", 0x0D, "a segment is used in a way it cannot be"),
    ("K-087", 0x11, "an aperture segment is used in a way it cannot be"),
    ("K-049", 0x11, "an aperture segment is used in a way it cannot be"),
    ("K-195", 0x24, "an allocation is destroyed while references to its backing store are held"),
    ("K-197", 0x24, "an allocation is destroyed while references to its backing store are held"),
    ("K-198", 0x33, "a device is destroyed while allocations of it are resident"),
    ("K-199", 0x02, "a process heap is destroyed while something is left in it"),
    ("K-211", 0x33, "a device is destroyed while allocations of it are resident"),
    ("K-232", 0x0B, "DxgkDdiBuildPagingBuffer returned a status that it may not"),
    ("K-238", 0x12, "the driver wrote past the end of the DMA buffer"),
    ("K-289", 0x16, "the contract of guaranteed DMA buffers was broken"),
    ("K-290", 0x0F, "DxgkDdiAcquireSwizzlingRange returned a status that it may not"),
    ("K-296", 0x10, "DxgkDdiReleaseSwizzlingRange returned a status that it may not"),
    ("K-313", 0x2D, "DxgkDdiMapCpuHostAperture failed"),
  ]
}
