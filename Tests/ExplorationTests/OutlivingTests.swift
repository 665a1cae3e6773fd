import Conditions
import Procedures
import Replay
import Testing

@testable import Exploration

@Suite struct `Clocks that outlive their workflow` {
  private func outliving(_ rules: String) throws -> [OutlivingClock] {
    try Explorer(SmallProcedure.read(SmallProcedure.workflow(rules: rules))).outlivingClocks(budget: 100)
  }

  @Test func `A limit that the end of the workflow does not end is told with an example`() throws {
    let procedure = try SmallProcedure.read(
      SmallProcedure.workflow(rules: "  r: {says: Told., within: 4 weeks, of: opened, expect: told, source: ours}"))
    let explorer = Explorer(procedure)
    let clock = try #require(explorer.outlivingClocks(budget: 100).first)
    let situation = explorer.situation(clock.example)
    #expect(
      procedure.workflows[0].states.indices.filter { situation.active.contains(.init(workflow: 0, state: $0)) }
        .map { procedure.workflows[0].states[$0].name } == ["over"])
    #expect(situation.open.map(\.rule) == [clock.rule])
  }

  @Test(arguments: [
    "while: open", "unless: closed", "unless: 'any of [moved, closed]'",
  ])
  func `A limit that a while or an exception ends with the workflow is not`(key: String) throws {
    let rule = "  r: {says: Told., within: 4 weeks, of: opened, expect: told, \(key), source: ours}"
    #expect(try outliving(rule).isEmpty)
  }

  @Test func `A limit that the end itself opens is not, and neither is one that the end meets`() throws {
    #expect(try outliving("  r: {says: Told., within: 4 weeks, of: closed, expect: told, source: ours}").isEmpty)
    #expect(try outliving("  r: {says: Ends., within: 4 weeks, of: opened, expect: closed, source: ours}").isEmpty)
    #expect(try outliving("  r: {says: Ends., within: 4 weeks, of: opened, expect: leaving open, source: ours}").isEmpty)
  }

  @Test func `An exception that only sometimes comes with the end leaves the clock open`() throws {
    #expect(
      try outliving("  r: {says: Told., within: 4 weeks, of: opened, expect: told, unless: moved, source: ours}").count == 1)
  }
}
