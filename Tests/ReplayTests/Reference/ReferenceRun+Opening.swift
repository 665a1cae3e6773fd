import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ReferenceRun {
  /// Opens what the occasion triggers: deadlines by it, cadences whose `while` has begun to hold or that it fulfilled.
  ///
  /// What the rules ask of clocks is how they stood before any of these opened, and once they have been moved to a date
  /// that the occasion carries.
  func openClocks(at occasion: ReferenceOccasion, renewed: [Int] = []) {
    var occasion = occasion
    let moved = Set(procedure.rules.indices.filter { moveOpen($0, at: occasion) })
    occasion.standing = picture()
    for (index, rule) in procedure.rules.enumerated() where !moved.contains(index) {
      switch rule.form {
      case .deadline(let deadline): openDeadline(index, deadline, at: occasion)
      case .cadence(let cadence):
        let before = children[occasion.child].during.contains(index)
        let context = context(of: index, occasion, this: occasion.this)
        let now = context.nominalTruth(of: cadence.during) == .yes
        if now {
          children[occasion.child].during.insert(index)
          for number in renewed where clocks[number].rule == index { renew(number, cadence, at: occasion) }
          if !before { openCadence(index, cadence, at: occasion) }
        } else {
          children[occasion.child].during.remove(index)
        }
      case .check, .invariant: break
      }
    }
  }

  private func context(of rule: RuleIndex, _ occasion: ReferenceOccasion, this: Int?) -> ReferenceContext {
    var context = ReferenceContext(
      self, child: occasion.child, workflow: procedure.rules[rule].workflow, time: occasion.time, this: this,
      picture: occasion.standing)
    context.trigger = this
    return context
  }

  // MARK: Deadlines

  private func openDeadline(_ rule: RuleIndex, _ deadline: Deadline, at occasion: ReferenceOccasion) {
    switch deadline.trigger {
    case .pattern(let pattern):
      var context = context(of: rule, occasion, this: occasion.this)
      if let before = occasion.before { context.picture = before }
      let truth = truth(pattern, at: occasion, context)
      if truth == .no { return }
      openDeadline(rule, at: occasion, event: occasion.this, truth: truth, parent: nil, noted: context.notes)
    case .date(let type, _):
      guard let this = occasion.this, history.events[this].event == type else { return }
      openDeadline(rule, at: occasion, event: this, truth: .yes, parent: nil)
    case .overdue: break
    }
  }

  func openDeadline(
    _ rule: RuleIndex, at occasion: ReferenceOccasion, event: Int?, truth: Truth, parent: Int?,
    noted: ReferenceContext.Notes? = nil
  ) {
    guard case .deadline(let deadline) = form(of: rule) else { return }
    var draft = newClock(rule, occasion, event)
    draft.parent = parent
    if truth == .unknown { doubtOpening(of: &draft, noted) }
    guard mayOpen(&draft, deadline.during, deadline.when, occasion) else { return }
    let context = context(of: rule, occasion, this: event)
    switch deadline.limit {
    case .within(let length): draft.length = workOut(length, context, &draft)
    case .ahead(let length, let other):
      draft.length = workOut(length, context, &draft)
      if let other { draft.otherLength = workOut(other, context, &draft) }
    }
    if case .date(_, let attribute) = deadline.trigger {
      let value = context.attributeOfThis(attribute)
      place(&draft, on: value, attribute, deadline.limit)
    }
    for clock in perMember(draft, context) { add(clock, deadline, at: occasion) }
  }

  /// Puts a clock on the date that its trigger carries.
  private func place(
    _ draft: inout ReferenceClock, on value: Value, _ attribute: AttributeIndex, _ limit: Deadline.Limit
  ) {
    guard case .date(let date) = value else {
      draft.date = .unknown
      draft.missing.append(.attribute(attribute, occurrence: draft.openingEvent))
      return
    }
    switch limit {
    case .within: draft.opening = .date(date.earliest, date.latest)
    case .ahead: draft.date = value
    }
  }

  /// A later carrier moves the open clocks to its own date, recorded or not; false where none is open.
  private func moveOpen(_ rule: RuleIndex, at occasion: ReferenceOccasion) -> Bool {
    guard case .deadline(let deadline) = form(of: rule), case .ahead = deadline.limit,
      case .date(let type, let attribute) = deadline.trigger, let this = occasion.this, history.events[this].event == type
    else { return false }
    let value = context(of: rule, occasion, this: occasion.this).attributeOfThis(attribute)
    let open = clocks.filter { $0.isOpen && $0.rule == rule && $0.child == occasion.child }
    for clock in open {
      if case .date = value {
        clocks[clock.number].date = value
      } else {
        clocks[clock.number].date = .unknown
        clocks[clock.number].missing.append(.attribute(attribute, occurrence: occasion.event))
      }
      clocks[clock.number].evidence += occasion.event.map { [$0] } ?? []
    }
    return !open.isEmpty
  }

  private func add(_ clock: ReferenceClock, _ deadline: Deadline, at occasion: ReferenceOccasion) {
    guard isEverInForce(clock) else { return }
    let number = add(clock)
    // Being in the state that is expected already meets it.
    for leaf in leaves(of: deadline.expect) {
      guard case .entering(let state) = leaf.pattern else { continue }
      let machine = children[clock.child].machines[state.workflow]
      guard machine.configuration.active.contains(state.state) else { continue }
      clocks[number].seen.insert(leaf.number)
    }
    if isFulfilled(deadline.expect, by: clocks[number].seen) {
      return close(
        number, by: ReferenceEnding(kind: .fulfilled, time: clock.opening, event: clock.openingEvent, minute: clock.minute))
    }
    if let event = clock.openingEvent, clock.opening == .point(history.events[event].time) {
      meetByEarlier(number, deadline, event)
    }
  }

  /// An earlier event of the same moment may meet the clock.
  private func meetByEarlier(_ number: Int, _ deadline: Deadline, _ opening: Int) {
    for event in moment where isFor(event, clocks[number].child) && isSameDay(event, opening) {
      for leaf in leaves(of: deadline.expect) {
        guard case .event(history.events[event].event, let condition) = leaf.pattern else { continue }
        let context = context(of: clocks[number], this: event)
        switch condition.map({ context.truth(of: $0) }) ?? .yes {
        case .yes: clocks[number].seen.insert(leaf.number)
        case .unknown:
          doubt(
            number, .fulfilment(.point(history.events[event].time)), context,
            ReferenceOccasion(child: clocks[number].child, time: .point(history.events[event].time), event: event))
        case .no: break
        }
      }
      if isFulfilled(deadline.expect, by: clocks[number].seen) {
        return close(
          number,
          by: ReferenceEnding(
            kind: .fulfilled, time: .point(history.events[event].time), event: event, minute: minute(of: event)))
      }
    }
  }

  private func isSameDay(_ a: Int, _ b: Int) -> Bool {
    if let first = minute(of: a), let second = minute(of: b), first != second { return false }
    let between = history.times.days(from: history.events[a].time, to: history.events[b].time)
    return between.least == 0 && between.most == 0
  }

  // MARK: Cadences

  private func openCadence(_ rule: RuleIndex, _ cadence: Cadence, at occasion: ReferenceOccasion) {
    var draft = newClock(rule, occasion, occasion.event)
    draft.isFirst = true
    guard mayOpen(&draft, cadence.during, cadence.when, occasion) else { return }
    let context = context(of: rule, occasion, this: occasion.this)
    draft.length = workOut(cadence.first ?? cadence.every, context, &draft)
    for clock in perMember(draft, context) { add(clock) }
  }

  /// The next interval, from the fulfilment.
  private func renew(_ number: Int, _ cadence: Cadence, at occasion: ReferenceOccasion) {
    var draft = newClock(clocks[number].rule, occasion, occasion.event, member: clocks[number].member)
    guard mayOpen(&draft, cadence.during, cadence.when, occasion) else { return }
    draft.length = workOut(cadence.every, context(of: draft.rule, occasion, this: occasion.this), &draft)
    add(draft)
  }

  // MARK: Both

  private func newClock(
    _ rule: RuleIndex, _ occasion: ReferenceOccasion, _ trigger: Int?, member: Int? = nil
  ) -> ReferenceClock {
    ReferenceClock(
      number: 0, rule: rule, child: occasion.child,
      episode: children[occasion.child].machines[procedure.rules[rule].workflow].episode, member: member,
      opening: occasion.time, openingEvent: occasion.event, trigger: trigger, minute: minute(of: occasion.this),
      followedBefore: children[occasion.child].followed.count,
      isUncertain: restsOnUncertain(rule, occasion.child) || !isCertainlyKnown(occasion.child, at: occasion.time))
  }

  /// Whether `while` holds and `when` does not forbid.
  private func mayOpen(
    _ draft: inout ReferenceClock, _ during: Condition?, _ when: Condition?, _ occasion: ReferenceOccasion
  ) -> Bool {
    guard children[draft.child].isJudged else { return false }
    let context = context(of: draft.rule, occasion, this: draft.trigger)
    if let during, context.nominalTruth(of: during) != .yes { return false }
    if let when {
      switch context.truth(of: when) {
      case .no: return false
      case .unknown: doubtOpening(of: &draft, context.notes)
      case .yes: break
      }
    }
    return true
  }

  /// The record leaves open whether the clock opened, or its dates do.
  private func doubtOpening(of draft: inout ReferenceClock, _ notes: ReferenceContext.Notes?) {
    if notes?.areOfDatesAlone ?? false {
      draft.isUncertain = true
    } else {
      draft.doubts.append(ReferenceDoubt(kind: .opening))
    }
    draft.missing += notes?.missing ?? []
  }

  private func workOut(_ limit: LimitLength, _ context: ReferenceContext, _ draft: inout ReferenceClock) -> Value {
    guard case .expression(let condition) = limit else { return .null }
    let asked = context.asking(from: context.workflow)
    let value = asked.value(of: condition)
    if case .duration = value { return value }
    draft.missing += asked.notes.missing
    return .unknown
  }

  private func isEverInForce(_ clock: ReferenceClock) -> Bool {
    datings(of: clock.opening).contains { procedure.rules[clock.rule].inForce.contains($0.day) }
  }

  @discardableResult
  private func add(_ clock: ReferenceClock) -> Int {
    let number = clocks.count
    clocks.append(
      ReferenceClock(
        number: number, rule: clock.rule, child: clock.child, episode: clock.episode, member: clock.member,
        opening: clock.opening, openingEvent: clock.openingEvent, trigger: clock.trigger, minute: clock.minute,
        followedBefore: clock.followedBefore, length: clock.length, otherLength: clock.otherLength, date: clock.date,
        isFirst: clock.isFirst, isUncertain: clock.isUncertain, doubts: clock.doubts, missing: clock.missing,
        parent: clock.parent))
    return number
  }

  /// One clock for each member known to be in the rule's set; a set that is not known gives one judgement of its own.
  private func perMember(_ draft: ReferenceClock, _ context: ReferenceContext) -> [ReferenceClock] {
    guard let each = procedure.rules[draft.rule].each else { return [draft] }
    let asked = context.asking(from: context.workflow)
    guard let members = members(of: each, asked) else {
      if isEverInForce(draft) { judged.append((unknownMembers(draft, asked.notes.missing), nil)) }
      return []
    }
    return members.map { member in
      ReferenceClock(
        number: 0, rule: draft.rule, child: draft.child, episode: draft.episode, member: member, opening: draft.opening,
        openingEvent: draft.openingEvent, trigger: draft.trigger, minute: draft.minute,
        followedBefore: draft.followedBefore, length: draft.length, otherLength: draft.otherLength, date: draft.date,
        isFirst: draft.isFirst, isUncertain: draft.isUncertain, doubts: draft.doubts, missing: draft.missing,
        parent: draft.parent)
    }
  }

  /// The members known to be in the set, none where there is no set; `nil` where it is not recorded.
  func members(of each: EachMember, _ context: ReferenceContext) -> [Int]? {
    switch context.value(of: each.over) {
    case .set(let set): each.choice.members.indices.filter { set.contains($0) == .yes }
    case .list(let values): values.compactMap { if case .choice(let member) = $0 { member } else { nil } }
    case .null: []
    default: nil
    }
  }

  private func unknownMembers(_ draft: ReferenceClock, _ missing: [MissingValue]) -> Judgement {
    Judgement(
      rule: draft.rule, child: draft.child, episode: draft.episode, member: nil, verdict: .notRecorded,
      certainty: .certain, opened: span(of: draft.opening), due: nil, ended: nil, ending: .atOnce, lateness: nil,
      intervals: nil, openingEvent: draft.openingEvent, closingEvent: nil, furtherEvidence: [], missing: missing)
  }
}
