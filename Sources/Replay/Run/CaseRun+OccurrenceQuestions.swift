import CivilTime
import Conditions
import Procedures

/// How many members a selection has: at least those that certainly belong, at most those that may.
private struct SelectedCount {
  var certain = 0
  var possible = 0
  /// Whether there may be any number more that nobody recorded.
  var isOpen = false
}

/// What a reckoned day comes to.
private enum Reckoned {
  case day(Day)
  case null
  case unknown
}

extension CaseRun {
  /// Answers as the evaluator does, which is asked where this cannot decide.
  func answer(_ question: OccurrenceQuestion) -> Truth {
    guard isReckoning else { return evaluate(question.evaluated) }
    let before = missing.count
    let outer = item
    let truth = decided(question)
    item = outer
    if let truth {
      if truth != .unknown {
        missing.removeAll(from: before)
        return truth
      }
      // Where nobody asks what is missing, that something is, is enough.
      if !judged.keepsAll { return .unknown }
    }
    missing.removeAll(from: before)
    return evaluate(question.evaluated)
  }

  /// How two days compare, as the evaluator answers it.
  func compare(_ asked: DayComparison) -> Truth {
    guard isReckoning else {
      precondition(asked.evaluated >= 0, "a member is looked at only where days are reckoned")
      return evaluate(asked.evaluated)
    }
    let before = missing.count
    switch (day(of: asked.first), day(of: asked.second)) {
    case (.day(let first), .day(let second)): return Truth(asked.comparison.holds(first, second))
    // Null has no order, whatever it is compared with.
    case (.null, _) where asked.comparison.isOrder, (_, .null) where asked.comparison.isOrder:
      missing.removeAll(from: before)
      return .no
    case (.unknown, _), (_, .unknown): return .unknown
    case (.null, .null): return Truth(asked.comparison == .equal)
    case (.null, .day), (.day, .null): return Truth(asked.comparison == .notEqual)
    }
  }

  /// Whether every date of the case is exact and nothing looks back, so that the evaluator is not needed.
  private var isReckoning: Bool {
    guard isExact, !isLookingBack, case .point = occasionTime else { return false }
    return true
  }

  func itemIsTrue(_ attribute: Int32) -> Truth {
    let cell = statedPlaceOfItem(attribute)
    return cell >= 0 && attributes[cell].kind == .truth ? Truth(attributes[cell].word == 1) : .unknown
  }

  func itemIsOneOf(_ attribute: Int32, _ words: UInt128) -> Truth {
    let cell = statedPlaceOfItem(attribute)
    guard cell >= 0, attributes[cell].kind == .choice else { return .unknown }
    return Truth(words & (1 << UInt128(attributes[cell].word)) != 0)
  }

  func itemContains(_ attribute: Int32, _ word: Int) -> Truth {
    let cell = statedPlaceOfItem(attribute)
    guard cell >= 0, attributes[cell].kind == .set else { return .unknown }
    let truth = attributes[cell].set.contains(word)
    if truth == .unknown { noteMissing(.attribute(Int(attribute), occurrence: item)) }
    return truth
  }

  private func statedPlaceOfItem(_ attribute: Int32) -> Int {
    let cell = cell(of: attribute, item)
    if cell < 0 { noteMissing(.attribute(Int(attribute), occurrence: item)) }
    return cell
  }

  // MARK: Days

  private func day(of reckoned: ReckonedDay) -> Reckoned {
    let day: Day
    switch reckoned.base {
    case .today: day = nominal(occasionTime)
    case .thisHappened:
      guard event >= 0 else { return .unknown }
      day = nominalDay(ofEvent: event)
    case .itemHappened: day = nominalDay(ofEvent: item)
    case .born:
      let born = children[child].born
      if born < 0 {
        noteMissing(.birth)
        return .unknown
      }
      day = nominalDays[born]
      if day > nominal(occasionTime) { return .null }
    case .newest(let type, let reach):
      let last = newest(Int(type), reach)
      if last < 0 {
        if isComplete(Int(type), reach) { return .null }
        noteMissing(.occurrences(Int(type)))
        return .unknown
      }
      day = nominalDay(ofEvent: last)
    }
    switch reckoned.later {
    case .none: return .day(day)
    case .fixed(let period): return .day(day.adding(period))
    case .parameter(let number, let isEarlier):
      guard let period = procedure.parameters[Int(number)].value(on: self.day)?.periodWithinCalendar else { return .null }
      return .day(day.adding(isEarlier ? Period(-period.count, period.unit) : period))
    }
  }

  // MARK: Occurrences

  /// The answer, unknown where what the record does not say of the members leaves it open; `nil` where more must be asked.
  private func decided(_ question: OccurrenceQuestion) -> Truth? {
    switch question.asked {
    case .some: return some(question.selection)
    case .someEvaluated: return none(question.selection)
    case .every(let step): return every(question.selection, step)
    case .newest(let step): return newest(question.selection, step)
    case .count(let comparison, let number):
      guard var count = count(question.selection) else { return nil }
      if let other = question.other {
        guard let more = self.count(other) else { return nil }
        count.certain += more.certain
        count.possible += more.possible
        if more.isOpen { count.isOpen = true }
      }
      return compare(count, comparison, Int(number))
    }
  }

  private func some(_ selection: OccurrenceSelection) -> Truth? {
    var found = Truth.no
    let isSearched = forEachFitting(selection) { truth in
      found = found.or(truth)
      return found != .yes
    }
    if found == .yes { return .yes }
    guard isSearched else { return nil }
    return isWhole(selection) ? found : unknownOfSilence(selection)
  }

  /// Whether there is one, where none may be selected; `nil` where one may.
  private func none(_ selection: OccurrenceSelection) -> Truth? {
    var isNone = true
    let isSearched = forEachFitting(selection) { _ in
      isNone = false
      return false
    }
    guard isSearched, isNone else { return nil }
    return isWhole(selection) ? .no : unknownOfSilence(selection)
  }

  /// What comes of members that nobody may have recorded; `nil` where that has to be told in full.
  private func unknownOfSilence(_ selection: OccurrenceSelection) -> Truth? {
    guard isTruthEnough else { return nil }
    noteMissing(.occurrences(Int(selection.event)))
    return .unknown
  }

  /// Whether what is missing need not be told, and silence is the same from beginning to end.
  private var isTruthEnough: Bool { !judged.keepsAll && !completenessVaries }

  private func every(_ selection: OccurrenceSelection, _ step: Int32) -> Truth? {
    var found = Truth.yes
    let isSearched = forEachFitting(selection) { truth in
      let one = holds(step)
      // What only perhaps belongs only perhaps breaks it.
      found = found.and(truth == .yes || one == .yes ? one : .unknown)
      return found != .no
    }
    if found == .no { return .no }
    guard isSearched else { return nil }
    return isWhole(selection) ? found : unknownOfSilence(selection)
  }

  private func newest(_ selection: OccurrenceSelection, _ step: Int32) -> Truth? {
    var found: Truth?
    let isSearched = forEachFitting(selection) { truth in
      found = truth == .yes ? holds(step) : .unknown
      return false
    }
    if !isSearched { return nil }
    return found ?? (isWhole(selection) ? .no : unknownOfSilence(selection))
  }

  private func count(_ selection: OccurrenceSelection) -> SelectedCount? {
    var count = SelectedCount()
    let isSearched = forEachFitting(selection) { truth in
      if truth == .yes { count.certain += 1 }
      count.possible += 1
      return true
    }
    guard isSearched else { return nil }
    if isWhole(selection) { return count }
    guard unknownOfSilence(selection) != nil else { return nil }
    count.isOpen = true
    return count
  }

  private func compare(_ count: SelectedCount, _ comparison: Comparison, _ number: Int) -> Truth {
    var truth = Truth(comparison.holds(count.certain, number))
    // Beyond the number every count compares alike.
    let most = count.isOpen ? max(count.possible, number + 1) : count.possible
    for possible in count.certain...most where Truth(comparison.holds(possible, number)) != truth {
      truth = .unknown
      break
    }
    return truth
  }

  /// Calls the body with whether each member belongs that may, the newest first and as the item looked at, until it has
  /// enough; false where it is not known which members stand after the mark or the bound, and that has to be told.
  private func forEachFitting(_ selection: OccurrenceSelection, _ visit: (Truth) -> Bool) -> Bool {
    var belongs = Truth.yes
    var first = selection.reach == .ever ? 0 : standing(workflow).episodeStart
    if selection.mark >= 0 {
      let mark = newest(Int(selection.mark), selection.markReach)
      if mark >= 0 {
        first = max(first, Int(rank[mark]) + 1)
      } else if !isComplete(Int(selection.mark), selection.markReach) {
        guard isTruthEnough else { return false }
        belongs = .unknown
      }
    }
    var least = Day.earliest
    if selection.bound >= 0 {
      let bound = tables.dayComparisons[Int(selection.bound)]
      switch day(of: bound.second) {
      case .day(let day): least = bound.comparison == .greater ? day.adding(days: 1) : day
      case .null: return true
      case .unknown:
        guard isTruthEnough else { return false }
        belongs = .unknown
      }
    }
    let list = child * tables.rememberedCount + tables.remembered[Int(selection.event)]
    var line = occurrences.newestLine(of: list)
    while line >= 0 {
      let number = occurrences.event(at: line)
      // They stand in order of work, which is that of days.
      guard Int(rank[number]) >= first, nominalDay(ofEvent: number) >= least else { break }
      item = number
      let truth = selection.fits < 0 ? belongs : belongs.and(holds(selection.fits))
      if truth != .no {
        item = number
        if !visit(truth) { break }
      }
      line = occurrences.line(before: line)
    }
    return true
  }

  /// Whether the record holds every occurrence that could be selected.
  private func isWhole(_ selection: OccurrenceSelection) -> Bool {
    if isComplete(Int(selection.event), selection.reach) { return true }
    guard selection.mark >= 0 else { return false }
    let mark = newest(Int(selection.mark), selection.markReach)
    return mark >= 0 && isComplete([Int(selection.event)], since: happened(mark))
  }
}
