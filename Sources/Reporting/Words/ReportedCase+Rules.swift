import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ReportedCase {
  /// What a rule waits for, in words: `"Core group held"`, `"A" or "B"`, `leaving "On plan"`.
  func inWords(_ pattern: Pattern) -> String {
    switch pattern {
    case .event(let event, let condition):
      title(ofEvent: event) + (condition.map { " with \($0.text)" } ?? "")
    case .any(let patterns): patterns.map(inWords).joinedInWords("or")
    case .all(let patterns): patterns.map(inWords).joinedInWords("and")
    case .entering(let state): "entering \(name(of: state))"
    case .leaving(let state): "leaving \(name(of: state))"
    }
  }

  /// A state by its title, or by its name as words.
  func name(of reference: StateReference) -> String {
    let state = procedure.workflows[reference.workflow].states[reference.state]
    return "\"\(state.title ?? state.name.asWords)\""
  }

  func inWords(_ trigger: Trigger) -> String {
    switch trigger {
    case .pattern(let pattern): inWords(pattern)
    case .date(let event, let attribute):
      "the \(procedure.vocabulary.attributeNames[attribute].asWords) of \(title(ofEvent: event))"
    case .overdue(let rule): "the day after \(procedure.rules[rule].fullName) fell due"
    }
  }

  /// A length in words, read on the days on which the clock may have opened.
  func inWords(_ length: LimitLength, openedOn opened: Span) -> String {
    switch length {
    case .literal(let period): return period.description
    case .expression(let condition): return "the length set by \(condition.text)"
    case .parameter(let index):
      let parameter = procedure.parameters[index]
      let values = [opened.earliest, opened.latest].compactMap { parameter.value(on: $0) }
      var told: [String] = []
      for value in values.map({ inWords($0, of: parameter.type) }) where !told.contains(value) { told.append(value) }
      return told.isEmpty ? "\(parameter.name.asWords), which has no value then" : told.joinedInWords("or")
    }
  }

  /// The length of a rule's clock and from what it is counted: `10 working days after e36`.
  func limit(of rule: Rule, in judgement: Judgement) -> String? {
    let opened = judgement.opened
    let from = judgement.openingEvent.map { history.events[$0].identifier }
    switch rule.form {
    case .deadline(let deadline):
      switch deadline.limit {
      case .within(let length):
        return "\(inWords(length, openedOn: opened)) from \(from ?? inWords(deadline.trigger))\(counted(deadline.counting))"
      case .ahead(let length, let orWithin):
        let otherwise = orWithin.map { ", or within \(inWords($0, openedOn: opened)) where that is too late" } ?? ""
        return "\(inWords(length, openedOn: opened)) ahead of \(inWords(deadline.trigger))\(otherwise)"
      }
    case .cadence(let cadence):
      let isFirst = judgement.ordinal == 1 && cadence.first != nil
      let length = isFirst ? cadence.first ?? cadence.every : cadence.every
      let start = from.map { "from \($0)" } ?? "from when it began to apply"
      return "\(isFirst ? "first after" : "every") \(inWords(length, openedOn: opened)), \(start)\(counted(cadence.counting))"
    case .invariant(let invariant):
      return invariant.longerThan.map { "for no more than \(inWords($0, openedOn: opened))" }
    case .check: return nil
    }
  }

  private func counted(_ counting: Counting) -> String {
    counting == .inclusive ? ", that day counted" : ""
  }

  /// A citation as one line: title, place in it, force and how far the text was read.
  func inWords(_ citation: Citation) -> String {
    let source = procedure.sources[citation.source]
    let place = [source.title, citation.at].compactMap(\.self).joined(separator: ", ")
    let standing = [source.force.inWords, citation.evidence?.inWords].compactMap(\.self).joined(separator: "; ")
    return "\(place) (\(standing))"
  }

  /// The steps of a transition in words: the events that would have taken it.
  func step(_ transition: Transition, of workflow: Workflow) -> String {
    switch transition.cue {
    case .events(let events): events.map(title(ofEvent:)).joinedInWords("or")
    case .signal(let signal): "the signal \(workflow.signals[signal].asWords)"
    case .completion(let state): "the end of \"\(workflow.states[state].title ?? workflow.states[state].name.asWords)\""
    case .always: "a step without an event"
    }
  }

  /// The member of a rule's `each` that a judgement is about, as words.
  func member(of judgement: Judgement) -> String? {
    guard let member = judgement.member, let each = procedure.rules[judgement.rule].each else { return nil }
    guard each.choice == procedure.vocabulary.roleChoice else { return each.choice.members[member].asWords }
    return procedure.vocabulary.roles[member].title.uncapitalised
  }
}
