/// What a score comes to, of one review or of several together.
public struct ScoreCounts: Sendable, Hashable {
  private var byMark: [MachineMark: RowCounts]
  /// The rows that must be raised, whatever a machine can see.
  public let required: RowCounts
  public let flags: FlagCounts
  private var byRule: [String: FlagCounts]

  init(_ score: ReviewScore) {
    byMark = Dictionary(
      uniqueKeysWithValues: MachineMark.allCases.map { mark in
        (mark, RowCounts(score.rows.filter { $0.row.machine == mark }))
      })
    required = RowCounts(score.rows.filter(\.row.isRequired))
    flags = FlagCounts(score.flags)
    byRule = Dictionary(grouping: score.flags, by: \.rule).mapValues(FlagCounts.init)
  }

  private init(byMark: [MachineMark: RowCounts], required: RowCounts, flags: FlagCounts, byRule: [String: FlagCounts]) {
    self.byMark = byMark
    self.required = required
    self.flags = flags
    self.byRule = byRule
  }

  /// The rows with that mark.
  public subscript(mark: MachineMark) -> RowCounts { byMark[mark] ?? RowCounts() }

  public var rows: RowCounts { MachineMark.allCases.map { self[$0] }.reduce(RowCounts(), +) }

  /// The rules that raised a flag, in the order of their names.
  public var rules: [(name: String, flags: FlagCounts)] {
    byRule.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
  }

  /// The sum over several reviews.
  public static func sum(of scores: [ReviewScore]) -> ScoreCounts {
    let none = ScoreCounts(byMark: [:], required: RowCounts(), flags: FlagCounts(), byRule: [:])
    return scores.map(\.counts).reduce(none) { a, b in
      ScoreCounts(
        byMark: a.byMark.merging(b.byMark, uniquingKeysWith: +), required: a.required + b.required,
        flags: a.flags + b.flags, byRule: a.byRule.merging(b.byRule, uniquingKeysWith: +))
    }
  }
}
