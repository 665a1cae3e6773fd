import CivilTime
import Conditions
import Procedures
import Replay

/// The part of an explanation that tells the figures a rule uses, from when each applied, and who says so.
struct FigureExplanation {
  private let reported: ReportedCase

  init(_ reported: ReportedCase) { self.reported = reported }

  func write(_ finding: Finding, on page: inout TextPage) {
    guard let rule = reported.rule(finding) else { return }
    let used = rule.parameters.sorted()
    guard !used.isEmpty else { return }
    page.heading("Figures used", underlinedWith: "-")
    for index in used { write(reported.procedure.parameters[index], finding, on: &page) }
  }

  private func write(_ parameter: Parameter, _ finding: Finding, on page: inout TextPage) {
    page.paragraph("\(parameter.name):", accent: .heading)
    let opened = finding.judgement?.opened
    for (place, dated) in parameter.values.enumerated() {
      let last = parameter.values.indices.contains(place + 1) ? parameter.values[place + 1].from : nil
      let period = ForcePeriod(from: dated.from, through: last?.adding(days: -1))
      let applied = opened.map { isUsed(period, $0) } ?? false
      let value = reported.inWords(dated.value, of: parameter.type)
      page.field("Value", "\(value), \(period.inWords)\(applied ? " (used here)" : "")", indent: 2)
    }
    if let says = parameter.says { page.field("Says", says, indent: 2) }
    if reported.origin.isFromProfile(parameter.place) {
      page.field("Set by", "the profile \(reported.procedure.profile ?? "")", indent: 2)
    }
    page.field("Source", reported.source(of: parameter), indent: 2)
  }

  private func isUsed(_ period: ForcePeriod, _ opened: Span) -> Bool {
    (period.from ?? opened.earliest) <= opened.latest && opened.earliest <= (period.through ?? opened.latest)
  }
}

extension Rule {
  /// The parameters that the rule names, in its limits and its conditions.
  var parameters: Set<ParameterIndex> {
    var found = lengthParameters
    for condition in conditions { found.formUnion(condition.expression.parameters) }
    return found
  }

  /// The parameters that the rule names in its limits.
  var lengthParameters: Set<ParameterIndex> {
    lengths.reduce(into: []) { found, length in
      switch length {
      case .literal: break
      case .parameter(let index): found.insert(index)
      case .expression(let condition): found.formUnion(condition.expression.parameters)
      }
    }
  }

  private var conditions: [Condition] {
    let own: [Condition?] =
      switch form {
      case .deadline(let deadline):
        [deadline.during, deadline.when] + deadline.expect.conditions + (deadline.unless?.conditions ?? [])
          + (deadline.extended?.pattern.conditions ?? [])
      case .cadence(let cadence):
        [cadence.during, cadence.when] + cadence.expect.conditions + (cadence.unless?.conditions ?? [])
      case .check(let check): [check.require, check.when, check.during] + check.at.conditions
      case .invariant(let invariant): [invariant.during, invariant.require]
      }
    return own.compactMap(\.self) + [each?.over].compactMap(\.self)
  }
}

extension Pattern {
  /// The conditions that stand in brackets behind its events.
  var conditions: [Condition?] {
    switch self {
    case .event(_, let condition): [condition]
    case .any(let patterns), .all(let patterns): patterns.flatMap(\.conditions)
    case .entering, .leaving: []
    }
  }
}
