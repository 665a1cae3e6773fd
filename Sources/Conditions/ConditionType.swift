/// The type of an expression, known before anything runs.
public indirect enum ConditionType: Hashable, Sendable {
  case truth
  case number
  case text
  case date
  /// A duration of days or of months, which the record decides.
  case duration
  /// A duration of days, hours, minutes and seconds.
  case daysDuration
  /// A duration of years and months.
  case monthsDuration
  /// A time on the clock.
  case time
  /// A day with a time on its clock.
  case dateTime
  /// One of a closed list of words: a role, or an attribute declared as `one of [...]`.
  case choice(ChoiceType)
  /// A set of words of one closed list, of which some members may be unknown.
  case set(ChoiceType)
  /// A list written out or computed in the expression.
  case list(ConditionType)
  /// A range between values of one type.
  case range(ConditionType)
  /// Named values, by their names in alphabetical order.
  case context([ContextField])
  /// The occurrences so far of any of these event types, oldest first.
  case occurrences([EventIndex])
  /// One occurrence of one of these event types.
  case occurrence([EventIndex])
  /// The other children of the case.
  case children
  /// One other child of the case.
  case child
  case null
}

/// One of the named values of a context.
public struct ContextField: Hashable, Sendable {
  public let name: String
  public let type: ConditionType

  public init(name: String, type: ConditionType) {
    self.name = name
    self.type = type
  }
}

/// A closed list of words.
public struct ChoiceType: Hashable, Sendable {
  /// What the list is called in messages: "role", or the attribute's name.
  public let name: String
  /// The words, in declared order; a value is an index into this list. At most 128.
  public let members: [String]

  public init(name: String, members: [String]) {
    self.name = name
    self.members = members
  }

  public func index(of word: String) -> Int? { members.firstIndex(of: word) }
}

/// The place of an event type in the vocabulary, in file order.
public typealias EventIndex = Int
/// The place of an attribute name among all attribute names of the vocabulary.
public typealias AttributeIndex = Int
public typealias WorkflowIndex = Int
/// The place of a state in its workflow, in document order.
public typealias StateIndex = Int
/// The place of a rule among all rules of the procedure.
public typealias RuleIndex = Int
/// The place of a parameter among all parameters of the procedure.
public typealias ParameterIndex = Int
