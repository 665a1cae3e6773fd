import CivilTime
import Conditions
import Procedures

extension CaseRun {
  /// How many clocks of a rule run, how many are overdue, or when the first falls due, for the child at hand.
  ///
  /// **Unknown**: clocks that hang on something unrecorded count as from none to all; where dates alone leave open
  /// whether a clock is overdue, conditions are asked both ways.
  func clocks(_ question: ClockQuestion, of rule: RuleIndex) -> Value {
    if tables.figures[rule].form == .slots { return slots(question, of: rule) }
    var (sure, unsure) = (0, 0)
    var earliest: Day?
    forEachOpenClock(of: rule) { clock in
      if hangsOnRecord(clock) {
        unsure += 1
        return
      }
      if isDueUncertain(clock), supposition.isLate == nil { supposition.askClock() }
      if isOverdue(clock) == (question == .overdue) { sure += 1 }
      guard let due = dueDay(of: clock) else { return }
      if question == .due, due == .latest { unsure += 1 }
      earliest = min(earliest ?? due, due)
    }
    if question != .due { return .number(NumberRange(least: Decimal128(sure), most: Decimal128(sure + unsure))) }
    if unsure > 0 { return .unknown }
    return earliest.map { .date(DateValue($0)) } ?? .null
  }

  /// Calls the body with every clock of a rule that was open before the step at hand began to open any.
  private func forEachOpenClock(of rule: RuleIndex, _ body: (Clock) -> Void) {
    var number = Int(openClocks[rulePlace(child, rule)])
    while number >= 0 {
      let clock = clocks[number]
      if clock.step != openingStep { body(clock) }
      number = Int(clock.next)
    }
  }

  /// Whether something not recorded may have kept a clock from opening, have ended it, or says how long it is.
  private func hangsOnRecord(_ clock: Clock) -> Bool {
    if clock.isOpeningDoubtful || !clock.doubts.isEmpty || !clock.isDatable { return true }
    let opened = nominal(clock.opening)
    var hangs = false
    forEachDue(of: clock, openedOn: opened, root: root(of: clock.opening), on: opened) { due in
      if due.least == .latest || due.most == .latest && due.least < day { hangs = true }
    }
    return hangs
  }

  private func isOverdue(_ clock: Clock) -> Bool {
    isCertainlyOverdue(clock) ?? supposition.isLate ?? (dueNominal(of: clock) < day)
  }

  /// Whether every dating puts the due date before the time at hand, or none does; `nil` where they differ.
  private func isCertainlyOverdue(_ clock: Clock) -> Bool? {
    if isDayAfterDue(of: clock) { return true }
    let root = root(of: clock.opening)
    var (isEver, isAlways) = (false, true)
    forEachDating(of: clock) { due, day in
      let now = range(of: occasionTime, given: root, on: day)
      if due.least < now.most { isEver = true }
      if due.most >= now.least { isAlways = false }
    }
    return isEver == isAlways ? isEver : nil
  }

  /// Whether the time at hand is the day after the due date of this very clock, whenever that is.
  private func isDayAfterDue(of clock: Clock) -> Bool {
    guard case .derived(let number) = occasionTime, case .dayAfterDue(let watched) = derivedTimes[number].step else {
      return false
    }
    return watched.rule == clock.rule && watched.child == clock.child && watched.step == clock.step
      && watched.member == clock.member
  }

  /// Whether the dates leave open when it falls due, or whether it already has.
  private func isDueUncertain(_ clock: Clock) -> Bool {
    if isExact, clock.isPlain, tables.figures[clock.rule].unit != .hour, case .point = clock.opening, case .point = occasionTime {
      return false
    }
    if isCertainlyOverdue(clock) == nil { return true }
    var first: DayRange?
    var varies = false
    forEachDating(of: clock) { due, _ in
      if first.map({ $0 != due }) ?? (due.least != due.most && due.most != .latest) { varies = true }
      first = due
    }
    return varies
  }

  /// When it falls due, as far as that is supposed.
  private func dueDay(of clock: Clock) -> Day? {
    guard let isLate = supposition.isLate else { return dueNominal(of: clock) }
    var found: Day?
    forEachDating(of: clock) { due, _ in
      found = isLate ? min(found ?? due.least, due.least) : max(found ?? due.most, due.most)
    }
    return found
  }

  private func forEachDating(of clock: Clock, _ body: (DayRange, Day) -> Void) {
    let root = root(of: clock.opening)
    let days = range(of: root)
    var day = days.least
    while day <= days.most {
      forEachDay(of: clock.opening, rootOn: day) { opened in
        forEachDue(of: clock, openedOn: opened, root: root, on: day) { body($0, day) }
      }
      day = day.adding(days: 1)
    }
  }

  /// Of a fixed cadence one slot is open at a time, until it is filled.
  private func slots(_ question: ClockQuestion, of rule: RuleIndex) -> Value {
    var open = 0
    var earliest: Day?
    forEachOpenClock(of: rule) { clock in
      guard let due = dueOfOpenSlot(of: clock) else { return }
      open += 1
      earliest = min(earliest ?? due, due)
    }
    switch question {
    case .running: return .number(NumberRange(Decimal128(open)))
    case .overdue: return .number(NumberRange(Decimal128(0)))
    case .due: return earliest.map { .date(DateValue($0)) } ?? .null
    }
  }
}
