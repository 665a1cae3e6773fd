import Procedures
import Replay

/// How many findings there are of each kind.
struct KindCounts: Hashable, Sendable, Codable {
  struct Counts: Hashable, Sendable, Codable {
    var certain = 0
    var possible = 0

    var all: Int { certain + possible }

    /// The certain, the possible, and all.
    var row: [Int] { [certain, possible, all] }
  }

  private var counts = Array(repeating: Counts(), count: FindingKind.allCases.count)

  init(_ findings: some Sequence<Finding> = []) {
    for finding in findings { add(finding) }
  }

  subscript(kind: FindingKind) -> Counts { counts[KindCounts.place(of: kind)] }

  /// All but what is not recorded.
  var told: Counts {
    FindingKind.allCases.filter { $0 != .notRecorded }.reduce(into: Counts()) { sum, kind in
      sum.certain += self[kind].certain
      sum.possible += self[kind].possible
    }
  }

  private static let kinds = FindingKind.allCases

  private static func place(of kind: FindingKind) -> Int { kinds.firstIndex(of: kind) ?? 0 }

  mutating func add(_ finding: Finding) {
    let place = KindCounts.place(of: finding.kind)
    if finding.certainty == .certain { counts[place].certain += 1 } else { counts[place].possible += 1 }
  }

  mutating func add(_ kind: FindingKind, certain: Int, possible: Int) {
    let place = KindCounts.place(of: kind)
    counts[place].certain += certain
    counts[place].possible += possible
  }

  mutating func add(_ other: KindCounts) {
    for place in counts.indices {
      counts[place].certain += other.counts[place].certain
      counts[place].possible += other.counts[place].possible
    }
  }
}
