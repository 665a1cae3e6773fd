public import Conditions

/// Conditions that are asked together: whether anything makes every one of them true.
///
/// That nothing does is a proof. What is not understood counts as possible: of two conditions that are not looked into
/// only that one is the other's own contrary is seen.
public struct JointConditions {
  public enum Answer {
    case impossible
    /// An example, where one was found before the search was given up.
    case possible(JointExample?)

    public var isImpossible: Bool {
      if case .impossible = self { true } else { false }
    }
  }

  private var reader: PropositionReader
  private var propositions: [Proposition] = []

  public init(in surroundings: Surroundings) { reader = PropositionReader(in: surroundings) }

  /// Asks that a condition be true as well.
  public mutating func add(_ expression: Expression, at moment: ConditionMoment = ConditionMoment()) {
    propositions.append(reader.read(expression, .yes, at: moment))
  }

  /// Asks that a condition be anything but true.
  public mutating func exclude(_ expression: Expression, at moment: ConditionMoment = ConditionMoment()) {
    propositions.append(reader.read(expression, .notYes, at: moment))
  }

  public func answer() -> Answer {
    let subjects = reader.subjects.indices.map { SubjectCells(of: $0, in: reader) }
    var demands: [JointSearch.Demand] = []
    for proposition in propositions {
      guard let demand = Self.demand(proposition, subjects) else { return .impossible }
      demands.append(demand)
    }
    switch JointSearch.search(demands, cells: subjects.map(\.whole)) {
    case .impossible: return .impossible
    case .givenUp: return .possible(nil)
    case .possible(let left): return .possible(JointExample(left, of: subjects, in: reader))
    }
  }

  public var areImpossible: Bool { answer().isImpossible }

  /// A proposition with its claims turned into cells; `nil` where it is never so.
  private static func demand(_ proposition: Proposition, _ subjects: [SubjectCells]) -> JointSearch.Demand? {
    switch proposition {
    case .always: return .all([], of: nil)
    case .never: return nil
    case .says(let statement):
      let cells = subjects[statement.subject].mask(of: statement.claim, statement.wanted)
      return cells == 0 ? nil : .within(subject: statement.subject, cells: cells)
    case .all(let parts, let origin):
      let demands = parts.compactMap { demand($0, subjects) }
      return demands.count == parts.count ? .all(demands, of: origin) : nil
    case .any(let parts, let origin):
      let demands = parts.compactMap { demand($0, subjects) }
      return demands.isEmpty ? nil : .any(demands, of: origin)
    }
  }
}
