import CivilTime
import Histories
import Procedures
import Replay

/// Puts what a replay says of a scenario into short lines.
struct ScenarioWords {
  let procedure: Procedure
  let history: CaseHistory

  func lines(of result: ReferenceResult) -> [String] { result.judgements.map(line) + result.departures.map(line) }

  private func name(_ event: Int?) -> String { event.map { history.events[$0].identifier } ?? "the start" }

  /// Of whom it speaks, where there are several children.
  private func of(_ child: Int) -> String { history.children.count > 1 ? " of \(history.children[child].name)" : "" }

  private func inEpisode(_ number: Int) -> String { number > 1 ? " in episode \(number)" : "" }

  /// `core_group by conference: missed, possible, due 2024-01-22, late 3 to 5 working days`
  private func line(_ judgement: Judgement) -> String {
    let rule = procedure.rules[judgement.rule]
    let member = judgement.member.map { " for \(procedure.vocabulary.roles[$0].name)" } ?? ""
    let whose = member + of(judgement.child)
    let opening = "\(rule.name)\(whose) by \(name(judgement.openingEvent))\(inEpisode(judgement.episode))"
    let parts = [
      "\(opening): \(word(judgement.verdict))", judgement.certainty == .possible ? "possible" : nil,
      judgement.due.map { "due \($0)" }, judgement.lateness.map(lateness),
      judgement.intervals.map { "intervals \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private func word(_ verdict: Verdict) -> String { verdict == .notRecorded ? "not recorded" : "\(verdict)" }

  private func lateness(_ lateness: Lateness) -> String {
    let least = lateness.least == lateness.most ? "" : "\(lateness.least) to "
    return "late \(least)\(lateness.most) \(lateness.unit.plural)"
  }

  /// `plan at conference: jumped enquiry_started`
  private func line(_ departure: Departure) -> String {
    let workflow = procedure.workflows[departure.workflow]
    func step(_ transition: Int) -> String {
      guard case .events(let events) = workflow.transitions[transition].cue else { return "a step" }
      let words = events.map { procedure.vocabulary.events[$0].name }.joined(separator: " or ")
      return departure.shownNotDone.contains(transition) ? words + " (not done)" : words
    }
    let kind =
      switch departure.kind {
      case .jumped: "jumped " + departure.jumped.map(step).joined(separator: ", ")
      case .outOfOrder: "out of order"
      case .undecided: "undecided"
      }
    let place = "\(workflow.name)\(of(departure.child)) at \(name(departure.event))\(inEpisode(departure.episode))"
    return "\(place): \(kind)\(departure.certainty == .possible ? ", possible" : "")"
  }
}
