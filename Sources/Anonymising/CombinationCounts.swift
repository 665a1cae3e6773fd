/// How many cases share each combination of what the cases still say.
///
/// **Memory:** grows with the number of combinations, and not with that of cases.
public struct CombinationCounts: Sendable {
  public let identifiers: [QuasiIdentifier]
  /// From how many cases on a combination is not rare.
  public let least: Int
  private var groups: [[String]: Group] = [:]
  public private(set) var cases = 0

  private struct Group: Sendable {
    var count = 0
    /// The pseudonyms of its cases, as long as it is rare.
    var names: [String] = []
  }

  public init(of identifiers: [QuasiIdentifier], atLeast least: Int) {
    (self.identifiers, self.least) = (identifiers, least)
  }

  /// What an anonymous case says, one value for each identifier.
  public func combination(of anonymous: AnonymousCase) -> [String] { identifiers.map { $0.value(in: anonymous) } }

  /// Counts a case.
  ///
  /// - Parameter name: its pseudonym.
  public mutating func add(_ combination: [String], name: String) {
    cases += 1
    groups[combination, default: Group()].count += 1
    guard let count = groups[combination]?.count else { return }
    if count < least { groups[combination]?.names.append(name) } else { groups[combination]?.names = [] }
  }

  /// The combinations of fewer cases than `least`, and what makes them rare.
  ///
  /// - Complexity: O(n m) in the combinations and the identifiers.
  public var rarity: Rarity {
    let without = identifiers.indices.map { counts(without: $0) }
    func isRare(_ combination: [String], without place: Int) -> Bool {
      (without[place][CombinationCounts.key(combination, without: place)] ?? 0) < least
    }
    let rare = groups.filter { $0.value.count < least }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let combinations = rare.map { combination, group in
      Rarity.Combination(
        values: combination, names: group.names.sorted(),
        rareBy: identifiers.indices.filter { !isRare(combination, without: $0) })
    }
    return Rarity(
      identifiers: identifiers, least: least, cases: cases, combinationCount: groups.count, rare: combinations,
      rareCasesWithout: identifiers.indices.map { place in
        groups.reduce(0) { $0 + (isRare($1.key, without: place) ? $1.value.count : 0) }
      })
  }

  private func counts(without place: Int) -> [[String]: Int] {
    groups.reduce(into: [:]) { $0[CombinationCounts.key($1.key, without: place), default: 0] += $1.value.count }
  }

  private static func key(_ combination: [String], without place: Int) -> [String] {
    var key = combination
    key.remove(at: place)
    return key
  }
}

/// The combinations that too few cases share.
public struct Rarity: Sendable {
  public struct Combination: Sendable {
    /// One for each identifier.
    public let values: [String]
    /// The pseudonyms of the cases.
    public let names: [String]
    /// The identifiers, by number, of which each alone makes it rare: without it the combination would not be. None where only
    /// several together would help.
    public let rareBy: [Int]
  }

  public let identifiers: [QuasiIdentifier]
  public let least: Int
  /// How many cases were counted.
  public let cases: Int
  public let combinationCount: Int
  /// In the order of their values.
  public let rare: [Combination]
  /// How many cases would be in a rare combination without each identifier.
  public let rareCasesWithout: [Int]

  public var rareCases: Int { rare.reduce(0) { $0 + $1.names.count } }
}
