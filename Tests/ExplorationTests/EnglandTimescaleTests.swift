import Diagnostics
import Procedures
import Replay
import Testing

@testable import Exploration

@Suite struct `Timescales of the national procedure` {
  @Test(arguments: [
    nil, "ava-city-then", "early-pre-birth-conference", "four-weekly-child-in-need", "limits-as-coded", "matt-city-then",
    "monthly-core-groups", "plan-continues-until-review", "plan-ends-on-interim-order", "plan-sets-visits",
    "theo-county-since", "theo-county-then", "two-weekly-visits",
  ])
  func `With every profile its rules can be kept together`(profile: String?) throws {
    let procedure = try England.procedure(profile: profile)
    let told = Explorer(procedure).timescaleConflicts().map { $0.rules.map { procedure.rules[$0].fullName } }
    #expect(told == [])
  }

  /// The case management hearing is not held before the twelfth working day, the day of issue being the first.
  @Test(arguments: [(12, false), (11, true)])
  func `A court that wants the case management hearing before it may be held is told`(day: Int, isTold: Bool) throws {
    let profile = SourceText(
      name: "early.yaml",
      text: """
        profile: early
        title: An early hearing
        extends: england
        sources: {early_court: {title: A court, dated: "2020", force: local}}
        parameters:
          case_management_hearing_within:
            value: \(day) working days
            says: Longest time from issue to the case management hearing.
            source: early_court

        """)
    let procedure = try England.procedure(profile: profile)
    let explorer = Explorer(procedure)
    let conflicts = explorer.timescaleConflicts()
    #expect(conflicts.count == (isTold ? 1 : 0))
    guard let conflict = conflicts.first else { return }
    #expect(
      conflict.rules.map { procedure.rules[$0].fullName } == [
        "care_proceedings.case_management_hearing", "care_proceedings.case_management_hearing_not_early",
      ])
    #expect(conflict.isAlways)
    let inOrder = explorer.situation(try #require(conflict.inOrder))
    #expect(inOrder.breaches.filter { conflict.rules.contains($0.rule) }.map(\.verdict) == [.late])
  }
}
