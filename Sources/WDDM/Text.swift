/// `value` in upper-case hex, padded with zeros to `digits`.
public func hex(_ value: UInt64, digits: Int = 1) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// `bytes` with thousands separated: 1,073,741,824.
public func grouped(_ value: UInt64) -> String {
  var groups: [String] = []
  var rest = value
  while rest >= 1000 {
    let group = String(rest % 1000)
    groups.append(String(repeating: "0", count: 3 - group.utf8.count) + group)
    rest /= 1000
  }
  return ([String(rest)] + groups.reversed()).joined(separator: ",")
}
