import Diagnostics
import Procedures
import Replay
import Reporting
import Testing

@testable import Workbench

/// What the histories of the harbour reach, counted by hand.
@Suite struct `What replays reach` {
  private static func judged(_ history: String, _ request: ReplayRequest = Harbour.request) throws -> JudgedCase {
    var bench = Workbench(request)
    return try #require(bench.reportedCase(try Harbour.history(history))).judged
  }

  private static func coverage(_ histories: [String]) throws -> ReplayCoverage {
    var coverage = ReplayCoverage()
    for history in histories { coverage.add(try judged(history)) }
    return coverage
  }

  private static func workflow(_ name: String, _ coverage: ReplayCoverage) throws -> WorkflowCoverage {
    try #require(coverage.workflows.first { $0.name == name })
  }

  @Test func `A procedure that nothing was replayed under is a whole of which nothing is reached`() throws {
    var coverage = ReplayCoverage()
    coverage.include(try Self.judged("kept").procedure)
    #expect(!coverage.counts.isReached)
    #expect(coverage.counts.whole(.states) == 7)
    #expect(coverage.counts.whole(.transitions) == 6)
    #expect(coverage.counts.whole(.rules) == 5)
  }

  /// Both plans are made and ended; only Ben's court machine moves, and no letter is recorded.
  @Test func `Each state that a machine which moves is in counts once for each stay`() throws {
    let coverage = try Self.coverage(["dated"])
    let plan = try Self.workflow("plan", coverage)
    #expect(plan.states.map(\.entered) == [2, 2, 2])
    let court = try Self.workflow("court", coverage)
    #expect(court.states.map(\.path) == ["none", "legal_planning", "letter_sent", "issued"])
    #expect(court.states.map(\.entered) == [1, 1, 0, 1])
    #expect(!(try Self.workflow("court", Self.coverage(["kept"])).isReached))
  }

  @Test func `A transition that was passed over was not taken`() throws {
    let court = try Self.workflow("court", Self.coverage(["dated"]))
    #expect(court.transitions.map(\.hears) == [["legal_meeting_held"], ["letter_sent"], ["proceedings_issued"]])
    #expect(court.transitions.map(\.taken) == [1, 0, 1])
    #expect(court.transitions.map(\.passedOver) == [0, 1, 0])
    #expect(court.counts.reached(.transitions) == 2)
  }

  @Test func `A rule is kept and broken as its judgements are`() throws {
    let plan = try Self.workflow("plan", Self.coverage(["dated", "kept"]))
    let group = try #require(plan.rules.first { $0.name == "plan.first_group" })
    #expect([group.tally.total, group.kept, group.broken] == [3, 1, 2])
    let agreed = try #require(plan.rules.first { $0.name == "plan.agreed" })
    #expect([agreed.tally.total, agreed.kept, agreed.broken] == [3, 3, 0])
    #expect(plan.counts.reached(.rules) == 4)
  }

  @Test func `Replays under several profiles add up`() throws {
    var request = Harbour.request
    request.profile = .named("calm")
    var coverage = try Self.coverage(["kept"])
    let before = coverage.counts
    coverage.add(try Self.judged("kept", request))
    #expect(coverage.counts.whole(.states) == before.whole(.states))
    #expect(coverage.counts.whole(.transitions) == before.whole(.transitions))
    #expect(try Self.workflow("plan", coverage).states.map(\.entered) == [2, 2, 0])
  }

  @Test func `It may be narrowed to some workflows`() throws {
    let narrowed = try Self.coverage(["dated"]).narrowed(to: ["court"])
    #expect(narrowed.workflows.map(\.name) == ["court"])
    #expect(narrowed.counts.whole(.states) == 4)
  }

  /// Two of three are 66.7 percent: at least 66, and not 67.
  @Test func `Percent are of the whole, and all of nothing is reached`() throws {
    let court = try Self.workflow("court", Self.coverage(["dated"])).counts
    #expect(court.reaches(66, of: .transitions) && !court.reaches(67, of: .transitions))
    #expect(ReplayCoverage().counts.reaches(100, of: .states))
  }
}
