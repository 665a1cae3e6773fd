import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Opens what the event triggers.
  func openByEvent(_ hooks: Places, at occasion: Occasion) {
    forEachRule(hearing: hooks, at: occasion) { rule, heard in
      openedAt[rule] = step
      open(rule, at: occasion, parent: -1, doubt: heard == .unknown ? doubtAtHand : nil)
    }
  }

  /// Moves the clocks that hang on a date and are open to the date that the event carries.
  func moveOpen(_ hook: DateHook, at occasion: Occasion) {
    guard tables.figures[hook.rule].isAhead, openClocks[rulePlace(child, hook.rule)] >= 0 else { return }
    openedAt[hook.rule] = step
    trigger = occasion.event
    beginAsking()
    var date: DateValue?
    if case .date(let stated) = statedOfThis(hook.attribute) { date = stated }
    redate(hook.rule, date, at: occasion)
  }

  /// Opens clocks on a date that the event carries, unless it has moved those that were open.
  func openByDate(_ hook: DateHook, at occasion: Occasion) {
    let rule = hook.rule
    if openedAt[rule] == step { return }
    trigger = occasion.event
    beginAsking()
    guard case .date(let date) = statedOfThis(hook.attribute) else {
      return open(rule, at: occasion, parent: -1, undated: missing.values)
    }
    if tables.figures[rule].isAhead { return open(rule, at: occasion, parent: -1, date: date) }
    let time =
      date.timePoint != nil && date.offset == 0
      ? TimeReference.point(date.timePoint ?? 0) : .date(earliest: date.earliest, latest: date.latest)
    carrierTime = occasion.time
    defer { carrierTime = nil }
    open(rule, at: Occasion(time: time, event: occasion.event, minute: -1), parent: -1)
  }

  /// A later event carries the date of clocks that are open already.
  private func redate(_ rule: RuleIndex, _ date: DateValue?, at occasion: Occasion) {
    var number = Int(openClocks[rulePlace(child, rule)])
    while number >= 0 {
      let kept = clocks[number].more(&extras)
      kept.date = date
      kept.isUndated = date == nil
      if date == nil { kept.missing += missing.values }
      kept.redating.append(occasion.event)
      watchDueDate(of: number)
      number = Int(clocks[number].next)
    }
  }

  /// Opens a rule's clocks if it applies now: one, or one per member of its set.
  func open(
    _ rule: RuleIndex, at occasion: Occasion, parent: Int, doubt: Doubt? = nil, date: DateValue? = nil,
    undated: [MissingValue]? = nil
  ) {
    let figures = tables.figures[rule]
    if figures.form == .deadline {
      guard mayBeInForce(rule, at: occasion.time), isDuring(rule) else { return }
    }
    workflow = figures.workflow
    member = -1
    beginAsking()
    var doubts = doubt
    if let when = figures.when {
      switch holds(when) {
      case .no: return
      case .yes: break
      case .unknown: doubts = doubts + doubtAtHand
      }
    }
    guard let each = figures.each else {
      return start(rule, at: occasion, member: -1, isFirst: true, parent: parent, doubt: doubts, date: date, undated: undated)
    }
    beginAsking()
    var words = members(of: each, rule, at: occasion)
    while let word = words.popFirst() {
      start(rule, at: occasion, member: word, isFirst: true, parent: parent, doubt: doubts, date: date, undated: undated)
    }
  }

  /// The words that `each` runs over; where the set is not recorded, one judgement says so.
  func members(of each: CompiledSet, _ rule: RuleIndex, at occasion: Occasion) -> MemberWords {
    switch each {
    case .fixed(let words): return MemberWords(bits: words)
    case .this(let attribute):
      if let set = setOfThis(attribute) { return MemberWords(bits: set.inside) }
      return members(in: statedOfThis(Int(attribute)), rule, at: occasion)
    case .trigger(let attribute): return members(in: statedOfTrigger(Int(attribute)), rule, at: occasion)
    case .evaluated(let number):
      return members(in: value(of: tables.evaluatedSets[Int(number)]), rule, at: occasion)
    }
  }

  private func members(in value: Value, _ rule: RuleIndex, at occasion: Occasion) -> MemberWords {
    switch value {
    case .set(let set): return MemberWords(bits: set.inside)
    case .list(let values):
      return MemberWords(list: values.compactMap { if case .choice(let word) = $0 { word } else { nil } })
    case .unknown:
      if mayBeInForce(rule, at: occasion.time) { judgeUnknown(rule, at: occasion) }
      return .none
    default: return .none
    }
  }

  /// Opens one clock, which may be met at once by what is already so.
  func start(
    _ rule: RuleIndex, at occasion: Occasion, member: Int, isFirst: Bool, parent: Int = -1,
    doubt: Doubt? = nil, date: DateValue? = nil, undated: [MissingValue]? = nil
  ) {
    let figures = tables.figures[rule]
    var clock = Clock(
      rule: rule, child: child, episode: machines[machinePlace(child, figures.workflow)].episode, member: member,
      opening: occasion.time, openingEvent: occasion.event, trigger: trigger, step: step, minute: occasion.minute)
    clock.isFirst = isFirst && figures.hasFirstLength
    clock.parent = parent
    clock.isUncertain = isUncertain(rule, child) || mayBeBeforeKnown(carrierTime ?? occasion.time)
    if let date { clock.more(&extras).date = date }
    if let doubt {
      if doubt.isOfDates { clock.isUncertain = true }
      if doubt.isOfRecord { clock.isOpeningDoubtful = true }
      if !doubt.missing.isEmpty { clock.more(&extras).missing = doubt.missing }
    }
    if let undated {
      clock.more(&extras).isUndated = true
      clock.more(&extras).missing += undated
    }
    if figures.worksOutLength { workOutLength(&clock) }
    clock.order = event >= 0 ? Int(rank[event]) : followed
    let place = rulePlace(child, rule)
    let number = clocks.count
    clock.next = openClocks[place]
    openClocks[place] = Int32(number)
    openedRules[child * ruleWordCount + rule / 64] |= 1 << UInt64(rule & 63)
    clocks.append(clock)
    if figures.form == .deadline, meetAtOnce(number, at: occasion) { return }
    watchDueDate(of: number)
  }

  /// The length of a clock whose rule works it out from the case.
  private func workOutLength(_ clock: inout Clock) {
    member = clock.member
    let figures = tables.figures[clock.rule]
    if let chosen = clock.isFirst ? figures.chosenFirstLength : figures.chosenLength {
      beginAsking()
      let truth = holdsNominally(chosen.condition)
      if truth != .unknown, let length = length(truth == .yes ? chosen.first : chosen.second) {
        clock.more(&extras).length = length
        return
      }
    }
    let rule = tables.rules[clock.rule]
    guard case .expression(let condition)? = clock.isFirst ? rule.firstLength : rule.length else { return }
    beginAsking()
    switch value(of: condition) {
    case .duration(let range): clock.more(&extras).length = range
    default:
      clock.more(&extras).isUndated = true
      clock.more(&extras).missing += missing.values
    }
  }

  /// A length as far as it is known without the evaluator.
  private func length(_ chosen: ChosenLength.Length) -> DurationRange? {
    switch chosen {
    case .fixed(let period): return DurationRange(period)
    case .ofLatest(let event, let reach, let attribute):
      guard !isLookingBack else { return nil }
      let last = newest(Int(event), reach)
      let cell = last < 0 ? -1 : cell(of: attribute, last)
      guard cell >= 0, case .duration(let range) = history.attributes[cell].value else { return nil }
      return range
    case .evaluated: return nil
    }
  }

  /// Sets the timer for the rules that wait for a clock to be overdue.
  func watchDueDate(of number: Int) {
    let clock = clocks[number]
    guard tables.figures[clock.rule].isWatched, !clock.hasEscalated, clock.isDatable else { return }
    timers.add(on: dueNominal(of: clock).adding(days: 1), .overdue(clock: number))
  }

  /// A state already entered, or an earlier event of the same moment, meets a clock at once.
  private func meetAtOnce(_ number: Int, at occasion: Occasion) -> Bool {
    let rule = clocks[number].rule
    if tables.figures[rule].expectsState, meetByState(number, tables.rules[rule].expect, at: occasion) { return true }
    guard !moment.isEmpty, occasion.event >= 0, occasion.time == .point(entries[occasion.event].time) else { return false }
    return meetByMoment(number, tables.rules[rule].expect, at: occasion)
  }

  private func meetByState(_ number: Int, _ expect: CompiledPattern, at occasion: Occasion) -> Bool {
    for (leaf, pattern) in expect.leaves.enumerated() {
      guard case .entering(let state) = pattern, isIn(state, child: nil) == .yes else { continue }
      clocks[number].seen |= 1 << UInt64(leaf)
      guard expect.isFulfilled(by: clocks[number].seen) else { continue }
      close(
        number,
        by: ClockEnding(kind: .fulfilled, time: occasion.time, event: occasion.event, minute: occasion.minute))
      return true
    }
    return false
  }

  private func meetByMoment(_ number: Int, _ expect: CompiledPattern, at occasion: Occasion) -> Bool {
    let thisEvent = event
    let beforeThis = machinesBeforeEarlier.isEmpty ? nil : machinesBefore.values
    defer {
      event = thisEvent
      if let beforeThis { machinesBefore.fill(from: beforeThis) { $0 } }
    }
    let now = entries[occasion.event]
    for place in moment.indices where entries[moment[place]].children & (1 << UInt64(child)) != 0 {
      let earlier = moment[place]
      let entry = entries[earlier]
      guard daysApart(from: entry.time, to: now.time) == (0, 0) else { continue }
      if entry.minute >= 0, now.minute >= 0, entry.minute != now.minute { continue }
      for (leaf, pattern) in expect.leaves.enumerated() {
        guard case .event(entry.event, let condition) = pattern else { continue }
        bind(to: number)
        event = earlier
        if beforeThis != nil { machinesBefore.fill(from: machinesBeforeEarlier[earlier * 64 + child] ?? []) { $0 } }
        switch condition.map(holdsBefore) ?? .yes {
        case .no: continue
        case .unknown:
          doubt(number, .fulfilment, at: .point(entry.time))
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

  func mayBeInForce(_ rule: RuleIndex, at time: TimeReference) -> Bool {
    let inForce = tables.figures[rule].inForce
    return inForce.isAlways || inForce.meets(range(of: time))
  }
}
