public import Diagnostics
public import Histories
public import Procedures

/// How much a procedure that was checked holds.
public struct CheckedProcedure: Sendable, Hashable {
  public let name: String
  public let title: String
  public let profile: String?
  /// What it holds, in the order in which it is told: "workflows", 5.
  public let counts: [Count]

  public struct Count: Sendable, Hashable {
    public let noun: String
    public let number: Int
  }

  public init(_ procedure: Procedure) {
    name = procedure.name
    title = procedure.title
    profile = procedure.profile
    let transitions = procedure.workflows.map(\.transitions.count).reduce(0, +)
    counts = [
      Count(noun: "workflow", number: procedure.workflows.count),
      Count(noun: "state", number: procedure.workflows.map(\.states.count).reduce(0, +)),
      Count(noun: "transition", number: transitions),
      Count(noun: "rule", number: procedure.rules.count),
      Count(noun: "source", number: procedure.sources.count),
      Count(noun: "event", number: procedure.vocabulary.events.count),
      Count(noun: "role", number: procedure.vocabulary.roles.count),
      Count(noun: "parameter", number: procedure.parameters.count),
    ]
  }
}

/// How much a history that was checked holds.
public struct CheckedHistory: Sendable, Hashable {
  let name: String
  let title: String
  let children: Int
  let events: Int

  public init(_ history: CaseHistory) {
    name = history.name
    title = history.title
    children = history.children.count
    events = history.events.count
  }
}

/// The report of a check: what was checked and what is wrong with it.
public struct CheckReport: Sendable {
  private let procedures: [CheckedProcedure]
  private let histories: [CheckedHistory]
  private let problems: [Diagnostic]
  private let drift: [DriftReport]
  private let depth: DriftReport.Depth

  public init(
    _ procedures: [CheckedProcedure], _ histories: [CheckedHistory], _ problems: [Diagnostic], drift: [DriftReport] = [],
    depth: DriftReport.Depth = .usual
  ) {
    self.drift = drift
    self.depth = depth
    self.procedures = procedures
    self.histories = histories
    self.problems = problems
  }

  public func text(style: TextStyle) -> String {
    var page = TextPage(style: style)
    for name in names {
      let variants = procedures.filter { $0.name == name }
      page.line("\(variants[0].title) (\(name))", accent: .heading)
      for variant in variants {
        let counts = variant.counts.map { counted($0.number, $0.noun) }.joined(separator: ", ")
        page.paragraph("\(variant.profile.map { "with the profile \($0)" } ?? "by itself"): \(counts)", indent: 2, hanging: 2)
      }
    }
    for history in histories {
      page.line("\(TextPage.clean(history.title)) (\(history.name))", accent: .heading)
      page.line("  \(history.children) \(history.children == 1 ? "child" : "children"), \(counted(history.events, "event"))")
    }
    if problems.isEmpty, drift.isEmpty { page.line("Nothing is wrong.") }
    for report in drift { report.write(on: &page, depth: depth) }
    return page.lines.isEmpty ? "" : page.text
  }

  /// The names of the procedures, each once.
  private var names: [String] {
    procedures.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  public func json() -> String {
    JSONValue.document(
      .check,
      [
        ("procedures", .list(procedures.map(content))),
        (
          "histories",
          .list(
            histories.map { history in
              .members([
                ("case", .text(history.name)), ("title", .text(history.title)), ("children", .number(history.children)),
                ("events", .number(history.events)),
              ])
            })
        ),
        ("drift", .list(drift.map(\.content))),
        ("diagnostics", .list(problems.map(content))),
      ])
  }

  private func content(of procedure: CheckedProcedure) -> JSONValue {
    .members(
      [
        ("procedure", .text(procedure.name)), ("title", .text(procedure.title)),
        ("profile", .optional(procedure.profile)),
      ] + procedure.counts.map { ("\($0.noun)s", .number($0.number)) })
  }

  private func content(of problem: Diagnostic) -> JSONValue {
    // Line 0 is a file as a whole.
    let isWhole = problem.place.line == 0
    return .members([
      ("code", .text(problem.code.label)),
      ("severity", .text(problem.severity.rawValue)),
      ("message", .text(problem.message)),
      ("file", .text(problem.place.file)),
      ("line", isWhole ? .null : .number(problem.place.line)),
      ("column", isWhole ? .null : .number(problem.place.column)),
      ("length", isWhole ? .null : .number(problem.place.length)),
      ("mend", .optional(problem.mend)),
    ])
  }
}
