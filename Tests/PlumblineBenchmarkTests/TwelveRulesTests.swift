import Procedures
import Testing
import Workbench

@testable import PlumblineBenchmark

@Suite struct `The twelve rules that peers answer too` {
  @Test func `A profile leaves on the twelve rules and no other`() throws {
    let procedure = try #require(BuiltInProcedure.named("england", withRules: TwelveRules.names))
    #expect(Set(procedure.rules.map(\.fullName)) == Set(TwelveRules.names))
    #expect(TwelveRules.names.count == 12)
  }

  @Test func `A rule that is not there gives no procedure`() {
    #expect(BuiltInProcedure.named("england", withRules: ["referral.no_such_rule"]) == nil)
  }

  @Test func `They are of all four forms`() throws {
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
