import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// Writes every field of a replay's result in lines that can be compared and read.
struct RandomResultWriter {
  let procedure: Procedure
  let history: CaseHistory

  func lines(of result: ReferenceResult) -> [String] {
    (result.judgements.map(line) + result.departures.map(line) + result.stays.map(line) + result.transitions.map(line)
      + misnumbered(result)).sorted()
  }

  private func name(_ event: Int?) -> String { event.map { history.events[$0].identifier } ?? "-" }

  private func text(_ span: Span?) -> String { span.map { "\($0)" } ?? "-" }

  private func line(_ judgement: Judgement) -> String {
    let lateness = judgement.lateness.map { "\($0.least)..\($0.most) \($0.unit.plural)" } ?? "-"
    return [
      "judged", procedure.rules[judgement.rule].fullName, "c\(judgement.child)", "episode \(judgement.episode)",
      "member \(judgement.member.map { "\($0)" } ?? "-")", "\(judgement.verdict)", "\(judgement.certainty)",
      "opened \(text(judgement.opened)) by \(name(judgement.openingEvent))", "due \(text(judgement.due))",
      "\(judgement.ending) \(text(judgement.ended)) by \(name(judgement.closingEvent))", "late \(lateness)",
      "intervals \(judgement.intervals.map { "\($0)" } ?? "-")", "evidence \(judgement.evidence.map(name))",
    ].joined(separator: " | ")
  }

  /// Judgements whose numbers are not 1, 2, 3... in their order.
  private func misnumbered(_ result: ReferenceResult) -> [String] {
    let groups = Dictionary(grouping: result.judgements) {
      [$0.rule, $0.child, $0.member ?? -1, $0.openingEvent ?? -1]
    }
    return groups.values.flatMap { group -> [String] in
      let sorted = group.sorted { $0.ordinal < $1.ordinal }
      let isInOrder = zip(sorted, sorted.dropFirst()).allSatisfy { !ReferenceResult.precedes($1, $0) }
      return isInOrder && sorted.map(\.ordinal) == Array(1...sorted.count) ? [] : group.map { "misnumbered " + line($0) }
    }
  }

  private func line(_ departure: Departure) -> String {
    let workflow = procedure.workflows[departure.workflow]
    func step(_ index: Int) -> String {
      "\(index):\(workflow.states[workflow.transitions[index].from].name)"
    }
    return [
      "departed", "\(departure.kind)", "c\(departure.child)", workflow.name, "episode \(departure.episode)",
      "at \(name(departure.event)) since \(name(departure.since))", "jumped \(departure.jumped.map(step))",
      "not done \(departure.shownNotDone)", "\(departure.certainty)", text(departure.happened),
    ].joined(separator: " | ")
  }

  private func line(_ taken: TakenTransition) -> String {
    [
      "took", "c\(taken.child)", procedure.workflows[taken.workflow].name, "transition \(taken.transition)",
      "at \(name(taken.event))", "\(taken.manner)",
    ].joined(separator: " | ")
  }

  private func line(_ stay: Stay) -> String {
    let state = procedure.workflows[stay.state.workflow].states[stay.state.state]
    return [
      "stayed", "c\(stay.child)", "\(procedure.workflows[stay.state.workflow].name).\(state.path)",
      "episode \(stay.episode)", "\(text(stay.entered)) by \(name(stay.enteringEvent))",
      "\(text(stay.left)) by \(name(stay.leavingEvent))",
    ].joined(separator: " | ")
  }
}
