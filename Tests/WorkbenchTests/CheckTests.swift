import Testing

@testable import Workbench

@Suite struct `Checking a procedure` {
  @Test(arguments: [(OutputOptions.Format.text, "check.txt"), (.json, "check.json")])
  func `A check of a folder reads as its golden`(format: OutputOptions.Format, golden: String) throws {
    let answer = Answer.check(Harbour.workflows, options: OutputOptions(format: format))
    try Golden.expect(answer.output + answer.messages, is: golden)
    #expect(answer.status == .clean)
  }

  @Test func `The procedures that are built in are clean`() {
    let answer = Answer.check(nil)
    #expect(answer.status == .clean, "\(answer.messages)")
  }

  @Test func `A fault is told with its place, whatever the folder is called`() {
    let answer = Answer.check(Harbour.faulty)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("workflows/harbour/court.yaml:14:"))
    #expect(answer.messages.contains("PL2103"))
  }

  @Test(arguments: ["workflows/harbour/court.yaml", "workflows/harbour/procedure.yaml"])
  func `One file of a procedure is checked with those beside it`(name: String) {
    let answer = Answer.check(Harbour.workflows, focus: name)
    #expect(answer.status == .clean, "\(answer.messages)")
    #expect(answer.output.contains("2 workflows"))
  }

  @Test func `A history is checked against the procedure beside it`() throws {
    let history = try Harbour.history("dated")
    let answer = Answer.check(Harbour.workflows + [history])
    #expect(answer.status == .clean, "\(answer.messages)")
    #expect(answer.output.contains("A case with dates (dated)\n  2 children, 6 events\n"))
  }

  @Test func `A history alone is checked against what is built in`() throws {
    let history = try Harbour.history("dated")
    let answer = Answer.check([history], focus: history.name)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6001"))
  }

  @Test func `A profile of a procedure that is nowhere is refused`() throws {
    let profile = try #require(Harbour.workflows.first { $0.name.hasSuffix("calm.yaml") })
    let answer = Answer.check([profile], focus: profile.name)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL2407"))
  }
}
