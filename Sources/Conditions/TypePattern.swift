/// A type as `instance of` names it.
public indirect enum TypePattern: Sendable, Hashable {
  case any
  case type(ConditionType)
  case list(TypePattern)
  case range(TypePattern)
  /// A context that has at least these names, each with a value of the type.
  case context([ContextPattern])
  /// A function; no value of the language is one.
  case function
}

/// A name of a context and the type behind it.
public struct ContextPattern: Sendable, Hashable {
  public let name: String
  public let type: TypePattern

  public init(name: String, type: TypePattern) {
    self.name = name
    self.type = type
  }
}

extension TypePattern {
  /// Whether a value of a static type, if it is not null, is of this type; `nil` where only the value can tell.
  func admits(_ other: ConditionType) -> Bool? {
    switch (self, other) {
    case (.any, _): true
    case (.function, _): false
    case (_, .null): nil
    case (.type(let type), _): admits(other, type)
    case (.list(let member), _): other.member.map { member.admitsMember($0) } ?? false
    case (.range(let member), .range(let end)): member.admitsMember(end)
    case (.context(let patterns), .context(let fields)): admits(fields, patterns)
    default: false
    }
  }

  private func admits(_ other: ConditionType, _ type: ConditionType) -> Bool? {
    if case .choice = other { return type == .text }
    if other == .duration, type.isDuration { return nil }
    return other == type
  }

  /// Members may be null, or there may be none, so that a type which does not fit can still be met.
  private func admitsMember(_ member: ConditionType) -> Bool? { admits(member) == true ? true : nil }

  private func admits(_ fields: [ContextField], _ patterns: [ContextPattern]) -> Bool? {
    var isCertain = true
    for pattern in patterns {
      guard let field = fields.first(where: { $0.name == pattern.name }) else { return false }
      if pattern.type.admits(field.type) != true { isCertain = false }
    }
    return isCertain ? true : nil
  }
}

extension TypePattern {
  /// Whether a known value is of this type; null within a list, range or context is of any.
  func holds(_ value: Value) -> Bool {
    switch (self, value) {
    case (_, .null), (.any, _): true
    case (.function, _): false
    case (.type(let type), _): TypePattern.holds(type, value)
    case (.list(let member), .list(let members)): members.allSatisfy(member.holds)
    case (.list, .set), (.list, .occurrences), (.list, .children): true
    case (.range(let member), .exact(.range(let range))):
      [range.low, range.high].compactMap { $0 }.allSatisfy(member.holds)
    case (.context(let patterns), .exact(.context(let context))):
      patterns.allSatisfy { pattern in context[pattern.name].map(pattern.type.holds) ?? false }
    default: false
    }
  }

  private static func holds(_ type: ConditionType, _ value: Value) -> Bool {
    switch (type, value) {
    case (.number, .number), (.text, .text), (.text, .choice), (.truth, .truth), (.date, .date), (.time, .exact(.time)),
      (.dateTime, .exact(.dateTime)), (.daysDuration, .exact(.length)):
      true
    case (.daysDuration, .duration): value.nanoseconds != nil
    case (.monthsDuration, .duration): value.months != nil
    default: false
    }
  }
}
