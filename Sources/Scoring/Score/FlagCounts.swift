/// How many flags there are of each standing.
public struct FlagCounts: Sendable, Hashable {
  public internal(set) var matched = 0
  public internal(set) var defended = 0
  public internal(set) var unexplained = 0

  public var all: Int { matched + defended + unexplained }

  init() {}

  init(_ flags: [FlagScore]) {
    matched = flags.count { $0.standing == .matched }
    defended = flags.count { $0.standing == .defended }
    unexplained = flags.count { $0.standing == .unexplained }
  }

  static func + (a: FlagCounts, b: FlagCounts) -> FlagCounts {
    var sum = FlagCounts()
    sum.matched = a.matched + b.matched
    sum.defended = a.defended + b.defended
    sum.unexplained = a.unexplained + b.unexplained
    return sum
  }
}
