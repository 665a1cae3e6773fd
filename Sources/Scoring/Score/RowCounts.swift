/// How many rows were raised, raised in part, and not.
public struct RowCounts: Sendable, Hashable {
  public internal(set) var raised = 0
  public internal(set) var inPart = 0
  public internal(set) var notRaised = 0
  /// Of those raised, how many rest on a figure that no source gives.
  public internal(set) var restOnOurs = 0

  public var all: Int { raised + inPart + notRaised }

  init() {}

  init(_ rows: [RowScore]) {
    raised = rows.count { $0.outcome == .raised }
    inPart = rows.count { $0.outcome == .inPart }
    notRaised = rows.count { $0.outcome == .notRaised }
    restOnOurs = rows.count { $0.outcome == .raised && $0.restsOnOurs }
  }

  static func + (a: RowCounts, b: RowCounts) -> RowCounts {
    var sum = RowCounts()
    sum.raised = a.raised + b.raised
    sum.inPart = a.inPart + b.inPart
    sum.notRaised = a.notRaised + b.notRaised
    sum.restOnOurs = a.restOnOurs + b.restOnOurs
    return sum
  }
}
