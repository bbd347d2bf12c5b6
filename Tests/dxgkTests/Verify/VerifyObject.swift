import Foundation

/// The JSON of `dxgk verify`, as far as tests look at it: its keys are a promise (`docs/verify.md`).
struct VerifyObject: Decodable {
  let format: String
  let version: Int
  let driver: String
  let wddm: String?
  let passed: Int
  let failed: Int
  let skipped: Int
  let scenarios: [Scenario]
  let rules: [Count]

  struct Scenario: Decodable {
    let scenario: String
    let summary: String
    let outcome: String
    let runs: Int
    let reason: String?
    let findings: [Finding]
  }

  struct Finding: Decodable {
    let kind: String
    let rule: String?
    let sentence: String?
    let function: String
    let text: String
    let faults: String
    let count: Int
  }

  struct Count: Decodable {
    let rule: String
    let count: Int
  }

  init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }

  var findings: [Finding] { scenarios.flatMap(\.findings) }
}
