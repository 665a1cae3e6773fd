import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ReferenceRun {
  /// After a step: what it lengthens, what it fulfils, what it ends, what it opens.
  func settleClocks(at occasion: ReferenceOccasion) {
    checkStates(at: occasion)
    let open = clocks.filter { $0.isOpen && $0.child == occasion.child }.map(\.number)
    for number in open { extend(number, at: occasion) }
    var renewed: [Int] = []
    for number in open where fulfil(number, at: occasion) { renewed.append(number) }
    for number in open where clocks[number].isOpen { lapse(number, at: occasion) }
    openClocks(at: occasion, renewed: renewed)
  }

  /// After the end of a child's record: what still runs may be lengthened, fulfilled or excepted.
  func settleOutliving(at occasion: ReferenceOccasion) {
    let open = clocks.filter { $0.isOpen && $0.child == occasion.child }.map(\.number)
    for number in open { extend(number, at: occasion) }
    for number in open { _ = fulfil(number, at: occasion) }
    for number in open where clocks[number].isOpen { lapse(number, at: occasion) }
  }

  /// Whether a leaf happens on this occasion.
  func truth(_ leaf: Pattern, at occasion: ReferenceOccasion, _ context: ReferenceContext) -> Truth {
    switch leaf {
    case .event(let type, let condition):
      guard let this = occasion.this, history.events[this].event == type else { return .no }
      return condition.map { context.truth(of: $0) } ?? .yes
    case .entering(let state): return changed(state, isEntry: true, occasion)
    case .leaving(let state): return changed(state, isEntry: false, occasion)
    case .any(let parts): return parts.map { truth($0, at: occasion, context) }.reduce(.no) { $0.or($1) }
    case .all(let parts): return parts.map { truth($0, at: occasion, context) }.reduce(.yes) { $0.and($1) }
    }
  }

  private func changed(_ state: StateReference, isEntry: Bool, _ occasion: ReferenceOccasion) -> Truth {
    let change = ReferenceChange(workflow: state.workflow, state: state.state, isEntry: isEntry)
    return Truth(occasion.changes.contains(change))
  }

  /// How a clock's patterns see an occasion: with everything as it was before.
  private func context(_ number: Int, _ occasion: ReferenceOccasion) -> ReferenceContext {
    let clock = clocks[number]
    var context = ReferenceContext(
      self, child: clock.child, workflow: procedure.rules[clock.rule].workflow, time: occasion.time,
      this: occasion.this, picture: occasion.before)
    context.trigger = clock.trigger
    if let member = clock.member { context.each = .choice(member) }
    return context
  }

  private func ending(_ kind: Judgement.Ending, _ occasion: ReferenceOccasion) -> ReferenceEnding {
    ReferenceEnding(kind: kind, time: occasion.time, event: occasion.event, minute: minute(of: occasion.this))
  }

  func minute(of event: Int?) -> Int? {
    guard let event, history.events[event].minute >= 0 else { return nil }
    return Int(history.events[event].minute)
  }

  // MARK: Lengthening

  private func extend(_ number: Int, at occasion: ReferenceOccasion) {
    guard case .deadline(let deadline) = form(of: clocks[number].rule), let extended = deadline.extended,
      clocks[number].extensions.count < extended.atMost ?? .max
    else { return }
    let context = context(number, occasion)
    let truth = truth(extended.pattern, at: occasion, context)
    if truth == .no { return }
    let end = lengthening(extended.end, context, occasion)
    if truth == .yes, let end {
      clocks[number].extensions.append(ReferenceExtension(time: occasion.time, event: occasion.event, end: end))
    } else {
      doubt(number, .lengthening(occasion.time), context, occasion)
    }
  }

  private func lengthening(
    _ end: Extension.End, _ context: ReferenceContext, _ occasion: ReferenceOccasion
  ) -> ReferenceExtension.End? {
    switch end {
    case .to(let attribute):
      if case .date(let date) = context.attributeOfThis(attribute) { return .to(date) }
      context.noteMissing(.attribute(attribute, occurrence: occasion.this))
      return nil
    case .by(let limit):
      var workedOut = Value.unknown
      if case .expression(let condition) = limit { workedOut = context.value(of: condition) }
      return duration(of: limit, on: nominal(occasion.time), workedOut: workedOut).map { .by($0) }
    }
  }

  func doubt(_ number: Int, _ kind: ReferenceDoubt.Kind, _ context: ReferenceContext, _ occasion: ReferenceOccasion) {
    clocks[number].doubts.append(ReferenceDoubt(kind: kind, isOfDates: context.notes.areOfDatesAlone))
    for missing in context.notes.missing where !clocks[number].missing.contains(missing) {
      clocks[number].missing.append(missing)
    }
  }

  // MARK: Ending

  /// Whether the occasion fulfils the clock.
  private func fulfil(_ number: Int, at occasion: ReferenceOccasion) -> Bool {
    let expect = expectation(of: clocks[number].rule)
    clocks[number].seenBefore = clocks[number].seen
    var unknown: [ReferenceContext] = []
    for leaf in leaves(of: expect) {
      let context = context(number, occasion)
      switch truth(leaf.pattern, at: occasion, context) {
      case .yes: clocks[number].seen.insert(leaf.number)
      case .unknown: unknown.append(context)
      case .no: break
      }
    }
    let isHeard = clocks[number].seen != clocks[number].seenBefore
    if isHeard, isFulfilled(expect, by: clocks[number].seen) {
      guard isSlotted(clocks[number].rule) else {
        close(number, by: ending(.fulfilled, occasion))
        return true
      }
      clocks[number].fulfilments.append((occasion.time, occasion.event, .known))
      clocks[number].seen = []
      return false
    }
    for context in unknown {
      if isSlotted(clocks[number].rule) {
        let standing = context.notes.areOfDatesAlone ? ReferenceStanding.possible : .unknown
        clocks[number].fulfilments.append((occasion.time, occasion.event, standing))
      }
      doubt(number, .fulfilment(occasion.time), context, occasion)
    }
    return false
  }

  private func lapse(_ number: Int, at occasion: ReferenceOccasion) {
    let (during, unless): (Condition?, Pattern?)
    switch form(of: clocks[number].rule) {
    case .deadline(let deadline): (during, unless) = (deadline.during, deadline.unless)
    case .cadence(let cadence): (during, unless) = (cadence.during, cadence.unless)
    case .check, .invariant: return
    }
    let after = ReferenceContext(
      self, child: clocks[number].child, workflow: procedure.rules[clocks[number].rule].workflow, time: occasion.time)
    if let during, after.nominalTruth(of: during) == .no {
      return close(number, by: ending(.left, occasion))
    }
    guard let unless else { return }
    let excepting = self.context(number, occasion)
    switch truth(unless, at: occasion, excepting) {
    case .yes: close(number, by: ending(.excepted, occasion))
    case .unknown: doubt(number, .exception(occasion.time), excepting, occasion)
    case .no: break
    }
  }
}
