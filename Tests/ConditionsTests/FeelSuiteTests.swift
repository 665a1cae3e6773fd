import CivilTime
import Conditions
import Diagnostics
import Foundation
import Testing

/// The public cases of the standard's own compatibility kit, from the folder beside the checkout.
private let suite = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "../../../shared/suites/feel/cases.jsonl")

@Suite(.enabled(if: FileManager.default.fileExists(atPath: suite.path))) struct `The standard's public cases` {
  private struct Case: Decodable {
    let id: String
    let expression: String
    let inputs: [String: Typed]
    let expected: Typed
  }

  private struct Typed: Decodable {
    let type: String
    let value: String?
    let items: [Typed]?
  }

  /// What these cases test is not the expression: its value is made to fit a type declared outside it.
  private let excluded = "0082-feel-coercion/"

  @Test func `Every expression that is accepted has the standard's value`() throws {
    let lines = try String(contentsOf: suite, encoding: .utf8).split(separator: "\n")
    let cases = try lines.map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
    var accepted = 0
    for one in cases where !one.id.hasPrefix(excluded) {
      let inputs = one.inputs.sorted { $0.key < $1.key }.compactMap { name, typed in
        value(typed).map { (name: name, value: $0.0, type: $0.1) }
      }
      let scope = ConditionScope(
        events: [], roles: ChoiceType(name: "role", members: []), workflows: [],
        parameters: inputs.map { ConditionScope.Parameter(name: $0.name, type: $0.type) }, rules: [])
      let (condition, faults) = reading(in: scope) { $0.value(one.expression, at: samplePlace, into: &$1) }
      #expect((condition == nil) == !faults.isEmpty, "\(one.id)")
      guard let condition else { continue }
      accepted += 1
      let known = SampleCase()
      for (place, input) in inputs.enumerated() { known.parameters[place] = input.value }
      let found = condition.evaluate(in: known)
      #expect(isSame(found, value(one.expected)?.0), "\(one.id) \(one.expression) \(found)")
    }
    #expect(cases.count == 2_584)
    #expect(accepted == 399)
  }

  private func isSame(_ found: Value, _ expected: Value?) -> Bool {
    guard case .duration(let a) = found, case .duration(let b)? = expected else { return found == expected }
    return a.least.shortestDays == b.least.shortestDays && a.least.longestDays == b.least.longestDays
  }

  /// A value of the suite, where our language has one like it.
  private func value(_ typed: Typed) -> (Value, ConditionType)? {
    let text = typed.value ?? ""
    switch typed.type {
    case "null": return (.null, .null)
    case "decimal": return Decimal128(text).map { (.number(NumberRange($0)), .number) }
    case "boolean": return (.truth(text == "true"), .truth)
    case "string": return (.text(text), .text)
    case "date": return Day(iso: text).map { (.date(DateValue($0)), .date) }
    case "duration": return duration(text).map { ($0, .duration) }
    case "list":
      let members = (typed.items ?? []).map(value)
      let types = Set(members.compactMap { $0?.1 }.filter { $0 != .null })
      guard members.allSatisfy({ $0 != nil }), types.count <= 1 else { return nil }
      return (.list(members.compactMap { $0?.0 }), .list(types.first ?? .null))
    default: return nil
    }
  }

  private func duration(_ text: String) -> Value? {
    if text == "PT0S" { return .duration(DurationRange(Period(0, .day))) }
    let (condition, _) = reading { $0.value("duration(\"\(text)\")", at: samplePlace, into: &$1) }
    return condition?.evaluate(in: SampleCase())
  }
}
