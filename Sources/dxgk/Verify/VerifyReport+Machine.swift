import DxgTrace
import WDDM

// For programs; `docs/verify.md` promises the keys and the elements.
extension VerifyReport {
  var json: JSONText {
    .object([
      "format": .string("dxgk-verify"), "version": .integer(1), "driver": .string(driver), "wddm": .optional(wddm),
      "passed": .integer(UInt64(count(.passed))), "failed": .integer(UInt64(count(.failed))),
      "skipped": .integer(UInt64(count(.skipped))), "scenarios": .array(results.map(\.json)),
      "rules": .array(rules.map { .object(["rule": .string($0.rule), "count": .integer(UInt64($0.count))]) }),
    ])
  }

  /// JUnit's XML: a suite, a case for each scenario.
  var junit: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuite name="dxgk verify \#(driver.xml)" tests="\#(results.count)" "#
        + #"failures="\#(count(.failed))" errors="0" skipped="\#(count(.skipped))">"#,
    ]
    for result in results {
      let name = result.name.split(separator: " - ", maxSplits: 1).map(String.init)
      let head = #"  <testcase classname="\#(name[0].xml)" name="\#((name.last ?? "").xml)""#
      var inside: [String] = []
      if result.outcome == .failed {
        for finding in result.findings {
          let title = [finding.kind.rawValue, finding.rule, finding.function].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: " ")
          inside.append(
            #"    <failure type="\#(title.xml)" message="\#(finding.text.xml)">\#(finding.faults.xml)</failure>"#)
        }
      } else if let reason = result.skipped {
        inside.append(#"    <skipped message="\#(reason.xml)"/>"#)
      }
      lines += inside.isEmpty ? [head + "/>"] : [head + ">"] + inside + ["  </testcase>"]
    }
    return (lines + ["</testsuite>"]).joined(separator: "\n") + "\n"
  }
}

extension [Scenario] {
  /// What `--list --json` says.
  var json: JSONText {
    .object([
      "format": .string("dxgk-verify-list"), "version": .integer(1),
      "scenarios": .array(map { .object(["scenario": .string($0.name), "summary": .string($0.summary)]) }),
    ])
  }
}

extension ScenarioResult {
  fileprivate var json: JSONText {
    .object([
      "scenario": .string(name), "summary": .string(summary), "outcome": .string(outcome.rawValue),
      "runs": .integer(UInt64(attempts)), "reason": .optional(skipped), "findings": .array(findings.map(\.json)),
    ])
  }
}

extension VerifyFinding {
  fileprivate var json: JSONText {
    .object([
      "kind": .string(kind.rawValue), "rule": .optional(rule), "sentence": .optional(rule.flatMap(Rule.statement)),
      "function": .string(function), "text": .string(text), "faults": .string(faults),
      "count": .integer(UInt64(count)),
    ])
  }
}

extension String {
  /// Safe as text and as an attribute of XML; characters that XML has no place for are left out.
  fileprivate var xml: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\u{0}"..."\u{1F}": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
