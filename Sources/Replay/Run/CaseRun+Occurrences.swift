import CivilTime
import Conditions
import Histories
import Procedures

/// What conditions ask about earlier events: as the evaluator answers it, but at once.
extension CaseRun {
  func occurred(_ type: EventIndex, _ reach: OccurrenceReach) -> Truth {
    // An event that was followed before may be the one at hand.
    if isLookingBack { return occurredBefore(type, reach) }
    let last = occurrences.last(in: child * tables.rememberedCount + tables.remembered[type])
    let start = reach == .ever ? 0 : standing(workflow).episodeStart
    if last >= 0, Int(rank[last]) >= start { return .yes }
    if isComplete(type, reach) { return .no }
    noteMissing(.occurrences(type))
    return .unknown
  }

  /// Whether something of one event came after the last of another, as the evaluator answers it.
  func occurredSince(_ since: OccurredSince) -> Truth {
    if isLookingBack { return evaluate(since.evaluated) }
    let last = newest(Int(since.event), since.eventReach)
    let mark = newest(Int(since.mark), since.markReach)
    if last >= 0, mark < 0 || rank[last] > rank[mark], mark >= 0 || isComplete(Int(since.mark), since.markReach) { return .yes }
    let isAfter = last >= 0 && (mark < 0 || rank[last] > rank[mark])
    if !isAfter {
      if isComplete(Int(since.event), since.eventReach) { return .no }
      if mark >= 0, isComplete([Int(since.event)], since: happened(mark)) { return .no }
    }
    if !isComplete(Int(since.event), since.eventReach) { noteMissing(.occurrences(Int(since.event))) }
    if !isComplete(Int(since.mark), since.markReach) { noteMissing(.occurrences(Int(since.mark))) }
    return .unknown
  }

  /// Whether the newest occurrence of an event states an attribute, as the evaluator answers it.
  func latestIsKnown(_ asked: LatestIsKnown) -> Truth {
    if isLookingBack { return evaluate(asked.evaluated) }
    let last = newest(Int(asked.event), asked.reach)
    if last < 0 || asked.attribute < 0 { return Truth(last >= 0) }
    let cell = cell(of: asked.attribute, last)
    return cell < 0 ? .no : isKnown(attributes[cell])
  }

  /// What asks about the occurrences of an event: settled where the record holds none and is complete.
  func ofOccurrences(_ asked: OfOccurrences) -> Truth {
    let isNone = !isLookingBack && newest(Int(asked.event), asked.reach) < 0 && isComplete(Int(asked.event), asked.reach)
    return isNone ? asked.answerOfNone : evaluate(asked.evaluated)
  }

  /// The newest occurrence of an event, as far back as is asked; -1 for none.
  func newest(_ type: EventIndex, _ reach: OccurrenceReach) -> Int {
    let last = occurrences.last(in: child * tables.rememberedCount + tables.remembered[type])
    guard last >= 0, reach != .ever else { return last }
    return Int(rank[last]) >= standing(workflow).episodeStart ? last : -1
  }

  /// Whether what is asked sees the case as it was before the event, or at an event that was followed earlier.
  var isLookingBack: Bool {
    isAskingBefore || event >= 0 && entries[event].wasDone && Int(rank[event]) < followed
  }

  func evaluate(_ number: Int32) -> Truth { tables.evaluated[Int(number)].holds(in: self) }

  private func occurredBefore(_ type: EventIndex, _ reach: OccurrenceReach) -> Truth {
    let list = occurrences(of: [type], from: reach)
    if !list.items.isEmpty { return .yes }
    if list.isComplete { return .no }
    noteMissing(.occurrences(type))
    return .unknown
  }
}

extension Day {
  /// The day so many days, weeks, months or years later.
  func adding(_ period: Period) -> Day {
    switch period.unit {
    case .week: adding(days: period.count * 7)
    case .month: adding(months: period.count)
    case .year: adding(years: period.count)
    case .day, .hour, .workingDay: adding(days: period.count)
    }
  }
}
