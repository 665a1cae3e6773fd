import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun: ConditionContext {
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
      return word < 0 ? .unknown : Truth(words & (1 << UInt128(word)) != 0)
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
    case .someSibling(let workflow, let state): return someSibling(Int(state), of: Int(workflow))
    case .constant(let truth): return Truth(truth)
    case .occurred(let event, let reach): return occurred(Int(event), reach)
    case .evaluated(let number): return tables.evaluated[Int(number)].holds(in: self)
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
    if isAskingBefore || isEarlierEventAtHand { return occurredBefore(type, reach) }
    let last = occurrences.last(in: child * tables.rememberedCount + tables.remembered[type])
    let start = reach == .ever ? 0 : standing(workflow).episodeStart
    if last >= 0, Int(rank[last]) >= start { return .yes }
    if isComplete(type, reach) { return .no }
    noteMissing(.occurrences(type))
    return .unknown
  }

  /// Whether something of one event came after the last of another, as the evaluator answers it.
  private func occurredSince(_ since: OccurredSince) -> Truth {
    if isAskingBefore || isEarlierEventAtHand { return tables.evaluated[Int(since.evaluated)].holds(in: self) }
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
    guard isExact, event >= 0, !isAskingBefore, !isEarlierEventAtHand else {
      return tables.evaluated[Int(asked.evaluated)].holds(in: self)
    }
    let last = newest(Int(asked.event), asked.reach)
    if last >= 0 { return Truth(asked.comparison.holds(nominalDay(ofEvent: last), nominalDay(ofEvent: event))) }
    // Null differs from every day, and has no order.
    if isComplete(Int(asked.event), asked.reach) { return Truth(asked.comparison == .notEqual) }
    noteMissing(.occurrences(Int(asked.event)))
    return .unknown
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

  private var isEarlierEventAtHand: Bool { event >= 0 && entries[event].wasDone && Int(rank[event]) < followed }

  private func occurredBefore(_ type: EventIndex, _ reach: OccurrenceReach) -> Truth {
    let list = occurrences(of: [type], from: reach)
    if !list.items.isEmpty { return .yes }
    if list.isComplete { return .no }
    noteMissing(.occurrences(type))
    return .unknown
  }

  // MARK: Attributes of the event at hand

  private func contains(_ attribute: Int32, _ word: Int) -> Truth {
    let truth = statedCell(attribute) { $0.kind == .set ? $0.set.contains(word) : nil } ?? nil
    guard let truth else { return .unknown }
    if truth == .unknown { noteMissing(ofThis: attribute) }
    return truth
  }

  private func truthOfThis(_ attribute: Int32) -> Truth {
    let stated = statedCell(attribute) { $0.kind == .truth ? $0.word : -1 } ?? -1
    return stated < 0 ? .unknown : Truth(stated == 1)
  }

  /// The number of the word stated; -1 for none.
  private func wordOfThis(_ attribute: Int32) -> Int {
    Int(statedCell(attribute) { $0.kind == .choice ? $0.word : -1 } ?? -1)
  }

  func setOfThis(_ attribute: Int32) -> PartialSet? {
    statedCell(attribute) { $0.kind == .set ? $0.set : nil } ?? nil
  }

  /// Reads an attribute of the event at hand; what is not stated is noted as missing.
  @inline(__always) private func statedCell<Result>(_ attribute: Int32, _ read: (AttributeCell) -> Result) -> Result? {
    if let probe { return probe.cell.attribute == attribute ? read(probe.cell) : nil }
    let cell = cell(of: attribute, event)
    if cell >= 0 { return read(attributes[cell]) }
    noteMissing(ofThis: attribute)
    return nil
  }

  private func noteMissing(ofThis attribute: Int32) {
    noteMissing(.attribute(Int(attribute), occurrence: event < 0 ? nil : event))
  }

  func attributeOfThis(_ attribute: AttributeIndex) -> Value {
    guard let probe else { return read(attribute, of: event) }
    return probe.attribute == attribute ? probe.value : .unknown
  }

  /// The same where no expression asks; what is not stated is noted as missing.
  func statedOfThis(_ attribute: AttributeIndex) -> Value {
    let value = attributeOfThis(attribute)
    if value == .unknown { noteMissing(.attribute(attribute, occurrence: nil)) }
    return value
  }

  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { read(attribute, of: trigger) }

  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value { read(attribute, of: occurrence) }

  private func read(_ attribute: AttributeIndex, of number: Int) -> Value {
    let cell = cell(of: Int32(truncatingIfNeeded: attribute), number)
    return cell >= 0 ? history.attributes[cell].value : .unknown
  }

  /// Where an entry states an attribute for the child at hand; -1 where it does not, or says that it is unknown.
  private func cell(of attribute: Int32, _ number: Int) -> Int {
    guard number >= 0 else { return -1 }
    let asked = AskedAttribute(attribute: attribute, event: Int32(truncatingIfNeeded: number), child: child)
    if asked == lastAsked { return lastCell }
    lastAsked = asked
    lastCell = findCell(of: attribute, number)
    return lastCell
  }

  private func findCell(of attribute: Int32, _ number: Int) -> Int {
    let first = Int(entries[number].firstAttribute)
    let bit: UInt64 = 1 << UInt64(child)
    let place = attributes.first(in: first..<(first + Int(entries[number].attributeCount))) {
      $0.pointee.attribute == attribute && $0.pointee.children & bit != 0
    }
    guard place >= 0, attributes[place].kind != .unknown else { return -1 }
    return place
  }

  var thisHappened: Value { event < 0 ? .unknown : .date(happened(event)) }

  var triggerHappened: Value { trigger < 0 ? .unknown : .date(happened(trigger)) }

  func happened(_ occurrence: Int) -> DateValue {
    let point = entries[occurrence].time
    let span = spans[point]
    return DateValue(earliest: span.earliest, latest: span.latest, timePoint: point)
  }

  var each: Value { member < 0 ? .null : .choice(member) }

  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    let start = reach == .ever ? 0 : standing(workflow).episodeStart
    let now = event >= 0 && entries[event].wasDone ? rank[event] : .max
    var items: [OccurrenceList.Item] = []
    for type in events where tables.remembered[type] >= 0 {
      occurrences.forEach(in: child * tables.rememberedCount + tables.remembered[type]) { number in
        if rank[number] < now, reach == .ever || Int(rank[number]) >= start {
          items.append(OccurrenceList.Item(occurrence: number, belongs: .yes))
        }
      }
    }
    if events.count > 1 { items.sort { rank[$0.occurrence] < rank[$1.occurrence] } }
    return OccurrenceList(items: items, isComplete: events.allSatisfy { isComplete($0, reach) })
  }

  func isIn(_ state: StateReference, child other: Int?) -> Truth {
    guard let other, other != child else { return isIn(state.state, of: state.workflow) }
    return isNow(state.state, of: state.workflow, other)
  }

  /// Whether the child at hand is in a state.
  @inline(__always) private func isIn(_ state: StateIndex, of asked: WorkflowIndex) -> Truth {
    if isAskingBefore { return tables.withChart(of: asked) { Truth($0.isIn(state, machinesBefore[asked].configuration)) } }
    guard isAskingGuard else { return isNow(state, of: asked, child) }
    // A guard sees its own machine as it is in the middle of the step, and the others as they were before the event.
    return tables.withChart(of: asked) { chart in
      if asked == workflow, let own = chart.stepping { return Truth(own.active.contains(state)) }
      return Truth(chart.isIn(state, configurationsBefore[asked]))
    }
  }

  private func isNow(_ state: StateIndex, of asked: WorkflowIndex, _ owner: Int) -> Truth {
    let configuration = machines[machinePlace(owner, asked)].configuration
    if tables.withChart(of: asked, { $0.isIn(state, configuration) }) { return .yes }
    guard isAskingRequirement else { return .no }
    return mayHaveEntered(StateReference(workflow: asked, state: state), owner) ? .unknown : .no
  }

  /// Whether a machine that nothing recorded has moved may have entered a state, for all that the record says.
  private func mayHaveEntered(_ state: StateReference, _ owner: Int) -> Bool {
    guard machines[machinePlace(owner, state.workflow)].lastEvent < 0,
      history.children[owner].startsIn.allSatisfy({ $0.workflow != state.workflow })
    else { return false }
    let events = tables.eventsEntering(state)
    return !events.allSatisfy { isComplete($0, for: owner, since: children[owner].known) }
  }

  func fact(_ fact: ChildFact, of other: Int?) -> Value {
    let index = other ?? child
    let born = children[index].born
    switch fact {
    case .known: return .date(date(of: children[index].known))
    case .born:
      guard born >= 0, !isUnborn(index, born) else { return born < 0 ? .unknown : .null }
      return .date(DateValue(earliest: spans[born].earliest, latest: spans[born].latest, timePoint: born))
    case .unborn:
      return .truth(born >= 0 && isUnborn(index, born))
    }
  }

  /// Unborn until the day of the birth; where some datings put the birth before and others after, by the nominal ones.
  private func isUnborn(_ index: Int, _ born: TimePoint) -> Bool {
    if case .point(let now) = occasionTime, isExact { return nominalDays[born] > nominalDays[now] }
    let bit: UInt64 = 1 << UInt64(index)
    if let isBorn = supposition.isBorn(bit) { return !isBorn }
    if let isBorn = isCertainlyBorn(born) { return !isBorn }
    supposition.askBirth(bit)
    return nominalDays[born] > day
  }

  /// Whether every dating puts a birth on or before the time at hand, or every dating after it; `nil` where they differ.
  private func isCertainlyBorn(_ born: TimePoint) -> Bool? {
    let root = root(of: occasionTime)
    let days = range(of: root)
    var (isEver, isAlways) = (false, true)
    var day = days.least
    while day <= days.most {
      let birth = range(of: .point(born), given: root, on: day)
      forEachDay(of: occasionTime, rootOn: day) { now in
        if birth.least <= now { isEver = true }
        if birth.most > now { isAlways = false }
      }
      day = day.adding(days: 1)
    }
    return isEver == isAlways ? isEver : nil
  }

  var siblings: [Int] {
    children.indices.filter { $0 != child && children[$0].isJudged }
  }

  func parameter(_ parameter: ParameterIndex) -> Value { procedure.parameters[parameter].value(on: day) ?? .null }

  var today: Value { .date(date(of: occasionTime)) }

  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) {
    guard let first = a.timePoint, let second = b.timePoint else {
      return (b.earliest.days(since: a.latest), b.latest.days(since: a.earliest))
    }
    let bounds = daysApart(from: first, to: second)
    return (bounds.least + b.offset - a.offset, bounds.most + b.offset - a.offset)
  }

  func noteMissing(_ what: MissingValue) {
    var what = what
    if case .attribute(let attribute, occurrence: nil) = what, event >= 0 { what = .attribute(attribute, occurrence: event) }
    if !missing.contains(what, from: 0) { missing.append(what) }
  }

  func noteUncertainTime() { timeIsUncertain = true }
}
