public import Diagnostics

/// A checked expression: every name resolved, every type known.
public struct Condition: Sendable {
  public let expression: Expression
  public let type: ConditionType
  /// As written in the file.
  public let text: String
  public let place: Place
  /// The names it uses.
  public let references: References

  public init(
    expression: Expression, type: ConditionType, text: String, place: Place, references: References = References()
  ) {
    self.expression = expression
    self.type = type
    self.text = text
    self.place = place
    self.references = references
  }
}

/// The nodes of a checked expression.
public indirect enum Expression: Sendable, Hashable {
  case constant(Value)
  case this(AttributeIndex)
  case trigger(AttributeIndex)
  case thisHappened
  case triggerHappened
  case each
  case today
  /// An attribute of an occurrence computed by an expression.
  case attribute(AttributeIndex, of: Expression)
  case happened(of: Expression)
  /// An attribute of the item that a filter or quantifier is looking at; the number counts scopes outwards from 0.
  case itemAttribute(AttributeIndex, scope: Int)
  case itemHappened(scope: Int)
  /// The item itself: a quantifier's variable, or FEEL's `item`.
  case item(scope: Int)
  case state(StateReference)
  case stateOfChild(StateReference, child: Expression)
  case fact(ChildFact)
  case factOfChild(ChildFact, child: Expression)
  case siblings
  case parameter(ParameterIndex)
  case occurrences([EventIndex], OccurrenceReach)
  case clocks(ClockQuestion, RuleIndex)
  case not(Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case compare(Comparison, Expression, Expression)
  /// Whether a value lies in a range or list: `x in [1..5]`, `x between a and b`, `x in ("a", "b")`.
  case within(Expression, low: Expression, lowIncluded: Bool, high: Expression, highIncluded: Bool)
  case anyOf(Expression, [Expression])
  case arithmetic(Arithmetic, Expression, Expression)
  case negative(Expression)
  case choose(condition: Expression, then: Expression, otherwise: Expression)
  case filter(Expression, keeping: Expression)
  /// FEEL's `L[1]` and `L[-1]`; the place is computed in a scope of its own, in which the item is null.
  case element(Expression, at: Expression)
  case some(over: Expression, satisfies: Expression)
  case every(over: Expression, satisfies: Expression)
  case list([Expression])
  /// The words of a set, of which some may only perhaps be in it; the number is how many words the closed list has.
  case members(Expression, of: Int)
  case call(Function, [Expression])
  /// A function of the standard, whose result is known where every argument is.
  case plain(PlainFunction, [Expression])
  /// Arithmetic on durations and times, whose result is known where both operands are.
  case calculation(Arithmetic, Expression, Expression)
  /// A part of a date, time, duration or range: `.year`.
  case property(Property, of: Expression)
  /// A named value of a context.
  case entry(String, of: Expression)
  /// A context; the values of one are computed in a scope of its own, in which the item is what came before.
  case context([ContextPart])
  /// A range; an end may be left out.
  case range(low: Expression?, lowIncluded: Bool, high: Expression?, highIncluded: Bool)
  /// What an expression gives for each member of a list.
  case map(Expression, gives: Expression)
  /// The members, one after the other, of the lists that an expression gives for each member of a list.
  case flatMap(Expression, gives: Expression)
  /// The whole numbers from one to another, upwards or downwards.
  case series(from: Expression, to: Expression)
  /// Whether a value is of a type.
  case instance(Expression, of: TypePattern)
}

/// A name of a context and the expression behind it.
public struct ContextPart: Sendable, Hashable {
  public let name: String
  public let value: Expression

  public init(name: String, value: Expression) {
    self.name = name
    self.value = value
  }
}

public enum Comparison: Sendable, Hashable, BitwiseCopyable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The comparison that holds exactly where this one does not.
  public var opposite: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}

public enum Arithmetic: Sendable, Hashable {
  case add, subtract, multiply, divide, power
}

/// The functions of the language: FEEL's own, and those that only a case history needs.
public enum Function: String, Sendable, Hashable, CaseIterable {
  case count
  case listContains = "list contains"
  case minimum = "min"
  case maximum = "max"
  case sum
  case all
  case any
  case absolute = "abs"
  // Our own.
  case occurred
  case latest
  case since
  case ever
  case known
  case workingDaysBetween = "working days between"
  case addWorkingDays = "add working days"
}
