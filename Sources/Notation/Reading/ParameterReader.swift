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
    let parameters = draft.parameters.compactMap { reader.parameter($0) }
    diagnostics += reader.diagnostics
    return parameters
  }

  private init(roles: ChoiceType, sources: SourceReader) {
    self.roles = roles
    self.sources = sources
  }

  private typealias Typed = (value: Value, type: ConditionType)

  private mutating func parameter(_ declaration: Declaration) -> Parameter? {
    let node = declaration.node
    let citation = sources.citation(node[.source], into: &diagnostics)
    let values = values(of: node)
    guard let first = values.first else { return nil }
    if let other = values.first(where: { $0.type != first.type }) {
      tell(.parameterWrongType, "The values of \"\(declaration.name)\" are not all of one type.", at: other.place)
    }
    if let replaced = declaration.replaced.flatMap(type), replaced != first.type {
      tell(
        .parameterWrongType,
        "The profile gives \"\(declaration.name)\" a value of another type than the procedure does.", at: first.place)
    }
    return Parameter(
      name: declaration.name, type: first.type, values: values.map { Parameter.Dated(from: $0.from, value: $0.value) },
      says: node.text(.says) ?? declaration.replaced?.text(.says), citation: citation, place: declaration.place)
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
        tell(.badDate, "There is no day \(entry.key).", at: entry.keyPlace)
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

  /// The type of what a profile replaced, without telling its faults.
  private func type(of node: PlacedNode) -> ConditionType? {
    var quiet = self
    return quiet.values(of: node).first?.type
  }

  private mutating func typed(_ node: PlacedNode) -> Typed? {
    if let items = node.list { return set(items) }
    guard case .scalar(let text, let quoted) = node.content else { return nil }
    if !quoted, text == "true" || text == "false" { return (.truth(text == "true"), .truth) }
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
