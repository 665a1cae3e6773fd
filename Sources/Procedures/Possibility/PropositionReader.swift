import Conditions

/// Turns conditions into demands on numbered subjects.
struct PropositionReader {
  let surroundings: Surroundings
  private(set) var subjects: [Subject] = []
  /// By subject: the constants it is compared with.
  private(set) var constants: [Set<Constant>] = []
  /// By subject: the states of a machine that are asked about.
  private(set) var askedStates: [[StateIndex]] = []
  /// By subject: the moment at which it was first asked about.
  private(set) var moments: [ConditionMoment] = []
  private var numbers: [Subject: Int] = [:]
  private var conditions: [AskedCondition: Int] = [:]

  /// A condition at a moment.
  private struct AskedCondition: Hashable {
    let expression: Expression
    let moment: Int
  }

  /// What has more values than this is not told apart by them.
  private static let mostValues = 16

  init(in surroundings: Surroundings) { self.surroundings = surroundings }

  /// What must be so for the condition to give an answer that is wanted.
  mutating func read(_ expression: Expression, _ wanted: Wanted, at moment: ConditionMoment) -> Proposition {
    switch expression {
    case .constant(.truth(let truth)): return Proposition(truth ? wanted.isMet.yes : wanted.isMet.no)
    case .constant(.null): return Proposition(wanted.isMet.null)
    case .not(let inner): return read(inner, wanted.negated, at: moment)
    case .and(let a, let b), .or(let a, let b):
      let parts = [read(a, wanted, at: moment), read(b, wanted, at: moment)]
      let origin = origin(of: expression, wanted, at: moment)
      var isJoint = wanted == .yes || wanted == .notNo
      if case .or = expression { isJoint.toggle() }
      return isJoint ? .all(parts, of: origin) : .any(parts, of: origin)
    case .compare(let comparison, let a, let b): return compare(comparison, a, b, wanted, at: moment)
    case .within(let value, let low, let lowIncluded, let high, let highIncluded):
      let above = Expression.compare(lowIncluded ? .greaterOrEqual : .greater, value, low)
      return read(.and(above, .compare(highIncluded ? .lessOrEqual : .less, value, high)), wanted, at: moment)
    case .anyOf(let value, let others): return member(value, of: others, wanted, at: moment)
    case .choose(let condition, let then, let otherwise):
      let first = [read(condition, .yes, at: moment), read(then, wanted, at: moment)]
      let second = [read(condition, .notYes, at: moment), read(otherwise, wanted, at: moment)]
      return .any([.all(first, of: nil), .all(second, of: nil)], of: nil)
    case .state(let state) where surroundings.machines[state.workflow] != nil:
      let number = number(of: .machine(state.workflow, moment: moment.number), at: moment)
      if !askedStates[number].contains(state.state) { askedStates[number].append(state.state) }
      return says(number, .isIn(state.state), wanted)
    case .call(.occurred, let arguments):
      let count = Expression.call(.count, arguments)
      return compare(.greaterOrEqual, count, .constant(.number(NumberRange(.one))), wanted, at: moment)
    case .call(.listContains, let arguments) where arguments.count == 2:
      return contains(arguments[0], arguments[1], wanted, at: moment) ?? opaque(expression, wanted, at: moment)
    default: return opaque(expression, wanted, at: moment)
    }
  }

  // MARK: Lists

  private mutating func member(
    _ value: Expression, of others: [Expression], _ wanted: Wanted, at moment: ConditionMoment
  ) -> Proposition {
    let parts = others.map { compare(.equal, value, $0, wanted, at: moment) }
    return wanted == .yes || wanted == .notNo ? .any(parts, of: nil) : .all(parts, of: nil)
  }

  /// `list contains(…)` of what is written out or a figure; `nil` for any other list.
  private mutating func contains(
    _ list: Expression, _ element: Expression, _ wanted: Wanted, at moment: ConditionMoment
  ) -> Proposition? {
    switch list {
    case .list(let members): return member(element, of: members, wanted, at: moment)
    case .constant(.null): return read(list, wanted, at: moment)
    case .constant(.set(let set)) where set.outside == ~set.inside:
      let words = (0..<128).filter { set.contains($0) == .yes }
      return member(element, of: words.map { .constant(.choice($0)) }, wanted, at: moment)
    case .parameter(let parameter):
      return split(parameter, at: moment) { $0.contains(.constant($1), element, wanted, at: moment) }
    default: return nil
    }
  }

  // MARK: Comparisons

  private mutating func compare(
    _ comparison: Comparison, _ a: Expression, _ b: Expression, _ wanted: Wanted, at moment: ConditionMoment
  ) -> Proposition {
    switch (a, b) {
    case (.constant(.null), let other), (let other, .constant(.null)):
      if comparison.equality == nil { return Proposition(wanted.isMet.null) }
      if other.isNeverNull { return Proposition(comparison == .equal ? wanted.isMet.no : wanted.isMet.yes) }
    case (.constant(.truth), .constant): break
    case (_, .constant(.truth(let truth))):
      if let isEqual = comparison.equality { return equals(a, truth, isEqual: isEqual, wanted, at: moment) }
    case (.constant(.truth(let truth)), _):
      if let isEqual = comparison.equality { return equals(b, truth, isEqual: isEqual, wanted, at: moment) }
    case (.constant(let value), .constant(let other)):
      guard let one = Constant(value), let two = Constant(other), one.kind == two.kind else { break }
      return Proposition(wanted.accepts(Cell.Answer(comparison.holds(one, two))))
    case (.constant(let value), _):
      if let constant = Constant(value) { return compare(comparison.mirrored, b, constant, wanted, at: moment) }
    case (_, .constant(let value)):
      if let constant = Constant(value) { return compare(comparison, a, constant, wanted, at: moment) }
    case (.parameter(let parameter), _):
      let told = split(parameter, at: moment) { $0.compare(comparison, .constant($1), b, wanted, at: moment) }
      if let told { return told }
    case (_, .parameter(let parameter)):
      let told = split(parameter, at: moment) { $0.compare(comparison, a, .constant($1), wanted, at: moment) }
      if let told { return told }
    default: return compareTwo(comparison, a, b, wanted, at: moment)
    }
    return opaque(.compare(comparison, a, b), wanted, at: moment)
  }

  /// `x = true` is no where x is false or null, and `x != true` is yes there; neither is ever null.
  private mutating func equals(
    _ expression: Expression, _ truth: Bool, isEqual: Bool, _ wanted: Wanted, at moment: ConditionMoment
  ) -> Proposition {
    let isYesWanted = wanted == .yes || wanted == .notNo
    switch (truth, isYesWanted == isEqual) {
    case (true, true): return read(expression, .yes, at: moment)
    case (true, false): return read(expression, .notYes, at: moment)
    case (false, true): return read(expression, .no, at: moment)
    case (false, false): return read(expression, .notNo, at: moment)
    }
  }

  private mutating func compare(
    _ comparison: Comparison, _ expression: Expression, _ constant: Constant, _ wanted: Wanted, at moment: ConditionMoment
  ) -> Proposition {
    let number: Int
    if case .parameter(let parameter) = expression {
      number = self.number(of: .parameter(parameter, moment: moment.number), at: moment)
    } else {
      number = self.number(of: subject(expression, constant.kind, at: moment), at: moment)
    }
    constants[number].insert(constant)
    return says(number, .compares(comparison, constant), wanted)
  }

  private mutating func compareTwo(
    _ comparison: Comparison, _ a: Expression, _ b: Expression, _ wanted: Wanted, at moment: ConditionMoment
  ) -> Proposition {
    if let words = sharedWords(a, b, at: moment), let isEqual = comparison.equality {
      let areEqual = isEqual == (wanted == .yes || wanted == .notNo)
      let alternatives = words.members.indices.map { word -> Proposition in
        let constant = Constant(.choice, at: Decimal128(word))
        let other = compare(areEqual ? .equal : .notEqual, b, constant, .yes, at: moment)
        return .all([compare(.equal, a, constant, .yes, at: moment), other], of: nil)
      }
      return .any(alternatives, of: nil)
    }
    let (first, second) = (lasting(a, at: moment), lasting(b, at: moment))
    let when = isLasting(first) && isLasting(second) ? Subject.lasting : moment.number
    if numbers[.order(first, second, moment: when)] == nil, let known = numbers[.order(second, first, moment: when)] {
      return says(known, .stands(comparison.mirrored), wanted)
    }
    return says(number(of: .order(first, second, moment: when), at: moment), .stands(comparison), wanted)
  }

  /// The closed list that two expressions are each one word of, never null; `nil` where they are not, or it is long.
  private func sharedWords(_ a: Expression, _ b: Expression, at moment: ConditionMoment) -> ChoiceType? {
    guard a.isNeverNull, b.isNeverNull, let words = surroundings.words(of: a, at: moment),
      words == surroundings.words(of: b, at: moment), words.members.count <= Self.mostValues
    else { return nil }
    return words
  }

  /// A demand for each value that a figure has had, joined with the demand that it has that one.
  private mutating func split(
    _ parameter: ParameterIndex, at moment: ConditionMoment,
    _ read: (inout PropositionReader, Value) -> Proposition?
  ) -> Proposition? {
    let values = surroundings.values(of: parameter)
    guard values.count <= Self.mostValues else { return nil }
    let number = number(of: .parameter(parameter, moment: moment.number), at: moment)
    var alternatives: [Proposition] = []
    for value in values {
      guard value == .null || Constant(value) != nil, let rest = read(&self, value) else { return nil }
      let claim: Claim
      if let constant = Constant(value) {
        constants[number].insert(constant)
        claim = .compares(.equal, constant)
      } else {
        claim = .isNull
      }
      alternatives.append(.all([says(number, claim, .yes), rest], of: nil))
    }
    return .any(alternatives, of: nil)
  }

  // MARK: Subjects

  /// A truth that is not looked into: only its own contrary is told from it.
  private mutating func opaque(_ expression: Expression, _ wanted: Wanted, at moment: ConditionMoment) -> Proposition {
    if case .parameter(let parameter) = expression {
      return says(number(of: .parameter(parameter, moment: moment.number), at: moment), .holds, wanted)
    }
    return says(number(of: subject(expression, .truth, at: moment), at: moment), .holds, wanted)
  }

  private func subject(_ expression: Expression, _ kind: Constant.Kind, at moment: ConditionMoment) -> Subject {
    let expression = lasting(expression, at: moment)
    return .value(expression, kind, moment: isLasting(expression) ? Subject.lasting : moment.number)
  }

  /// What is read of the opening event, under the one name by which it is read later too.
  private func lasting(_ expression: Expression, at moment: ConditionMoment) -> Expression {
    guard moment.isOpening else { return expression }
    switch expression {
    case .this(let attribute): return .trigger(attribute)
    case .thisHappened: return .triggerHappened
    default: return expression
    }
  }

  private func isLasting(_ expression: Expression) -> Bool {
    switch expression {
    case .trigger, .triggerHappened, .each, .constant: true
    default: false
    }
  }

  private mutating func number(of subject: Subject, at moment: ConditionMoment) -> Int {
    if let number = numbers[subject] { return number }
    let number = subjects.count
    numbers[subject] = number
    subjects.append(subject)
    constants.append([])
    askedStates.append([])
    moments.append(moment)
    return number
  }

  private func says(_ number: Int, _ claim: Claim, _ wanted: Wanted) -> Proposition {
    .says(Proposition.Statement(subject: number, claim: claim, wanted: wanted))
  }

  private mutating func origin(
    of expression: Expression, _ wanted: Wanted, at moment: ConditionMoment
  ) -> Proposition.Origin {
    let asked = AskedCondition(expression: expression, moment: moment.number)
    let number = conditions[asked] ?? conditions.count
    conditions[asked] = number
    return Proposition.Origin(condition: number, wanted: wanted)
  }
}

extension Expression {
  /// Whether it has a value wherever it is known.
  var isNeverNull: Bool {
    switch self {
    case .this, .trigger, .each, .call(.count, _), .clocks(.running, _), .clocks(.overdue, _): true
    case .constant(let value): value != .null
    default: false
    }
  }
}

extension Comparison {
  /// Whether it asks for equality or for its contrary; `nil` for an order.
  fileprivate var equality: Bool? {
    switch self {
    case .equal: true
    case .notEqual: false
    default: nil
    }
  }
}
