import CivilTime
import Conditions
import Diagnostics
import Procedures

/// Reads the rules of a procedure: for each the keys of every rule, and then those of its form.
struct RuleReader {
  let vocabulary: Vocabulary
  let parameters: [Parameter]
  private let sources: SourceReader
  /// The names that stand for something anywhere in the procedure.
  private let names: ConditionScope
  var expressions: ExpressionReader

  init(
    vocabulary: Vocabulary, parameters: [Parameter], sources: SourceReader, names: ConditionScope, expressions: ExpressionReader
  ) {
    self.vocabulary = vocabulary
    self.parameters = parameters
    self.sources = sources
    self.names = names
    self.expressions = expressions
  }

  /// A rule, or `nil` where some fault of it was told.
  mutating func rule(_ draft: ProcedureDraft.RuleDraft, fullName: String) -> Rule? {
    let (declaration, node) = (draft.declaration, draft.declaration.node)
    var scope = names
    scope.ownWorkflow = draft.workflow
    let citation = sources.citation(node[.source], into: &expressions.diagnostics)
    let inForce = inForce(node[.inForce])
    guard let (form, each) = form(of: node, in: scope), let citation, let inForce, let says = node.text(.says) else { return nil }
    return Rule(
      name: declaration.name, workflow: draft.workflow, fullName: fullName, says: says, citation: citation, inForce: inForce,
      finds: node.text(.finds).flatMap(FindingKind.init) ?? form.standardFinding, each: each, form: form,
      isFromProfile: declaration.isFromProfile, place: declaration.place)
  }

  private mutating func form(of node: PlacedNode, in scope: ConditionScope) -> (RuleForm, EachMember?)? {
    if node[.within] != nil || node[.ahead] != nil { return deadline(node, in: scope) }
    if node[.every] != nil { return cadence(node, in: scope) }
    if node[.at] != nil { return check(node, in: scope) }
    return node[.require] == nil ? nil : invariant(node, in: scope)
  }

  /// `each: NAME in SET`, which names a member for the rule's other expressions.
  mutating func each(_ node: PlacedNode?, in scope: inout ConditionScope) -> EachMember? {
    guard let node, let clause = expressions.each(node, in: scope) else { return nil }
    guard case .choice(let choice) = clause.member else { return nil }
    scope.each = ConditionScope.Each(name: clause.name, type: clause.member)
    return EachMember(name: clause.name, over: clause.list, choice: choice)
  }

  /// `from..through`, either end of which may be left out.
  private mutating func inForce(_ node: PlacedNode?) -> ForcePeriod? {
    guard let node, let text = node.scalar else { return .always }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, ends != ["", ""] else {
      tell(
        .badDateRange, "\"\(text)\" is no range of dates.", at: node.place,
        mend: "Write it as 2013-04-15.., ..2013-04-14 or 2013-04-15..2018-07-03.")
      return nil
    }
    var days: [Day?] = []
    for end in ends where !end.isEmpty {
      guard let day = Day(iso: end) else {
        tell(.badDate, "\"\(end)\" is no day.", at: node.place, mend: "Write it as year, month and day: 2013-04-15.")
        return nil
      }
      days.append(day)
    }
    let from = ends[0].isEmpty ? nil : days.first ?? nil
    let through = ends[1].isEmpty ? nil : days.last ?? nil
    if let from, let through, through < from {
      tell(.badDateRange, "The range ends before it begins.", at: node.place, mend: "Put the earlier day first.")
      return nil
    }
    return ForcePeriod(from: from, through: through)
  }

  mutating func tell(_ code: DiagnosticCode, _ message: String, at place: Place, mend: String? = nil) {
    expressions.diagnostics.append(Diagnostic(code, message, at: place, mend: mend))
  }
}

extension RuleForm {
  /// What a breach is told as where the rule does not say.
  fileprivate var standardFinding: FindingKind {
    switch self {
    case .deadline: .missed
    case .cadence: .gap
    case .check, .invariant: .conflict
    }
  }
}

/// Something that may be left out: absent, read, or told as wrong.
enum Optionally<Value> {
  case absent
  case read(Value)
  case wrong

  /// What was read from a node; wrong where there is a node and nothing was read.
  init(_ value: Value?, from node: PlacedNode?) {
    if let value { self = .read(value) } else { self = node == nil ? .absent : .wrong }
  }

  var value: Value? {
    if case .read(let value) = self { value } else { nil }
  }

  var isWrong: Bool {
    if case .wrong = self { true } else { false }
  }
}
