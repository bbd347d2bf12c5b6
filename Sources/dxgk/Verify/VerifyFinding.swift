import CSystem
import DDI
import DxgTrace
import Dxgkrnl
import WDDM

/// Something that a scenario found out about a driver.
struct VerifyFinding: Hashable {
  /// What kind of thing: the word that a table shows and a program looks for.
  enum Kind: String, CaseIterable {
    /// A rule that the kernel or the verifier saw broken.
    case rule
    /// The same, of the rules that real drivers are known to break.
    case warning
    /// A function refused what it must do, and nothing had been made to fail.
    case refused
    /// Memory that was allocated and not freed when the driver was unloaded.
    case leak
    case doubleFree = "double free"
    case badFree = "bad free"
    case overrun
    case useAfterFree = "use after free"
    /// Memory that was lent for one call, used after it.
    case useAfterReturn = "use after return"
    /// A write to what a driver may only read.
    case readOnly = "read-only"
    /// Two processes' calls touch the same memory, one of them writes, and no lock is common to both.
    case race
    /// The process died of a signal.
    case crash
    /// A function did not return in time.
    case hang
  }

  var kind: Kind
  /// Nil where no rule of the contract says it.
  var rule: String?
  /// The function or callback; empty when none was running.
  var function: String
  var text: String
  /// What had been made to fail, as a plan; empty for nothing.
  var faults = ""
  var count = 1

  /// The same, seen again with something else made to fail.
  func isSame(as other: VerifyFinding) -> Bool {
    (kind, rule, function, text) == (other.kind, other.rule, other.function, other.text)
  }
}

// MARK: - What the watch saw

extension VerifyFinding {
  init(_ mishap: dxgk_mishap) {
    let function = Self.name(mishap.function)
    let access = mishap.is_write != 0 ? "write to" : "read of"
    let made = "\(grouped(mishap.size)) bytes that \(Self.name(mishap.made_in)) allocated"
    let place = mishap.code == .max ? "outside of the driver's code" : "at driver+0x\(hex(mishap.code))"
    let (kind, rule, text): (Kind, String?, String) =
      switch dxgk_mishap_kind(rawValue: mishap.kind) {
      case DXGK_MISHAP_DOUBLE_FREE:
        (.doubleFree, nil, "\(made) and \(Self.name(mishap.ended_in)) freed are freed again")
      case DXGK_MISHAP_FREE_OF_NOTHING: (.badFree, nil, "byte \(mishap.offset) of \(made) is freed")
      case DXGK_MISHAP_WROTE_BEHIND: (.overrun, nil, "a write to byte \(mishap.offset), behind \(made)")
      case DXGK_MISHAP_BEYOND_BLOCK: (.overrun, nil, "a \(access) byte \(mishap.offset), beyond \(made)")
      case DXGK_MISHAP_USE_AFTER_FREE:
        (.useAfterFree, nil, "a \(access) byte \(mishap.offset) of \(made) and \(Self.name(mishap.ended_in)) freed")
      case DXGK_MISHAP_LOAN_AFTER_RETURN:
        (
          .useAfterReturn, nil,
          "a \(access) what \(Self.name(mishap.made_in)) was given, after it returned: byte \(mishap.offset) of "
            + grouped(mishap.size)
        )
      case DXGK_MISHAP_LOAN_READ_ONLY:
        (.readOnly, "K-174", "a write to byte \(mishap.offset) of \(grouped(mishap.size)) that are lent for reading")
      case DXGK_MISHAP_BAD_ADDRESS:
        (.crash, nil, "\(signalName(Int32(mishap.signal))): a \(access) address 0x\(hex(mishap.address))")
      default: (.crash, nil, signalName(Int32(mishap.signal)))
      }
    self.init(kind: kind, rule: rule, function: function, text: "\(text), \(place)")
  }

  init(_ block: dxgk_block) {
    let function = DriverFunction(rawValue: block.made_in)
    self.init(
      kind: .leak, rule: function?.freedBy.map { "\($0)" }, function: Self.name(block.made_in),
      text: "\(grouped(block.size)) bytes that it allocated at driver+0x\(hex(block.code)) are never freed")
  }

  static func name(_ function: UInt32) -> String {
    DriverFunction(rawValue: function).map { "\($0.name)" } ?? (function == 0 ? "" : "function \(function)")
  }
}

extension DriverFunction {
  /// The rule that says when the memory that this function allocates is to be freed.
  fileprivate var freedBy: Rule? {
    switch self {
    case .addDevice, .startDevice, .queryAdapterInfo: "K-007"
    case .createProcess: "K-014"
    case .createDevice: "K-211"
    case .createAllocation, .setAllocationBackingStore: "K-193"
    case .openAllocation: "K-180"
    default: nil
    }
  }
}

// MARK: - From child to parent

extension VerifyFinding {
  /// One line, its fields apart by tabs.
  var line: String {
    [kind.rawValue, rule ?? "", function, text, faults].map(\.escaped).joined(separator: "\t")
  }

  init?(line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 5, let kind = Kind(rawValue: fields[0]) else { return nil }
    self.init(
      kind: kind, rule: fields[1].isEmpty ? nil : fields[1], function: fields[2], text: fields[3], faults: fields[4])
  }
}

extension String {
  fileprivate var escaped: String { String(flatMap { $0 == "\t" ? " " : $0.isNewline ? "; " : String($0) }) }
}
