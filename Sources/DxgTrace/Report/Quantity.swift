import WDDM

/// Numbers as a reader of reports wants them.
package enum Quantity {
  /// Bytes as text: exact below 1 KiB, whole or two decimals of a KiB below 1 MiB, two decimals of a MiB from there on.
  /// Never a GiB: figures that belong together stay comparable.
  ///
  ///     512 B    4 KiB    31.00 MiB    1,024.86 MiB
  package static func bytes(_ value: UInt64) -> String {
    if value < 1 << 10 { return "\(value) B" }
    if value < 1 << 20 {
      return value.isMultiple(of: 1 << 10) ? "\(value >> 10) KiB" : hundredths(value, of: 1 << 10) + " KiB"
    }
    return hundredths(value, of: 1 << 20) + " MiB"
  }

  /// "1 allocation", "9 allocations"; the plural is `many`, or the word with an s.
  package static func count(_ value: UInt64, _ one: String, _ many: String? = nil) -> String {
    grouped(value) + " " + (value == 1 ? one : many ?? one + "s")
  }

  /// `value / unit`, rounded half up to two decimals.
  private static func hundredths(_ value: UInt64, of unit: UInt64) -> String {
    var (whole, rest) = value.quotientAndRemainder(dividingBy: unit)
    var decimals = (rest * 100 + unit / 2) / unit
    if decimals == 100 { (whole, decimals) = (whole + 1, 0) }
    rest = decimals % 10
    return grouped(whole) + ".\(decimals / 10)\(rest)"
  }
}
