import Diagnostics
import Notation
import Procedures
import Testing

/// A procedure of a few words, for one workflow that a test writes.
enum SmallProcedure {
  private static let frame = [
    SourceText(
      name: "procedure.yaml", text: "procedure: small\ntitle: Small\ncalendar: england_and_wales\nmonths: corresponding date\n"),
    SourceText(
      name: "vocabulary.yaml",
      text: """
        vocabulary: small
        title: Small
        roles: {social_worker: {title: Social worker}, nurse: {title: Nurse}}
        events:
          opened: {title: Opened, attributes: {kind: "one of [short, long]", involved: set of role}}
          met: {title: Met}
          told: {title: Told, attributes: {who: role}}
          agreed: {title: Agreed, attributes: {visits_every: duration}}
          closed: {title: Closed}
          moved: {title: Moved}

        """),
  ]

  static func read(_ workflows: String...) throws -> Procedure {
    let files = workflows.enumerated().map { SourceText(name: "w\($0).yaml", text: $1) }
    let (procedure, problems) = ProcedureReader.read(frame + files)
    #expect(problems.map(\.message) == [])
    return try #require(procedure)
  }

  /// A workflow `w` in which a case is opened and closed, with these rules.
  static func workflow(rules: String) -> String {
    """
    workflow: w
    title: W
    sources: {ours: {title: Ours, force: ours}}
    states:
      none: {start: true}
      open: {start: first, states: {first: {}, second: {}}}
      over: {end: true}
    transitions:
      - {on: opened, from: none, to: open}
      - {on: met, from: first, to: second}
      - {on: closed, from: open, to: over}
    rules:
    \(rules)
    """
  }
}
