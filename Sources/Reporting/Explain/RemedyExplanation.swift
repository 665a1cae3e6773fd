import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// The part of an explanation that tells what would have met the rule.
struct RemedyExplanation {
  private let reported: ReportedCase

  init(_ reported: ReportedCase) { self.reported = reported }

  func write(_ judgement: Judgement, on page: inout TextPage) {
    let rule = reported.procedure.rules[judgement.rule]
    page.heading("What would have met the rule", underlinedWith: "-")
    let child = reported.name(ofChild: judgement.child)
    let member = reported.member(of: judgement).map { " and the \($0)" } ?? ""
    switch rule.form {
    case .deadline(let deadline):
      let by = judgement.due.map { ", \($0.asALimit)" } ?? ""
      page.paragraph("\(reported.inWords(deadline.expect)) for \(child)\(member)\(by).")
    case .cadence(let cadence):
      let by = judgement.due.map { ", after the clock opened and \($0.asALimit)" } ?? ""
      page.paragraph("\(reported.inWords(cadence.expect)) for \(child)\(member)\(by).")
    case .check(let check):
      let event = judgement.openingEvent.map { reported.history.events[$0].event }
      let members = [reported.member(of: judgement)].compactMap(\.self)
      let asked = ConditionWords(reported, members: members).demand(check.require.expression, on: [event].compactMap(\.self))
      page.paragraph(asked.map { "At that moment: \($0)." } ?? "At that moment: \(rule.says)")
    case .invariant: page.paragraph("For as long as it applies: \(rule.says)")
    }
  }
}
