import WDDM

extension VerifiedRule {
  /// Every rule that the verifier checks, in the contract's order.
  ///
  /// Which are warnings follows `kernel.md` 6.1 of the contract: what drivers in the field do and live. Pedantic are
  /// those that Microsoft's own samples break.
  package static let all: [VerifiedRule] =
    life + capabilities + segments + creation + flags + backing + standard
    + opening + description + destruction + callbacks + devices + paging

  private static let life = [
    VerifiedRule("K-001", .life, .error), VerifiedRule("K-002", .life, .error), VerifiedRule("K-004", .life, .error),
    VerifiedRule("K-005", .life, .warning), VerifiedRule("K-006", .life, .error),
    VerifiedRule("K-007", .life, .error), VerifiedRule("K-008", .life, .error), VerifiedRule("K-021", .life, .error),
    VerifiedRule("K-331", .life, .error), VerifiedRule("K-335", .life, .error),
  ]

  private static let capabilities = [
    VerifiedRule("K-010", .capabilities, .error), VerifiedRule("K-015", .capabilities, .error),
    VerifiedRule("K-016", .capabilities, .error), VerifiedRule("K-017", .capabilities, .error),
    VerifiedRule("K-018", .capabilities, .error), VerifiedRule("K-019", .capabilities, .warning),
    VerifiedRule("K-020", .capabilities, .error), VerifiedRule("K-022", .capabilities, .warning),
    VerifiedRule("K-169", .capabilities, .warning),
  ]

  private static let segments = [
    VerifiedRule("K-024", .segments, .error), VerifiedRule("K-026", .segments, .error),
    VerifiedRule("K-027", .segments, .warning), VerifiedRule("K-028", .segments, .error),
    VerifiedRule("K-029", .segments, .error), VerifiedRule("K-030", .segments, .error),
    VerifiedRule("K-031", .segments, .error), VerifiedRule("K-032", .segments, .error),
    VerifiedRule("K-035", .segments, .error), VerifiedRule("K-036", .segments, .warning),
    VerifiedRule("K-037", .segments, .error), VerifiedRule("K-039", .segments, .warning, isPedantic: true),
    VerifiedRule("K-045", .segments, .error), VerifiedRule("K-047", .segments, .warning, isPedantic: true),
    VerifiedRule("K-048", .segments, .warning), VerifiedRule("K-050", .segments, .error),
    VerifiedRule("K-051", .segments, .error), VerifiedRule("K-052", .segments, .error),
    VerifiedRule("K-055", .segments, .error), VerifiedRule("K-056", .segments, .error),
    VerifiedRule("K-057", .segments, .warning), VerifiedRule("K-058", .segments, .error),
    VerifiedRule("K-062", .segments, .error), VerifiedRule("K-064", .segments, .error),
    VerifiedRule("K-298", .segments, .error),
  ]

  private static let creation = [
    VerifiedRule("K-049", .creation, .error), VerifiedRule("K-053", .creation, .error),
    VerifiedRule("K-066", .creation, .error), VerifiedRule("K-068", .creation, .error),
    VerifiedRule("K-071", .creation, .error), VerifiedRule("K-072", .creation, .error),
    VerifiedRule("K-073", .creation, .error), VerifiedRule("K-078", .creation, .error),
    VerifiedRule("K-083", .creation, .error), VerifiedRule("K-084", .creation, .error),
    VerifiedRule("K-085", .creation, .error), VerifiedRule("K-086", .creation, .error),
    VerifiedRule("K-087", .creation, .error), VerifiedRule("K-089", .creation, .warning),
    VerifiedRule("K-090", .creation, .error), VerifiedRule("K-092", .creation, .error),
    VerifiedRule("K-093", .creation, .warning), VerifiedRule("K-097", .creation, .error),
    VerifiedRule("K-099", .creation, .error), VerifiedRule("K-362", .creation, .error),
  ]

  private static let flags = [
    VerifiedRule("K-094", .flags, .error), VerifiedRule("K-102", .flags, .error),
    VerifiedRule("K-103", .flags, .error), VerifiedRule("K-105", .flags, .error),
    VerifiedRule("K-106", .flags, .error), VerifiedRule("K-107", .flags, .error),
    VerifiedRule("K-108", .flags, .error), VerifiedRule("K-109", .flags, .error),
    VerifiedRule("K-123", .flags, .error),
    VerifiedRule("K-124", .flags, .error), VerifiedRule("K-126", .flags, .error),
    VerifiedRule("K-127", .flags, .error), VerifiedRule("K-128", .flags, .error),
    VerifiedRule("K-130", .flags, .error),
  ]

  private static let backing = [
    VerifiedRule("K-131", .backing, .error), VerifiedRule("K-134", .backing, .error),
    VerifiedRule("K-135", .backing, .error), VerifiedRule("K-185", .backing, .error),
    VerifiedRule("K-366", .backing, .error), VerifiedRule("K-369", .backing, .error),
  ]

  private static let standard = [
    VerifiedRule("K-077", .standard, .warning), VerifiedRule("K-104", .standard, .error),
    VerifiedRule("K-117", .standard, .error), VerifiedRule("K-138", .standard, .error),
    VerifiedRule("K-139", .standard, .error), VerifiedRule("K-151", .standard, .error),
    VerifiedRule("K-152", .standard, .error), VerifiedRule("K-153", .standard, .error),
    VerifiedRule("K-154", .standard, .error), VerifiedRule("K-155", .standard, .error),
    VerifiedRule("K-158", .standard, .error), VerifiedRule("K-159", .standard, .error),
    VerifiedRule("K-160", .standard, .error), VerifiedRule("K-161", .standard, .error),
    VerifiedRule("K-163", .standard, .error), VerifiedRule("K-164", .standard, .error),
    VerifiedRule("K-165", .standard, .error), VerifiedRule("K-167", .standard, .error),
    VerifiedRule("K-170", .standard, .warning),
  ]

  private static let opening = [
    VerifiedRule("K-171", .opening, .error), VerifiedRule("K-172", .opening, .error),
    VerifiedRule("K-174", .opening, .error), VerifiedRule("K-176", .opening, .error),
    VerifiedRule("K-177", .opening, .error), VerifiedRule("K-364", .opening, .warning),
  ]

  private static let description = [
    VerifiedRule("K-187", .description, .error), VerifiedRule("K-189", .description, .warning),
  ]

  private static let destruction = [
    VerifiedRule("K-180", .destruction, .error), VerifiedRule("K-190", .destruction, .error),
    VerifiedRule("K-191", .destruction, .error),
  ]

  private static let callbacks = [
    VerifiedRule("K-195", .callbacks, .error), VerifiedRule("K-200", .callbacks, .error),
    VerifiedRule("K-201", .callbacks, .error), VerifiedRule("K-202", .callbacks, .error),
    VerifiedRule("K-208", .callbacks, .error), VerifiedRule("K-342", .callbacks, .error),
    VerifiedRule("K-348", .callbacks, .error), VerifiedRule("K-365", .callbacks, .error),
    VerifiedRule("K-367", .callbacks, .error),
  ]

  private static let devices = [
    VerifiedRule("K-014", .devices, .error), VerifiedRule("K-209", .devices, .error),
    VerifiedRule("K-210", .devices, .error), VerifiedRule("K-211", .devices, .error),
  ]

  private static let paging = [
    VerifiedRule("K-323", .paging, .error), VerifiedRule("K-324", .paging, .error),
    VerifiedRule("K-327", .paging, .error),
  ]
}
