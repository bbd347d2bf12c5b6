import WDDM

/// A size on a command line: `4096`, `64K`, `512M`, `8G`, `1T`; binary units, with or without `iB` or `B` behind them.
struct ByteSize: Hashable, Sendable {
  let bytes: UInt64

  /// - Returns: nil for anything else, and for what does not fit in 64 bits.
  init?(_ text: some StringProtocol) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let number = UInt64(digits) else { return nil }
    guard let shift = Self.units[text.dropFirst(digits.count).lowercased()] else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
    guard !overflow else { return nil }
    self.bytes = bytes
  }

  private static let units: [String: UInt64] = [
    "": 0, "b": 0,
    "k": 10, "kb": 10, "kib": 10,
    "m": 20, "mb": 20, "mib": 20,
    "g": 30, "gb": 30, "gib": 30,
    "t": 40, "tb": 40, "tib": 40,
  ]
}

/// The argument of `--vram`: all of the video memory, and how much of it the CPU can see.
struct VideoMemory: Hashable, Sendable {
  let total: ByteSize
  /// Nil: as the adapter has it.
  let visible: ByteSize?

  /// - Returns: nil unless `text` is `TOTAL` or `TOTAL:VISIBLE`, both whole pages, VISIBLE at most TOTAL and TOTAL not
  ///   0.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let total = Self.pages(parts[0]), total.bytes > 0 else { return nil }
    self.total = total
    guard parts.count == 2 else {
      visible = nil
      return
    }
    guard let visible = Self.pages(parts[1]), visible.bytes <= total.bytes else { return nil }
    self.visible = visible
  }
  private static func pages(_ text: Substring) -> ByteSize? {
    ByteSize(text).flatMap { $0.bytes.isMultiple(of: pageSize) ? $0 : nil }
  }
}
