import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  func openByEvent(_ hook: Hook, at occasion: Occasion) {
    workflow = tables.rules[hook.rule].workflow
    trigger = occasion.event
    member = .null
    beginAsking()
    switch hook.condition.map(holds) ?? .yes {
    case .no: return
    case .yes: open(hook.rule, at: occasion, parent: -1)
    case .unknown: open(hook.rule, at: occasion, parent: -1, doubt: missing)
    }
  }

  /// Opens clocks on a date that the event carries, or moves those that are open to the new date.
  func openByDate(_ rule: RuleIndex, _ attribute: AttributeIndex, at occasion: Occasion) {
    trigger = occasion.event
    beginAsking()
    let value = attributeOfThis(attribute)
    guard case .date(let date) = value else {
      if value == .unknown { open(rule, at: occasion, parent: -1, doubt: missing) }
      return
    }
    if tables.rules[rule].isAhead, children[child].openClocks[rule] >= 0 {
      var number = children[child].openClocks[rule]
      while number >= 0 {
        clocks[number].more().date = date
        number = clocks[number].next
      }
      return
    }
    if tables.rules[rule].isAhead { return open(rule, at: occasion, parent: -1, date: date) }
    let time =
      date.timePoint != nil && date.offset == 0
      ? TimeReference.point(date.timePoint ?? 0) : .date(earliest: date.earliest, latest: date.latest)
    open(rule, at: Occasion(time: time, event: occasion.event, minute: -1), parent: -1)
  }

  /// Opens a rule's clocks if it applies now: one, or one per member of its set.
  func open(
    _ rule: RuleIndex, at occasion: Occasion, parent: Int, doubt: [MissingValue]? = nil, date: DateValue? = nil
  ) {
    let compiled = tables.rules[rule]
    guard mayBeInForce(compiled, at: occasion.time) else { return }
    if compiled.form == .deadline, !isDuring(rule) { return }
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
      return start(rule, at: occasion, member: -1, isFirst: true, parent: parent, doubt: doubts, date: date)
    }
    beginAsking()
    for word in members(of: each, rule, at: occasion) {
      start(rule, at: occasion, member: word, isFirst: true, parent: parent, doubt: doubts, date: date)
    }
  }

  /// The words that `each` runs over; where the set is not recorded, one judgement says so.
  func members(of each: Condition, _ rule: RuleIndex, at occasion: Occasion) -> [Int] {
    switch each.evaluate(in: self) {
    case .set(let set): return bits(of: set.inside)
    case .list(let values):
      return values.compactMap { if case .choice(let word) = $0 { word } else { nil } }
    case .unknown:
      judgeUnknown(rule, at: occasion)
      return []
    default: return []
    }
  }

  private func bits(of set: UInt128) -> [Int] {
    var rest = set
    var found: [Int] = []
    while rest != 0 {
      found.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return found
  }

  /// Opens one clock, which may be met at once by what is already so.
  func start(
    _ rule: RuleIndex, at occasion: Occasion, member: Int, isFirst: Bool, parent: Int = -1,
    doubt: [MissingValue]? = nil, date: DateValue? = nil
  ) {
    let compiled = tables.rules[rule]
    var clock = Clock(
      rule: rule, child: child, episode: children[child].machines[compiled.workflow].episode, member: member,
      opening: occasion.time, openingEvent: occasion.event, trigger: trigger, step: step, minute: occasion.minute)
    clock.isFirst = isFirst && compiled.firstLength != nil
    if let date { clock.more().date = date }
    clock.parent = parent
    clock.isUncertain = isUncertain(rule)
    if let doubt {
      clock.isDoubtful = true
      if !doubt.isEmpty { clock.more().missing = doubt }
    }
    if case .expression(let condition)? = clock.isFirst ? compiled.firstLength : compiled.length {
      self.member = member < 0 ? .null : .choice(member)
      beginAsking()
      switch condition.evaluate(in: self) {
      case .duration(let range): clock.more().length = range
      case .null: return
      default:
        clock.isDoubtful = true
        clock.more().missing += missing
      }
    }
    clock.next = children[child].openClocks[rule]
    children[child].openClocks[rule] = clocks.count
    clocks.append(clock)
    let number = clocks.count - 1
    if compiled.form == .deadline, meetAtOnce(number, at: occasion) { return }
    if !tables.onOverdue[rule].isEmpty, clock.isDatable(compiled) {
      timers.add(on: dueNominal(of: clock).adding(days: 1), .overdue(clock: number))
    }
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
          clocks[number].isDoubtful = true
          clocks[number].more().missing += missing
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
    if case .expression? = isFirst ? rule.firstLength : rule.length { return extras?.length != nil }
    return !rule.isAhead || extras?.date != nil
  }
}
