import CivilTime
import Conditions
import Histories
import Procedures

extension CaseRun {
  /// After the machines have stepped on an event: clocks are extended, close, lapse, are moved, then open.
  func settleClocks(_ listeners: Listeners, at occasion: Occasion) {
    let interests = interestsInChanges
    if interests.contains(.checks) { checkChanges(at: occasion) }
    for place in listeners.extensions.range { extend(tables.hooks[place], at: occasion) }
    for place in listeners.fulfils.range { fulfil(tables.hooks[place], at: occasion) }
    if interests.contains(.fulfils) { fulfilByChanges(at: occasion) }
    updateDuring(at: occasion, isLapsing: true)
    for place in listeners.excepts.range { except(tables.hooks[place], at: occasion) }
    if interests.contains(.excepts) { exceptByChanges(at: occasion) }
    for place in listeners.dates.range { moveOpen(tables.dateHooks[place], at: occasion) }
    openingStep = step
    defer { openingStep = -1 }
    renewFulfilled(at: occasion)
    if !listeners.opens.isEmpty { openByEvent(listeners.opens, at: occasion) }
    for place in listeners.dates.range { openByDate(tables.dateHooks[place], at: occasion) }
    updateDuring(at: occasion, isLapsing: false)
    if interests.contains(.opens) { openByChanges(at: occasion) }
  }

  /// What those who listen to the changes at hand do on hearing them.
  private var interestsInChanges: Interests {
    var interests = Interests()
    for index in changes.indices { interests.formUnion(listeners(to: changes[index]).interests) }
    return interests
  }

  /// An event after the end of the child's record: what it had opened is extended, closes or lapses.
  func settleAfterwards(_ listeners: Listeners, at occasion: Occasion) {
    for place in listeners.extensions.range { extend(tables.hooks[place], at: occasion) }
    for place in listeners.fulfils.range { fulfil(tables.hooks[place], at: occasion) }
    for place in listeners.excepts.range { except(tables.hooks[place], at: occasion) }
  }

  /// The same where states changed without an event that rules could hear.
  func settleChanges(at occasion: Occasion) {
    event = occasion.event
    step += 1
    checkChanges(at: occasion)
    fulfilByChanges(at: occasion)
    updateDuring(at: occasion, isLapsing: true)
    exceptByChanges(at: occasion)
    openingStep = step
    defer { openingStep = -1 }
    renewFulfilled(at: occasion)
    updateDuring(at: occasion, isLapsing: false)
    openByChanges(at: occasion)
  }

  /// Who listens to a state entered or left.
  private func listeners(to change: WorkflowChange) -> Listeners {
    let place = tables.firstState[change.workflow] + change.state
    return change.isEntry ? tables.onEntry[place] : tables.onExit[place]
  }

  private func fulfilByChanges(at occasion: Occasion) {
    for index in changes.indices {
      for place in listeners(to: changes[index]).fulfils.range { fulfil(tables.hooks[place], at: occasion) }
    }
  }

  private func exceptByChanges(at occasion: Occasion) {
    for index in changes.indices {
      for place in listeners(to: changes[index]).excepts.range { except(tables.hooks[place], at: occasion) }
    }
  }

  func openByChanges(at occasion: Occasion) {
    for index in changes.indices {
      for place in listeners(to: changes[index]).opens.range {
        let rule = Int(tables.hooks[place].rule)
        guard openedAt[rule] != step else { continue }
        openedAt[rule] = step
        trigger = occasion.event
        open(rule, at: occasion, parent: -1)
      }
    }
  }

  private func checkChanges(at occasion: Occasion) {
    for index in changes.indices {
      for place in listeners(to: changes[index]).checks.range {
        let rule = Int(tables.hooks[place].rule)
        guard openedAt[rule] != step else { continue }
        openedAt[rule] = step
        check(rule, .yes, at: occasion)
      }
    }
  }

  // MARK: Fulfilment

  private func fulfil(_ hook: Hook, at occasion: Occasion) {
    var number = openClocks[rulePlace(child, Int(hook.rule))]
    while number >= 0 {
      let next = clocks[Int(number)].next
      if clocks[Int(number)].step != step { fulfil(Int(number), hook, at: occasion) }
      number = next
    }
  }

  private func fulfil(_ number: Int, _ hook: Hook, at occasion: Occasion) {
    bind(to: number)
    switch hook.condition.map(holdsBefore) ?? .yes {
    case .no: return
    case .unknown:
      if !isMetOtherwise(hook, tables.rules[Int(hook.rule)].expect) { meetDoubtfully(number, at: occasion) }
    case .yes: meet(number, hook, at: occasion)
    }
  }

  /// Whether another leaf of the same pattern is met by the same step, so that nothing hangs on this one.
  private func isMetOtherwise(_ hook: Hook, _ pattern: CompiledPattern) -> Bool {
    guard pattern.isSimple, event >= 0 else { return false }
    let type = entries[event].event
    let before = missing.values
    defer { missing.fill(from: before) { $0 } }
    return pattern.leaves.enumerated().contains { number, leaf in
      switch leaf {
      case .event(type, let condition): return number != Int(hook.leaf) && (condition.map(holdsBefore) ?? .yes) == .yes
      case .event: return false
      case .entering(let state):
        return changes.contains { $0.workflow == state.workflow && $0.state == state.state && $0.isEntry }
      case .leaving(let state):
        return changes.contains { $0.workflow == state.workflow && $0.state == state.state && !$0.isEntry }
      }
    }
  }

  private func meetDoubtfully(_ number: Int, at occasion: Occasion) {
    if tables.figures[clocks[number].rule].form == .slots {
      clocks[number].more(&extras).fulfilments.append(
        SlotFulfilment(
          time: occasion.time, event: occasion.event, standing: doubtAtHand.isOfDates ? .possible : .unknown))
    }
    doubt(number, .fulfilment, at: occasion.time)
  }

  private func meet(_ number: Int, _ hook: Hook, at occasion: Occasion) {
    let rule = clocks[number].rule
    let form = tables.figures[rule].form
    if clocks[number].heardAt != step { clocks[number].seenBefore = clocks[number].seen }
    clocks[number].heardAt = step
    clocks[number].seen |= 1 << UInt64(hook.leaf)
    if !tables.figures[rule].isSimple {
      guard tables.rules[rule].expect.isFulfilled(by: clocks[number].seen) else { return }
    }
    if form == .slots {
      clocks[number].seen = 0
      clocks[number].more(&extras).fulfilments.append(
        SlotFulfilment(time: occasion.time, event: occasion.event, standing: .known))
      return
    }
    close(number, by: ending(.fulfilled, occasion))
    if form == .cadence { renewals.append(number) }
  }

  /// Opens the next interval of every cadence that was fulfilled in the step.
  private func renewFulfilled(at occasion: Occasion) {
    for place in renewals.indices {
      let rule = clocks[renewals[place]].rule
      if during[rulePlace(child, rule)], isDuring(rule) { renew(renewals[place], at: occasion) }
    }
    renewals.removeAll()
  }

  private func ending(_ kind: Judgement.Ending, _ occasion: Occasion) -> ClockEnding {
    ClockEnding(kind: kind, time: occasion.time, event: occasion.event, minute: occasion.minute)
  }

  /// The next interval of a cadence, from its fulfilment.
  private func renew(_ number: Int, at occasion: Occasion) {
    let rule = clocks[number].rule
    trigger = occasion.event
    workflow = tables.figures[rule].workflow
    beginAsking()
    var doubts: Doubt?
    if let when = tables.figures[rule].when {
      switch holds(when) {
      case .no: return
      case .yes: break
      case .unknown: doubts = doubtAtHand
      }
    }
    start(rule, at: occasion, member: clocks[number].member, isFirst: false, doubt: doubts)
  }

  /// What the record does not say, or when it was, may change what becomes of the clock.
  func doubt(_ number: Int, _ kind: ClockDoubt.Kind, at time: TimeReference) {
    let kept = clocks[number].more(&extras)
    kept.doubts.append(ClockDoubt(kind: kind, time: time, isOfDates: doubtAtHand.isOfDates))
    kept.missing += missing.values
  }

  private func except(_ hook: Hook, at occasion: Occasion) {
    var number = Int(openClocks[rulePlace(child, Int(hook.rule))])
    while number >= 0 {
      let next = Int(clocks[number].next)
      if clocks[number].step != step {
        bind(to: number)
        switch hook.condition.map(holdsBefore) ?? .yes {
        case .yes: close(number, by: ending(.excepted, occasion))
        case .unknown:
          guard let unless = tables.rules[Int(hook.rule)].unless, !isMetOtherwise(hook, unless) else { break }
          doubt(number, .exception, at: occasion.time)
        case .no: break
        }
      }
      number = next
    }
  }

  private func extend(_ hook: Hook, at occasion: Occasion) {
    let rule = Int(hook.rule)
    var number = Int(openClocks[rulePlace(child, rule)])
    while number >= 0 {
      if clocks[number].step != step, clocks[number].extensions.count < tables.figures[rule].extensionLimit {
        bind(to: number)
        switch hook.condition.map(holdsBefore) ?? .yes {
        case .yes: lengthen(number, tables.rules[rule], at: occasion)
        case .unknown: doubt(number, .exception, at: occasion.time)
        case .no: break
        }
      }
      number = Int(clocks[number].next)
    }
  }

  private func lengthen(_ number: Int, _ rule: CompiledRule, at occasion: Occasion) {
    let end: AppliedExtension.End?
    switch rule.extensionEnd {
    case .by(let length): end = duration(length, on: nominal(occasion.time)).map { .by($0) }
    case .to(let attribute):
      if case .date(let date) = statedOfThis(attribute) { end = .to(date) } else { end = nil }
    case nil: end = nil
    }
    guard let end else { return doubt(number, .exception, at: occasion.time) }
    clocks[number].more(&extras).extensions.append(
      AppliedExtension(time: occasion.time, end: end, event: occasion.event))
    watchDueDate(of: number)
  }

  /// Whether some dating puts a time before the child was known, so that it was not yet to be judged.
  @inline(__always) func mayBeBeforeKnown(_ time: TimeReference) -> Bool { !isExact && mayComeBeforeKnown(time) }

  private func mayComeBeforeKnown(_ time: TimeReference) -> Bool {
    time != children[child].known && !isNotLater(children[child].known, than: time)
  }

  /// Whether a machine whose states the rule names is where it is only possibly.
  @inline(__always) func isUncertain(_ rule: RuleIndex, _ child: Int) -> Bool {
    hasUncertainMachines && namesUncertain(rule, child)
  }

  private func namesUncertain(_ rule: RuleIndex, _ child: Int) -> Bool {
    for place in tables.figures[rule].workflowsNamed.range
    where machines[machinePlace(child, tables.namedWorkflows[place])].isUncertain { return true }
    return false
  }
}
