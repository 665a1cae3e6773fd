import CivilTime
import Conditions
import Procedures
import Replay
import Testing

@testable import Exploration

@Suite struct `Timescales that no path can meet together` {
  private func conflicts(_ rules: String) throws -> (conflicts: [TimescaleConflict], explorer: Explorer) {
    let explorer = Explorer(try SmallProcedure.read(SmallProcedure.workflow(rules: rules)))
    return (explorer.timescaleConflicts(), explorer)
  }

  private func names(_ rules: [RuleIndex], _ explorer: Explorer) -> [String] {
    rules.map { explorer.procedure.rules[$0].name }
  }

  private static let limit = "  limit: {says: Met., within: 5 days, of: opened, expect: met, source: ours}\n"

  @Test func `A limit and a check that asks for more time than it leaves are told, with both examples`() throws {
    let (conflicts, explorer) = try conflicts(
      Self.limit + "  wait: {says: Later., at: met, require: 'this.happened >= latest(opened).happened + duration(\"P10D\")', "
        + "finds: out of order, source: ours}")
    let conflict = try #require(conflicts.first)
    #expect(conflicts.count == 1)
    #expect(names(conflict.rules, explorer) == ["limit", "wait"])
    #expect(conflict.limits == 1)
    #expect(conflict.isAlways)
    #expect(conflict.count > 1_000)
    let inTime = explorer.situation(conflict.inTime)
    #expect(names(inTime.breaches.map(\.rule), explorer) == ["wait"])
    #expect(inTime.breaches.map(\.verdict) == [.broken])
    let inOrder = explorer.situation(try #require(conflict.inOrder))
    #expect(names(inOrder.breaches.map(\.rule), explorer) == ["limit"])
    #expect(inOrder.breaches.map(\.verdict) == [.late])
  }

  @Test(arguments: [
    // The check leaves just enough time.
    "'this.happened >= latest(opened).happened + duration(\"P5D\")'",
    // What it asks for may have been done before the clock opened.
    "'some t in told satisfies working days between(t.happened, this.happened) >= 15'",
    // It asks for nothing where another holds.
    "'this.happened >= latest(opened).happened + duration(\"P10D\") or count(moved) = 0'",
    "'count(told) >= 3'",
  ])
  func `What can be kept together is not told`(require: String) throws {
    let rule = "  wait: {says: Later., at: met, require: \(require), finds: out of order, source: ours}"
    #expect(try conflicts(Self.limit + rule).conflicts.isEmpty)
  }

  @Test func `A step that must come before, and cannot begin before the clock opens, takes its time`() throws {
    let (conflicts, explorer) = try conflicts(
      Self.limit + """
          notice: {says: Told a week before., at: met,
            require: 'some t in told satisfies working days between(t.happened, this.happened) >= 5', finds: not told, source: ours}
          told_after: {says: Told after., at: told, require: occurred(opened), finds: out of order, source: ours}
          other: {says: Moved first., at: met, require: 'count(moved) < 9', finds: out of order, source: ours}
        """)
    let conflict = try #require(conflicts.first)
    #expect(names(conflict.rules, explorer) == ["limit", "notice", "told_after"])
    #expect(explorer.situation(conflict.inTime).breaches.map(\.verdict) == [.broken])
    #expect(explorer.situation(try #require(conflict.inOrder)).breaches.map(\.verdict) == [.late])
  }

  @Test func `Only the days are told on which a holiday takes the time`() throws {
    let (conflicts, explorer) = try conflicts(
      """
        limit: {says: Met., within: 10 days, of: opened, expect: met, source: ours}
        wait: {says: Later., at: met, require: 'this.happened >= add working days(latest(opened).happened, 5)',
          finds: out of order, source: ours}
      """)
    let conflict = try #require(conflicts.first)
    #expect(!conflict.isAlways)
    let calendar = WorkingCalendar.englandAndWales
    let tried = (0...conflict.tried.upperBound.days(since: conflict.tried.lowerBound))
      .map { conflict.tried.lowerBound.adding(days: $0) }.filter { calendar.isWorkingDay($0) == true }
    #expect(tried.count == conflict.count)
    #expect(conflict.days == tried.filter { calendar.adding(workingDays: 5, to: $0)! > $0.adding(days: 10) })
    #expect(conflict.days.contains { $0.description.hasSuffix("-12-24") })
    #expect(names(conflict.rules, explorer) == ["limit", "wait"])
  }

  @Test func `Limits that set one another running are told with the check that asks for more than all of them`() throws {
    let (conflicts, explorer) = try conflicts(
      Self.limit + """
          next: {says: Told., within: 5 days, of: met, expect: told, source: ours}
          wait: {says: Later., at: told, require: 'this.happened >= latest(opened).happened + duration("P15D")',
            finds: out of order, source: ours}
        """)
    let conflict = try #require(conflicts.first)
    #expect(conflicts.count == 1)
    #expect(names(conflict.rules, explorer) == ["limit", "next", "wait"])
    #expect(conflict.limits == 2)
    #expect(explorer.situation(conflict.inTime).breaches.map(\.verdict) == [.broken])
  }

  @Test func `The interval of a cadence that its own check forbids is told`() throws {
    let (conflicts, explorer) = try conflicts(
      """
        often: {says: Met often., every: 5 days, while: open, expect: told, source: ours}
        seldom: {says: Not too often., at: told, finds: below plan, source: ours,
          require: 'count(ever(told)) = 0 or this.happened >= latest(ever(told)).happened + duration("P14D")'}
      """)
    #expect(conflicts.map { names($0.rules, explorer) } == [["often", "seldom"]])
  }

  @Test func `A step that waits for itself never meets its limit, in time or after`() throws {
    let (conflicts, explorer) = try conflicts(
      Self.limit + """
          first: {says: Told first., at: met, require: occurred(told), finds: out of order, source: ours}
          then: {says: Met first., at: told, require: occurred(met), finds: out of order, source: ours}
        """)
    let conflict = try #require(conflicts.first)
    #expect(names(conflict.rules, explorer) == ["limit", "first", "then"])
    #expect(conflict.inOrder == nil)
  }
}
