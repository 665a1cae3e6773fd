import Testing

@testable import Workbench

@Suite struct `Choosing what to tell and what fails` {
  @Test(arguments: [
    (["ann"], "dated/ann/", "dated/ben/"),
    (["court"], "court.missed_transition", "plan.first_group/e1"),
    (["late"], "plan.first_group", "missed_transition"),
    (["missed-transition"], "court.missed_transition", "plan.first_group/e1"),
    (["ben", "gap"], "dated/ben/plan.visits", "dated/ann/plan.visits"),
    (["certain"], "plan.first_group", "possible, severity"),
  ])
  func `Only what is asked for is told`(words: [String], told: String, untold: String) throws {
    let answer = Answer.replay([try Harbour.history("dated")], Harbour.request, filter: FindingFilter(only: words))
    #expect(answer.output.contains(told))
    #expect(!answer.output.contains(untold))
  }

  @Test(arguments: [
    ("dated", [], Answer.Status.findings),
    ("dated", ["none"], .clean),
    ("dated", ["certain"], .findings),
    ("dated", ["high"], .findings),
    ("relative", ["possible"], .findings),
    ("relative", ["certain"], .findings),
    ("relative", ["certain", "high"], .clean),
    ("kept", [], .clean),
  ])
  func `The exit status follows the level`(name: String, levels: [String], status: Answer.Status) throws {
    let answer = Answer.replay([try Harbour.history(name)], Harbour.request, filter: FindingFilter(failOn: levels))
    #expect(answer.status == status)
  }

  @Test func `What is not recorded never fails a replay`() throws {
    let silent = try Harbour.history("kept", replacing: "agreed: true, ", with: "")
    let answer = Answer.replay([silent], Harbour.request)
    #expect(answer.output.contains("Missing  \"agreed\""))
    #expect(answer.status == .clean)
  }

  @Test(arguments: [(["lat"], [], "Did you mean \"late\"?"), ([], ["hihg"], "Did you mean \"high\"?")])
  func `A word that nothing is called is refused`(only: [String], failOn: [String], mend: String) throws {
    let filter = FindingFilter(only: only, failOn: failOn)
    let answer = Answer.replay([try Harbour.history("dated")], Harbour.request, filter: filter)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6006"))
    #expect(answer.messages.contains(mend))
    #expect(answer.output == "")
  }
}
