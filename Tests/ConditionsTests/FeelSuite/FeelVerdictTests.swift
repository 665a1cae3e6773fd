import Foundation
import Testing

@Suite struct `What becomes of a case of a suite` {
  @Test(arguments: [
    (#""expression": "1 + 1", "expected": {"type": "decimal", "value": "2"}"#, "agree"),
    (#""expression": "1 + 1", "expected": {"type": "untyped", "value": "2"}"#, "agree"),
    (#""expression": "1 + 1", "result_type": "number", "expected": {"type": "untyped", "value": "3"}"#, "disagree"),
    (#""expression": "1 + 1", "result_type": "number", "expected": {"type": "string", "value": "2"}"#, "disagree"),
    (#""expression": "1 / 3", "expected": {"type": "decimal", "value": "0.33333333"}"#, "agree"),
    (#""expression": "1 / 3", "result_type": "number", "expected": {"type": "decimal", "value": "0.33"}"#, "disagree"),
    (#""expression": "a b", "inputs": {"a b": {"type": "decimal", "value": "1"}}, "expected": {"type": "null"}"#, "rejected"),
    (
      #""expression": "a + 1", "inputs": {"a": {"type": "decimal", "value": "1"}}, "expected": {"type": "decimal", "value": "2"}"#,
      "agree"
    ),
    (#""expression": "a = 1", "inputs": {"a": {"type": "untyped", "value": "1"}}, "expected": {"type": "null"}"#, "untold input"),
    (#""expression": "1 + true", "expected": {"type": "null"}, "error_expected": true"#, "rejected as expected"),
    (
      #""expression": "a + true", "inputs": {"a": {"type": "untyped"}}, "expected": {"type": "null"}, "error_expected": true"#,
      "untold input"
    ),
    (#""expression": "1", "result_type": "tOwn", "expected": {"type": "null"}"#, "excluded"),
    (#""expression": "1", "result_type": "number", "expected": {"type": "null"}"#, "disagree"),
  ])
  func `Its verdict`(json: String, verdict: String) throws {
    let rest = [("inputs", "{}"), ("error_expected", "false")].filter { !json.contains("\"\($0.0)\"") }
    let whole = (["\"id\": \"own/1\"", json] + rest.map { "\"\($0.0)\": \($0.1)" }).joined(separator: ", ")
    let one = try JSONDecoder().decode(FeelCase.self, from: Data("{\(whole)}".utf8))
    let found = one.verdict(excluding: ["own/"])
    #expect(inWords(found, of: one) == verdict)
    // Only what is listed is excluded.
    if found == .excluded { #expect(inWords(one.verdict(excluding: ["other/"]), of: one) == "disagree") }
  }

  private func inWords(_ verdict: FeelVerdict, of one: FeelCase) -> String {
    switch verdict {
    case .agree: "agree"
    case .rejectedAsExpected: "rejected as expected"
    case .rejected(let reason): reason.hasPrefix("An input") ? "untold input" : "rejected"
    case .excluded: "excluded"
    case .disagree: "disagree"
    }
  }
}
