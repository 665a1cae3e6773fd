import Testing

@testable import Workbench

@Suite struct `Reports of a replay` {
  @Test(arguments: ["dated", "relative", "kept"])
  func `A report for a person reads as its golden`(name: String) throws {
    let answer = Answer.replay([try Harbour.history(name)], Harbour.request)
    #expect(answer.messages == "")
    try Golden.expect(answer.output, is: "\(name).txt")
  }

  @Test(arguments: ["dated", "relative", "kept"])
  func `A report for a program reads as its golden`(name: String) throws {
    let answer = Answer.replay([try Harbour.history(name)], Harbour.request, options: OutputOptions(format: .json))
    try Golden.expect(answer.output, is: "\(name).json")
  }

  @Test func `A report of several cases ends with a line for each`() throws {
    let histories = try ["dated", "kept", "relative"].map(Harbour.history)
    try Golden.expect(Answer.replay(histories, Harbour.request).output, is: "several.txt")
  }

  @Test(arguments: ["dated", "relative", "kept"])
  func `No line of a report is wider than a hundred columns`(name: String) throws {
    let output = Answer.replay([try Harbour.history(name)], Harbour.request).output
    for line in output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test func `Colour adds nothing but colour`() throws {
    let history = try Harbour.history("dated")
    let plain = Answer.replay([history], Harbour.request)
    let coloured = Answer.replay([history], Harbour.request, options: OutputOptions(output: .colour))
    #expect(coloured.output.contains("\u{1B}["))
    #expect(coloured.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.output)
    #expect(!plain.output.contains("\u{1B}"))
  }

  @Test func `Text of a history cannot steer the terminal`() throws {
    let history = try Harbour.history("dated", replacing: "title: A case with dates", with: #"title: "A \e[31mcase""#)
    let answer = Answer.replay([history], Harbour.request)
    #expect(!(answer.output + answer.messages).contains("\u{1B}"))
  }

  @Test func `A rate has its denominator: every clock that opened is in the table`() throws {
    let output = Answer.replay([try Harbour.history("dated")], Harbour.request).output
    // Ann's visits: one interval kept and one broken; Ben's: one broken.
    #expect(output.contains(/visits +1 +\. +2 +\. +\. +\. +3\n/))
  }

  @Test func `Findings alike for two children are printed once and name both`() throws {
    let output = Answer.replay([try Harbour.history("dated")], Harbour.request).output
    #expect(output.ranges(of: "\"Group held\" came 3 working days late.").count == 1)
    #expect(output.contains("dated/ann/plan.first_group/e1#1"))
    #expect(output.contains("dated/ben/plan.first_group/e1#1"))
  }
}
