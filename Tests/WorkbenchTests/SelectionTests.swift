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
    (["medium"], ", severity medium", ", severity high"), (["high"], ", severity high", ", severity medium"),
    (["Ann"], "dated/ann/", "dated/ben/"), (["LATE"], "plan.first_group", "missed_transition"),
    (["child:ann", "severity:medium"], ", severity medium", "dated/ben/"),
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

  @Test func `The head of a report names the severity it is narrowed to`() throws {
    let filter = FindingFilter(only: ["high", "medium"])
    let answer = Answer.replay([try Harbour.history("dated")], Harbour.request, filter: filter)
    #expect(answer.output.contains("Only            severity medium or severity high\n"), "\(answer.output.prefix(400))")
  }

  /// The dated case with a child of another name.
  private func replay(calling name: String, only word: String) throws -> Answer {
    let text = try Harbour.text("dated").replacing(/\bben\b/, with: name)
    let file = InputFile(name: "dated.yaml", content: .bytes(Array(text.utf8)))
    return Answer.replay([file], Harbour.request, filter: FindingFilter(only: [word]))
  }

  @Test func `A word that means two things is refused with what to write for each`() throws {
    let unclear = try replay(calling: "late", only: "late")
    #expect(unclear.status == .badInput && unclear.output == "")
    #expect(unclear.messages.contains("--only: error PL6006: \"late\" may mean several things."))
    #expect(unclear.messages.contains("mend: Write kind:late or child:late."))
    let child = try replay(calling: "late", only: "child:late")
    #expect(child.output.contains("dated/late/") && !child.output.contains("dated/ann/"))
    let kind = try replay(calling: "late", only: "kind:late")
    #expect(kind.output.contains("dated/ann/plan.first_group") && !kind.output.contains("missed_transition"))
    // What is called exactly so goes before what differs in capitals.
    #expect(try replay(calling: "Ann", only: "Ann").output.contains("dated/Ann/"))
    #expect(try replay(calling: "Ann", only: "ANN").messages.contains("Write child:Ann or child:ann."))
  }

  @Test func `The words that are known are named once each, and no child`() throws {
    let told = try replay(calling: "zoe", only: "incomprehensible").messages
    let known = try #require(told.firstMatch(of: /Known: ([^;]*); the name of a workflow, such as [a-z_]+; and that of a child/))
      .output.1.split(separator: ", ")
    #expect(Set(known).count == known.count && Set(["late", "high", "possible"]).isSubset(of: known))
    // Not even where it is nearly right.
    let near = try replay(calling: "zoe", only: "zoey").messages
    #expect(told.contains("PL6006") && !told.contains("zoe"))
    #expect(near.contains("PL6006") && !near.replacing("zoey", with: "").contains("zoe"))
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
