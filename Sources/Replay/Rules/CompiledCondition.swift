import CivilTime
import Conditions
import Procedures

/// A condition of the procedure, by the number of its outermost step in the program of all conditions.
struct CompiledCondition: BitwiseCopyable {
  let step: Int32
}

/// One step of a compiled condition: a question, or the joining of other steps.
///
/// The shapes that most conditions have are answered without evaluating the expression.
enum ConditionStep: BitwiseCopyable {
  /// `this.attribute`, or `this.attribute = true`.
  case thisIsTrue(Int32)
  /// `this.attribute = "word"`, or membership in a list of words, by its number among the sets of words.
  case thisIsOneOf(Int32, words: Int32)
  /// `list contains(this.attribute, "word")`.
  case thisContains(Int32, word: Int32)
  /// `list contains(this.attribute, each)`.
  case thisContainsEach(Int32)
  /// `this.attribute = each`.
  case thisIsEach(Int32)
  /// `each = "word"`.
  case eachIs(Int32)
  /// `known(this.attribute)`, where no part of it can be known without the rest.
  case thisIsKnown(Int32)
  /// `count(this.attribute) = 0` of a set of so many words.
  case thisIsEmpty(Int32, of: Int32)
  case state(workflow: Int32, state: Int32)
  /// Whether the child at hand is unborn.
  case unborn
  case not(Int32)
  case and(Int32, Int32)
  case or(Int32, Int32)
  /// `occurred(event)`, or `occurred(ever(event))`.
  case occurred(Int32, OccurrenceReach)
  /// `occurred(since(event, mark))`, by its number among those.
  case occurredSince(Int32)
  /// `known(latest(event).attribute)`, by its number among those.
  case latestIsKnown(Int32)
  /// Anything that is settled where an event has not occurred, by its number among those.
  case ofOccurrences(Int32)
  /// What is asked about the occurrences of an event, by its number among those.
  case occurrenceQuestion(Int32)
  /// How two days compare, by its number among those.
  case daysCompare(Int32)
  /// The same as `thisIsTrue`, `thisIsOneOf` and `thisContains` of the occurrence that is looked at.
  case itemIsTrue(Int32)
  case itemIsOneOf(Int32, words: Int32)
  case itemContains(Int32, word: Int32)
  /// What is unknown where the event at hand does not state an attribute, and evaluated where it does.
  case unlessStated(Int32, evaluated: Int32)
  /// Whether some other child is in a state.
  case someSibling(workflow: Int32, state: Int32)
  /// What a parameter says that has one value for all time.
  case constant(Bool)
  /// Anything else, by its number among the conditions that are evaluated.
  case evaluated(Int32)
}

/// `occurred(since(event, mark))`, each of one event, with the same among the conditions that are evaluated.
struct OccurredSince: BitwiseCopyable {
  let event: Int32
  let eventReach: OccurrenceReach
  let mark: Int32
  let markReach: OccurrenceReach
  let evaluated: Int32
}

/// `known(latest(event).attribute)`, with the same among the conditions that are evaluated.
struct LatestIsKnown: BitwiseCopyable {
  let event: Int32
  let reach: OccurrenceReach
  /// -1 for when it happened.
  let attribute: Int32
  let evaluated: Int32
}

/// What asks about the occurrences of one event, such as `some o in event satisfies …`, with what it comes to where there
/// are none, and the same among the conditions that are evaluated.
struct OfOccurrences: BitwiseCopyable {
  let event: Int32
  let reach: OccurrenceReach
  let answerOfNone: Truth
  let evaluated: Int32
}

/// All conditions of a procedure as one list of steps, in which a step comes after those that it joins.
struct ConditionProgram {
  private(set) var steps: [ConditionStep] = []
  private(set) var evaluated: [Expression] = []
  private(set) var sinces: [OccurredSince] = []
  private(set) var latestsKnown: [LatestIsKnown] = []
  var occurrences: [OfOccurrences] = []
  var questions: [OccurrenceQuestion] = []
  var dayComparisons: [DayComparison] = []
  private(set) var wordSets: [UInt128] = []
  let parameters: [Parameter]

  init(parameters: [Parameter]) { self.parameters = parameters }

  mutating func compile(_ condition: Condition) -> CompiledCondition {
    CompiledCondition(step: compile(condition.expression))
  }

  /// What is not recognised is evaluated; what `and` and `or` join is compiled part by part.
  ///
  /// FEEL's null, which an evaluated part tells as no, is worth as much as no to either of them, though not to `not`.
  private mutating func compile(_ expression: Expression) -> Int32 {
    let before = steps.count
    if let step = recognised(expression) { return step }
    steps.removeSubrange(before...)
    switch expression {
    case .and(let a, let b):
      let (first, second) = (compile(a), compile(b))
      return add(.and(first, second))
    case .or(let a, let b):
      let (first, second) = (compile(a), compile(b))
      return add(.or(first, second))
    case .not(let inner): return compile(denied: inner)
    default: return compile(whole: expression)
    }
  }

  private mutating func compile(whole expression: Expression) -> Int32 {
    daysCompare(expression) ?? occurrenceQuestion(expression, nullIsNo: true) ?? nullOfNone(expression)
      ?? unlessStated(expression) ?? add(.evaluated(keep(expression)))
  }

  /// `not(inner)`, of which each part may be null: that is neither true nor denied.
  private mutating func compile(denied inner: Expression) -> Int32 {
    switch inner {
    case .and(let a, let b):
      let (first, second) = (compile(denied: a), compile(denied: b))
      return add(.or(first, second))
    case .or(let a, let b):
      let (first, second) = (compile(denied: a), compile(denied: b))
      return add(.and(first, second))
    case .not(let twice): return compile(twice)
    default: break
    }
    let before = steps.count
    if let step = recognised(inner) { return add(.not(step)) }
    steps.removeSubrange(before...)
    if case .compare(let comparison, let a, let b) = inner, comparison.isOrder,
      let step = daysCompare(.compare(comparison.opposite, a, b))
    {
      return step
    }
    return compile(whole: .not(inner))
  }

  mutating func compile(_ condition: Condition?) -> CompiledCondition? {
    guard let condition else { return nil }
    return compile(condition)
  }

  /// A length that a condition chooses; `nil` for any other.
  mutating func compile(length: LimitLength?) -> ChosenLength? {
    guard case .expression(let whole)? = length, case .choose(let condition, let first, let second) = whole.expression else {
      return nil
    }
    return ChosenLength(
      condition: CompiledCondition(step: compile(condition)), first: self.length(first), second: self.length(second))
  }

  private func length(_ expression: Expression) -> ChosenLength.Length {
    if case .duration(let range)? = fixedValue(of: expression), let exact = range.exact { return .fixed(exact) }
    guard case .attribute(let attribute, of: .call(.latest, let lists)) = expression, let (event, reach) = single(lists[0])
    else { return .evaluated }
    return .ofLatest(event, reach, attribute: Int32(attribute))
  }

  /// Whether a condition asks about the word that `each` stands for in no step that must be evaluated, so that it can be
  /// answered for all words at once.
  func isAskedTogether(_ condition: CompiledCondition) -> Bool {
    func isAskedTogether(_ step: Int32) -> Bool {
      switch steps[Int(step)] {
      case .not(let inner): return isAskedTogether(inner)
      case .and(let a, let b), .or(let a, let b): return isAskedTogether(a) && isAskedTogether(b)
      case .evaluated(let number): return !evaluated[Int(number)].asksEach
      case .ofOccurrences(let number): return !evaluated[Int(occurrences[Int(number)].evaluated)].asksEach
      case .occurrenceQuestion(let number): return !evaluated[Int(questions[Int(number)].evaluated)].asksEach
      case .unlessStated(_, let number): return !evaluated[Int(number)].asksEach
      default: return true
      }
    }
    return isAskedTogether(condition.step)
  }

  mutating func add(_ step: ConditionStep) -> Int32 {
    steps.append(step)
    return Int32(steps.count - 1)
  }

  /// Keeps an expression among those that are evaluated, and gives its number.
  mutating func keep(_ expression: Expression) -> Int32 {
    evaluated.append(expression)
    return Int32(evaluated.count - 1)
  }

  /// Keeps a set of words, and gives its number.
  mutating func keep(words: UInt128) -> Int32 {
    wordSets.append(words)
    return Int32(wordSets.count - 1)
  }

  /// What comes to true, false or unknown, and never to null.
  mutating func recognised(_ expression: Expression) -> Int32? {
    switch expression {
    case .this(let attribute): return add(.thisIsTrue(Int32(attribute)))
    case .state(let state): return add(.state(workflow: Int32(state.workflow), state: Int32(state.state)))
    case .not(let inner): return recognised(inner).map { add(.not($0)) }
    case .and(let a, let b): return both(a, b).map { add(.and($0, $1)) }
    case .or(let a, let b): return both(a, b).map { add(.or($0, $1)) }
    case .compare(let comparison, .call(.count, let lists), .constant(.number(let number))) where lists[0].onlyEvent != nil:
      return occurrenceQuestion(expression, nullIsNo: false) ?? count(lists[0], comparison, number, expression)
    case .compare(.equal, let a, let b):
      return equality(a, b) ?? equality(b, a) ?? occurrenceQuestion(expression, nullIsNo: false)
    case .compare(.notEqual, let a, let b): return recognised(.compare(.equal, a, b)).map { add(.not($0)) }
    case .compare: return occurrenceQuestion(expression, nullIsNo: false)
    case .anyOf(.this(let attribute), let choices): return oneOf(attribute, choices)
    case .call(.listContains, let arguments): return contains(arguments)
    case .call(.occurred, let arguments): return occurred(arguments)
    case .call(.known, let arguments):
      guard arguments.count == 1 else { return nil }
      return known(arguments[0])
    case .fact(.unborn): return add(.unborn)
    case .some(.siblings, satisfies: .stateOfChild(let state, child: .item(scope: 0))):
      return add(.someSibling(workflow: Int32(state.workflow), state: Int32(state.state)))
    case .some: return occurrenceQuestion(expression, nullIsNo: false)
    case .parameter(let parameter):
      guard case .truth(let truth)? = parameters[parameter].fixedValue else { return nil }
      return add(.constant(truth))
    default: return nil
    }
  }

  private mutating func known(_ asked: Expression) -> Int32? {
    switch asked {
    case .this(let attribute): return add(.thisIsKnown(Int32(attribute)))
    case .attribute(let attribute, of: .call(.latest, let lists)):
      return known(lists, attribute: Int32(attribute), asked)
    case .happened(of: .call(.latest, let lists)): return known(lists, attribute: -1, asked)
    default: return nil
    }
  }

  private mutating func known(_ lists: [Expression], attribute: Int32, _ asked: Expression) -> Int32? {
    guard lists.count == 1, let (event, reach) = single(lists[0]) else { return nil }
    latestsKnown.append(
      LatestIsKnown(event: event, reach: reach, attribute: attribute, evaluated: keep(.call(.known, [asked]))))
    return add(.latestIsKnown(Int32(latestsKnown.count - 1)))
  }

  private mutating func both(_ a: Expression, _ b: Expression) -> (Int32, Int32)? {
    guard let a = recognised(a), let b = recognised(b) else { return nil }
    return (a, b)
  }

  private mutating func equality(_ a: Expression, _ b: Expression) -> Int32? {
    switch (a, b) {
    case (.this(let attribute), .each): return add(.thisIsEach(Int32(attribute)))
    case (.each, .constant(.choice(let word))): return add(.eachIs(Int32(word)))
    case (.call(.count, let arguments), .constant(.number(let number))) where number.exact == Decimal128(0):
      guard arguments.count == 1, case .members(.this(let attribute), let words) = arguments[0] else { return nil }
      return add(.thisIsEmpty(Int32(attribute), of: Int32(words)))
    default: break
    }
    guard case .this(let attribute) = a, case .constant(let value) = b else { return nil }
    return asks(value, isTrue: .thisIsTrue(Int32(attribute))) { .thisIsOneOf(Int32(attribute), words: $0) }
  }

  /// Whether an attribute is a value, by the steps that ask whether it is true and whether it is one of a set of words.
  mutating func asks(_ value: Value, isTrue: ConditionStep, isOneOf: (Int32) -> ConditionStep) -> Int32? {
    switch value {
    case .truth(true): return add(isTrue)
    case .truth(false):
      let step = add(isTrue)
      return add(.not(step))
    case .choice(let word):
      let words = keep(words: 1 << UInt128(word))
      return add(isOneOf(words))
    default: return nil
    }
  }

  private mutating func oneOf(_ attribute: AttributeIndex, _ choices: [Expression]) -> Int32? {
    choices.words.map { oneOf(attribute, $0) }
  }

  private mutating func oneOf(_ attribute: AttributeIndex, _ words: UInt128) -> Int32 {
    let words = keep(words: words)
    return add(.thisIsOneOf(Int32(attribute), words: words))
  }

  private mutating func occurred(_ arguments: [Expression]) -> Int32? {
    guard arguments.count == 1 else { return nil }
    if let (event, reach) = single(arguments[0]) { return add(.occurred(event, reach)) }
    guard case .call(.since, let lists) = arguments[0], lists.count == 2, let (event, eventReach) = single(lists[0]),
      let (mark, markReach) = single(lists[1]), event != mark
    else {
      let whole = Expression.call(.occurred, arguments)
      return occurrenceQuestion(whole, nullIsNo: false) ?? ofOccurrences(arguments[0], answerOfNone: .no, whole)
    }
    sinces.append(
      OccurredSince(
        event: event, eventReach: eventReach, mark: mark, markReach: markReach,
        evaluated: keep(.call(.occurred, arguments))))
    return add(.occurredSince(Int32(sinces.count - 1)))
  }

  /// The one event whose occurrences a list holds, and how far back; `nil` for any other list.
  func single(_ list: Expression) -> (event: Int32, reach: OccurrenceReach)? {
    guard case .occurrences(let events, let reach) = list, events.count == 1 else { return nil }
    return (Int32(events[0]), reach)
  }

  private mutating func contains(_ arguments: [Expression]) -> Int32? {
    guard arguments.count == 2 else { return nil }
    if case .this(let attribute) = arguments[1] { return isOne(attribute, of: arguments[0]) }
    guard case .this(let attribute) = arguments[0] else { return nil }
    switch arguments[1] {
    case .constant(.choice(let word)): return add(.thisContains(Int32(attribute), word: Int32(word)))
    case .each: return add(.thisContainsEach(Int32(attribute)))
    default: return nil
    }
  }

  /// `list contains(words, this.attribute)`, where the words are the same on every day; with none it is no, whatever is
  /// stated.
  private mutating func isOne(_ attribute: AttributeIndex, of list: Expression) -> Int32? {
    let words: UInt128?
    switch fixedValue(of: list) {
    case .set(let set)?: words = set.inside | set.outside == ~0 ? set.inside : nil
    case .list(let values)?: words = values.map { Expression.constant($0) }.words
    default: words = nil
    }
    guard let words, words != 0 else { return nil }
    return oneOf(attribute, words)
  }
}
