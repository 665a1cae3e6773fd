import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// After the machines have stepped on an event: clocks are extended, close, lapse, then open.
  func settleClocks(_ listeners: Listeners, _ type: EventIndex, at occasion: Occasion) {
    for hook in listeners.extensions { extend(hook, at: occasion) }
    for hook in listeners.fulfils { fulfil(hook, at: occasion) }
    fulfilByChanges(at: occasion)
    updateDuring(at: occasion, isLapsing: true)
    for hook in listeners.excepts { except(hook, at: occasion) }
    exceptByChanges(at: occasion)
    if !listeners.opens.isEmpty { openByEvent(listeners.opens, at: occasion) }
    for hook in tables.onDate[type] { openByDate(hook.rule, hook.attribute, at: occasion) }
    updateDuring(at: occasion, isLapsing: false)
    openByChanges(at: occasion)
    checkChanges(at: occasion)
  }

  /// The same where states changed without an event that rules could hear.
  func settleChanges(at occasion: Occasion) {
    event = occasion.event
    step += 1
    fulfilByChanges(at: occasion)
    updateDuring(at: occasion, isLapsing: true)
    exceptByChanges(at: occasion)
    updateDuring(at: occasion, isLapsing: false)
    openByChanges(at: occasion)
    checkChanges(at: occasion)
  }

  private func forEachChange(_ body: (WorkflowChange, Listeners) -> Void) {
    guard !changes.isEmpty else { return }
    let now = changes
    for change in now {
      let listeners =
        change.isEntry ? tables.onEntry[change.workflow][change.state] : tables.onExit[change.workflow][change.state]
      if !listeners.isEmpty { body(change, listeners) }
    }
  }

  private func fulfilByChanges(at occasion: Occasion) {
    forEachChange { _, listeners in
      for hook in listeners.fulfils { fulfil(hook, at: occasion) }
    }
  }

  private func exceptByChanges(at occasion: Occasion) {
    forEachChange { _, listeners in
      for hook in listeners.excepts { except(hook, at: occasion) }
    }
  }

  func openByChanges(at occasion: Occasion) {
    forEachChange { change, listeners in
      for hook in listeners.opens where openedAt[hook.rule] != step {
        openedAt[hook.rule] = step
        trigger = occasion.event
        open(hook.rule, at: occasion, parent: -1)
      }
    }
  }

  private func checkChanges(at occasion: Occasion) {
    forEachChange { _, listeners in
      for hook in listeners.checks where openedAt[hook.rule] != step {
        openedAt[hook.rule] = step
        check(hook.rule, .yes, at: occasion)
      }
    }
  }

  // MARK: Fulfilment

  private func fulfil(_ hook: Hook, at occasion: Occasion) {
    var number = children[child].openClocks[hook.rule]
    while number >= 0 {
      let next = clocks[number].next
      if clocks[number].step != step { fulfil(number, hook, at: occasion) }
      number = next
    }
  }

  private func fulfil(_ number: Int, _ hook: Hook, at occasion: Occasion) {
    bind(to: number)
    switch hook.condition.map(holds) ?? .yes {
    case .no: return
    case .unknown: if !isMetOtherwise(hook) { meetDoubtfully(number, at: occasion) }
    case .yes: meet(number, hook, at: occasion)
    }
  }

  /// Whether another leaf of the same pattern is met by the same step, so that nothing hangs on this one.
  private func isMetOtherwise(_ hook: Hook) -> Bool {
    let expect = tables.rules[hook.rule].expect
    guard expect.isSimple, event >= 0 else { return false }
    let type = entries[event].event
    let before = missing
    defer { missing = before }
    return expect.leaves.enumerated().contains { number, leaf in
      switch leaf {
      case .event(type, let condition): return number != hook.leaf && (condition.map(holds) ?? .yes) == .yes
      case .event: return false
      case .entering(let state):
        return changes.contains { $0.workflow == state.workflow && $0.state == state.state && $0.isEntry }
      case .leaving(let state):
        return changes.contains { $0.workflow == state.workflow && $0.state == state.state && !$0.isEntry }
      }
    }
  }

  private func meetDoubtfully(_ number: Int, at occasion: Occasion) {
    if tables.rules[clocks[number].rule].form == .slots {
      clocks[number].more().fulfilments.append(
        SlotFulfilment(time: occasion.time, event: occasion.event, isKnown: false))
    }
    doubt(number, .fulfilment(occasion.time))
  }

  private func meet(_ number: Int, _ hook: Hook, at occasion: Occasion) {
    let rule = tables.rules[clocks[number].rule]
    if clocks[number].heardAt != step { clocks[number].seenBefore = clocks[number].seen }
    clocks[number].heardAt = step
    clocks[number].seen |= 1 << UInt64(hook.leaf)
    guard rule.expect.isFulfilled(by: clocks[number].seen) else { return }
    if rule.form == .slots {
      clocks[number].seen = 0
      clocks[number].more().fulfilments.append(
        SlotFulfilment(time: occasion.time, event: occasion.event, isKnown: true))
      return
    }
    close(number, by: ending(.fulfilled, occasion))
    if rule.form == .cadence, children[child].during[hook.rule], isDuring(hook.rule) { renew(number, at: occasion) }
  }

  private func ending(_ kind: Judgement.Ending, _ occasion: Occasion) -> ClockEnding {
    ClockEnding(kind: kind, time: occasion.time, event: occasion.event, minute: occasion.minute)
  }

  /// The next interval of a cadence, from its fulfilment.
  private func renew(_ number: Int, at occasion: Occasion) {
    let rule = clocks[number].rule
    trigger = occasion.event
    beginAsking()
    var doubts: [MissingValue]?
    if let when = tables.rules[rule].when {
      switch holds(when) {
      case .no: return
      case .yes: break
      case .unknown: doubts = missing
      }
    }
    start(rule, at: occasion, member: clocks[number].member, isFirst: false, doubt: doubts)
  }

  /// What the record does not say may change what becomes of the clock.
  func doubt(_ number: Int, _ doubt: ClockDoubt) {
    let extras = clocks[number].more()
    extras.doubts.append(doubt)
    extras.missing += missing
  }

  private func except(_ hook: Hook, at occasion: Occasion) {
    var number = children[child].openClocks[hook.rule]
    while number >= 0 {
      let next = clocks[number].next
      if clocks[number].step != step {
        bind(to: number)
        switch hook.condition.map(holds) ?? .yes {
        case .yes: close(number, by: ending(.excepted, occasion))
        case .unknown: doubt(number, .exception(occasion.time))
        case .no: break
        }
      }
      number = next
    }
  }

  private func extend(_ hook: Hook, at occasion: Occasion) {
    let rule = tables.rules[hook.rule]
    var number = children[child].openClocks[hook.rule]
    while number >= 0 {
      if clocks[number].step != step, clocks[number].extensions.count < rule.extensionLimit {
        bind(to: number)
        switch hook.condition.map(holds) ?? .yes {
        case .yes: lengthen(number, rule, at: occasion)
        case .unknown: doubt(number, .exception(occasion.time))
        case .no: break
        }
      }
      number = clocks[number].next
    }
  }

  private func lengthen(_ number: Int, _ rule: CompiledRule, at occasion: Occasion) {
    let end: AppliedExtension.End?
    switch rule.extensionEnd {
    case .by(let length): end = duration(length, on: nominal(occasion.time)).map { .by($0) }
    case .to(let attribute):
      if case .date(let date) = attributeOfThis(attribute) { end = .to(date) } else { end = nil }
    case nil: end = nil
    }
    guard let end else { return doubt(number, .exception(occasion.time)) }
    clocks[number].more().extensions.append(
      AppliedExtension(time: occasion.time, end: end, event: occasion.event))
    watchDueDate(of: number)
  }

  // MARK: While

  /// Brings the `while` of every rule that names a changed workflow up to date.
  private func updateDuring(at occasion: Occasion, isLapsing: Bool) {
    var last = -1
    for change in changes where change.workflow != last {
      last = change.workflow
      updateDuring(of: change.workflow, at: occasion, isLapsing: isLapsing)
    }
    for rule in tables.duringBirth { updateDuring(rule, at: occasion, isLapsing: isLapsing) }
  }

  func updateDuring(of workflow: Int, at occasion: Occasion) {
    updateDuring(of: workflow, at: occasion, isLapsing: false)
  }

  func updateDuringBirth(at occasion: Occasion) {
    for rule in tables.duringBirth { updateDuring(rule, at: occasion, isLapsing: false) }
  }

  private func updateDuring(of workflow: Int, at occasion: Occasion, isLapsing: Bool) {
    for rule in tables.duringOf[workflow] { updateDuring(rule, at: occasion, isLapsing: isLapsing) }
  }

  private func updateDuring(_ rule: RuleIndex, at occasion: Occasion, isLapsing: Bool) {
    let holdsNow = isDuring(rule)
    guard holdsNow != children[child].during[rule] else { return }
    if isLapsing {
      guard !holdsNow else { return }
      children[child].during[rule] = false
      while children[child].openClocks[rule] >= 0 {
        let number = children[child].openClocks[rule]
        close(number, by: ending(.left, occasion))
      }
    } else if holdsNow {
      children[child].during[rule] = true
      guard tables.rules[rule].form != .deadline else { return }
      trigger = occasion.event
      open(rule, at: occasion, parent: -1)
    }
  }

  func isDuring(_ rule: RuleIndex) -> Bool {
    guard let workflow = tables.duringWorkflow[rule] else {
      guard let during = tables.rules[rule].during else { return true }
      return holds(during) == .yes
    }
    let configuration = children[child].machines[workflow].configuration
    guard configuration < ReplayTables.rememberedConfigurations else {
      return tables.rules[rule].during.map(holds) == .yes
    }
    let place = rule * ReplayTables.rememberedConfigurations + configuration
    if tables.duringKnown[place] < 2 { return tables.duringKnown[place] == 1 }
    let answer = tables.rules[rule].during.map(holds) == .yes
    tables.duringKnown[place] = answer ? 1 : 0
    return answer
  }

  /// Whether some dating puts a time before the child was known, so that it was not yet to be judged.
  func mayBeBeforeKnown(_ time: TimeReference) -> Bool {
    !times.isExact && time != children[child].known && !isNotLater(children[child].known, than: time)
  }

  /// Whether a machine whose states the rule names is where it is only possibly.
  func isUncertain(_ rule: RuleIndex) -> Bool { isUncertain(rule, child) }

  func isUncertain(_ rule: RuleIndex, _ child: Int) -> Bool {
    for workflow in tables.restsOn[rule] where children[child].machines[workflow].isUncertain { return true }
    return false
  }
}
