import Procedures
import Testing
import Workbench

@testable import PlumblineBenchmark

@Suite("The twelve rules that peers answer too")
struct TwelveRulesTests {
  @Test("A profile leaves on the twelve rules and no other")
  func profileKeepsTwelve() throws {
    let procedure = try #require(BuiltInProcedure.named("england", withRules: TwelveRules.names))
    #expect(Set(procedure.rules.map(\.fullName)) == Set(TwelveRules.names))
    #expect(TwelveRules.names.count == 12)
  }

  @Test("A rule that is not there gives no procedure")
  func unknownRule() {
    #expect(BuiltInProcedure.named("england", withRules: ["referral.no_such_rule"]) == nil)
  }

  @Test("They are of all four forms")
  func allForms() throws {
    let procedure = try #require(BuiltInProcedure.named("england", withRules: TwelveRules.names))
    var (deadlines, cadences, checks, invariants) = (0, 0, 0, 0)
    for rule in procedure.rules {
      switch rule.form {
      case .deadline: deadlines += 1
      case .cadence: cadences += 1
      case .check: checks += 1
      case .invariant: invariants += 1
      }
    }
    #expect([deadlines, cadences, checks, invariants] == [5, 3, 2, 2])
  }
}
