public import Conditions

/// One way in which conditions that were asked together are all true.
public struct JointExample: Sendable {
  /// What one subject is in the example; subjects on which nothing hangs are left out.
  public enum Fact: Sendable {
    /// An expression has a value; null is none. `nil` is some other value than those it is compared with.
    case value(Expression, Value?)
    case parameter(ParameterIndex, Value)
    /// The first compares so with the second; unequal where one of them is null.
    case order(Expression, Comparison, Expression)
    case states(WorkflowIndex, active: [StateIndex], inactive: [StateIndex])
  }

  /// In the order in which the conditions ask, each with the number of its moment.
  public let facts: [(moment: Int, fact: Fact)]

  init(_ left: [UInt128], of subjects: [SubjectCells], in reader: PropositionReader) {
    facts = subjects.indices.compactMap { number in
      let subject = subjects[number]
      guard left[number] != subject.whole, left[number] != 0 else { return nil }
      let cell = subject.cells[left[number].trailingZeroBitCount]
      guard let fact = Self.fact(cell, number, subject, in: reader) else { return nil }
      return (reader.moments[number].number, fact)
    }
  }

  private static func fact(_ cell: Cell, _ number: Int, _ cells: SubjectCells, in reader: PropositionReader) -> Fact? {
    switch (reader.subjects[number], cell) {
    case (.value(let expression, _, _), .constant(let constant)): return .value(expression, constant.value)
    case (.value(let expression, _, _), .null): return .value(expression, .null)
    case (.value(let expression, let kind, _), .between(let low, let high)):
      let domain = Domain(of: expression, kind, in: reader.surroundings, at: reader.moments[number])
      return .value(expression, domain.value(between: low, high)?.value)
    case (.parameter(let parameter, _), .constant(let constant)): return constant.value.map { .parameter(parameter, $0) }
    case (.parameter(let parameter, _), .null): return .parameter(parameter, .null)
    case (.order(let a, let b, _), .less): return .order(a, .less, b)
    case (.order(let a, let b, _), .equal), (.order(let a, let b, _), .bothNull): return .order(a, .equal, b)
    case (.order(let a, let b, _), .greater): return .order(a, .greater, b)
    case (.order(let a, let b, _), .oneNull): return .order(a, .notEqual, b)
    case (.machine(let workflow, _), .states(let active)):
      let isActive = cells.asked.indices.map { active & (1 << UInt128($0)) != 0 }
      return .states(
        workflow, active: zip(cells.asked, isActive).filter(\.1).map(\.0),
        inactive: zip(cells.asked, isActive).filter { !$0.1 }.map(\.0))
    default: return nil
    }
  }
}
