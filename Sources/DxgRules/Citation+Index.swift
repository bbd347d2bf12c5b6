// Written by scripts/index-rules. Do not edit.
extension Citation {
  static let index = """
    """
}
