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

  /// Whether the record shows that the pattern was not fulfilled, given which leaves it shows not to have come.
  func isRefuted(seen: UInt64, shownAbsent: (Int) -> Bool) -> Bool { refuted(formula, seen, shownAbsent) }

  private func refuted(_ formula: Formula, _ seen: UInt64, _ shownAbsent: (Int) -> Bool) -> Bool {
    switch formula {
    case .leaf(let leaf): seen & (1 << UInt64(leaf)) == 0 && shownAbsent(leaf)
    case .any(let parts): parts.allSatisfy { refuted($0, seen, shownAbsent) }
    case .all(let parts): parts.contains { refuted($0, seen, shownAbsent) }
    }
  }
}
