import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ReportedCase {
  /// A length in words, with the entry of the history that set it where it is the case that sets it.
  func inWords(_ length: LimitLength, in judgement: Judgement) -> String {
    guard case .expression(let condition) = length else { return inWords(length, openedOn: judgement.opened) }
    guard let found = setting(condition.expression, in: judgement) else {
      return workedOut(condition.expression, in: judgement) ?? inWords(workedOut: condition.expression)
    }
    return "\(found.period), as \(name(ofAttribute: found.attribute)) of \(history.events[found.event].identifier) says"
  }

  /// A length that the case sets, by what sets it.
  func inWords(workedOut expression: Expression) -> String {
    switch expression {
    case .trigger(let attribute): "the \(name(ofAttribute: attribute)) of what set the clock running"
    case .this(let attribute): "its own \(name(ofAttribute: attribute))"
    case .attribute(let attribute, .call(.latest, let arguments)):
      "the \(name(ofAttribute: attribute)) of the latest \(arguments.first.flatMap(titles) ?? "event that sets it")"
    case .choose(.call(.known, let asked), let then, let otherwise) where asked == [then]:
      "\(inWords(workedOut: then)) where that is recorded, and else \(inWords(workedOut: otherwise))"
    case .choose(_, let then, let otherwise):
      "\(inWords(workedOut: then)) or \(inWords(workedOut: otherwise)), as the case stands"
    case .parameter(let index): "\(values(of: procedure.parameters[index])) (\(procedure.parameters[index].name.asWords))"
    case .constant(.duration(let range)): range.exact?.description ?? "a length worked out from the case"
    default: "a length worked out from the case"
    }
  }

  /// The length that a clock ran; `nil` unless just one of those that the expression names leads to the due date.
  private func workedOut(_ expression: Expression, in judgement: Judgement) -> String? {
    let named = expression.lengths { procedure.period(.parameter($0), on: judgement.opened.earliest) }
    let leading = Set(named.filter { leadsToDueDate($0, judgement) })
    return leading.count == 1 ? leading.first?.description : nil
  }

  private func titles(_ list: Expression) -> String? {
    guard case .occurrences(let events, _) = list else { return nil }
    return events.map(title(ofEvent:)).joinedInWords("or")
  }
}

/// The entry of the history that sets a length, and the length.
private struct LengthSetting {
  let event: Int
  let attribute: AttributeIndex
  let period: Period
}

extension ReportedCase {
  /// The entry of the history that set the length of a clock, where the case sets it and one entry did.
  func settingEvent(of judgement: Judgement) -> Int? {
    let length: LimitLength?
    switch procedure.rules[judgement.rule].form {
    case .deadline(let deadline):
      if case .within(let within) = deadline.limit { length = within } else { length = nil }
    case .cadence(let cadence): length = cadence.every
    case .check, .invariant: length = nil
    }
    guard case .expression(let condition)? = length else { return nil }
    return setting(condition.expression, in: judgement)?.event
  }

  /// The entry that sets a length; `nil` unless it alone leads to the due date that was judged.
  private func setting(_ expression: Expression, in judgement: Judgement) -> LengthSetting? {
    let settings: [LengthSetting]
    switch expression {
    case .trigger(let attribute):
      settings = [judgement.openingEvent].compactMap { $0.flatMap { setting(attribute, at: $0, child: judgement.child) } }
    case .attribute(let attribute, .call(.latest, let arguments)):
      guard case .occurrences(let events, _)? = arguments.first else { return nil }
      let candidates = history.events.indices.filter { number in
        events.contains(history.events[number].event) && history.events[number].wasDone
          && history.events[number].children & (1 << UInt64(judgement.child)) != 0
      }
      settings = candidates.compactMap { setting(attribute, at: $0, child: judgement.child) }
    default: return nil
    }
    let fitting = settings.filter { leadsToDueDate($0, judgement) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func setting(_ attribute: AttributeIndex, at number: Int, child: Int) -> LengthSetting? {
    guard case .duration(let range)? = value(of: attribute, at: number, child: child), let period = range.exact else {
      return nil
    }
    return LengthSetting(event: number, attribute: attribute, period: period)
  }

  /// Whether the length leads from the opening to the due date, and was set before the due date.
  private func leadsToDueDate(_ setting: LengthSetting, _ judgement: Judgement) -> Bool {
    history.times.spans[history.events[setting.event].time].earliest <= judgement.opened.latest
      && leadsToDueDate(setting.period, judgement)
  }

  /// Whether a length leads from the opening to the due date.
  private func leadsToDueDate(_ period: Period, _ judgement: Judgement) -> Bool {
    guard let due = judgement.due, let counting = procedure.rules[judgement.rule].form.counting else { return false }
    let calendar = WorkingCalendar.englandAndWales
    return calendar.due(after: judgement.opened.earliest, within: period, counting: counting) == due.earliest
      && calendar.due(after: judgement.opened.latest, within: period, counting: counting) == due.latest
  }
}

extension Expression {
  /// The lengths that it names, in the order in which they are written.
  ///
  /// - Parameter figure: the length that a figure gives.
  fileprivate func lengths(_ figure: (ParameterIndex) -> Period?) -> [Period] {
    switch self {
    case .constant(.duration(let range)): [range.exact].compactMap(\.self)
    case .parameter(let index): [figure(index)].compactMap(\.self)
    default: parts.flatMap { $0.lengths(figure) }
    }
  }
}
