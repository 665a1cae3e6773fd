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

    /// Whether the record says it all, and the dates alone leave the answer open.
    var areOfDatesAlone: Bool { missing.isEmpty && isTimeUncertain }
  }

  let run: ReferenceRun
  /// How everything stood when the condition is asked.
  var picture: ReferencePicture
  let child: Int
  /// The workflow whose episode bounds the occurrences.
  var workflow: WorkflowIndex
  let time: ReferenceTime?
  var this: Int?
  var trigger: Int?
  var each: Value = .unknown
  private(set) var notes = Notes()
  private var isNextEpisode = false
  private var isRequirement = false
  private var supposed: (attribute: AttributeIndex, value: Value)?
  /// One of several things that are all possible at an uncertain time; `nil` is what the nominal dating says.
  var dating: ReferenceSupposition?

  init(
    _ run: ReferenceRun, child: Int, workflow: WorkflowIndex = 0, time: ReferenceTime?, this: Int? = nil,
    picture: ReferencePicture? = nil
  ) {
    self.run = run
    self.child = child
    self.workflow = workflow
    self.time = time
    self.this = this
    self.picture = picture ?? run.picture()
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
    copy.picture.children[child].machines[workflow].configuration.active = states
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

  /// The same picture under one dating, with nothing noted yet.
  func under(_ dating: ReferenceSupposition) -> ReferenceContext {
    var copy = asking(from: workflow)
    copy.dating = dating
    return copy
  }

  // MARK: Asking

  func value(of condition: Condition) -> Value { condition.evaluate(in: self) }

  /// What the nominal dating says.
  func nominalTruth(of condition: Condition) -> Truth { condition.holds(in: self) }

  /// What every dating says; unknown, for the time's sake, where they differ.
  func truth(of condition: Condition) -> Truth {
    let answers = suppositions(in: condition).map { dating in
      let context = under(dating)
      return (truth: condition.holds(in: context), notes: context.notes)
    }
    guard let first = answers.first else { return nominalTruth(of: condition) }
    let isDecided = answers.allSatisfy { $0.truth == first.truth }
    for answer in answers {
      for missing in answer.notes.missing { noteMissing(missing) }
      if answer.notes.isTimeUncertain || !isDecided { noteUncertainTime() }
    }
    return isDecided ? first.truth : .unknown
  }

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
    let machine = picture.children[child].machines[workflow]
    let followed = picture.children[child].followed
    let since = reach == .ever ? 0 : isNextEpisode ? followed.count : machine.episodeStart
    let items = followed.dropFirst(since)
      .filter { $0 != this && events.contains(run.history.events[$0].event) }
      .map { OccurrenceList.Item(occurrence: $0, belongs: .yes) }
    let begun = isNextEpisode ? time : machine.episodeTime
    let from = (reach == .episode ? begun : nil) ?? picture.children[child].known
    let isComplete = events.allSatisfy { self.isComplete($0, for: child, from: from) }
    return OccurrenceList(items: items, isComplete: isComplete)
  }

  func isComplete(_ events: [EventIndex], since day: DateValue) -> Bool {
    events.allSatisfy { type in
      isComplete(type, for: child) { begun in
        guard let point = day.timePoint else { return run.history.times.spans[begun].latest <= day.earliest }
        return run.history.times.days(from: begun, to: point).least + day.offset >= 0
      }
    }
  }

  /// Whether the record is complete for an event from a time to the time at hand, or says that none of it happened.
  private func isComplete(_ type: EventIndex, for owner: Int, from: ReferenceTime) -> Bool {
    isComplete(type, for: owner) { begun in run.isCertainlyNotAfter(begun, from) }
  }

  /// - Parameter reachesBack: whether a stretch that begins at a point begins early enough.
  private func isComplete(_ type: EventIndex, for owner: Int, _ reachesBack: (TimePoint) -> Bool) -> Bool {
    run.completeness(of: type, for: owner).contains { ($0.from.map(reachesBack) ?? true) && lastsToNow($0.until) }
      || run.notDone(type, for: owner).contains { entry in
        let event = run.history.events[entry]
        var context = self
        if owner != child { context = ReferenceContext(run, child: owner, time: time) }
        return run.speaks(entry, of: nil, context) && reachesBack(event.time) && lastsToNow(event.end)
      }
  }

  /// Whether a stretch certainly reaches to the time at hand.
  private func lastsToNow(_ ended: TimePoint?) -> Bool {
    guard let ended else { return true }
    return time.map { run.isCertainlyNotAfter($0, ended) } ?? false
  }

  func isIn(_ state: StateReference, child other: Int?) -> Truth {
    let machine = picture.children[other ?? child].machines[state.workflow]
    if machine.configuration.active.contains(state.state) { return .yes }
    return isRequirement && mayHaveEntered(state, other ?? child) ? .unknown : .no
  }

  /// Whether a machine that nothing recorded has ever moved may have entered a state all the same.
  private func mayHaveEntered(_ state: StateReference, _ owner: Int) -> Bool {
    let isRecorded = run.history.children[owner].startsIn.contains { $0.workflow == state.workflow }
    if isRecorded || picture.children[owner].machines[state.workflow].lastEvent != nil { return false }
    return !run.types(behind: .entering(state)).allSatisfy { type in
      isComplete(type, for: owner, from: picture.children[owner].known)
    }
  }

  /// A child of whom no birth is recorded counts as born, on a day that is not known.
  func fact(_ fact: ChildFact, of other: Int?) -> Value {
    let owner = other ?? child
    switch (fact, run.history.children[owner].born) {
    case (.known, _): return .date(date(picture.children[owner].known))
    case (.born, nil): return .unknown
    case (.born, let born?): return isBorn(owner) ? .date(date(.point(born))) : .null
    case (.unborn, _): return .truth(!isBorn(owner))
    }
  }

  var siblings: [Int] {
    picture.children.indices.filter {
      $0 != child && picture.children[$0].isJudged && !picture.children[$0].hasEnded
    }
  }

  func parameter(_ parameter: ParameterIndex) -> Value {
    run.procedure.parameters[parameter].value(on: run.day) ?? .unknown
  }

  var today: Value { .date(time.map { date($0) } ?? DateValue(run.day)) }

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
