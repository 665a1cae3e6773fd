import CivilTime
import Conditions
import Procedures

/// A question about the occurrences of an event that is answered without a list of them: what many rules ask, such as
/// `occurred(visit[seen and happened >= this.happened - window])`.
///
/// Answered only where every date of the case is exact and nothing looks back; otherwise, and to tell what is missing, the
/// same is evaluated.
struct OccurrenceQuestion: BitwiseCopyable {
  enum Asked: BitwiseCopyable {
    /// Whether there is one.
    case some
    /// The same, where only the evaluator knows whether one that there is fits.
    case someEvaluated
    /// Whether a step holds for each.
    case every(Int32)
    /// Whether a step holds for the newest; no where there is none.
    case newest(Int32)
    /// How many there are, together with those of another selection where there is one, compared with a number.
    case count(Comparison, Int32)
  }

  let asked: Asked
  let selection: OccurrenceSelection
  let other: OccurrenceSelection?
  /// The same among the conditions that are evaluated.
  let evaluated: Int32
}

/// The occurrences of one event that fit.
struct OccurrenceSelection: BitwiseCopyable {
  let event: Int32
  let reach: OccurrenceReach
  /// The step that is asked of each; -1 for none.
  var fits: Int32 = -1
  /// Of the comparisons of days: the day on or after which each must have happened, as its second side; -1 for none.
  var bound: Int32 = -1
  /// The event after whose newest occurrence each must stand; -1 for none.
  var mark: Int32 = -1
  var markReach = OccurrenceReach.episode
}

/// A day as conditions reckon it: one that is at hand, so many days, weeks, months or years later.
struct ReckonedDay: BitwiseCopyable {
  enum Base: BitwiseCopyable {
    case today
    case thisHappened
    /// Null while the child is unborn.
    case born
    /// Of the occurrence that is looked at.
    case itemHappened
    /// Of the newest occurrence of an event; null where there is none.
    case newest(Int32, OccurrenceReach)
  }

  enum Distance: BitwiseCopyable {
    case none
    /// Earlier where its count is below zero.
    case fixed(Period)
    /// What a parameter says on the day; null before its first date.
    case parameter(Int32, isEarlier: Bool)
  }

  let base: Base
  var later = Distance.none
}

/// How two days compare, of which each may be null: null has no order, and is equal to nothing else.
struct DayComparison: BitwiseCopyable {
  let comparison: Comparison
  let first: ReckonedDay
  let second: ReckonedDay
  /// The same among the conditions that are evaluated; -1 where it asks about the occurrence that is looked at.
  let evaluated: Int32
}

extension ConditionProgram {
  /// A question about occurrences, where it has one of the forms that are answered so.
  ///
  /// - Parameter nullIsNo: whether null is worth as much as no here; otherwise what may be null is not recognised.
  mutating func occurrenceQuestion(_ whole: Expression, nullIsNo: Bool) -> Int32? {
    switch whole {
    case .call(.occurred, let arguments): return question(.some, arguments[0], whole)
    case .some(let list, let condition):
      guard nullIsNo || condition.isNeverNull else { return nil }
      return question(.some, .filter(list, keeping: condition), whole) ?? question(.someEvaluated, list, whole)
    case .every(let list, let condition):
      guard nullIsNo || condition.isNeverNull, let step = itemStep(condition, nullIsNo: true) else { return nil }
      return question(.every(step), list, whole)
    case .compare(let comparison, let first, let second):
      return count(first, comparison, second, whole) ?? count(second, comparison.mirrored, first, whole)
        ?? newest(whole, nullIsNo: nullIsNo)
    case .attribute, .call(.listContains, _), .anyOf: return newest(whole, nullIsNo: nullIsNo)
    default: return nil
    }
  }

  private mutating func question(
    _ asked: OccurrenceQuestion.Asked, _ list: Expression, _ whole: Expression, and other: Expression? = nil
  ) -> Int32? {
    guard let selection = selection(list) else { return nil }
    var second: OccurrenceSelection?
    if let other {
      guard let found = self.selection(other) else { return nil }
      second = found
    }
    questions.append(
      OccurrenceQuestion(asked: asked, selection: selection, other: second, evaluated: keep(whole)))
    return add(.occurrenceQuestion(Int32(questions.count - 1)))
  }

  /// `count(list)`, or the sum of two, compared with a whole number that is the same on every day.
  private mutating func count(
    _ counted: Expression, _ comparison: Comparison, _ number: Expression, _ whole: Expression
  ) -> Int32? {
    guard case .number(let range)? = fixedValue(of: number), let exact = range.exact?.whole, let bound = Int32(exactly: exact)
    else { return nil }
    switch counted {
    case .call(.count, let lists): return question(.count(comparison, bound), lists[0], whole)
    case .arithmetic(.add, .call(.count, let first), .call(.count, let second)):
      return question(.count(comparison, bound), first[0], whole, and: second[0])
    default: return nil
    }
  }

  /// What asks one thing of the newest member of a list: `latest(list).attribute = "word"`.
  private mutating func newest(_ whole: Expression, nullIsNo: Bool) -> Int32? {
    // Nothing is not equal to a word, and so differs from it.
    if case .compare(.notEqual, _, _) = whole { return nil }
    guard let list = whole.onlyLatest, nullIsNo || whole.isDecidedOfNull,
      let step = itemStep(whole.asking(list), nullIsNo: true)
    else { return nil }
    return question(.newest(step), list, whole)
  }

  // MARK: Lists

  private mutating func selection(_ list: Expression) -> OccurrenceSelection? {
    switch list {
    case .occurrences:
      guard let (event, reach) = single(list) else { return nil }
      return OccurrenceSelection(event: event, reach: reach)
    case .filter(let inner, let condition):
      guard var selection = selection(inner) else { return nil }
      var rest: [Expression] = []
      for part in condition.joinedByAnd {
        if selection.bound < 0, let bound = bound(part) { selection.bound = bound } else { rest.append(part) }
      }
      guard let first = rest.first else { return selection }
      guard let step = itemStep(rest.dropFirst().reduce(first) { .and($0, $1) }, nullIsNo: true) else { return nil }
      selection.fits = selection.fits < 0 ? step : add(.and(selection.fits, step))
      return selection
    case .call(.since, let lists):
      guard var selection = selection(lists[0]), selection.mark < 0, let (mark, reach) = single(lists[1]),
        mark != selection.event
      else { return nil }
      (selection.mark, selection.markReach) = (mark, reach)
      return selection
    default: return nil
    }
  }

  /// `happened >= DAY`, where the day is the same for every member.
  private mutating func bound(_ condition: Expression) -> Int32? {
    guard let comparison = dayComparison(condition, evaluated: -1) else { return nil }
    guard case .itemHappened = comparison.first.base, case .none = comparison.first.later, !comparison.second.isOfItem,
      comparison.comparison == .greaterOrEqual || comparison.comparison == .greater
    else { return nil }
    dayComparisons.append(comparison)
    return Int32(dayComparisons.count - 1)
  }

  // MARK: What is asked of a member

  /// A condition that is asked of the occurrence looked at.
  private mutating func itemStep(_ condition: Expression, nullIsNo: Bool) -> Int32? {
    switch condition {
    case .and(let a, let b):
      guard let a = itemStep(a, nullIsNo: nullIsNo), let b = itemStep(b, nullIsNo: nullIsNo) else { return nil }
      return add(.and(a, b))
    case .or(let a, let b):
      guard let a = itemStep(a, nullIsNo: nullIsNo), let b = itemStep(b, nullIsNo: nullIsNo) else { return nil }
      return add(.or(a, b))
    case .not(let inner): return itemStep(inner, nullIsNo: false).map { add(.not($0)) }
    case .itemAttribute(let attribute, scope: 0): return add(.itemIsTrue(Int32(attribute)))
    case .compare(.equal, .itemAttribute(let attribute, scope: 0), .constant(let value)),
      .compare(.equal, .constant(let value), .itemAttribute(let attribute, scope: 0)):
      return asks(value, isTrue: .itemIsTrue(Int32(attribute))) { .itemIsOneOf(Int32(attribute), words: $0) }
    case .compare(.notEqual, let a, let b): return itemStep(.compare(.equal, a, b), nullIsNo: false).map { add(.not($0)) }
    case .anyOf(.itemAttribute(let attribute, scope: 0), let choices):
      return choices.words.map { words in add(.itemIsOneOf(Int32(attribute), words: keep(words: words))) }
    case .call(.listContains, let arguments):
      guard case .itemAttribute(let attribute, scope: 0) = arguments[0], case .constant(.choice(let word)) = arguments[1]
      else { return nil }
      return add(.itemContains(Int32(attribute), word: Int32(word)))
    default: break
    }
    if let comparison = dayComparison(condition, evaluated: -1) {
      guard nullIsNo || comparison.isNeverNull else { return nil }
      dayComparisons.append(comparison)
      return add(.daysCompare(Int32(dayComparisons.count - 1)))
    }
    return condition.asksItems ? nil : recognised(condition)
  }

  // MARK: Days

  /// A comparison of two days; recognised only where null is worth as much as no.
  mutating func daysCompare(_ whole: Expression) -> Int32? {
    guard !whole.asksItems, dayComparison(whole, evaluated: -1) != nil,
      let comparison = dayComparison(whole, evaluated: keep(whole))
    else { return nil }
    dayComparisons.append(comparison)
    return add(.daysCompare(Int32(dayComparisons.count - 1)))
  }

  private func dayComparison(_ whole: Expression, evaluated: Int32) -> DayComparison? {
    guard case .compare(let comparison, let a, let b) = whole, let first = day(a), let second = day(b) else { return nil }
    // The member that is looked at stands first, where there is one.
    if second.isOfItem, !first.isOfItem {
      return DayComparison(comparison: comparison.mirrored, first: second, second: first, evaluated: evaluated)
    }
    return DayComparison(comparison: comparison, first: first, second: second, evaluated: evaluated)
  }

  private func day(_ expression: Expression) -> ReckonedDay? {
    switch expression {
    case .today: return ReckonedDay(base: .today)
    case .thisHappened: return ReckonedDay(base: .thisHappened)
    case .fact(.born): return ReckonedDay(base: .born)
    case .itemHappened(scope: 0): return ReckonedDay(base: .itemHappened)
    case .happened(of: .call(.latest, let lists)):
      return single(lists[0]).map { ReckonedDay(base: .newest($0.event, $0.reach)) }
    case .arithmetic(.add, let day, let length): return self.day(day, length, isEarlier: false)
    case .arithmetic(.subtract, let day, let length): return self.day(day, length, isEarlier: true)
    default: return nil
    }
  }

  private func day(_ day: Expression, _ length: Expression, isEarlier: Bool) -> ReckonedDay? {
    guard let base = self.day(day), case .none = base.later else { return nil }
    if let value = fixedValue(of: length) {
      guard let period = value.periodWithinCalendar else { return nil }
      return ReckonedDay(base: base.base, later: .fixed(isEarlier ? Period(-period.count, period.unit) : period))
    }
    guard case .parameter(let parameter) = length,
      parameters[parameter].values.allSatisfy({ $0.value.periodWithinCalendar != nil })
    else { return nil }
    return ReckonedDay(base: base.base, later: .parameter(Int32(parameter), isEarlier: isEarlier))
  }

  // MARK: Values that are the same on every day

  /// A value that is written out, or a parameter's that has one for all time.
  func fixedValue(of expression: Expression) -> Value? {
    switch expression {
    case .constant(let value): return value
    case .parameter(let parameter): return parameters[parameter].fixedValue
    default: return nil
    }
  }

  /// What is unknown where an attribute of the event at hand is not stated: its comparison with what is never null.
  mutating func unlessStated(_ whole: Expression) -> Int32? {
    guard case .compare(_, let a, let b) = whole else { return nil }
    let (asked, other) = if case .this = a { (a, b) } else { (b, a) }
    guard case .this(let attribute) = asked else { return nil }
    switch fixedValue(of: other) {
    case .number, .duration, .date: return add(.unlessStated(Int32(attribute), evaluated: keep(whole)))
    default: return nil
    }
  }
}

extension ReckonedDay {
  var isOfItem: Bool { if case .itemHappened = base { true } else { false } }

  fileprivate var isNeverNull: Bool {
    switch (base, later) {
    case (.born, _), (.newest, _), (_, .parameter): false
    case (.today, _), (.thisHappened, _), (.itemHappened, _): true
    }
  }
}

extension DayComparison {
  fileprivate var isNeverNull: Bool { first.isNeverNull && second.isNeverNull }
}

extension Value {
  /// A length that leads from no day of a record beyond the days that there are; hours and working days are not reckoned so.
  var periodWithinCalendar: Period? {
    guard case .duration(let range) = self, let period = range.exact else { return nil }
    switch period.unit {
    case .day, .week, .month, .year: return (-1_000...1_000).contains(period.count) ? period : nil
    case .hour, .workingDay: return nil
    }
  }
}

extension [Expression] {
  /// The words, bit by bit, where all of them are written out.
  var words: UInt128? {
    var words: UInt128 = 0
    for choice in self {
      guard case .constant(.choice(let word)) = choice else { return nil }
      words |= 1 << UInt128(word)
    }
    return words
  }
}

extension Expression {
  /// The parts that `and` joins.
  fileprivate var joinedByAnd: [Expression] {
    if case .and(let a, let b) = self { a.joinedByAnd + b.joinedByAnd } else { [self] }
  }

  /// The list of whose newest member alone it asks, once.
  fileprivate var onlyLatest: Expression? {
    switch self {
    case .attribute(_, of: .call(.latest, let lists)): lists[0]
    case .compare(_, let a, let b):
      if case .constant = b { a.onlyLatest } else if case .constant = a { b.onlyLatest } else { nil }
    case .call(.listContains, let arguments): if case .constant = arguments[1] { arguments[0].onlyLatest } else { nil }
    case .anyOf(let value, let choices): choices.words == nil ? nil : value.onlyLatest
    default: nil
    }
  }

  /// Whether it is no, and not null, where there is no newest member: nothing is not equal to a word.
  fileprivate var isDecidedOfNull: Bool {
    switch self {
    case .compare(.equal, _, _), .anyOf: true
    default: false
    }
  }

  /// The same question of the member that is looked at, in the place of the newest of a list.
  fileprivate func asking(_ list: Expression) -> Expression {
    switch self {
    case .attribute(let attribute, of: .call(.latest, [list])): .itemAttribute(attribute, scope: 0)
    case .compare(let comparison, let a, let b): .compare(comparison, a.asking(list), b.asking(list))
    case .call(.listContains, let arguments): .call(.listContains, arguments.map { $0.asking(list) })
    case .anyOf(let value, let choices): .anyOf(value.asking(list), choices)
    default: self
    }
  }

  /// Whether it comes to true, false or unknown in every case, and never to null.
  var isNeverNull: Bool {
    switch self {
    case .constant(.truth), .this, .itemAttribute(_, scope: 0), .state: true
    case .not(let inner): inner.isNeverNull
    case .and(let a, let b), .or(let a, let b): a.isNeverNull && b.isNeverNull
    // Equality asks whether something is null, and is not null itself.
    case .compare(.equal, _, _), .compare(.notEqual, _, _): true
    case .compare(_, let a, let b): a.isOrdered && b.isOrdered
    case .anyOf: true
    default: false
    }
  }

  /// Whether it is a day, a number or a length, and never null.
  private var isOrdered: Bool {
    switch self {
    case .this, .itemAttribute(_, scope: 0), .thisHappened, .itemHappened(scope: 0): true
    case .constant(let value): value != .null
    default: false
    }
  }
}
