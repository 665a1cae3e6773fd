import CivilTime
import Conditions
import Exploration
import Procedures

/// A deadline or a cadence in words short enough for a picture.
struct ClockWords {
  private let rule: Rule
  private let reported: ReportedCase

  init(of rule: Rule, in reported: ReportedCase) {
    self.rule = rule
    self.reported = reported
  }

  /// `every 6 weeks`.
  func length(of cadence: Cadence) -> String {
    isOfTheCase(cadence.every) ? "as often as the case sets" : "every \(inWords(cadence.every))"
  }

  /// `within 10 working days`.
  func length(of deadline: Deadline) -> String {
    switch deadline.limit {
    case .within(let length) where isOfTheCase(length): "within the time that the case sets"
    case .within(let length): "within \(inWords(length))"
    case .ahead(let length, _): "\(inWords(length)) ahead"
    }
  }

  /// What goes on after the length: `: core group held`.
  func demand(of cadence: Cadence) -> String {
    let first = cadence.first.map { " (first after \(inWords($0)))" } ?? ""
    return "\(first): \(named(cadence.expect))\(reach)"
  }

  func demand(of deadline: Deadline, isOpenedByEntry: Bool = false) -> String {
    let from = isOpenedByEntry ? "" : " of \(named(deadline.trigger))"
    return "\(from): \(named(deadline.expect))\(reach)"
  }
}

// MARK: - Lengths

extension ClockWords {
  private func isOfTheCase(_ length: LimitLength) -> Bool { if case .expression = length { true } else { false } }

  /// A length; one that has changed while the rule was in force by each of its values with the days of each.
  private func inWords(_ length: LimitLength) -> String {
    guard case .parameter(let index) = length else { return newest(length) }
    let parameter = reported.procedure.parameters[index]
    let values = parameter.periods.compactMap { value, period -> String? in
      guard let common = period.common(with: rule.inForce) else { return nil }
      let told = reported.inWords(value, of: parameter.type)
      return common == rule.inForce ? told : "\(told) (\(common.inWords))"
    }
    return values.isEmpty ? newest(length) : values.joinedInWords("or")
  }

  private func newest(_ length: LimitLength) -> String {
    reported.inWords(length, openedOn: Span(reported.procedure.newestDay))
  }
}

// MARK: - What is awaited

extension ClockWords {
  /// What a pattern waits for by its titles; what it asks of them besides is for the page of the rule.
  private func named(_ pattern: Pattern) -> String {
    switch pattern {
    case .event(let event, _): reported.procedure.vocabulary.events[event].title.titleInSentence
    case .any(let parts): several(parts).joinedInWords("or")
    case .all(let parts): several(parts).joinedInWords("and")
    case .entering(let state): "entering \(reported.name(of: state))"
    case .leaving(let state): "leaving \(reported.name(of: state))"
    }
  }

  private func several(_ parts: [Pattern]) -> [String] {
    parts.map(named).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func named(_ trigger: Trigger) -> String {
    switch trigger {
    case .pattern(let pattern): named(pattern)
    case .date, .overdue: reported.inWords(trigger)
    }
  }

  /// For whom, and on which days, where not for every case, once and always.
  private var reach: String {
    (rule.each.map { ", for each \($0.name.asWords)" } ?? "") + (rule.when == nil ? "" : ", in some cases")
      + (rule.inForce == .always ? "" : " (in force \(rule.inForce.inWords))")
  }
}
