import Conditions

/// A condition as demands that hold all or of which one holds, with every "not" inside, at a single demand.
indirect enum ConditionShape {
  case demand(Expression)
  case all([ConditionShape])
  case any([ConditionShape])

  /// Whether something is known and whether it is so is one demand, and so are its opposites.
  init(_ expression: Expression, isDenied: Bool = false) {
    switch expression {
    case .and(.call(.known, let asked), let demanded) where !isDenied && asked == [demanded] && demanded.ownAttribute != nil:
      self = .demand(demanded)
    case .not(let inner): self = ConditionShape(inner, isDenied: !isDenied)
    case .and(let a, let b): self = ConditionShape.joined(a, b, isDenied, isAll: !isDenied)
    case .or(let a, let b): self = ConditionShape.joined(a, b, isDenied, isAll: isDenied)
    default: self = .demand(isDenied ? .not(expression) : expression)
    }
  }

  private static func joined(_ a: Expression, _ b: Expression, _ isDenied: Bool, isAll: Bool) -> ConditionShape {
    let both = [a, b].map { ConditionShape($0, isDenied: isDenied) }
    // What is joined in the same way stands on one level.
    let parts = both.flatMap { part -> [ConditionShape] in
      switch part {
      case .all(let parts) where isAll: parts
      case .any(let parts) where !isAll: parts
      default: [part]
      }
    }
    return isAll ? .all(parts) : .any(parts)
  }

  /// The words of the whole, given those of each demand; `nil` where a demand has none, or where "and" and "or" would stand
  /// so that nobody could tell what belongs together.
  ///
  /// - Parameter offersChoice: whether the words of a demand have an "or" of their own.
  func inWords(_ words: (Expression) -> String?, offersChoice: (Expression) -> Bool) -> String? {
    switch self {
    case .demand(let demand): return words(demand)
    case .all(let parts):
      let told = parts.map { part -> (words: String, isOpen: Bool)? in
        switch part {
        case .demand(let demand): words(demand).map { ($0, offersChoice(demand)) }
        case .any(let choices): ConditionShape.line(of: choices, "or", words).map { ("either \($0)", true) }
        case .all: nil
        }
      }
      let parts = told.compactMap(\.self)
      guard parts.count == told.count else { return nil }
      let isOpen = parts.contains(where: \.isOpen)
      return isOpen ? parts.map(\.words).joined(separator: ", and ") : parts.map(\.words).joinedInWords("and")
    case .any(let parts):
      let told = parts.map { part -> (words: String, isPair: Bool)? in
        switch part {
        case .demand(let demand): words(demand).map { ($0, false) }
        case .all(let demands):
          demands.contains { $0.offersChoice(offersChoice) }
            ? nil : ConditionShape.line(of: demands, "and", words).map { ($0, true) }
        case .any: nil
        }
      }
      let parts = told.compactMap(\.self)
      guard parts.count == told.count else { return nil }
      return parts.contains(where: \.isPair)
        ? parts.map(\.words).joined(separator: ", or ") : parts.map(\.words).joinedInWords("or")
    }
  }

  private func offersChoice(_ offersChoice: (Expression) -> Bool) -> Bool {
    if case .demand(let demand) = self { offersChoice(demand) } else { true }
  }

  /// Single demands in one line; `nil` where there is more than that.
  private static func line(of parts: [ConditionShape], _ last: String, _ words: (Expression) -> String?) -> String? {
    let told = parts.compactMap { part in if case .demand(let demand) = part { words(demand) } else { String?.none } }
    return told.count == parts.count ? told.joinedInWords(last) : nil
  }
}
