import Conditions
public import Exploration
public import Procedures

/// The drift holes that a change of procedure opens and closes.
public struct DriftDifference: Sendable {
  /// A state in which a child can rest with no clock running, under one of the two procedures.
  public struct Hole: Sendable {
    /// `workflow.state`.
    public let state: String
    /// The states of other workflows in which the child is meanwhile.
    public let beside: [String]
    /// Shows it under the procedure that has it.
    public let example: Example
    /// What is told of the state under the other procedure.
    public let otherwise: Otherwise
  }

  public enum Otherwise: Sendable {
    case watched(by: [String])
    /// A child can rest there only as long as rules are broken, named for the first example.
    case onlyAgainst([String])
    /// No example was found, and nothing proves that there is none.
    case notDecided
    /// The other procedure has no such state.
    case noSuchState
  }

  public let opened: [Hole]
  public let closed: [Hole]
  /// How many both have.
  public let kept: Int

  /// Compares by the names of states.
  ///
  /// Complexity: O(n) in the number of answers.
  public init(
    old: (procedure: Procedure, answers: [DriftAnswer]), new: (procedure: Procedure, answers: [DriftAnswer])
  ) {
    let (before, after) = (Standings(old.procedure, old.answers), Standings(new.procedure, new.answers))
    opened = after.holes(not: before)
    closed = before.holes(not: after)
    kept = after.places.count { after.hole($0) != nil && before.hole($0) != nil }
  }
}

/// How the states of one procedure stand, by their names.
private struct Standings {
  struct Place: Hashable {
    let state: String
    let beside: [String]
  }

  let procedure: Procedure
  /// In the order of the answers.
  let places: [Place]
  private let standings: [Place: DriftAnswer.Standing]
  private let names: Set<String>

  init(_ procedure: Procedure, _ answers: [DriftAnswer]) {
    self.procedure = procedure
    places = answers.map { answer in
      Place(state: procedure.name(of: answer.state), beside: answer.beside.map { procedure.name(of: $0) })
    }
    standings = Dictionary(zip(places, answers.map(\.standing)), uniquingKeysWith: { first, _ in first })
    names = Set(places.flatMap { [$0.state] + $0.beside })
  }

  func hole(_ place: Place) -> Example? {
    guard case .hole(let example)? = standings[place] else { return nil }
    return example
  }

  func holes(not other: Standings) -> [DriftDifference.Hole] {
    places.compactMap { place in
      guard let example = hole(place), other.hole(place) == nil else { return nil }
      return DriftDifference.Hole(
        state: place.state, beside: place.beside, example: example, otherwise: other.otherwise(place))
    }
  }

  private func otherwise(_ place: Place) -> DriftDifference.Otherwise {
    func rules(_ indices: [RuleIndex]) -> [String] { indices.map { procedure.rules[$0].fullName } }
    return switch standings[place] {
    case .watched(let clocks): .watched(by: rules(clocks))
    case .onlyAgainst(let breaches): .onlyAgainst(rules(breaches.first?.rules ?? []))
    case .hole, .notFound: .notDecided
    case nil: names.contains(place.state) ? .notDecided : .noSuchState
    }
  }
}
