import Conditions

/// A pattern as a list of leaves and a formula over them.
struct CompiledPattern {
  enum Leaf {
    case event(EventIndex, CompiledCondition?)
    case entering(StateReference)
    case leaving(StateReference)
  }

  private indirect enum Formula {
    case leaf(Int)
    case any([Formula])
    case all([Formula])
  }

  private(set) var leaves: [Leaf] = []
  private var formula = Formula.any([])
  /// Whether one leaf is always enough.
  private(set) var isSimple = true

  /// Whether every leaf is an event, so that no change of state is heard by itself.
  var isOfEvents: Bool {
    leaves.allSatisfy { if case .event = $0 { true } else { false } }
  }

  init(_ pattern: Pattern, _ program: inout ConditionProgram) {
    formula = add(pattern, &program)
  }

  private mutating func add(_ pattern: Pattern, _ program: inout ConditionProgram) -> Formula {
    switch pattern {
    case .event(let event, let condition): addLeaf(.event(event, program.compile(condition)))
    case .entering(let state): addLeaf(.entering(state))
    case .leaving(let state): addLeaf(.leaving(state))
    case .any(let patterns): .any(patterns.map { add($0, &program) })
    case .all(let patterns): addAll(patterns, &program)
    }
  }

  private mutating func addLeaf(_ leaf: Leaf) -> Formula {
    leaves.append(leaf)
    return .leaf(leaves.count - 1)
  }

  private mutating func addAll(_ patterns: [Pattern], _ program: inout ConditionProgram) -> Formula {
    isSimple = isSimple && patterns.count < 2
    return .all(patterns.map { add($0, &program) })
  }

  /// Whether the leaves seen so far, bit by bit, are enough.
  func isFulfilled(by seen: UInt64) -> Bool {
    isSimple ? seen != 0 : holds(formula, seen)
  }

  private func holds(_ formula: Formula, _ seen: UInt64) -> Bool {
    switch formula {
    case .leaf(let leaf): seen & (1 << UInt64(leaf)) != 0
    case .any(let parts): parts.contains { holds($0, seen) }
    case .all(let parts): parts.allSatisfy { holds($0, seen) }
    }
  }

  /// The stretches in which nothing of the pattern came, from those of its leaves.
  func absences<Part>(_ ofLeaf: (Int) -> [Part], common: ([Part], [Part]) -> [Part]) -> [Part] {
    absences(formula, ofLeaf, common)
  }

  private func absences<Part>(
    _ formula: Formula, _ ofLeaf: (Int) -> [Part], _ common: ([Part], [Part]) -> [Part]
  ) -> [Part] {
    switch formula {
    case .leaf(let leaf): return ofLeaf(leaf)
    case .any(let parts):
      let lists = parts.map { absences($0, ofLeaf, common) }
      return lists.dropFirst().reduce(lists.first ?? [], common)
    case .all(let parts): return parts.flatMap { absences($0, ofLeaf, common) }
    }
  }

  /// The entries by which the record shows that the pattern was not fulfilled; `nil` where it does not show it.
  ///
  /// - Parameter absence: the entries that show a leaf not to have come, none where the record is complete; `nil` where
  ///   it is not shown.
  func refutation(seen: UInt64, absence: (Int) -> [Int]?) -> [Int]? { refutation(formula, seen, absence) }

  private func refutation(_ formula: Formula, _ seen: UInt64, _ absence: (Int) -> [Int]?) -> [Int]? {
    switch formula {
    case .leaf(let leaf): return seen & (1 << UInt64(leaf)) == 0 ? absence(leaf) : nil
    case .any(let parts):
      var entries: [Int] = []
      for part in parts {
        guard let own = refutation(part, seen, absence) else { return nil }
        entries += own
      }
      return entries
    case .all(let parts):
      for part in parts { if let own = refutation(part, seen, absence) { return own } }
      return nil
    }
  }
}
