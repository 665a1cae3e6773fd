import CivilTime
import Conditions
import Diagnostics
import Procedures

/// Reads the figures that have a name.
struct ParameterReader {
  private let roles: ChoiceType
  private let sources: SourceReader
  private var diagnostics: [Diagnostic] = []

  static func read(
    _ draft: ProcedureDraft, roles: ChoiceType, sources: SourceReader, into diagnostics: inout [Diagnostic]
  ) -> [Parameter] {
    var reader = ParameterReader(roles: roles, sources: sources)
    let parameters = draft.parameters.map { reader.parameter($0) }
    diagnostics += reader.diagnostics
    return parameters
  }

  private init(roles: ChoiceType, sources: SourceReader) {
    self.roles = roles
    self.sources = sources
  }

  private typealias Typed = (value: Value, type: ConditionType)

  private mutating func parameter(_ declaration: Declaration) -> Parameter {
    let node = declaration.node
    let citation = sources.citation(node[.source], into: &diagnostics)
    let values = values(of: node)
    guard let first = values.first else { return standIn(for: declaration) }
    if let other = values.first(where: { $0.type != first.type }) {
      tell(
        .parameterWrongType, "The values of \"\(declaration.name)\" are not all of one type.", at: other.place,
        mend: "Write \(Self.inWords(first.type)), as the first value is.")
    }
    if let replaced = replacedValues(of: declaration), let type = replaced.first?.type, type != first.type {
      tell(
        .parameterWrongType,
        "The profile gives \"\(declaration.name)\" a value of another type than the procedure does.", at: first.place,
        mend: "Write \(Self.inWords(type)), as the procedure does.")
      return parameter(declaration, with: replaced)
    }
    return Parameter(
      name: declaration.name, type: first.type, values: values.map { Parameter.Dated(from: $0.from, value: $0.value) },
      says: node.text(.says) ?? declaration.replaced?.text(.says), citation: citation, place: declaration.place)
  }

  /// What a profile replaced in the place of its own faulty value, so that no rule is told as faulty for it.
  private func parameter(_ declaration: Declaration, with values: [DatedValue]) -> Parameter {
    Parameter(
      name: declaration.name, type: values.first?.type ?? .duration,
      values: values.map { Parameter.Dated(from: $0.from, value: $0.value) }, says: nil, citation: nil,
      place: declaration.place)
  }

  /// A period in the place of a value that was told as wrong, so that its name is not told as unknown too.
  private func standIn(for declaration: Declaration) -> Parameter {
    if let replaced = replacedValues(of: declaration) { return parameter(declaration, with: replaced) }
    let value = Value.duration(DurationRange(Period(1, .day)))
    return Parameter(
      name: declaration.name, type: .duration, values: [Parameter.Dated(from: nil, value: value)], says: nil, citation: nil,
      place: declaration.place)
  }

  private typealias DatedValue = (from: Day?, value: Value, type: ConditionType, place: Place)

  private mutating func values(of node: PlacedNode) -> [DatedValue] {
    let written = node[.value] ?? node
    guard let entries = written.entries else {
      return typed(written).map { [(from: nil, value: $0.value, type: $0.type, place: written.place)] } ?? []
    }
    var values: [DatedValue] = []
    for entry in entries where ScalarShape.isDate(entry.key) {
      guard let typed = typed(entry.value) else { continue }
      guard let day = Day(iso: entry.key) else {
        tell(
          .badDate, "There is no day \(entry.key).", at: entry.keyPlace, mend: "Write a day of the calendar: 2013-04-15.")
        continue
      }
      if let last = values.last?.from, day <= last {
        tell(
          .parameterDatesUnsorted, "The dates of a parameter stand in order, and \(day) is not after \(last).",
          at: entry.keyPlace, mend: "Put the earliest first.")
      }
      values.append((from: day, value: typed.value, type: typed.type, place: entry.value.place))
    }
    return values
  }

  /// The values that a profile replaced, without telling their faults; `nil` where there are none.
  private func replacedValues(of declaration: Declaration) -> [DatedValue]? {
    guard let node = declaration.replaced else { return nil }
    var quiet = self
    let values = quiet.values(of: node)
    return values.isEmpty ? nil : values
  }

  /// How a value of a type is written.
  private static func inWords(_ type: ConditionType) -> String {
    switch type {
    case .truth: "true or false"
    case .number: "a number without a unit"
    case .set: "a list of roles"
    default: "a period, such as 6 weeks"
    }
  }

  private mutating func typed(_ node: PlacedNode) -> Typed? {
    if let items = node.list { return set(items) }
    guard case .scalar(let text, let quoted) = node.content else { return nil }
    if let truth = node.truth { return (.truth(truth), .truth) }
    if let period = Period(text: text) { return (.duration(DurationRange(period)), .duration) }
    if !quoted, let number = Decimal128(text) { return (.number(NumberRange(number)), .number) }
    tell(
      .badPeriod, "\"\(text)\" is no period, number, true or false.", at: node.place,
      mend: "Write a period as a whole number and hours, days, working days, weeks, months or years.")
    return nil
  }

  private mutating func set(_ items: [PlacedNode]) -> Typed? {
    var members: UInt128 = 0
    for item in items {
      guard let name = item.scalar else { continue }
      if let role = roles.index(of: name), role < VocabularyReader.mostMembers {
        members |= 1 << UInt128(role)
      } else {
        diagnostics.append(.unknown(.unknownRole, "role", item, among: roles.members))
      }
    }
    return (.set(PartialSet(whole: members)), .set(roles))
  }

  private mutating func tell(_ code: DiagnosticCode, _ message: String, at place: Place, mend: String? = nil) {
    diagnostics.append(Diagnostic(code, message, at: place, mend: mend))
  }
}
