import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// Changes that may avoid one finding of a case, the plainest first.
///
/// They are proposals: the replay decides what each comes to.
struct ChangeCandidates {
  let finding: Finding
  let judged: JudgedCase
  let kit: ChangeKit
  let unit: Period.Unit
  private(set) var all: [ChangeCandidate] = []
  /// What is proposed behind all others.
  private var last: [ChangeCandidate] = []

  init(of finding: Finding, in judged: JudgedCase, kit: ChangeKit) {
    self.finding = finding
    self.judged = judged
    self.kit = kit
    unit = kit.unit(of: finding)
    if let departure = finding.departure { propose(for: departure) }
    if let judgement = finding.judgement { propose(for: judgement) }
    all += last
  }

  private mutating func propose(for judgement: Judgement) {
    switch kit.procedure.rules[judgement.rule].form {
    case .deadline(let deadline):
      propose(for: judgement, expecting: deadline.expect)
      proposeExceptions(for: judgement, [deadline.extended?.pattern, deadline.unless].compactMap(\.self))
    case .cadence(let cadence):
      propose(for: judgement, expecting: cadence.expect)
      proposeExceptions(for: judgement, [cadence.unless].compactMap(\.self))
    case .check(let check): propose(for: judgement, check)
    case .invariant(let invariant): propose(for: judgement, invariant)
    }
  }

  var history: CaseHistory { judged.history }
  var childBit: UInt64 { 1 << UInt64(finding.child) }

  // MARK: - Proposing

  mutating func propose(_ edits: [HistoryEdit], days: Int = 0) {
    guard !edits.isEmpty, !contradictRecord(edits) else { return }
    all.append(ChangeCandidate(edits, days: days))
  }

  /// Whether an event would come at a time of which the record says that it was not done, each edit after those before it.
  private func contradictRecord(_ edits: [HistoryEdit]) -> Bool {
    var edited = history
    for (place, edit) in edits.enumerated() {
      if edited.denies(edit) { return true }
      if place < edits.count - 1 { edited = edited.applying(edit) }
    }
    return false
  }

  /// An event moved, where that changes anything.
  mutating func proposeMove(of event: Int, to time: EditedTime) {
    let entry = history.events[event]
    if case .after(event, _) = time { return }
    guard entry.wasDone, history.times.spans[entry.time] != history.span(of: time) else { return }
    propose([.move(event: event, to: time)], days: history.distance(from: event, to: time, in: unit).farthest)
  }

  /// An event more, which counts as far from where it came as the one that came instead.
  mutating func proposeAddition(of planned: PlannedEvent, at time: EditedTime, before place: Int? = nil, days: Int = 0) {
    propose([.add(added(planned, at: time), before: place ?? history.events.count)], days: days)
  }

  func added(_ planned: PlannedEvent, at time: EditedTime) -> AddedEvent {
    let others = (1 << UInt64(history.children.count)) - 1 & ~childBit
    return AddedEvent(
      event: planned.event, children: planned.isOfSibling ? others : childBit, attributes: planned.attributes, time: time)
  }

  /// The same of an event that has its own place in the case: that one word stands for another is thought of last.
  mutating func proposeRestatingAnother(_ event: Int, as stated: [AttributeIndex: Value]) {
    let count = all.count
    proposeRestating(event, as: stated)
    guard contradicts(event, stated) else { return }
    last += all[count...]
    all.removeSubrange(count...)
  }

  /// Whether an entry states another word than is asked for.
  func contradicts(_ event: Int, _ stated: [AttributeIndex: Value]) -> Bool {
    stated.contains { attribute, value in
      guard case .choice(let word)? = history.value(of: attribute, at: event, child: finding.child),
        case .choice(let asked) = value
      else { return false }
      return word != asked
    }
  }

  /// An event stated otherwise, as another of its kind states it.
  mutating func proposeRestating(_ event: Int, as stated: [AttributeIndex: Value]) {
    let changed = stated.filter { attribute, value in
      history.value(of: attribute, at: event, child: finding.child).map { !$0.says(value) } ?? true
    }
    guard !changed.isEmpty else { return }
    let merged = changed.reduce(into: [AttributeIndex: Value]()) { merged, change in
      merged[change.key] = history.value(of: change.key, at: event, child: finding.child)?.joined(change.value) ?? change.value
    }
    propose([.restate(event: event, children: sharing(event, changed.map(\.key)), attributes: merged)])
  }

  /// The children of whom an entry states these attributes in the same words: who changes the words changes them for all.
  private func sharing(_ event: Int, _ attributes: [AttributeIndex]) -> UInt64 {
    let entry = history.events[event]
    let stated = history.attributes(of: entry).filter { attributes.contains($0.attribute) && $0.children & childBit != 0 }
    return stated.isEmpty ? entry.children : stated.reduce(UInt64.max) { $0 & $1.children }
  }

  // MARK: - Looking at the history

  /// What was done of some kinds of events for the child, in order of day.
  func entries(of kinds: [EventIndex], done: Bool = true) -> [Int] {
    let found = history.events.indices.filter { number in
      let entry = history.events[number]
      return entry.wasDone == done && entry.children & childBit != 0 && kinds.contains(entry.event)
    }
    return found.sorted { (day(of: $0), $0) < (day(of: $1), $1) }
  }

  func day(of event: Int) -> Day { history.times.nominal[history.events[event].time] }

  func span(of event: Int) -> Span { history.times.spans[history.events[event].time] }

  /// What may be planned for the child on a day, after what came until then and before the entry of that number.
  func moves(on day: Day, before number: Int? = nil, trigger: Int? = nil, member: Int? = nil) -> Moves {
    let earlier = history.events.indices.filter { event in
      history.events[event].wasDone && history.events[event].children & childBit != 0 && event != number
        && (self.day(of: event) < day || (self.day(of: event) == day && number.map { event < $0 } ?? true))
    }.sorted { (self.day(of: $0), $0) < (self.day(of: $1), $1) }
    let stays = judged.replay.stays.filter { stay in
      // A machine that has come to its end begins anew.
      kit.procedure.workflows[stay.state.workflow].states[stay.state.state].kind != .end
        && stay.entered.middle <= day && stay.left.map { $0.middle >= day } ?? true
        && !(number != nil && stay.enteringEvent == number) && !(number == nil && stay.left?.middle == day)
    }
    let born = history.children[finding.child].born.map { history.times.nominal[$0] }
    var context = PlanningContext(
      of: kit.procedure, day: day, birth: born ?? .earliest,
      before: earlier.map { (history.planned($0, child: finding.child), self.day(of: $0)) },
      standing: (
        Set(stays.filter { $0.child == finding.child }.map(\.state)),
        Set(stays.filter { $0.child != finding.child }.map(\.state))
      ))
    context.trigger = trigger.map { history.planned($0, child: finding.child) }
    context.each = member.map { .choice($0) }
    return Moves(planner: kit.planner, maps: kit.maps, surroundings: context)
  }
}

extension CaseHistory {
  /// An entry as a planned event, with what it states for a child.
  func planned(_ event: Int, child: Int) -> PlannedEvent {
    let stated = attributes(of: events[event]).filter { $0.children & (1 << UInt64(child)) != 0 }.map { ($0.attribute, $0.value) }
    return PlannedEvent(events[event].event, Dictionary(stated, uniquingKeysWith: { first, _ in first }))
  }
}

extension Value {
  /// Whether it says all that another says.
  fileprivate func says(_ other: Value) -> Bool {
    guard case .set(let own) = self, case .set(let asked) = other else { return self == other }
    return own.inside & asked.inside == asked.inside && own.inside & asked.keptOut == 0
  }

  /// What another says, with the words of its own set kept.
  fileprivate func joined(_ other: Value) -> Value {
    guard case .set(let own) = self, case .set(let asked) = other else { return other }
    let inside = (own.inside | asked.inside) & ~asked.keptOut
    return .set(PartialSet(inside: inside, outside: (own.outside | asked.keptOut) & ~inside))
  }
}

extension PartialSet {
  /// The words that a set asks to be left out; a set stated whole with some words only names what is in it.
  fileprivate var keptOut: UInt128 { inside != 0 && outside == ~inside ? 0 : outside }
}
