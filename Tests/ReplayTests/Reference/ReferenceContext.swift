import CivilTime
import Conditions
import Histories
import Procedures

/// What a condition asks of the reference run: a picture of all states as they were when it was made.
struct ReferenceContext: ConditionContext {
  /// What was noted while conditions were evaluated.
  final class Notes {
    var missing: [MissingValue] = []
    var isTimeUncertain = false
  }

  let run: ReferenceRun
  let child: Int
  /// The workflow whose episode bounds the occurrences.
  var workflow: WorkflowIndex
  let time: ReferenceTime?
  var this: Int?
  var trigger: Int?
  var each: Value = .unknown
  /// By child and workflow.
  private var active: [[Set<StateIndex>]]
  private(set) var notes = Notes()
  private var isNextEpisode = false
  private var isRequirement = false
  private var supposed: (attribute: AttributeIndex, value: Value)?

  init(_ run: ReferenceRun, child: Int, workflow: WorkflowIndex = 0, time: ReferenceTime?, this: Int? = nil) {
    self.run = run
    self.child = child
    self.workflow = workflow
    self.time = time
    self.this = this
    active = run.children.map { $0.machines.map(\.configuration.active) }
  }

  // MARK: Variations

  /// The same picture for another workflow, with nothing noted yet.
  func asking(from workflow: WorkflowIndex) -> ReferenceContext {
    var copy = self
    copy.workflow = workflow
    copy.notes = Notes()
    return copy
  }

  /// The same picture, but for one machine of the child.
  func seeing(_ states: Set<StateIndex>, in workflow: WorkflowIndex) -> ReferenceContext {
    var copy = self
    copy.active[child][workflow] = states
    return copy
  }

  /// With nothing of the workflow's episode so far: the event at hand begins the next.
  func inNextEpisode() -> ReferenceContext {
    var copy = self
    copy.isNextEpisode = true
    return copy
  }

  /// For what a check or an invariant requires: silence about a machine is not taken for absence.
  func requiring() -> ReferenceContext {
    var copy = self
    copy.isRequirement = true
    return copy
  }

  /// With no event at hand.
  func withoutEvent() -> ReferenceContext {
    var copy = self
    copy.this = nil
    return copy
  }

  // MARK: Asking

  func value(of condition: Condition) -> Value { condition.evaluate(in: self) }

  func truth(of condition: Condition) -> Truth { condition.holds(in: self) }

  // MARK: ConditionContext

  func attributeOfThis(_ attribute: AttributeIndex) -> Value {
    guard let supposed else { return stated(attribute, by: this) }
    return supposed.attribute == attribute ? supposed.value : .unknown
  }

  /// The same picture with one attribute of the event supposed, and no other known.
  func supposing(_ attribute: AttributeIndex, _ value: Value) -> ReferenceContext {
    var context = self
    context.supposed = (attribute, value)
    return context
  }

  func attributeOfTrigger(_ attribute: AttributeIndex) -> Value { stated(attribute, by: trigger) }

  func attribute(_ attribute: AttributeIndex, of occurrence: Int) -> Value { stated(attribute, by: occurrence) }

  private func stated(_ attribute: AttributeIndex, by number: Int?) -> Value {
    guard let number else { return .unknown }
    let event = run.history.events[number]
    let entries = run.history.attributes[Int(event.firstAttribute)..<Int(event.firstAttribute + event.attributeCount)]
    return entries.last { $0.attribute == attribute && $0.children & (1 << UInt64(child)) != 0 }?.value ?? .unknown
  }

  var thisHappened: Value { this.map { .date(happened($0)) } ?? .unknown }

  var triggerHappened: Value { trigger.map { .date(happened($0)) } ?? .unknown }

  func happened(_ occurrence: Int) -> DateValue { date(.point(run.history.events[occurrence].time)) }

  private func date(_ time: ReferenceTime) -> DateValue {
    let span = run.span(of: time)
    if case .point(let point) = time {
      return DateValue(earliest: span.earliest, latest: span.latest, timePoint: point)
    }
    return DateValue(earliest: span.earliest, latest: span.latest)
  }

  func occurrences(of events: [EventIndex], from reach: OccurrenceReach) -> OccurrenceList {
    let machine = run.children[child].machines[workflow]
    let followed = run.children[child].followed
    let since = reach == .ever ? 0 : isNextEpisode ? followed.count : machine.episodeStart
    let items = followed.dropFirst(since)
      .filter { $0 != this && events.contains(run.history.events[$0].event) }
      .map { OccurrenceList.Item(occurrence: $0, belongs: .yes) }
    let begun = isNextEpisode ? time : machine.episodeTime
    let from = (reach == .episode ? begun : nil) ?? run.children[child].known
    let isComplete = events.allSatisfy { type in
      run.completeness(of: type, for: child).contains { covers($0, from: from) }
    }
    return OccurrenceList(items: items, isComplete: isComplete)
  }

  /// Whether a stretch certainly reaches from a time to the time at hand.
  private func covers(_ stretch: Completeness, from: ReferenceTime) -> Bool {
    let isFromStart = stretch.from.map { point in
      run.datings(of: from).allSatisfy { run.unclipped(.point(point), run.root(of: from), $0.rootDay).most <= $0.day }
    }
    let isToNow = stretch.until.map { point in
      guard let time else { return false }
      return run.datings(of: time).allSatisfy {
        run.unclipped(.point(point), run.root(of: time), $0.rootDay).least >= $0.day
      }
    }
    return (isFromStart ?? true) && (isToNow ?? true)
  }

  func isIn(_ state: StateReference, child other: Int?) -> Truth {
    if active[other ?? child][state.workflow].contains(state.state) { return .yes }
    guard isRequirement, mayHaveEntered(state, other ?? child) else { return .no }
    noteMissing(.state(state))
    return .unknown
  }

  /// Whether a machine that nothing recorded has ever moved may have entered a state all the same.
  private func mayHaveEntered(_ state: StateReference, _ owner: Int) -> Bool {
    let isRecorded = run.history.children[owner].startsIn.contains { $0.workflow == state.workflow }
    if isRecorded || run.children[owner].machines[state.workflow].lastEvent != nil { return false }
    return !run.types(behind: .entering(state)).allSatisfy { type in
      run.completeness(of: type, for: owner).contains { covers($0, from: run.children[owner].known) }
    }
  }

  func fact(_ fact: ChildFact, of other: Int?) -> Value {
    let record = run.history.children[other ?? child]
    let now = run.day
    switch fact {
    case .known: return .date(date(run.children[other ?? child].known))
    case .born:
      guard let born = record.born else { return .unknown }
      return run.history.times.nominal[born] <= now ? .date(date(.point(born))) : .null
    case .unborn:
      guard let born = record.born else { return .truth(false) }
      return .truth(run.history.times.nominal[born] > now)
    }
  }

  var siblings: [Int] {
    run.children.indices.filter { $0 != child && run.children[$0].isJudged && !run.children[$0].hasEnded }
  }

  func parameter(_ parameter: ParameterIndex) -> Value {
    run.procedure.parameters[parameter].value(on: run.day) ?? .unknown
  }

  var today: Value { .date(time.map { date($0) } ?? DateValue(run.day)) }

  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value {
    let now = run.day
    let due = run.clocks.filter { $0.isOpen && $0.child == child && $0.rule == rule }.map { run.nominalDue(of: $0) }
    switch question {
    case .running: return .number(NumberRange(Decimal128(due.count { $0.map { $0 >= now } ?? true })))
    case .overdue: return .number(NumberRange(Decimal128(due.count { $0.map { $0 < now } ?? false })))
    case .due: return due.compactMap(\.self).min().map { .date(DateValue($0)) } ?? .null
    }
  }

  func days(from a: DateValue, to b: DateValue) -> (least: Int?, most: Int?) {
    if let p = a.timePoint, let q = b.timePoint {
      let between = run.history.times.days(from: p, to: q)
      return (between.least + b.offset - a.offset, between.most + b.offset - a.offset)
    }
    return (b.earliest.days(since: a.latest), b.latest.days(since: a.earliest))
  }

  var calendar: WorkingCalendar { run.calendar }

  func noteMissing(_ what: MissingValue) {
    if !notes.missing.contains(what) { notes.missing.append(what) }
  }

  func noteUncertainTime() { notes.isTimeUncertain = true }
}
