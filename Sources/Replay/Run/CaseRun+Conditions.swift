import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Forgets what earlier questions found missing.
  func beginAsking() {
    if !missing.isEmpty { missing.removeAll() }
    timeIsUncertain = false
  }

  /// Makes a clock's trigger and member what expressions speak of.
  func bind(to number: Int) {
    trigger = clocks[number].trigger
    member = clocks[number].member
    workflow = tables.figures[clocks[number].rule].workflow
    beginAsking()
  }

  /// Answers a compiled condition: where it asks about a birth or a due date that may lie before or after, under each.
  func holds(_ condition: CompiledCondition) -> Truth {
    let mark = mark
    let truth = holds(condition.step)
    guard supposition.isNeeded else { return truth }
    forget(since: mark)
    return underEverySupposition(condition, truth)
  }

  /// Answers what the nominal dating says.
  func holdsNominally(_ condition: CompiledCondition) -> Truth {
    let truth = holds(condition.step)
    supposition = Supposition()
    return truth
  }

  /// The value of an expression as the nominal dating gives it.
  func value(of condition: Condition) -> Value {
    defer { supposition = Supposition() }
    return condition.evaluate(in: self)
  }

  /// Answers what stands in the brackets of a pattern, which sees how things were before the event.
  func holdsBefore(_ condition: CompiledCondition) -> Truth {
    isAskingBefore = !machinesBefore.isEmpty
    defer { isAskingBefore = false }
    return holds(condition)
  }

  private func underEverySupposition(_ condition: CompiledCondition, _ nominal: Truth) -> Truth {
    var waiting = supposition.all
    defer { supposition = Supposition() }
    var found: Truth?
    var isDecided = true
    while let one = waiting.popLast() {
      supposition = one
      let mark = mark
      let truth = holds(condition.step)
      // One answer may bring up the next question.
      if supposition.isNeeded {
        forget(since: mark)
        waiting += supposition.all
        continue
      }
      if found ?? truth != truth { isDecided = false }
      found = truth
    }
    if !isDecided { timeIsUncertain = true }
    return isDecided ? found ?? nominal : .unknown
  }

  /// How a machine of the child at hand stands, or stood before the event.
  func standing(_ workflow: WorkflowIndex) -> MachineState {
    isAskingBefore ? machinesBefore[workflow] : machines[machinePlace(child, workflow)]
  }

  private func holds(_ step: Int32) -> Truth {
    switch tables.steps[Int(step)] {
    case .thisIsTrue(let attribute):
      return truthOfThis(attribute)
    case .thisIsOneOf(let attribute, let words):
      let word = wordOfThis(attribute)
      return word < 0 ? .unknown : Truth(tables.wordSets[Int(words)] & (1 << UInt128(word)) != 0)
    case .thisContains(let attribute, let word): return contains(attribute, Int(word))
    case .thisContainsEach(let attribute): return member < 0 ? .unknown : contains(attribute, member)
    case .thisIsEach(let attribute):
      let word = member < 0 ? -1 : wordOfThis(attribute)
      return word < 0 ? .unknown : Truth(word == member)
    case .eachIs(let word): return member < 0 ? .no : Truth(member == Int(word))
    case .thisIsKnown(let attribute): return isKnown(attribute)
    case .thisIsEmpty(let attribute, let words): return isEmpty(attribute, words)
    case .unborn:
      guard case .truth(let isUnborn) = fact(.unborn, of: nil) else { return .unknown }
      return Truth(isUnborn)
    case .occurredSince(let number): return occurredSince(tables.sinces[Int(number)])
    case .state(let workflow, let state):
      let truth = isIn(Int(state), of: Int(workflow))
      if truth == .unknown { noteMissing(.state(StateReference(workflow: Int(workflow), state: Int(state)))) }
      return truth
    case .not(let inner): return holds(inner).negated
    case .and(let a, let b):
      let mark = mark
      let first = holds(a)
      return first == .no ? .no : decided(first.and(holds(b)), since: mark)
    case .or(let a, let b):
      let mark = mark
      let first = holds(a)
      return first == .yes ? .yes : decided(first.or(holds(b)), since: mark)
    case .latestAgainstThis(let number): return latestAgainstThis(tables.latests[Int(number)])
    case .latestIsKnown(let number): return latestIsKnown(tables.latestsKnown[Int(number)])
    case .ofOccurrences(let number): return ofOccurrences(tables.ofOccurrences[Int(number)])
    case .ageAgainstDay(let number): return ageAgainstDay(tables.ages[Int(number)])
    case .someSibling(let workflow, let state): return someSibling(Int(state), of: Int(workflow))
    case .constant(let truth): return Truth(truth)
    case .occurred(let event, let reach): return occurred(Int(event), reach)
    case .evaluated(let number): return evaluate(number)
    }
  }

  // MARK: Members together

  /// Answers a condition for every word that `each` may stand for at once; what is left unknown is to be asked word by
  /// word, which notes what is missing.
  func holds(_ condition: CompiledCondition, forEach words: UInt128) -> MemberTruths {
    member = -1
    beginAsking()
    let truths = holds(condition.step, forEach: words)
    guard supposition.isNeeded else { return truths }
    supposition = Supposition()
    return .unknown
  }

  private func holds(_ step: Int32, forEach words: UInt128) -> MemberTruths {
    switch tables.steps[Int(step)] {
    case .thisContainsEach(let attribute):
      guard let set = setOfThis(attribute) else { return .unknown }
      return MemberTruths(yes: set.inside & words, no: set.outside & words)
    case .thisIsEach(let attribute):
      let word = wordOfThis(attribute)
      return word < 0 ? .unknown : MemberTruths(oneOf: words, 1 << UInt128(word))
    case .eachIs(let word): return MemberTruths(oneOf: words, 1 << UInt128(word))
    case .not(let inner): return holds(inner, forEach: words).negated
    case .and(let a, let b):
      let first = holds(a, forEach: words)
      return first.no == words ? first : first.and(holds(b, forEach: words))
    case .or(let a, let b):
      let first = holds(a, forEach: words)
      return first.yes == words ? first : first.or(holds(b, forEach: words))
    default: return MemberTruths(holds(step), of: words)
    }
  }

  /// How much has been noted as missing or uncertain.
  private var mark: (missing: Int, timeIsUncertain: Bool) { (missing.count, timeIsUncertain) }

  /// The answer; where it is decided, what was read in vain on the way is not missing.
  private func decided(_ truth: Truth, since mark: (missing: Int, timeIsUncertain: Bool)) -> Truth {
    if truth != .unknown { forget(since: mark) }
    return truth
  }

  private func forget(since mark: (missing: Int, timeIsUncertain: Bool)) {
    missing.removeAll(from: mark.missing)
    timeIsUncertain = mark.timeIsUncertain
  }

  private func occurred(_ type: EventIndex, _ reach: OccurrenceReach) -> Truth {
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
  private func occurredSince(_ since: OccurredSince) -> Truth {
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

  /// How the day of the newest occurrence of an event compares with that of the event at hand, as the evaluator answers
  /// it: what is recorded last is taken for the last.
  private func latestAgainstThis(_ asked: LatestAgainstThis) -> Truth {
    guard isExact, event >= 0, !isLookingBack else { return evaluate(asked.evaluated) }
    let last = newest(Int(asked.event), asked.reach)
    if last >= 0 { return Truth(asked.comparison.holds(nominalDay(ofEvent: last), nominalDay(ofEvent: event))) }
    // Null differs from every day, and has no order.
    if isComplete(Int(asked.event), asked.reach) { return Truth(asked.comparison == .notEqual) }
    noteMissing(.occurrences(Int(asked.event)))
    return .unknown
  }

  /// Whether the newest occurrence of an event states an attribute, as the evaluator answers it.
  private func latestIsKnown(_ asked: LatestIsKnown) -> Truth {
    if isLookingBack { return evaluate(asked.evaluated) }
    let last = newest(Int(asked.event), asked.reach)
    if last < 0 { return .no }
    let cell = cell(of: asked.attribute, last)
    return cell < 0 ? .no : isKnown(attributes[cell])
  }

  /// What asks about the occurrences of an event: settled where the record holds none and is complete.
  private func ofOccurrences(_ asked: OfOccurrences) -> Truth {
    let isNone = !isLookingBack && newest(Int(asked.event), asked.reach) < 0 && isComplete(Int(asked.event), asked.reach)
    return isNone ? asked.answerOfNone : evaluate(asked.evaluated)
  }

  /// How old the child is, as the evaluator answers it: unknown where no birth is recorded, and null before it.
  private func ageAgainstDay(_ asked: AgeAgainstDay) -> Truth {
    let born = children[child].born
    if born < 0 {
      noteMissing(.birth)
      return .unknown
    }
    guard isExact, case .point(let now) = occasionTime, asked.isToday || event >= 0 else { return evaluate(asked.evaluated) }
    let birth = nominalDays[born]
    if birth > nominalDays[now] { return .no }
    let day = asked.isToday ? nominalDays[now] : nominalDay(ofEvent: event)
    return Truth(asked.comparison.holds(birth.adding(asked.age), day))
  }

  private func someSibling(_ state: StateIndex, of workflow: WorkflowIndex) -> Truth {
    var found = Truth.no
    for index in children.indices where index != child && children[index].isJudged {
      found = found.or(isNow(state, of: workflow, index))
      if found == .yes { break }
    }
    if found == .unknown { noteMissing(.state(StateReference(workflow: workflow, state: state))) }
    return found
  }

  /// The newest occurrence of an event, as far back as is asked; -1 for none.
  private func newest(_ type: EventIndex, _ reach: OccurrenceReach) -> Int {
    let last = occurrences.last(in: child * tables.rememberedCount + tables.remembered[type])
    guard last >= 0, reach != .ever else { return last }
    return Int(rank[last]) >= standing(workflow).episodeStart ? last : -1
  }

  private func isKnown(_ attribute: Int32) -> Truth {
    let stated: AttributeCell
    if let probe {
      stated = probe.cell.attribute == attribute ? probe.cell : .unknown
    } else {
      let cell = cell(of: attribute, event)
      stated = cell < 0 ? .unknown : attributes[cell]
    }
    return isKnown(stated)
  }

  private func isKnown(_ stated: AttributeCell) -> Truth {
    switch stated.kind {
    case .unknown: return .no
    case .set: return Truth(stated.set.inside | stated.set.outside != 0)
    case .truth, .choice, .other: return .yes
    }
  }

  private func isEmpty(_ attribute: Int32, _ words: Int32) -> Truth {
    guard let set = setOfThis(attribute) else { return .unknown }
    if set.inside != 0 { return .no }
    if set.isWhole(of: Int(words)) { return .yes }
    noteMissing(ofThis: attribute)
    return .unknown
  }

  /// Whether what is asked sees the case as it was before the event, or at an event that was followed earlier.
  private var isLookingBack: Bool {
    isAskingBefore || event >= 0 && entries[event].wasDone && Int(rank[event]) < followed
  }

  private func evaluate(_ number: Int32) -> Truth { tables.evaluated[Int(number)].holds(in: self) }

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
  fileprivate func adding(_ period: Period) -> Day {
    switch period.unit {
    case .week: adding(days: period.count * 7)
    case .month: adding(months: period.count)
    case .year: adding(years: period.count)
    case .day, .hour, .workingDay: adding(days: period.count)
    }
  }
}
