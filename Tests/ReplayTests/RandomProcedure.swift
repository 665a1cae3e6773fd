import Diagnostics
import Notation
import Procedures

/// A small procedure as text, in parts that can be dropped one by one.
struct RandomProcedure {
  struct RandomWorkflow {
    let name: String
    var states: [RandomState]
    var signals: [String] = []
    /// Each in flow style: `{on: a, from: s0, to: s1}`.
    var transitions: [String] = []
  }

  struct RandomRule {
    let workflow: String
    let name: String
    /// Key and value, in order.
    var keys: [(key: String, value: String)]

    subscript(key: String) -> String? { keys.first { $0.key == key }?.value }

    var text: String { "{" + keys.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}" }
  }

  var workflows: [RandomWorkflow] = []
  var rules: [RandomRule] = []
  var parameters: [String] = [
    "p1: 5 working days", "p2: {2000-01-01: 2 weeks, 2020-03-01: 3 weeks}", "p3: {2000-01-01: 20 days, 2020-02-10: 10 days}",
    "everyone: [r1, r2, r3]",
  ]

  static let vocabulary = """
    vocabulary: random
    roles: {r1: {title: One}, r2: {title: Two}, r3: {title: Three}}
    events:
      a: {title: A, attributes: {kind: "one of [x, y, z]", flag: boolean}}
      b: {title: B, attributes: {flag: boolean, by: role}}
      c: {title: C, attributes: {who: set of role, due: date}}
      d: {title: D, attributes: {period: duration, kind: "one of [x, y, z]", n: number}}
      e: {title: E}
      f: {title: F, attributes: {flag: boolean, n: number}}
    """

  /// The files of the procedure.
  var files: [SourceText] {
    let procedure = """
      procedure: random
      title: Random
      calendar: england_and_wales
      months: corresponding date
      sources: {ours: {title: Ours, force: ours}}
      parameters:
      \(parameters.map { "  " + $0 }.joined(separator: "\n"))
      """
    return [SourceText(name: "a.yaml", text: procedure), SourceText(name: "b.yaml", text: Self.vocabulary)]
      + workflows.map { SourceText(name: "w\($0.name).yaml", text: text(of: $0)) }
  }

  private func text(of workflow: RandomWorkflow) -> String {
    var lines = ["workflow: \(workflow.name)", "title: \(workflow.name)", "for: child"]
    if !workflow.signals.isEmpty { lines.append("signals: [\(workflow.signals.joined(separator: ", "))]") }
    lines.append("states:")
    for state in workflow.states { lines += state.lines(indent: "  ") }
    if !workflow.transitions.isEmpty { lines.append("transitions:") }
    lines += workflow.transitions.map { "  - \($0)" }
    let own = rules.filter { $0.workflow == workflow.name }
    if !own.isEmpty { lines.append("rules:") }
    lines += own.map { "  \($0.name): \($0.text)" }
    return lines.joined(separator: "\n")
  }

  /// Whether a rule or transition of it uses a word.
  func asks(_ word: String) -> Bool {
    rules.contains { $0.text.contains(word) }
      || workflows.contains { $0.transitions.contains { $0.contains(word) } }
  }

  /// The procedure, or what its reader says against it.
  func read() -> (procedure: Procedure?, faults: [String]) {
    let (procedure, diagnostics) = ProcedureReader.read(files)
    return (procedure, diagnostics.filter { $0.severity == .error }.map { "\($0.code) \($0.message)" })
  }
}

/// A state of a random workflow.
struct RandomState {
  let name: String
  /// What stands in its mapping besides its states: `start: s1`, `end: true`.
  var keys: [String] = []
  var states: [RandomState] = []

  func lines(indent: String) -> [String] {
    guard !states.isEmpty else { return ["\(indent)\(name): {\(keys.joined(separator: ", "))}"] }
    return ["\(indent)\(name):"] + keys.map { "\(indent)  \($0)" } + ["\(indent)  states:"]
      + states.flatMap { $0.lines(indent: indent + "    ") }
  }
}
