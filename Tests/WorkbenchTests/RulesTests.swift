import Testing

@testable import Workbench

@Suite struct `Listing rules` {
  private func rules(_ states: [String] = [], at events: [String] = []) -> Answer {
    .rules(Harbour.request, in: states, at: events)
  }

  /// The names of the rules listed, in order.
  private func names(_ answer: Answer) -> [String] {
    answer.output.matches(of: #/\n {5}Rule {7}(\S+) \(/#).map { String($0.output.1) }
  }

  @Test func `Without a situation every rule is listed`() {
    let answer = rules()
    #expect(answer.status == .clean)
    #expect(names(answer) == ["court.plan_beside", "plan.first_group", "plan.attendance", "plan.visits", "plan.agreed"])
  }

  @Test func `Where a child is, what runs and must hold there is listed`() {
    #expect(names(rules(["plan.on_plan"])) == ["plan.first_group", "plan.visits"])
    #expect(names(rules(["on_plan"])) == ["plan.first_group", "plan.visits"])
    #expect(names(rules(["court.issued"])) == ["court.plan_beside"])
    #expect(names(rules(["plan.none"])).isEmpty)
  }

  @Test func `What happens is checked, and leads to where other rules run`() {
    let answer = rules(["plan.none"], at: ["plan_made"])
    #expect(names(answer) == ["plan.first_group", "plan.agreed", "plan.visits"])
    #expect(answer.output.contains("Leading to \"On a plan\" of The plan and its group"))
    #expect(answer.output.contains("Begins to run at what happens (1)"))
    #expect(answer.output.contains("Is checked at what happens (1)"))
    #expect(answer.output.contains("Runs or must hold where the child is (1)"))
  }

  @Test func `What happens where a rule certainly does not apply is not listed`() {
    #expect(names(rules(at: ["group_held"])) == ["plan.attendance"])
  }

  @Test(arguments: [
    (["plan.on_paln"], [], "Did you mean \"plan.on_plan\"?"), (["none"], [], "Say which: court.none, plan.none."),
    ([], ["group_hled"], "Did you mean \"group_held\"?"),
  ])
  func `A name that is not there, or is not one, is refused with the mend`(
    states: [String], events: [String], mend: String
  ) {
    let answer = rules(states, at: events)
    #expect(answer.status == .badInput)
    #expect(answer.output == "")
    #expect(answer.messages.contains(mend), "\(answer.messages)")
  }

  @Test func `The list for a program has the same rules`() {
    let answer = Answer.rules(Harbour.request, in: ["on_plan"], at: [], options: OutputOptions(format: .json))
    #expect(answer.output.contains("\"schema\": \"plumbline.rules/1\""))
    let names = answer.output.matches(of: /"rule": "([^"]+)"/).map { String($0.output.1) }
    #expect(names == ["plan.first_group", "plan.visits"])
  }
}
