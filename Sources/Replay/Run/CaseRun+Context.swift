import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun: ConditionContext {
  // MARK: Attributes of the event at hand

  func contains(_ attribute: Int32, _ word: Int) -> Truth {
    guard let set = setOfThis(attribute) else { return .unknown }
    let truth = set.contains(word)
    if truth == .unknown { noteMissing(ofThis: attribute) }
    return truth
  }

  func truthOfThis(_ attribute: Int32) -> Truth {
    if probe != nil { return probed(attribute).map { $0.kind == .truth ? Truth($0.word == 1) : .unknown } ?? .unknown }
    let cell = statedPlace(attribute)
    return cell >= 0 && attributes[cell].kind == .truth ? Truth(attributes[cell].word == 1) : .unknown
  }

  /// The number of the word stated; -1 for none.
  func wordOfThis(_ attribute: Int32) -> Int {
    if probe != nil { return probed(attribute).map { $0.kind == .choice ? Int($0.word) : -1 } ?? -1 }
    let cell = statedPlace(attribute)
    return cell >= 0 && attributes[cell].kind == .choice ? Int(attributes[cell].word) : -1
  }

  func setOfThis(_ attribute: Int32) -> PartialSet? {
    if probe != nil { return probed(attribute).flatMap { $0.kind == .set ? $0.set : nil } }
    let cell = statedPlace(attribute)
    return cell >= 0 && attributes[cell].kind == .set ? attributes[cell].set : nil
  }

  /// What is supposed of an attribute of the event at hand while it is asked what a condition implies.
  private func probed(_ attribute: Int32) -> AttributeCell? {
    probe.flatMap { $0.cell.attribute == attribute ? $0.cell : nil }
  }

  /// Where an attribute of the event at hand is stated; -1 where it is not, which is noted as missing.
  @inline(__always) private func statedPlace(_ attribute: Int32) -> Int {
    let cell = cell(of: attribute, event)
    if cell < 0 { noteMissing(ofThis: attribute) }
    return cell
  }

  func noteMissing(ofThis attribute: Int32) {
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

  /// The same of the event that opened the clock at hand.
  func statedOfTrigger(_ attribute: AttributeIndex) -> Value {
    let value = attributeOfTrigger(attribute)
    if value == .unknown { noteMissing(.attributeOfTrigger(attribute)) }
    return value
  }

  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { read(attribute, of: trigger) }

  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value { read(attribute, of: occurrence) }

  private func read(_ attribute: AttributeIndex, of number: Int) -> Value {
    let cell = cell(of: Int32(truncatingIfNeeded: attribute), number)
    return cell >= 0 ? history.attributes[cell].value : .unknown
  }

  /// Where an entry states an attribute for the child at hand; -1 where it does not, or says that it is unknown.
  func cell(of attribute: Int32, _ number: Int) -> Int {
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
  @inline(__always) func isIn(_ state: StateIndex, of asked: WorkflowIndex) -> Truth {
    if isAskingBefore { return tables.withChart(of: asked) { Truth($0.isIn(state, machinesBefore[asked].configuration)) } }
    guard isAskingGuard else { return isNow(state, of: asked, child) }
    // A guard sees its own machine as it is in the middle of the step, and the others as they were before the event.
    return tables.withChart(of: asked) { chart in
      if asked == workflow, let own = chart.stepping { return Truth(own.active.contains(state)) }
      return Truth(chart.isIn(state, configurationsBefore[asked]))
    }
  }

  func isNow(_ state: StateIndex, of asked: WorkflowIndex, _ owner: Int) -> Truth {
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

  func parameter(_ parameter: ParameterIndex) -> Value {
    fixedParameters[parameter] ?? procedure.parameters[parameter].value(on: day) ?? .null
  }

  var today: Value { .date(date(of: occasionTime)) }

  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) {
    guard let first = a.timePoint, let second = b.timePoint else {
      return (b.earliest.days(since: a.latest), b.latest.days(since: a.earliest))
    }
    let bounds = daysApart(from: first, to: second)
    return (bounds.least + b.offset - a.offset, bounds.most + b.offset - a.offset)
  }

  /// Where nobody asks what is missing, the first is enough to say that something is.
  func noteMissing(_ what: MissingValue) {
    guard judged.keepsAll || missing.isEmpty else { return }
    var what = what
    if case .attribute(let attribute, occurrence: nil) = what, event >= 0 { what = .attribute(attribute, occurrence: event) }
    if !missing.contains(what, from: 0) { missing.append(what) }
  }

  func noteUncertainTime() { timeIsUncertain = true }
}
