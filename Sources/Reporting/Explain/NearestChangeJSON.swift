import CivilTime
import Conditions
import Exploration
import Histories
import Procedures
import Replay

/// The nearest change of a finding for a program.
struct NearestChangeJSON {
  private let reported: ReportedCase
  private let finding: Finding

  init(_ reported: ReportedCase, _ finding: Finding) {
    self.reported = reported
    self.finding = finding
  }

  func content(of answer: NearestChangeAnswer) -> JSONValue {
    guard finding.kind != .notRecorded else { return .null }
    return .members([
      ("sentence", .text(NearestChangeExplanation(reported).sentence(answer, finding))),
      ("tried", .number(answer.tried)),
      ("most_entries", .number(answer.mostEntries)),
      ("found", .number(answer.changes.count)),
      ("changes", .list(answer.changes.prefix(1 + NearestChangeExplanation.mostAlternatives).map(change))),
    ])
  }

  private func change(_ change: NearestChange) -> JSONValue {
    .members([
      ("effect", .text(change.effect.word)),
      ("edits", .list(change.steps.map(edit))),
      ("brings", .texts(change.brings.map(\.identifier))),
      ("also_ends", .number(change.alsoEnds)),
    ])
  }

  private func edit(_ step: NearestChange.Step) -> JSONValue {
    let history = step.before
    switch step.edit {
    case .move(let event, let time): return content("move", history.events[event], time, [:], step)
    case .confirm(let event, let time, let attributes):
      return content("confirm", history.events[event], time, attributes, step)
    case .restate(let event, _, let attributes): return content("restate", history.events[event], nil, attributes, step)
    case .add(let added, _):
      return content("add", nil, added.time, added.attributes, step, kind: added.event)
    }
  }

  private func content(
    _ word: String, _ entry: HistoryEvent?, _ time: EditedTime?, _ attributes: [AttributeIndex: Value],
    _ step: NearestChange.Step, kind: EventIndex? = nil
  ) -> JSONValue {
    let event = entry?.event ?? kind ?? 0
    let stated = reported.stated(attributes, of: event)
    return .members([
      ("edit", .text(word)),
      ("id", .optional(entry?.identifier)),
      ("event", .text(reported.procedure.vocabulary.events[event].name)),
      ("happened", .span(time.map(step.before.span(of:)))),
      ("counted_from", time.map { base(of: $0, step.before) } ?? .null),
      ("moved", step.distance.map(distance) ?? .null),
      ("states", .list(stated.map { .members([("attribute", .text($0.0)), ("value", .text($0.1))]) })),
    ])
  }

  private func base(of time: EditedTime, _ history: CaseHistory) -> JSONValue {
    guard case .after(let event, let days) = time else { return .null }
    return .members([("id", .text(history.events[event].identifier)), ("days", .number(days))])
  }

  private func distance(_ distance: ChangeDistance) -> JSONValue {
    .members([
      ("least", .number(distance.least)), ("most", .number(distance.most)), ("unit", .text(distance.unit.rawValue)),
    ])
  }
}

extension NearestChange.Effect {
  var word: String {
    switch self {
    case .avoided: "avoided"
    case .onlyPossible: "only possible"
    }
  }
}
