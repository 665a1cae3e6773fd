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
    case "date": return written("date(\"\(text)\")")
    case "time": return written("time(\"\(text)\")")
    case "dateTime": return written("date and time(\"\(text)\")")
    case "duration": return written("duration(\"\(text)\")")
    case "list": return list
    case "context": return context
    default: return nil
    }
  }

  private var list: (value: Value, type: ConditionType)? {
    let members = (items ?? []).compactMap(\.asValue)
    let type = members.reduce(ConditionType.null as ConditionType?) { $0?.joined(with: $1.type) }
    guard members.count == items?.count, let type else { return nil }
    return (.list(members.map(\.value)), .list(type))
  }

  private var context: (value: Value, type: ConditionType)? {
    let values = (entries ?? [:]).sorted { $0.key < $1.key }.compactMap { name, typed in
      typed.asValue.map { (name: name, value: $0.value, type: $0.type) }
    }
    guard values.count == entries?.count else { return nil }
    let fields = values.map { ContextField(name: $0.name, type: $0.type) }
    let context = ValueContext(values.map { ValueContext.Entry(name: $0.name, value: $0.value) })
    return (.exact(.context(context)), .context(fields))
  }

  /// The value of a literal of the language.
  private func written(_ literal: String) -> (value: Value, type: ConditionType)? {
    let (condition, _) = reading { $0.value(literal, at: samplePlace, into: &$1) }
    return condition.map { ($0.evaluate(in: SampleCase()), $0.type) }
  }

  /// Whether a value that was found is the one that the suite expects.
  func isSame(as found: Value) -> Bool {
    switch (type, found) {
    case ("list", .list(let members)):
      return members.count == items?.count && zip(items ?? [], members).allSatisfy { $0.isSame(as: $1) }
    case ("context", .exact(.context(let context))):
      return context.entries.count == entries?.count
        && context.entries.allSatisfy { entries?[$0.name]?.isSame(as: $0.value) == true }
    case ("decimal", .number(let range)): return range.exact.map(isSame) ?? false
    // Where the suite gives a value no type, its text is all that can be compared.
    case ("untyped", _): return found.written == value
    default:
      guard let expected = asValue?.value else { return false }
      return expected == found || (found.isDuration && expected.isDuration && found.isSameLength(as: expected))
    }
  }

  /// The suite writes a number that has no end to some of its digits; what follows them is left off.
  private func isSame(_ found: Decimal128) -> Bool {
    guard let expected = Decimal128(value ?? "") else { return false }
    if found == expected { return true }
    let places = (value ?? "").split(separator: ".").dropFirst().first?.count ?? 0
    guard places >= 8, let difference = found - expected, let unit = Decimal128("1e-\(places)") else { return false }
    return difference.magnitude < unit
  }
}

extension Value {
  fileprivate var isDuration: Bool {
    switch self {
    case .duration, .exact(.length): true
    default: false
    }
  }

  /// Whether two durations are one length, by the language's own comparison.
  fileprivate func isSameLength(as other: Value) -> Bool {
    let known = SampleCase()
    known.parameters = [0: self, 1: other]
    return Expression.compare(.equal, .parameter(0), .parameter(1)).holds(in: known) == .yes
  }
}
