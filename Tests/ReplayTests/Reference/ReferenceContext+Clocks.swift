import CivilTime
import Conditions
import Procedures

/// Of what an uncertain time leaves open, one answer to each question.
struct ReferenceSupposition {
  /// By child.
  var isBorn: [Int: Bool] = [:]
  /// Whether every clock that may be overdue is, and falls due as early as it may.
  var isLate: Bool?
}

extension ReferenceContext {
  /// Every answer that some dating gives to what a condition asks of births and clocks; none where all is certain.
  func suppositions(in condition: Condition) -> [ReferenceSupposition] {
    if dating != nil { return [] }
    var found = [ReferenceSupposition()]
    for child in uncertainBirths {
      found = found.flatMap { one in
        [true, false].map { answer in
          var other = one
          other.isBorn[child] = answer
          return other
        }
      }
    }
    if condition.references.rules.contains(where: { areClocksUncertain(of: $0) }) {
      found = found.flatMap { one in
        [true, false].map { answer in
          var other = one
          other.isLate = answer
          return other
        }
      }
    }
    return found.count > 1 ? found : []
  }

  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value {
    if run.isSlotted(rule) { return slot(question, of: rule) }
    let open = openClocks(of: rule)
    switch question {
    case .running: return number(of: open) { !$0 }
    case .overdue: return number(of: open) { $0 }
    case .due:
      // A limit without an upper end falls due on a day that nobody knows.
      if open.contains(where: { isHangingOnTheRecord($0) || day(of: $0) == nil }) { return .unknown }
      return open.compactMap { day(of: $0) }.min().map { .date(DateValue($0)) } ?? .null
    }
  }

  private func openClocks(of rule: RuleIndex) -> [ReferenceClock] {
    picture.clocks.filter { $0.isOpen && $0.child == child && $0.rule == rule }
  }

  private func number(of clocks: [ReferenceClock], _ isCounted: (Bool) -> Bool) -> Value {
    let unsure = clocks.count { isHangingOnTheRecord($0) }
    let sure = clocks.count { !isHangingOnTheRecord($0) && isCounted(isOverdue($0)) }
    return .number(NumberRange(least: Decimal128(sure), most: Decimal128(sure + unsure)))
  }

  /// Whether something not recorded may have kept a clock from opening, have ended it, or says how long it is.
  private func isHangingOnTheRecord(_ clock: ReferenceClock) -> Bool {
    if !clock.doubts.isEmpty || clock.date == .unknown { return true }
    let opened = run.nominal(clock.opening)
    return run.dues(of: clock, ReferenceDating(rootDay: opened, day: opened)).contains { due in
      guard let least = due.least else { return true }
      return due.most == nil && least < run.day
    }
  }

  private func isOverdue(_ clock: ReferenceClock) -> Bool {
    isCertainlyOverdue(clock) ?? dating?.isLate ?? (run.nominalDue(of: clock).map { $0 < run.day } ?? false)
  }

  /// Whether every dating puts the due date before the time at hand, or none does; `nil` where they differ.
  ///
  /// On the day after its own due date it is overdue, whenever that was.
  private func isCertainlyOverdue(_ clock: ReferenceClock) -> Bool? {
    if case .afterDue(let watched)? = time, run.escalated[watched].number == clock.number { return true }
    let time = time ?? .date(run.day, run.day)
    let answers = run.datings(of: clock.opening).flatMap { dating -> [Bool] in
      let now = run.range(of: time, root: run.root(of: clock.opening), dating)
      return run.dues(of: clock, dating).flatMap { due -> [Bool] in
        [due.least.map { $0 < now.most } ?? false, due.most.map { $0 < now.least } ?? false]
      }
    }
    return Set(answers).count == 1 ? answers.first : nil
  }

  private func day(of clock: ReferenceClock) -> Day? {
    let dues = run.datings(of: clock.opening).flatMap { run.dues(of: clock, $0) }
    switch dating?.isLate {
    case true?: return dues.compactMap(\.least).min()
    case false?: return dues.contains { $0.most == nil } ? nil : dues.compactMap(\.most).max()
    case nil: return run.nominalDue(of: clock)
    }
  }

  private func areClocksUncertain(of rule: RuleIndex) -> Bool {
    openClocks(of: rule).contains { clock in
      let dues = run.datings(of: clock.opening).flatMap { run.dues(of: clock, $0) }
      return isCertainlyOverdue(clock) == nil || Set(dues).count > 1
        || dues.contains { due in due.most.map { $0 != due.least } ?? false }
    }
  }

  // MARK: Fixed slots

  /// Of a fixed cadence one slot is open at a time, until it is filled.
  private func slot(_ question: ClockQuestion, of rule: RuleIndex) -> Value {
    let due = openClocks(of: rule).compactMap { dueOfOpenSlot($0) }
    switch question {
    case .running: return .number(NumberRange(Decimal128(due.count)))
    case .overdue: return .number(NumberRange(Decimal128(0)))
    case .due: return due.min().map { .date(DateValue($0)) } ?? .null
    }
  }

  private func dueOfOpenSlot(_ clock: ReferenceClock) -> Day? {
    let opened = run.nominal(clock.opening)
    let slots = (1...10_000).lazy.compactMap { number in
      run.slot(number, of: clock, ReferenceDating(rootDay: opened, day: opened))
    }
    guard let current = slots.first(where: { $0.due >= run.day }) else { return nil }
    let isFilled = clock.fulfilments.contains { fulfilment in
      let day = run.nominal(fulfilment.time)
      return fulfilment.standing == .known && current.first <= day && day <= current.due
    }
    return isFilled ? nil : current.due
  }
}
