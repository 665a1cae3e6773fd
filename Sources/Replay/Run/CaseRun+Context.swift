import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun: ConditionContext {
  /// Forgets what earlier questions found missing.
  func beginAsking() {
    if !missing.isEmpty { missing.removeAll(keepingCapacity: true) }
    timeIsUncertain = false
  }

  /// Makes a clock's trigger and member what expressions speak of.
  func bind(to number: Int) {
    trigger = clocks[number].trigger
    member = clocks[number].member < 0 ? .null : .choice(clocks[number].member)
    workflow = tables.rules[clocks[number].rule].workflow
    beginAsking()
  }

  /// Answers a compiled condition.
  func holds(_ condition: CompiledCondition) -> Truth {
    switch condition {
    case .thisIsTrue(let attribute):
      if case .truth(let value) = attributeOfThis(attribute) { return Truth(value) }
      return .unknown
    case .thisIsOneOf(let attribute, let words):
      guard case .choice(let word) = attributeOfThis(attribute) else { return .unknown }
      return Truth(words & (1 << UInt128(word)) != 0)
    case .thisContains(let attribute, let word): return contains(attribute, word)
    case .thisContainsEach(let attribute):
      guard case .choice(let word) = member else { return .unknown }
      return contains(attribute, word)
    case .state(let state): return isIn(state, child: nil)
    case .not(let inner): return holds(inner).negated
    case .and(let a, let b):
      let first = holds(a)
      return first == .no ? .no : first.and(holds(b))
    case .or(let a, let b):
      let first = holds(a)
      return first == .yes ? .yes : first.or(holds(b))
    case .evaluated(let condition): return condition.holds(in: self)
    }
  }

  private func contains(_ attribute: AttributeIndex, _ word: Int) -> Truth {
    guard case .set(let set) = attributeOfThis(attribute) else { return .unknown }
    let truth = set.contains(word)
    if truth == .unknown { noteMissing(.attribute(attribute, occurrence: event < 0 ? nil : event)) }
    return truth
  }

  func attributeOfThis(_ attribute: AttributeIndex) -> Value {
    guard let probe else { return read(attribute, of: event) }
    return probe.attribute == attribute ? probe.value : .unknown
  }

  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { read(attribute, of: trigger) }

  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value { read(attribute, of: occurrence) }

  private func read(_ attribute: AttributeIndex, of number: Int) -> Value {
    if number >= 0 {
      let first = Int(entries[number].firstAttribute)
      let bit: UInt64 = 1 << UInt64(child)
      for index in first..<(first + Int(entries[number].attributeCount))
      where history.attributes[index].attribute == attribute && history.attributes[index].children & bit != 0 {
        if case .unknown = history.attributes[index].value { break }
        return history.attributes[index].value
      }
    }
    noteMissing(.attribute(attribute, occurrence: number < 0 ? nil : number))
    return .unknown
  }

  var thisHappened: Value { event < 0 ? .unknown : .date(happened(event)) }

  var triggerHappened: Value { trigger < 0 ? .unknown : .date(happened(trigger)) }

  func happened(_ occurrence: Int) -> DateValue {
    let point = entries[occurrence].time
    let span = times.spans[point]
    return DateValue(earliest: span.earliest, latest: span.latest, timePoint: point)
  }

  var each: Value { member }

  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    let start = reach == .ever ? 0 : children[child].machines[workflow].episodeStart
    var items: [OccurrenceList.Item] = []
    for type in events {
      guard let slot = tables.remembered[type] else { continue }
      for number in children[child].occurrences[slot] where reach == .ever || Int(rank[Int(number)]) >= start {
        items.append(OccurrenceList.Item(occurrence: Int(number), belongs: .yes))
      }
    }
    if events.count > 1 { items.sort { rank[$0.occurrence] < rank[$1.occurrence] } }
    return OccurrenceList(items: items, isComplete: events.allSatisfy { isComplete($0, reach) })
  }

  func isIn(_ state: StateReference, child other: Int?) -> Truth {
    let chart = tables.charts[state.workflow]
    if isAskingGuard, other == nil || other == child {
      // A guard sees its own machine as it is in the middle of the step, and the others as they were before the event.
      if state.workflow == workflow, let own = chart.stepping { return Truth(own.active.contains(state.state)) }
      return Truth(chart.isIn(state.state, configurationsBefore[state.workflow]))
    }
    let owner = other ?? child
    let configuration = children[owner].machines[state.workflow].configuration
    if chart.isIn(state.state, configuration) { return .yes }
    return isAskingRequirement && mayHaveEntered(state, owner) ? .unknown : .no
  }

  /// Whether a machine that nothing recorded has moved may have entered a state, for all that the record says.
  private func mayHaveEntered(_ state: StateReference, _ owner: Int) -> Bool {
    let machine = children[owner].machines[state.workflow]
    guard machine.lastEvent < 0, history.children[owner].startsIn.allSatisfy({ $0.workflow != state.workflow }) else {
      return false
    }
    let events = tables.eventsEntering(state)
    guard !events.allSatisfy({ isComplete($0, for: owner, since: children[owner].known) }) else { return false }
    noteMissing(.state(state))
    return true
  }

  func fact(_ fact: ChildFact, of other: Int?) -> Value {
    let index = other ?? child
    let born = history.children[index].born
    switch fact {
    case .known: return .date(date(of: children[index].known))
    case .born:
      guard let born, times.nominal[born] <= day else { return born == nil ? unknownBirth() : .null }
      return .date(DateValue(earliest: times.spans[born].earliest, latest: times.spans[born].latest, timePoint: born))
    case .unborn:
      guard let born else { return .truth(false) }
      return .truth(isUnborn(index, born))
    }
  }

  private func unknownBirth() -> Value {
    noteMissing(.birth)
    return .unknown
  }

  /// Unborn until the nominal day of the birth.
  private func isUnborn(_ index: Int, _ born: TimePoint) -> Bool {
    times.nominal[born] > day
  }

  var siblings: [Int] {
    children.indices.filter { $0 != child && children[$0].isJudged }
  }

  func parameter(_ parameter: ParameterIndex) -> Value { procedure.parameters[parameter].value(on: day) ?? .null }

  var today: Value { .date(date(of: occasionTime)) }

  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value {
    var open = 0
    var earliest: Day?
    var number = children[child].openClocks[rule]
    while number >= 0 {
      let due = dueNominal(of: clocks[number])
      if (due < day) == (question == .overdue) { open += 1 }
      earliest = min(earliest ?? due, due)
      number = clocks[number].next
    }
    if question == .due { return earliest.map { .date(DateValue($0)) } ?? .null }
    return .number(NumberRange(Decimal128(open)))
  }

  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) {
    guard let first = a.timePoint, let second = b.timePoint else {
      return (b.earliest.days(since: a.latest), b.latest.days(since: a.earliest))
    }
    let bounds = times.days(from: first, to: second)
    return (bounds.least + b.offset - a.offset, bounds.most + b.offset - a.offset)
  }

  func noteMissing(_ what: MissingValue) {
    if !missing.contains(what) { missing.append(what) }
  }

  func noteUncertainTime() { timeIsUncertain = true }
}
