/// The path of an NT object: UTF-16, as it was given, and matched without regard to case (U-145, W-155).
///
/// Directories are not modelled: a path is one name.
package struct NtName: Hashable, Sendable, CustomStringConvertible {
  package let units: [UInt16]
  private let folded: [UInt16]

  package init(_ units: [UInt16]) {
    self.units = units
    folded = units.map(Self.fold)
  }

  package init(_ text: String) { self.init(Array(text.utf16)) }

  package static func == (left: Self, right: Self) -> Bool { left.folded == right.folded }
  package func hash(into hasher: inout Hasher) { hasher.combine(folded) }

  package var description: String { String(decoding: units, as: UTF16.self) }

  /// One unit in upper case, by itself, as Windows' table has it: a mapping to several units, and halves of surrogate
  /// pairs, stay as they are.
  private static func fold(_ unit: UInt16) -> UInt16 {
    if unit < 0x80 { return (0x61...0x7A).contains(unit) ? unit - 0x20 : unit }
    guard let scalar = Unicode.Scalar(unit) else { return unit }
    let upper = scalar.properties.uppercaseMapping.utf16
    return upper.count == 1 ? upper.first! : unit
  }
}

/// What `OBJECT_ATTRIBUTES` say of an object that is made or found.
package struct NtObjectAttributes: Sendable {
  /// `ObjectName`; nil for none.
  package var name: NtName?
  /// `OBJ_INHERIT`.
  package var isInheritable: Bool

  package init(name: NtName? = nil, isInheritable: Bool = false) {
    self.name = name
    self.isInheritable = isInheritable
  }
}
