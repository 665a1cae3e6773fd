import Diagnostics

/// Everything that the files of a procedure declare, in order, before any of it is read.
struct ProcedureDraft {
  struct WorkflowDraft {
    let name: String
    let place: Place
    let node: PlacedNode
    var transitions: [TransitionDraft]
  }

  struct TransitionDraft {
    let name: String?
    let node: PlacedNode
  }

  struct RuleDraft {
    let workflow: Int
    let declaration: Declaration
  }

  var name = ""
  var title = ""
  var place: Place?
  var profile: String?
  var roles: [Declaration] = []
  var events: [Declaration] = []
  var sources: [Declaration] = []
  var parameters: [Declaration] = []
  var workflows: [WorkflowDraft] = []
  /// Those of the workflows in their order, then those that a profile adds.
  var rules: [RuleDraft] = []
  /// The full names of the rules that a profile turned off.
  var rulesTurnedOff: Set<String> = []
  var diagnostics: [Diagnostic] = []

  init(_ files: [ProcedureFile]) {
    for file in files where file.kind == .procedure { addProcedure(file) }
    for file in files {
      switch file.kind {
      case .procedure: break
      case .vocabulary: addVocabulary(file.node)
      case .workflow: addWorkflow(file.node)
      case .profile, .history, .findings, .timescales, .expectations, .scenario, .extractMapping,
        .statistics:
        diagnostics.append(
          Diagnostic(
            .unknownFileKind, "A \(file.kind.inWords) is no part of a procedure's folder.", at: file.node.place,
            mend: "Move it to a folder of its own."))
      }
    }
    tellMissing(files)
  }

  private mutating func addProcedure(_ file: ProcedureFile) {
    let node = file.node
    if let place {
      diagnostics.append(.twice(node.text(.procedure) ?? "", called: "procedure", at: node.place, first: place))
      return
    }
    place = node.place
    name = node.text(.procedure) ?? ""
    title = node.text(.title) ?? ""
    addShared(node)
  }

  /// The sources and parameters that any file may declare.
  private mutating func addShared(_ node: PlacedNode) {
    sources.add(node.entries(.sources), called: "source", into: &diagnostics)
    parameters.add(node.entries(.parameters), called: "parameter", into: &diagnostics)
  }

  private mutating func addVocabulary(_ node: PlacedNode) {
    roles.add(node.entries(.roles), called: "role", into: &diagnostics)
    events.add(node.entries(.events), called: "event", into: &diagnostics)
  }

  private mutating func addWorkflow(_ node: PlacedNode) {
    addShared(node)
    guard let name = node[.workflow], let text = name.scalar else { return }
    if let first = workflows.first(where: { $0.name == text }) {
      diagnostics.append(.twice(text, called: "workflow", at: name.place, first: first.place))
      return
    }
    let transitions = (node[.transitions]?.list ?? []).map { TransitionDraft(name: $0.text(.name), node: $0) }
    let index = workflows.count
    workflows.append(WorkflowDraft(name: text, place: name.place, node: node, transitions: transitions))
    rules += node.entries(.rules).map { RuleDraft(workflow: index, declaration: Declaration($0)) }
  }

  private mutating func tellMissing(_ files: [ProcedureFile]) {
    let start = Place(file: files.first?.source.name ?? "procedure", line: 1, column: 1)
    if place == nil {
      diagnostics.append(
        Diagnostic(
          .noProcedureFile, "The folder holds no procedure file.", at: start,
          mend: "Add a file that begins with \"procedure:\"."))
    }
    if !files.contains(where: { $0.kind == .vocabulary }) {
      diagnostics.append(
        Diagnostic(
          .noVocabulary, "The procedure has no vocabulary.", at: place ?? start,
          mend: "Add a file that begins with \"vocabulary:\"."))
    }
    if !files.contains(where: { $0.kind == .workflow }) {
      diagnostics.append(
        Diagnostic(
          .noWorkflow, "The procedure has no workflow.", at: place ?? start,
          mend: "Add a file that begins with \"workflow:\"."))
    }
  }

  /// `workflow.rule`.
  func fullName(of rule: RuleDraft) -> String { workflows[rule.workflow].name + "." + rule.declaration.name }
}
