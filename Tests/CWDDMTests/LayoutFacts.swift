import Foundation

/// What is known of one struct: its size and alignment in bytes, and where each member lies.
struct LayoutFact: Decodable {
  let size: Int
  let align: Int
  let fields: [Field]

  /// A member's path (`Flags.Value`), its offset in bytes, and for a bit-field its first bit and its width in the
  /// storage unit at that offset. In the files: `[path, offset]` or `[path, offset, shift, width]`.
  struct Field: Decodable {
    let path: String
    let offset: Int
    let bits: (shift: Int, width: Int)?

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      path = try row.decode(String.self)
      offset = try row.decode(Int.self)
      bits = row.isAtEnd ? nil : (try row.decode(Int.self), try row.decode(Int.self))
    }
  }
}

/// A struct whose layout differs between Windows and the Linux ABI of libdxcore, because it holds characters:
/// 16-bit ones there, 32-bit ones here.
struct LayoutException: Decodable {
  let windows: Int
  let wide: Int
  let because: String
}

/// The files of facts. `user` was measured with 32-bit characters, `kernel` with Windows' own;
/// `pages` holds what follows from the order of members on the DDI pages, and our own structs.
enum Facts: String, CaseIterable {
  case user, kernel, pages

  func load() throws -> [String: LayoutFact] { try Self.decode(rawValue) }

  static func exceptions() throws -> [String: LayoutException] { try decode("exceptions") }

  private static func decode<T: Decodable>(_ name: String) throws -> T {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Layouts/\(name).json")
    return try JSONDecoder().decode(T.self, from: Data(contentsOf: file))
  }
}
