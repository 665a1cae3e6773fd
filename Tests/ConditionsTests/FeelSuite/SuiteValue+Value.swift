import CivilTime
import Conditions

extension SuiteValue {
  /// The value and its type, where the language has one like it.
  var asValue: (value: Value, type: ConditionType)? {
    let text = value ?? ""
    switch type {
    case "null": return (.null, .null)
    case "decimal": return Decimal128(text).map { (.number(NumberRange($0)), .number) }
    case "boolean": return (.truth(text == "true"), .truth)
    case "string": return (.text(text), .text)
    case "date": return Day(iso: text).map { (.date(DateValue($0)), .date) }
    case "duration": return text == "PT0S" ? written("duration(\"PT0H\")") : written("duration(\"\(text)\")")
    case "list": return list
    default: return nil
    }
  }

  private var list: (value: Value, type: ConditionType)? {
    let members = (items ?? []).map(\.asValue)
    let types = Set(members.compactMap { $0?.type }.filter { $0 != .null })
    guard members.allSatisfy({ $0 != nil }), types.count <= 1 else { return nil }
    return (.list(members.compactMap { $0?.value }), .list(types.first ?? .null))
  }

  /// The value of a literal of the language.
  private func written(_ literal: String) -> (value: Value, type: ConditionType)? {
    let (condition, _) = reading { $0.value(literal, at: samplePlace, into: &$1) }
    return condition.map { ($0.evaluate(in: SampleCase()), $0.type) }
  }

  /// Whether a value that was found is the one that the suite expects.
  func isSame(as found: Value) -> Bool {
    guard let expected = asValue?.value else { return false }
    guard case .duration(let a) = found, case .duration(let b) = expected else { return found == expected }
    return a.least.shortestDays == b.least.shortestDays && a.least.longestDays == b.least.longestDays
  }
}
