import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ReportedCase {
  /// What a rule waits for, in words: `"Core group held"`, `"A" or "B"`, `leaving "On plan"`.
  func inWords(_ pattern: Pattern) -> String { inWords(pattern, members: []) }

  /// What a rule waits for, where its `each` stands for these members.
  func inWords(_ pattern: Pattern, members: [String]) -> String {
    switch pattern {
    case .event(let event, let condition): title(ofEvent: event) + asked(condition, of: event, members)
    case .any(let patterns): patterns.map { inWords($0, members: members) }.joinedInWords("or")
    case .all(let patterns): patterns.map { inWords($0, members: members) }.joinedInWords("and")
    case .entering(let state): "entering \(name(of: state))"
    case .leaving(let state): "leaving \(name(of: state))"
    }
  }

  private func asked(_ condition: Condition?, of event: EventIndex, _ members: [String]) -> String {
    guard let condition else { return "" }
    let demand = ConditionWords(self, members: members).demand(condition.expression, on: [event])
    return demand.map { " with \($0)" } ?? " where (\(condition.textOnOneLine))"
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
    case .expression(let condition): return inWords(workedOut: condition.expression)
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
    let from = start(of: judgement)
    switch rule.form {
    case .deadline(let deadline):
      switch deadline.limit {
      case .within(let length):
        return "\(inWords(length, in: judgement)) from \(from ?? inWords(deadline.trigger))\(counted(deadline.counting))"
      case .ahead(let length, let orWithin):
        let otherwise = orWithin.map { ", or within \(inWords($0, openedOn: opened)) where that is too late" } ?? ""
        return "\(inWords(length, in: judgement)) ahead of \(inWords(deadline.trigger))\(otherwise)"
      }
    case .cadence(let cadence):
      let isFirst = judgement.ordinal == 1 && cadence.first != nil
      let length = isFirst ? cadence.first ?? cadence.every : cadence.every
      let start = from.map { "from \($0)" } ?? "from when it began to apply"
      return "\(isFirst ? "first after" : "every") \(inWords(length, in: judgement)), \(start)\(counted(cadence.counting))"
    case .invariant(let invariant):
      return invariant.longerThan.map { "for no more than \(inWords($0, openedOn: opened))" }
    case .check: return nil
    }
  }

  /// From what a clock's length is counted: the opening event, or a later entry that says the step was not done.
  ///
  /// A gap in a record that is otherwise silent is only as long as the stretch for which the record does speak.
  func start(of judgement: Judgement) -> String? {
    guard let opening = judgement.openingEvent else { return nil }
    guard judgement.opened != history.times.spans[history.events[opening].time] else {
      return history.events[opening].identifier
    }
    let stated = judgement.evidence.first { number in
      !history.events[number].wasDone && history.times.spans[history.events[number].time] == judgement.opened
    }
    return stated.map { "the beginning of \(history.events[$0].identifier)" }
      ?? (judgement.opened.isExact ? judgement.opened.inWords : "some day from \(judgement.opened.inWords)")
  }

  private func counted(_ counting: Counting) -> String {
    counting == .inclusive ? ", that day counted" : ""
  }

  /// The steps of a transition in words: the events that would have taken it.
  func step(_ transition: Transition, of workflow: Workflow) -> String {
    switch transition.cue {
    case .events(let events): events.map(title(ofEvent:)).joinedInWords("or")
    case .signal(let signal): "the signal \(workflow.signals[signal].asWords)"
    case .completion(let state): "the end of \"\(workflow.states[state].title ?? workflow.states[state].name.asWords)\""
    case .named(let descriptors): descriptors.map { "\"\($0.text)\"" }.joinedInWords("or")
    case .always: "a step without an event"
    }
  }

  /// The member of a rule's `each` that a judgement is about, as words.
  func member(of judgement: Judgement) -> String? {
    judgement.member.flatMap { name(ofMember: $0, of: procedure.rules[judgement.rule]) }
  }

  /// A member of a rule's `each` as words.
  func name(ofMember member: Int, of rule: Rule) -> String? {
    guard let each = rule.each else { return nil }
    guard each.choice == procedure.vocabulary.roleChoice else { return each.choice.members[member].asWords }
    return procedure.vocabulary.roles[member].title.titleInSentence
  }
}
