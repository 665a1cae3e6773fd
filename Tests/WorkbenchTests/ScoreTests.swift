import Diagnostics
import Procedures
import Replay
import Scoring
import Testing

@testable import Workbench

/// The numbers are those worked out by hand at the head of the fixture.
@Suite struct `The score of a review` {
  private static func score(_ files: [InputFile] = Pier.files) throws -> ReviewScore {
    var bench = ReviewBench(files, Pier.request)
    let table = try #require(files[0].decoded().source)
    let score = bench.score(table)
    return try #require(score, "\(bench.diagnostics.map(\.message))")
  }

  @Test func `Rows are counted by what a machine can see`() throws {
    let counts = try Self.score().counts
    #expect([counts[.yes].raised, counts[.yes].inPart, counts[.yes].notRaised] == [3, 0, 1])
    #expect([counts[.partly].raised, counts[.partly].inPart, counts[.partly].notRaised] == [0, 1, 1])
    #expect([counts[.no].raised, counts[.no].notRaised] == [0, 1])
    #expect([counts.required.raised, counts.required.all] == [1, 1])
  }

  @Test func `A raised row rests on a figure of ours where any of its findings does`() throws {
    let score = try Self.score()
    #expect(score.rows.filter { $0.outcome == .raised && $0.restsOnOurs }.map(\.row.number) == [2, 7])
    #expect(score.counts.rows.restOnOurs == 2)
  }

  @Test func `Flags that match no row are defended, or unexplained where only the review asks for them`() throws {
    let flags = try Self.score().flags
    let names = { (standing: FlagScore.Standing) in flags.filter { $0.standing == standing }.map(\.finding.identifier).sorted() }
    #expect(names(.matched).count == 5)
    #expect(names(.defended) == ["pier/ann/plan.letter/e4#1", "pier/ben/plan.letter/e4#1"])
    #expect(names(.unexplained) == ["pier/ben/plan.agreed/e1#1"])
  }

  @Test func `Flags are counted by rule`() throws {
    let rules = try Self.score().counts.rules
    #expect(rules.map(\.name) == ["plan.agreed", "plan.attendance", "plan.first_group", "plan.letter", "plan.visits"])
    #expect(rules.map(\.flags.all) == [1, 2, 2, 2, 1])
    #expect(rules.map(\.flags.matched) == [0, 2, 2, 0, 1])
  }

  @Test func `A listed finding is told as it was raised, if it was`() throws {
    let rows = try Self.score().rows
    #expect(rows[2].findings.map(\.outcome) == [.asListed, .notRaised])
    #expect(rows[3].findings.map(\.outcome) == [.otherwise(.absent, .certain)])
  }

  @Test func `The score reads as its golden`() throws {
    let answer = Answer.score(Pier.files, Pier.request)
    #expect(answer.messages == "")
    #expect(answer.status == .findings)
    try Golden.expect(answer.output, is: "score.txt")
    for line in answer.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test func `The score for a program reads as its golden`() throws {
    let answer = Answer.score(Pier.files, Pier.request, options: OutputOptions(format: .json))
    try Golden.expect(answer.output, is: "score.json")
  }

  @Test func `Nothing listed and not raised is clean`() throws {
    let table = Pier.table(
      """
      findings: pier
      history: pier.yaml
      rows:
        - row: 1
          machine: yes
          findings:
            - {child: ben, rule: plan.visits, event: e1, kind: gap, certainty: certain, finding: "pier/ben/plan.visits/e1#1"}
      """)
    #expect(Answer.score([table, Pier.history], Pier.request).status == .clean)
  }

  @Test func `A profile that is typed judges the rows that name none`() throws {
    var request = Pier.request
    request.profile = .named("strict")
    let output = Answer.score(Pier.files, request).output
    #expect(output.contains("profile strict"))
    // Row 3 is raised whole, since Ann's first visit now comes late as well.
    #expect(output.contains(/partly\) +1 +\. +1 +2 +50\.0%/))
  }

  @Test func `Several reviews are summed`() throws {
    let other = InputFile(name: "other/pier.yaml", content: Pier.history.content, origin: .foundInFolder)
    let table = InputFile(name: "other/pier.findings.yaml", content: Pier.table.content, origin: .foundInFolder)
    let output = Answer.score(Pier.files + [table, other], Pier.request).output
    #expect(output.contains("All 2 reviews"))
    #expect(output.contains(/\(yes\) +6 +\. +2 +8 +75\.0%/))
  }

  @Test func `Two runs are identical`() {
    for format in OutputOptions.Format.allCases {
      let outputs = (0..<2).map { _ in Answer.score(Pier.files, Pier.request, options: OutputOptions(format: format)).output }
      #expect(outputs[0] == outputs[1])
    }
  }
}
