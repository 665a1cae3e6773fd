import Procedures
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
}
