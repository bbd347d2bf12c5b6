/// Why a request was refused: the status that the caller gets, and what a person needs to understand it.
///
/// A refusal is trivial, so throwing one costs no more than returning a status. Words are made from it where they are
/// shown (``reason``), never on the way.
public struct Refusal: Error, Hashable, Sendable {
  /// What the caller is told.
  public let status: NTStatus

  /// The rule that the request breaks.
  public let rule: Rule

  /// The argument at fault, in Windows' spelling: `hDevice`, `pAllocationInfo[].pSystemMem`.
  public let argument: Argument

  /// What the argument was: a handle, a size, a count, a flag word; or what the request would have needed.
  public let value: UInt64

  /// The limit that `value` meets, where there is one: "needs `value`, the limit is `bound`".
  public let bound: UInt64?

  public init(
    _ status: NTStatus, _ rule: Rule, _ argument: Argument, _ value: UInt64 = 0, bound: UInt64? = nil
  ) {
    self.status = status
    self.rule = rule
    self.argument = argument
    self.value = value
    self.bound = bound
  }
}

extension Refusal {
  /// A name of an argument, known when the program was written: comparing and carrying it costs nothing.
  public struct Argument: ExpressibleByStringLiteral, Hashable, Sendable, CustomStringConvertible {
    public let name: StaticString
    public init(stringLiteral name: StaticString) { self.name = name }

    public var description: String { String(describing: name) }

    public static func == (left: Self, right: Self) -> Bool { left.description == right.description }
    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
  }

  /// The refusal in words: the argument, its value, the limit, the rule.
  ///
  ///     hDevice = 0x40000080: no live device of this process has that handle (U-017)
  public var reason: String {
    Self.reason(argument: argument.description, value: value, bound: bound, rule: rule)
  }

  /// The same sentence from parts, for a reader of recordings.
  public static func reason(argument: String, value: UInt64, bound: UInt64?, rule: Rule) -> String {
    let sentence = rule.sentence ?? "the rule \(rule) forbids it"
    guard let bound else { return "\(argument) = 0x\(hex(value)): \(sentence) (\(rule))" }
    return "\(argument): \(grouped(value)) against a limit of \(grouped(bound)): \(sentence) (\(rule))"
  }
}
