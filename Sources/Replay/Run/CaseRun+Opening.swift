import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Opens what the event triggers.
  func openByEvent(_ hooks: [Hook], at occasion: Occasion) {
    forEachRule(hearing: hooks, at: occasion) { rule, heard in
      openedAt[rule] = step
      open(rule, at: occasion, parent: -1, doubt: heard == .unknown ? missing : nil)
    }
  }

  /// Opens clocks on a date that the event carries, or moves those that are open to the new date.
  func openByDate(_ rule: RuleIndex, _ attribute: AttributeIndex, at occasion: Occasion) {
    trigger = occasion.event
    beginAsking()
    let value = attributeOfThis(attribute)
    guard case .date(let date) = value else {
      if tables.rules[rule].isAhead, children[child].openClocks[rule] >= 0 {
        return redate(rule, nil, at: occasion)
      }
      return open(rule, at: occasion, parent: -1, undated: missing)
    }
    if tables.rules[rule].isAhead, children[child].openClocks[rule] >= 0 { return redate(rule, date, at: occasion) }
    if tables.rules[rule].isAhead { return open(rule, at: occasion, parent: -1, date: date) }
    let time =
      date.timePoint != nil && date.offset == 0
      ? TimeReference.point(date.timePoint ?? 0) : .date(earliest: date.earliest, latest: date.latest)
    open(rule, at: Occasion(time: time, event: occasion.event, minute: -1), parent: -1)
  }

  /// A later event carries the date of clocks that are open already.
  private func redate(_ rule: RuleIndex, _ date: DateValue?, at occasion: Occasion) {
    var number = children[child].openClocks[rule]
    while number >= 0 {
      let extras = clocks[number].more()
      extras.date = date
      extras.isUndated = date == nil
      if date == nil { extras.missing += missing }
      extras.redating.append(occasion.event)
      watchDueDate(of: number)
      number = clocks[number].next
    }
  }

  /// Opens a rule's clocks if it applies now: one, or one per member of its set.
  func open(
    _ rule: RuleIndex, at occasion: Occasion, parent: Int, doubt: [MissingValue]? = nil, date: DateValue? = nil,
    undated: [MissingValue]? = nil
  ) {
    let compiled = tables.rules[rule]
    if compiled.form == .deadline {
      guard mayBeInForce(compiled, at: occasion.time), isDuring(rule) else { return }
    }
    workflow = compiled.workflow
    member = .null
    beginAsking()
    var doubts = doubt
    if let when = compiled.when {
      switch holds(when) {
      case .no: return
      case .yes: break
      case .unknown: doubts = (doubts ?? []) + missing
      }
    }
    guard let each = compiled.each else {
      return start(rule, at: occasion, member: -1, isFirst: true, parent: parent, doubt: doubts, date: date, undated: undated)
    }
    beginAsking()
    for word in members(of: each, rule, at: occasion) {
      start(rule, at: occasion, member: word, isFirst: true, parent: parent, doubt: doubts, date: date, undated: undated)
    }
  }

  /// The words that `each` runs over; where the set is not recorded, one judgement says so.
  func members(of each: CompiledSet, _ rule: RuleIndex, at occasion: Occasion) -> [Int] {
    let value: Value
    switch each {
    case .fixed(let words): return words
    case .this(let attribute): value = attributeOfThis(attribute)
    case .evaluated(let condition): value = condition.evaluate(in: self)
    }
    switch value {
    case .set(let set): return set.inside.places
    case .list(let values): return values.compactMap { if case .choice(let word) = $0 { word } else { nil } }
    case .unknown:
      judgeUnknown(rule, at: occasion)
      return []
    default: return []
    }
  }

  /// Opens one clock, which may be met at once by what is already so.
  func start(
    _ rule: RuleIndex, at occasion: Occasion, member: Int, isFirst: Bool, parent: Int = -1,
    doubt: [MissingValue]? = nil, date: DateValue? = nil, undated: [MissingValue]? = nil
  ) {
    let compiled = tables.rules[rule]
    var clock = Clock(
      rule: rule, child: child, episode: children[child].machines[compiled.workflow].episode, member: member,
      opening: occasion.time, openingEvent: occasion.event, trigger: trigger, step: step, minute: occasion.minute)
    clock.isFirst = isFirst && compiled.firstLength != nil
    if let date { clock.more().date = date }
    clock.parent = parent
    clock.isUncertain = isUncertain(rule) || mayBeBeforeKnown(occasion.time)
    if let doubt {
      clock.isOpeningDoubtful = true
      if !doubt.isEmpty { clock.more().missing = doubt }
    }
    if let undated {
      clock.more().isUndated = true
      clock.more().missing += undated
    }
    if case .expression(let condition)? = clock.isFirst ? compiled.firstLength : compiled.length {
      self.member = member < 0 ? .null : .choice(member)
      beginAsking()
      switch condition.evaluate(in: self) {
      case .duration(let range): clock.more().length = range
      default:
        clock.more().isUndated = true
        clock.more().missing += missing
      }
    }
    clock.order = event >= 0 ? Int(rank[event]) : followed
    clock.next = children[child].openClocks[rule]
    children[child].openClocks[rule] = clocks.count
    clocks.append(clock)
    let number = clocks.count - 1
    if compiled.form == .deadline, meetAtOnce(number, at: occasion) { return }
    watchDueDate(of: number)
  }

  /// Sets the timer for the rules that wait for a clock to be overdue.
  func watchDueDate(of number: Int) {
    let clock = clocks[number]
    guard !tables.onOverdue[clock.rule].isEmpty, !clock.hasEscalated, clock.isDatable(tables.rules[clock.rule]) else { return }
    timers.add(on: dueNominal(of: clock).adding(days: 1), .overdue(clock: number))
  }

  /// A state already entered, or an earlier event of the same moment, meets a clock at once.
  private func meetAtOnce(_ number: Int, at occasion: Occasion) -> Bool {
    let expect = tables.rules[clocks[number].rule].expect
    for (leaf, pattern) in expect.leaves.enumerated() {
      if case .entering(let state) = pattern, isIn(state, child: nil) == .yes {
        clocks[number].seen |= 1 << UInt64(leaf)
        if expect.isFulfilled(by: clocks[number].seen) {
          close(number, by: ClockEnding(kind: .fulfilled, time: occasion.time, event: occasion.event, minute: occasion.minute))
          return true
        }
      }
    }
    guard occasion.event >= 0, occasion.time == .point(entries[occasion.event].time) else { return false }
    return meetByMoment(number, expect, at: occasion)
  }

  private func meetByMoment(_ number: Int, _ expect: CompiledPattern, at occasion: Occasion) -> Bool {
    let thisEvent = event
    defer { event = thisEvent }
    let now = entries[occasion.event]
    for earlier in moment where entries[earlier].children & (1 << UInt64(child)) != 0 {
      let entry = entries[earlier]
      guard times.days(from: entry.time, to: now.time) == (0, 0) else { continue }
      if entry.minute >= 0, now.minute >= 0, entry.minute != now.minute { continue }
      for (leaf, pattern) in expect.leaves.enumerated() {
        guard case .event(entry.event, let condition) = pattern else { continue }
        bind(to: number)
        event = earlier
        switch condition.map(holds) ?? .yes {
        case .no: continue
        case .unknown:
          doubt(number, .fulfilment(.point(entry.time)))
        case .yes:
          clocks[number].seen |= 1 << UInt64(leaf)
          guard expect.isFulfilled(by: clocks[number].seen) else { continue }
          close(
            number,
            by: ClockEnding(kind: .fulfilled, time: .point(entry.time), event: earlier, minute: Int(entry.minute)))
          return true
        }
      }
    }
    return false
  }

  private func mayBeInForce(_ rule: CompiledRule, at time: TimeReference) -> Bool {
    if rule.inForce == .always { return true }
    let range = range(of: time)
    return (rule.inForce.through.map { $0 >= range.least } ?? true) && (rule.inForce.from.map { $0 <= range.most } ?? true)
  }
}

extension Clock {
  /// Whether its length is known, so that it has a due date.
  func isDatable(_ rule: CompiledRule) -> Bool {
    extras?.isUndated != true
  }
}
