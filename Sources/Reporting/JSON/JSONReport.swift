import CivilTime
import Conditions
public import Exploration
import Histories
import Procedures
public import Replay

/// The report of cases for a program: everything a finding has, with the tallies and stays behind it.
public struct JSONReport: Sendable {
  private let selection: FindingSelection

  public init(selection: FindingSelection = FindingSelection()) { self.selection = selection }

  /// One document with all the cases, in the order given.
  public func render(_ cases: [ReportedCase]) -> String {
    JSONValue.document(.replay, [("cases", .list(cases.map(content)))])
  }

  /// One finding as a document: all that a replay tells of it, with the terms of its rule and what its events state.
  ///
  /// - Parameter nearest: what the search for a change that avoids the finding came to.
  public func render(_ finding: Finding, of reported: ReportedCase, nearest: NearestChangeAnswer) -> String {
    let rule = reported.rule(finding)
    let terms = rule.map { RuleExplanation(reported).terms(of: $0) } ?? []
    return JSONValue.document(
      .explain,
      [
        ("case", .text(reported.history.name)),
        ("procedure", .text(reported.procedure.name)),
        ("profile", .optional(reported.procedure.profile)),
        ("number", FindingNumbering(reported).number(of: finding).map { .number($0) } ?? .null),
        ("finding", content(of: finding, reported)),
        ("terms", .list(terms.map { .members([("term", .text($0.0)), ("text", .text($0.1))]) })),
        ("in_force", .optional(rule?.inForce.inWords)),
        ("records", .list(reported.evidence(of: finding).map { records($0, of: finding.child, reported) })),
        ("chain", .list(FindingChain(reported, finding).links.map { link($0, reported) })),
        ("nearest_change", NearestChangeJSON(reported, finding).content(of: nearest)),
      ])
  }

  /// Each finding as a document of one line, as it stands in the report of its case.
  public func lines(of reported: ReportedCase) -> String {
    reported.findings(selection).map { content(of: $0, reported).line + "\n" }.joined()
  }

  private func link(_ link: ChainLink, _ reported: ReportedCase) -> JSONValue {
    .members([
      ("link", .text(link.kind.rawValue)),
      ("happened", .span(link.happened)),
      ("id", .optional(link.event.map { reported.history.events[$0].identifier })),
      ("text", .text(link.text)),
    ])
  }

  private func records(_ number: Int, of child: Int, _ reported: ReportedCase) -> JSONValue {
    let entry = reported.history.events[number]
    let stated = reported.attributes(of: entry, child: child)
    return .members([
      ("id", .text(entry.identifier)),
      ("states", .list(stated.map { .members([("attribute", .text($0.0)), ("value", .text($0.1))]) })),
    ])
  }

  private func content(of reported: ReportedCase) -> JSONValue {
    let (history, procedure) = (reported.history, reported.procedure)
    return .members([
      ("case", .text(history.name)),
      ("title", .text(history.title)),
      ("taken_from", .optional(reported.source)),
      ("procedure", .text(procedure.name)),
      ("procedure_path", .optional(reported.origin.procedurePath)),
      ("profile", .optional(procedure.profile)),
      ("profile_path", .optional(reported.origin.profilePath)),
      ("as_of", .optional(reported.asOf?.description)),
      ("observed_until", .span(reported.observedUntil)),
      ("children", .texts(history.children.map(\.name))),
      ("findings", .list(reported.findings(selection).map { content(of: $0, reported) })),
      ("tallies", .list(tallies(reported))),
      ("stays", .list(stays(reported))),
    ])
  }
}

// MARK: - Findings

extension JSONReport {
  private func content(of finding: Finding, _ reported: ReportedCase) -> JSONValue {
    .members(
      identity(of: finding, reported) + times(of: finding, reported) + [
        ("evidence", .list(reported.evidence(of: finding).map { entry($0, reported) })),
        ("jumped", .list(jumped(finding, reported))),
        ("not_recorded", .texts(reported.missingInWords(of: finding))),
        ("sentence", .text(FindingSentence(reported).sentence(finding))),
      ])
  }

  private func identity(of finding: Finding, _ reported: ReportedCase) -> [(String, JSONValue)] {
    let rule = reported.rule(finding)
    return [
      ("id", .text(finding.identifier)),
      ("case", .text(finding.caseName)),
      ("child", .text(finding.childName)),
      ("episode", .number(finding.judgement?.episode ?? finding.departure?.episode ?? 1)),
      ("workflow", .text(reported.workflow(finding).name)),
      ("rule", .optional(rule?.fullName)),
      ("says", .optional(rule?.says)),
      ("source", (rule?.citation ?? reported.workflow(finding).citation).map { source($0, reported) } ?? .null),
      ("figures", .list(reported.figures(of: finding).map { figure($0, reported) })),
      ("kind", .text(finding.kind.rawValue)),
      ("certainty", .text(finding.certainty.inWords)),
      ("severity", .text(finding.severity.inWords)),
      ("verdict", .optional(finding.judgement?.verdict.inWords)),
      ("member", .optional(finding.judgement.flatMap(reported.member))),
    ]
  }

  private func times(of finding: Finding, _ reported: ReportedCase) -> [(String, JSONValue)] {
    let judgement = finding.judgement
    return [
      ("opened", .span(judgement?.opened)),
      ("due", .span(judgement?.due)),
      ("happened", .span(judgement == nil ? finding.departure?.happened : judgement?.ended)),
      ("ending", .optional(judgement?.ending.word)),
      ("lateness", judgement?.lateness.map(JSONValue.lateness) ?? .null),
      ("intervals", judgement?.intervals.map { .number($0) } ?? .null),
    ]
  }

  private func figure(_ figure: Figure, _ reported: ReportedCase) -> JSONValue {
    .members([
      ("parameter", .text(figure.parameter)), ("value", .text(figure.value)),
      ("profile", .optional(figure.profile)), ("says", .text(figure.source)),
      ("source", figure.citation.map { source($0, reported) } ?? .null),
    ])
  }

  private func source(_ citation: Citation, _ reported: ReportedCase) -> JSONValue {
    let source = reported.procedure.sources[citation.source]
    return .members([
      ("title", .text(source.title)),
      ("publisher", .optional(source.publisher)),
      ("dated", .optional(source.dated)),
      ("at", .optional(citation.at)),
      ("force", .text(source.force.rawValue)),
      ("force_in_words", .text(reported.force(of: source))),
      ("verified", .optional(citation.evidence?.rawValue)),
    ])
  }

  private func entry(_ number: Int, _ reported: ReportedCase) -> JSONValue {
    let entry = reported.history.events[number]
    return .members([
      ("id", .text(entry.identifier)),
      ("event", .text(reported.procedure.vocabulary.events[entry.event].name)),
      ("done", .truth(entry.wasDone)),
      ("happened", .span(reported.span(of: number))),
      ("when", .optional(reported.words.when(entry.identifier))),
      ("cite", .optional(entry.cite)),
    ])
  }

  private func jumped(_ finding: Finding, _ reported: ReportedCase) -> [JSONValue] {
    guard let departure = finding.departure else { return [] }
    let transitions = reported.workflow(finding).transitions
    return departure.jumped.map { index in
      .members([
        ("step", .texts(transitions[index].events.map { reported.procedure.vocabulary.events[$0].name })),
        ("shown_not_done", .truth(departure.shownNotDone.contains(index))),
      ])
    }
  }
}

// MARK: - Tallies and stays

extension JSONReport {
  private func tallies(_ reported: ReportedCase) -> [JSONValue] {
    let tallies = RuleTallies(reported, selection)
    return (tallies.clocks + tallies.conditions).sorted().map { rule in
      let counts = Verdict.allCases.map { verdict in
        (verdict == .notRecorded ? "not_recorded" : verdict.inWords, JSONValue.number(tallies[rule][verdict]))
      }
      let name = JSONValue.text(reported.procedure.rules[rule].fullName)
      return .members([("rule", name), ("all", .number(tallies[rule].total))] + counts)
    }
  }

  private func stays(_ reported: ReportedCase) -> [JSONValue] {
    reported.stays(selection).map { stay in
      let identifier = { (number: Int?) in JSONValue.optional(reported.identifier(ofEvent: number)) }
      return .members([
        ("child", .text(reported.history.children[stay.child].name)),
        ("state", .text(reported.path(of: stay.state))),
        ("episode", .number(stay.episode)),
        ("entered", .span(stay.entered)),
        ("left", .span(stay.left)),
        ("entered_with", identifier(stay.enteringEvent)),
        ("left_with", identifier(stay.leavingEvent)),
      ])
    }
  }
}

extension JSONValue {
  /// The two ends of a span as yyyy-mm-dd, or null.
  static func span(_ span: Span?) -> JSONValue {
    guard let span else { return .null }
    return .members([
      ("earliest", .text(span.earliest.description)), ("latest", .text(span.latest.description)),
    ])
  }

  fileprivate static func lateness(_ lateness: Lateness) -> JSONValue {
    .members([
      ("least", .number(lateness.least)), ("most", .number(lateness.most)), ("unit", .text(lateness.unit.rawValue)),
    ])
  }
}

extension Transition {
  /// The events that can take it.
  var events: [EventIndex] {
    if case .events(let events) = cue { events } else { [] }
  }
}

extension Judgement.Ending {
  var word: String {
    switch self {
    case .fulfilled: "fulfilled"
    case .left: "left"
    case .excepted: "excepted"
    case .observationEnded: "observation ended"
    case .atOnce: "at once"
    case .slotPassed: "slot passed"
    case .restored: "restored"
    }
  }
}
