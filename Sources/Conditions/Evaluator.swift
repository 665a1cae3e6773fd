/// Evaluates checked expressions over one case.
///
/// Truths are sets of outcomes, numbers, dates and durations are ranges, lists have members that only perhaps belong:
/// each holds at least every result that some completion of the record gives.
struct Evaluator {
  let context: any ConditionContext
  /// What the innermost filter or quantifier is looking at; the ones around it are in `outerItems`.
  private var item: Value = .null
  private var outerItems: [Value] = []
  private var depth = 0
  private var missing: [MissingValue] = []
  private var isTimeUncertain = false
  /// How many members of lists have been computed.
  private var made = 0

  init(context: any ConditionContext) { self.context = context }

  /// What a truth can turn out to be.
  mutating func outcomes(of expression: Expression) -> Outcomes {
    let mark = mark
    let outcomes = undecidedOutcomes(of: expression)
    if outcomes.isDecided { forget(since: mark) }
    return outcomes
  }

  private mutating func undecidedOutcomes(of expression: Expression) -> Outcomes {
    switch expression {
    case .constant(let value): return Outcomes(value)
    case .not(let operand): return outcomes(of: operand).negated
    case .and(let left, let right):
      let first = outcomes(of: left)
      return first == .no ? .no : first.and(outcomes(of: right))
    case .or(let left, let right):
      let first = outcomes(of: left)
      return first == .yes ? .yes : first.or(outcomes(of: right))
    case .compare(let comparison, let left, let right): return compare(comparison, left, right)
    case .within(let value, let low, let lowIncluded, let high, let highIncluded):
      return isWithin(value, (low, lowIncluded), (high, highIncluded))
    case .anyOf(let value, let others): return isAny(value, of: others)
    case .some(let list, let condition): return someMember(of: list, satisfies: condition)
    case .every(let list, let condition): return everyMember(of: list, satisfies: condition)
    case .state(let state): return isIn(state, child: nil)
    case .stateOfChild(let state, let child):
      let child = value(of: child)
      guard case .child(let number) = child else { return child == .null ? .null : .any }
      return isIn(state, child: number)
    case .choose(let condition, let first, let second): return chosenOutcomes(condition, first, second)
    case .call(let function, let arguments): return call(function, arguments) ?? Outcomes(value(of: expression))
    default: return Outcomes(value(of: expression))
    }
  }

  private mutating func isIn(_ state: StateReference, child: Int?) -> Outcomes {
    let truth = context.isIn(state, child: child)
    if truth == .unknown { note(.state(state)) }
    return Outcomes(truth)
  }

  private mutating func chosenOutcomes(
    _ condition: Expression, _ first: Expression, _ second: Expression
  ) -> Outcomes {
    let test = outcomes(of: condition)
    switch test.truth {
    case .yes: return outcomes(of: first)
    case .no: return outcomes(of: second)
    case .unknown: return outcomes(of: first).union(outcomes(of: second))
    }
  }

  // MARK: Items

  /// What the filter or quantifier so many scopes outwards is looking at.
  func item(_ scope: Int) -> Value {
    if scope == 0 { return item }
    let place = outerItems.count - scope
    return place >= 0 ? outerItems[place] : .null
  }

  /// Evaluates something while looking at an item.
  mutating func looking<Result>(at value: Value, _ evaluate: (inout Evaluator) -> Result) -> Result {
    if depth > 0 { outerItems.append(item) }
    depth += 1
    let before = item
    item = value
    defer {
      item = before
      depth -= 1
      if depth > 0 { outerItems.removeLast() }
    }
    return evaluate(&self)
  }

  /// Counts members of lists that are computed; false once there are more than anything needs.
  mutating func isMaking(_ count: Int) -> Bool {
    made += count
    return made <= 1_000_000
  }

  // MARK: Notes

  /// How much has been noted.
  struct Mark {
    fileprivate let missing: Int
    fileprivate let isTimeUncertain: Bool
  }

  var mark: Mark { Mark(missing: missing.count, isTimeUncertain: isTimeUncertain) }

  /// Drops what was noted on the way to a result that does not hang on it.
  mutating func forget(since mark: Mark) {
    if missing.count > mark.missing { missing.removeSubrange(mark.missing...) }
    isTimeUncertain = mark.isTimeUncertain
  }

  /// Drops that occurrences of events are not all recorded.
  mutating func forgetOccurrences(of events: [EventIndex]) {
    missing.removeAll { what in events.contains { what == .occurrences($0) } }
  }

  mutating func note(_ what: MissingValue) {
    missing.append(what)
  }

  mutating func noteUncertainTime() { isTimeUncertain = true }

  /// Tells the context what the result hangs on, each once.
  func tellNotes() {
    for (place, what) in missing.enumerated() where !missing[..<place].contains(what) { context.noteMissing(what) }
    if isTimeUncertain { context.noteUncertainTime() }
  }
}
