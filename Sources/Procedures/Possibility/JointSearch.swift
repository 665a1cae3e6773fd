/// Looks for one cell for each subject, so that all demands are met.
struct JointSearch {
  /// A demand with its claims turned into cells, bit by bit.
  indirect enum Demand {
    case within(subject: Int, cells: UInt128)
    case all([Demand], of: Proposition.Origin?)
    case any([Demand], of: Proposition.Origin?)
  }

  enum Answer {
    case impossible
    /// The cells that are left of each subject: whichever is taken, all demands are met.
    case possible([UInt128])
    case givenUp
  }

  /// Where a search stands: what is left of each subject, and what has been demanded.
  private struct Standing {
    var cells: [UInt128]
    var demanded: Set<Proposition.Origin> = []
    var waiting: [Demand]
    var open: [[Demand]] = []
  }

  /// A search that takes more steps than this is given up.
  private static let mostSteps = 20_000
  private var steps = 0

  /// - Complexity: bounded by the number of steps; most searches end without trying one alternative after another.
  static func search(_ demands: [Demand], cells: [UInt128]) -> Answer {
    var search = JointSearch()
    if let found = search.search(Standing(cells: cells, waiting: demands)) { return .possible(found) }
    return search.steps > mostSteps ? .givenUp : .impossible
  }

  private mutating func search(_ standing: Standing) -> [UInt128]? {
    var standing = standing
    guard settle(&standing) else { return nil }
    guard let place = standing.open.indices.min(by: { standing.open[$0].count < standing.open[$1].count }) else {
      return standing.cells
    }
    let alternatives = standing.open.remove(at: place)
    for alternative in alternatives {
      var next = standing
      next.waiting = [alternative]
      if let found = search(next) { return found }
      if steps > Self.mostSteps { return nil }
    }
    return nil
  }

  /// Meets what leaves no choice, until nothing more follows; false where that cannot be.
  private mutating func settle(_ standing: inout Standing) -> Bool {
    repeat {
      while let demand = standing.waiting.popLast() {
        steps += 1
        guard steps <= Self.mostSteps, meet(demand, &standing) else { return false }
      }
      var open: [[Demand]] = []
      for alternatives in standing.open {
        steps += alternatives.count
        if alternatives.contains(where: { isMet($0, standing.cells) }) { continue }
        let left = alternatives.filter { mayBeMet($0, standing) }
        if left.isEmpty { return false }
        if left.count == 1 { standing.waiting += left } else { open.append(left) }
      }
      standing.open = open
    } while !standing.waiting.isEmpty
    return true
  }

  private func meet(_ demand: Demand, _ standing: inout Standing) -> Bool {
    switch demand {
    case .within(let subject, let cells):
      standing.cells[subject] &= cells
      return standing.cells[subject] != 0
    case .all(let parts, let origin):
      guard note(origin, &standing) else { return false }
      standing.waiting += parts.reversed()
      return true
    case .any(let parts, let origin):
      guard note(origin, &standing) else { return false }
      standing.open.append(parts)
      return true
    }
  }

  /// Notes that an answer to a condition is demanded; false where one that shuts it out is demanded already.
  private func note(_ origin: Proposition.Origin?, _ standing: inout Standing) -> Bool {
    guard let origin else { return true }
    standing.demanded.insert(origin)
    return !isShutOut(origin, standing)
  }

  private func isShutOut(_ origin: Proposition.Origin, _ standing: Standing) -> Bool {
    origin.wanted.contraries.contains {
      standing.demanded.contains(Proposition.Origin(condition: origin.condition, wanted: $0))
    }
  }

  /// Whether a demand is met by all that is left.
  private func isMet(_ demand: Demand, _ cells: [UInt128]) -> Bool {
    switch demand {
    case .within(let subject, let wanted): cells[subject] & ~wanted == 0
    case .all(let parts, _): parts.allSatisfy { isMet($0, cells) }
    case .any(let parts, _): parts.contains { isMet($0, cells) }
    }
  }

  /// Whether a demand is not yet shut out, looked at by itself.
  private func mayBeMet(_ demand: Demand, _ standing: Standing) -> Bool {
    switch demand {
    case .within(let subject, let wanted): standing.cells[subject] & wanted != 0
    case .all(let parts, let origin):
      origin.map { !isShutOut($0, standing) } ?? true && parts.allSatisfy { mayBeMet($0, standing) }
    case .any(let parts, let origin):
      origin.map { !isShutOut($0, standing) } ?? true && parts.contains { mayBeMet($0, standing) }
    }
  }
}

extension Wanted {
  /// What cannot be wanted of the same condition at once.
  fileprivate var contraries: [Wanted] {
    switch self {
    case .yes: [.no, .notYes]
    case .no: [.yes, .notNo]
    case .notYes: [.yes]
    case .notNo: [.no]
    }
  }
}
