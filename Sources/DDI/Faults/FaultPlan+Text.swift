import WDDM

/// Why a text is no plan, in one line that names the part at fault.
package struct FaultPlanError: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
  init(_ fault: Substring, _ reason: String) { description = "'\(fault)': \(reason)" }
}

extension FaultPlan {
  /// Reads the text form: faults apart by newlines or semicolons, words apart by blanks, `#` to the end of the line
  /// left out.
  ///
  /// - Throws: the first part that is not understood; nothing is guessed.
  package init(text: String) throws(FaultPlanError) {
    faults = []
    for line in text.split(whereSeparator: \.isNewline) {
      for part in line.prefix(while: { $0 != "#" }).split(separator: ";") {
        let words = part.split { $0 == " " || $0 == "\t" }
        guard !words.isEmpty else { continue }
        faults.append(try Fault(words, of: part))
      }
    }
  }
}

extension Fault {
  fileprivate init(_ words: [Substring], of part: Substring) throws(FaultPlanError) {
    let part = Self.trimmed(part)
    target = try Self.target(words[0], of: part)
    guard words.count > 1 else {
      throw FaultPlanError(part, "which call fails is missing: 3, 3+, every, random, stacks")
    }
    let rest: ArraySlice<Substring>
    (when, rest) = try Self.when(words[1...], of: part)
    status = try Self.status(rest.first, for: target, of: part)
    guard rest.count <= 1 else { throw FaultPlanError(part, "nothing may stand behind '\(rest.first!)'") }
  }

  private static func target(_ word: Substring, of part: Substring) throws(FaultPlanError) -> Target {
    switch word {
    case "*": return .everything
    case "DxgkDdi*": return .driver
    case "DxgkCb*": return .callbacks
    case "Memory.*": return .memory
    default:
      guard let point = FaultPoint(name: word) else {
        throw FaultPlanError(part, "nothing that fails is called '\(word)'")
      }
      return .point(point)
    }
  }

  private static func when(
    _ words: ArraySlice<Substring>, of part: Substring
  ) throws(FaultPlanError) -> (When, ArraySlice<Substring>) {
    let word = words.first!
    switch word {
    case "every": return (.every, words.dropFirst())
    case "stacks": return (.newStacks, words.dropFirst())
    case "random":
      let words = Array(words)
      guard words.count >= 4, words[2] == "seed", let seed = Self.number(words[3]) else {
        throw FaultPlanError(part, "expected 'random N/M seed S'")
      }
      let odds = words[1].split(separator: "/", omittingEmptySubsequences: false).map(Self.number)
      guard odds.count == 2, let chance = odds[0], let of = odds[1], chance >= 1, chance <= of, of <= UInt32.max else {
        throw FaultPlanError(part, "'\(words[1])' is no probability; it is written as 1/64")
      }
      return (.random(numerator: UInt32(chance), denominator: UInt32(of), seed: seed), words[4...])
    default:
      let isFrom = word.last == "+"
      guard let number = Self.number(isFrom ? word.dropLast() : word), number > 0 else {
        throw FaultPlanError(part, "'\(word)' is not which call fails: 3, 3+, every, random, stacks")
      }
      return (isFrom ? .from(number) : .nth(number), words.dropFirst())
    }
  }

  private static func status(
    _ word: Substring?, for target: Target, of part: Substring
  ) throws(FaultPlanError) -> NTStatus? {
    guard let word else { return nil }
    guard case .point(let point) = target else {
      throw FaultPlanError(part, "a status needs one function to be the status of")
    }
    guard let status = point.statuses.first(where: { "\($0)" == word }) else {
      let legal = point.statuses.map(\.description).joined(separator: ", ")
      throw FaultPlanError(
        part, "\(point.name) \(legal.isEmpty ? "returns no status" : "does not return '\(word)'; it can \(legal)")")
    }
    return status
  }

  private static func number(_ word: Substring) -> UInt64? {
    word.allSatisfy { $0.isASCII && $0.isNumber } ? UInt64(word) : nil
  }

  private static func trimmed(_ part: Substring) -> Substring {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    var part = part.drop(while: isBlank)
    while let last = part.last, isBlank(last) { part.removeLast() }
    return part
  }
}
