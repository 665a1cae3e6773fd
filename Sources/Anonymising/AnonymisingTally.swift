import Histories

/// What came of making cases anonymous, counted over all of them.
public struct AnonymisingTally: Sendable {
  public private(set) var written = 0
  public private(set) var events = 0
  /// The pseudonyms of the cases that no number of weeks leaves as they were, in their order.
  public private(set) var withheld: [String] = []
  /// How many numbers of weeks were tried for the cases that were written.
  public private(set) var tries = 0
  public private(set) var mostTries = 0
  /// How many of the cases that were written hide among fewer moves than `AnonymisingOptions.manyMoves`.
  public private(set) var barelyHidden = 0
  public private(set) var combinations: CombinationCounts

  public init(_ combinations: CombinationCounts) { self.combinations = combinations }

  /// Counts a case that was written.
  public mutating func add(_ anonymous: AnonymousCase, combination: [String]) {
    written += 1
    events += anonymous.history.events.count
    tries += anonymous.tries
    if anonymous.moves < AnonymisingOptions.manyMoves { barelyHidden += 1 }
    mostTries = max(mostTries, anonymous.tries)
    combinations.add(combination, name: anonymous.name)
  }

  public mutating func withhold(_ name: String) { withheld.append(name) }
}
