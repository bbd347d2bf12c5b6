import WDDM

/// What the words after `dxgk rules` ask for.
package struct Selection: Sendable {
  /// In the order in which they were asked for.
  package let entries: [Catalogue.Entry]
  /// One rule by its name: it is told in full.
  package let isSingle: Bool

  /// - Parameter word: a rule (`U-017`, `u17`), the beginning of rules' names (`K-08`, `W`), or a group's key.
  /// - Throws: ``Unknown``, with what may have been meant.
  package init(_ word: String) throws(Unknown) {
    if let group = Catalogue.groups.first(where: { $0.key == word }) {
      entries = group.entries
      isSingle = false
      return
    }
    guard let prefix = RulePrefix(word) else { throw Unknown(word, near: Self.keys(near: word)) }
    if let rule = Rule(named: word), let entry = Catalogue[rule], prefix.digits.count == 3 || !word.contains("-") {
      entries = [entry]
      isSingle = true
      return
    }
    let beginning = String(UnicodeScalar(prefix.family)) + "-" + prefix.digits
    entries = Catalogue.entries.filter { $0.rule.description.hasPrefix(beginning) }
    isSingle = false
    if entries.isEmpty { throw Unknown(word, near: Self.rules(near: prefix)) }
  }

  /// A word that names nothing, and names like it.
  package struct Unknown: Error, Hashable {
    package let word: String
    package let near: [String]

    init(_ word: String, near: [String]) {
      self.word = word
      self.near = near
    }
  }

  /// The rules before and after the number.
  private static func rules(near prefix: RulePrefix) -> [String] {
    let family = Catalogue.entries.map(\.rule).filter { $0.family == prefix.family }
      .sorted { $0.number < $1.number }
    guard let number = prefix.number else { return [] }
    let before = family.last { $0.number < number }
    let after = family.first { $0.number > number }
    return [before, after].compactMap { $0?.description }
  }

  /// The keys that differ by two letters or fewer, or that hold the word or stand in it.
  private static func keys(near word: String) -> [String] {
    let word = word.lowercased()
    return Catalogue.groups.map(\.key).filter { key in
      word.count > 2 && (key.hasPrefix(word) || word.hasPrefix(key)) || key.distance(to: word) <= 2
    }
  }
}

extension String {
  /// How many letters must be changed, added or removed to make the other.
  fileprivate func distance(to other: String) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, target) in other.enumerated() {
        let change = diagonal + (letter == target ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(change, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[other.count]
  }
}
