/// The DDI version that a driver declares in `DRIVER_INITIALIZATION_DATA.Version`.
///
/// It decides which slots of its table are read, which structure sizes are announced to it, and which arm of a union
/// counts (K-001, K-094).
public struct InterfaceVersion: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public static let vista = Self(rawValue: 0x1052)
  public static let vistaSP1 = Self(rawValue: 0x1053)
  public static let win7 = Self(rawValue: 0x2005)
  public static let win8 = Self(rawValue: 0x300E)
  public static let wddm1_3 = Self(rawValue: 0x4002)
  public static let wddm2_0 = Self(rawValue: 0x5023)
  public static let wddm2_1 = Self(rawValue: 0x6003)
  public static let wddm2_2 = Self(rawValue: 0x700A)
  public static let wddm2_3 = Self(rawValue: 0x8001)
  public static let wddm2_4 = Self(rawValue: 0x9006)
  public static let wddm2_5 = Self(rawValue: 0xA00B)
  public static let wddm2_6 = Self(rawValue: 0xB004)
  public static let wddm2_7 = Self(rawValue: 0xC004)
  public static let wddm2_8 = Self(rawValue: 0xD001)
  public static let wddm2_9 = Self(rawValue: 0xE003)
  public static let wddm3_0 = Self(rawValue: 0xF003)
  public static let wddm3_1 = Self(rawValue: 0x10004)

  /// The versions by the names that people use: "1.3", "2.0", "3.1".
  public static let named: [(name: String, version: InterfaceVersion)] = [
    ("1.0", .vista), ("1.1", .win7), ("1.2", .win8), ("1.3", .wddm1_3), ("2.0", .wddm2_0), ("2.1", .wddm2_1),
    ("2.2", .wddm2_2), ("2.3", .wddm2_3), ("2.4", .wddm2_4), ("2.5", .wddm2_5), ("2.6", .wddm2_6),
    ("2.7", .wddm2_7), ("2.8", .wddm2_8), ("2.9", .wddm2_9), ("3.0", .wddm3_0), ("3.1", .wddm3_1),
  ]

  public init?(named name: String) {
    guard let match = Self.named.first(where: { $0.name == name }) else { return nil }
    self = match.version
  }

  /// The name of the newest version that is not beyond this one.
  public var name: String { (Self.named.last { $0.version <= self } ?? Self.named[0]).name }

  /// `D3DKMT_DRIVERVERSION`, as KMTQAITYPE_DRIVERVERSION reports it: 3100 for 3.1 (W-040). The first two versions have
  /// numbers of their own: 1000 and 1105.
  public var driverVersion: UInt32 {
    let name = name
    if name == "1.1" { return 1105 }
    let digits = name.utf8.filter { $0 != UInt8(ascii: ".") }.map { UInt32($0 - UInt8(ascii: "0")) }
    return digits[0] * 1000 + digits[1] * 100
  }
}
