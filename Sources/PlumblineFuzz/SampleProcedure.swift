import Conditions
import Diagnostics
import Histories
import Notation
import Procedures
import Replay
import Scoring

/// The procedure and the case among which an input is read.
enum SampleProcedure {
  static let files: [(source: SourceText, kind: FileKind)] = [
    (SourceText(name: "sample/procedure.yaml", text: procedureText), .procedure),
    (SourceText(name: "sample/vocabulary.yaml", text: vocabularyText), .vocabulary),
    (SourceText(name: "sample/workflow.yaml", text: workflowText), .workflow),
  ]

  /// All files in one text, as an input holds several.
  static var text: String {
    ["=== a.yaml", procedureText, "=== b.yaml", vocabularyText, "=== c.yaml", workflowText].joined(separator: "\n")
  }

  static let procedure: Procedure = {
    let (procedure, diagnostics) = ProcedureReader.read(files.map(\.source))
    guard let procedure else { fatalError(diagnostics.map { "\($0.place) \($0.message)" }.joined(separator: "\n")) }
    return procedure
  }()

  static let caseNode: PlacedNode = {
    let (node, diagnostics) = YAMLReader.read(SourceText(name: "sample/case.yaml", text: caseText))
    guard let node else { fatalError(diagnostics.map(\.message).joined(separator: "\n")) }
    return node
  }()

  static let history: CaseHistory? = HistoryReader.read(caseNode, procedure: procedure).history

  /// The sample case as the sample procedure judges it.
  static let review: JudgedReview = {
    guard let history else {
      fatalError(HistoryReader.read(caseNode, procedure: procedure).diagnostics.map(\.message).joined(separator: "\n"))
    }
    let replay = Replayer(procedure).replay(history)
    return JudgedReview(own: JudgedCase(procedure: procedure, history: history, replay: replay))
  }()

  /// The names that an input can use.
  static let names: [String] = {
    let vocabulary = procedure.vocabulary
    let states = procedure.workflows.flatMap { [$0.name] + $0.states.map(\.path) }
    let words = procedure.scope.events.flatMap(\.attributes).flatMap { attribute in
      if case .choice(let list) = attribute.type { list.members } else { [String]() }
    }
    return vocabulary.roles.map(\.name) + vocabulary.events.map(\.name) + vocabulary.attributeNames + words + states
      + procedure.rules.map(\.name) + procedure.parameters.map(\.name) + (history?.children.map(\.name) ?? [])
      + (history?.events.map(\.identifier) ?? [])
  }()

  /// The language with everything at hand, and with nothing but the procedure's own names.
  static let languages: [Language] = {
    var scope = procedure.scope
    scope.ownWorkflow = 0
    scope.this = [procedure.vocabulary.event(named: "visit") ?? 0]
    scope.trigger = [procedure.vocabulary.event(named: "action_agreed") ?? 0]
    scope.each = ConditionScope.Each(name: "person", type: .choice(scope.roles))
    return [Language(scope: scope), Language(scope: procedure.scope)]
  }()
}
