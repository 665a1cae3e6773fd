import Procedures
import Replay
import Reporting
import Testing

@testable import Workbench

@Suite struct `Explaining a finding` {
  private func explain(_ history: String, _ finding: String) throws -> Answer {
    .explain(try Harbour.history(history), finding: finding, Harbour.request)
  }

  @Test(arguments: [
    ("dated", "dated/ann/plan.first_group/e1#1", "explain-late.txt"),
    ("dated", "dated/ben/court.missed_transition/e5#1", "explain-missed-transition.txt"),
    ("dated", "dated/ben/court.plan_beside/e6#1", "explain-conflict.txt"),
    ("relative", "relative/cass/plan.visits/e2#1", "explain-gap.txt"),
    ("relative", "relative/cass/plan.attendance[health_visitor]/e3#1", "explain-not-recorded.txt"),
  ])
  func `An explanation reads as its golden`(history: String, finding: String, golden: String) throws {
    let answer = try explain(history, finding)
    #expect(answer.status == .clean)
    try Golden.expect(answer.output, is: golden)
  }

  @Test(arguments: [
    ("dated", "dated/ann/plan.first_group/e1#1", "explain-late.json"),
    ("dated", "dated/ben/court.missed_transition/e5#1", "explain-missed-transition.json"),
  ])
  func `An explanation for a program reads as its golden`(history: String, finding: String, golden: String) throws {
    let options = OutputOptions(format: .json)
    let answer = Answer.explain(try Harbour.history(history), finding: finding, Harbour.request, options: options)
    #expect(answer.status == .clean)
    try Golden.expect(answer.output, is: golden)
  }

  @Test(arguments: ["dated/ann/plan.first", "ann/plan.first_group", "dated/ann/plan.first_group/e1#1"])
  func `Enough of the beginning names a finding, with or without the case`(name: String) throws {
    #expect(try explain("dated", name).output.hasPrefix("Finding dated/ann/plan.first_group/e1#1\n"))
  }

  @Test func `The number of a finding is the one in the report, narrowed or not`() throws {
    let history = try Harbour.history("dated")
    for word in ["ben", "gap", "court"] {
      let report = Answer.replay([history], Harbour.request, filter: FindingFilter(only: [word])).output
      let numbered = report.matches(of: /\n  (\d+)\. [^\n]*(?s:.*?)\n     Finding    ([^\n]+)/)
      #expect(!numbered.isEmpty)
      for found in numbered {
        let answer = Answer.explain(history, finding: String(found.output.1), Harbour.request)
        #expect(answer.output.contains(found.output.2), "\(answer.messages)")
        #expect(answer.output.contains("Number     \(found.output.1) in the report"))
      }
    }
  }

  @Test func `A number that the report has not is refused`() throws {
    let answer = try explain("dated", "99")
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("The report has no finding 99."))
  }

  @Test func `A beginning of several findings lists them`() throws {
    let answer = try explain("dated", "dated/ann")
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("dated/ann/plan.first_group/e1#1, "))
  }

  @Test(arguments: ["theo/ruby/visits", "theo/theo/core_group", "theo/ruby/reunification"])
  func `A beginning of several findings lists what is certain, then what is possible, then what is not recorded`(
    name: String
  ) throws {
    var bench = Workbench(ReplayRequest())
    let theo = try Harbour.simulation("theo")
    let judged = bench.reportedCase(theo)
    let reported = try #require(judged)
    let meant = reported.replay.findings.filter { $0.identifier.hasPrefix(name) }
    let ranks = meant.map { $0.kind == .notRecorded ? 2 : $0.certainty == .possible ? 1 : 0 }
    let ordered = (0...2).flatMap { rank in zip(meant, ranks).filter { $1 == rank }.map(\.0.identifier) }
    let messages = Answer.explain(theo, finding: name, ReplayRequest()).messages
    #expect(messages.contains("Say which: \(ordered.prefix(10).joined(separator: ", "))"), "\(messages)")
    #expect(Set(ranks).count > 1 && ranks != ranks.sorted())
  }

  @Test func `A finding that is not there suggests the nearest`() throws {
    let answer = try explain("dated", "dated/ann/plan.frist_group/e1#1")
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("Did you mean \"dated/ann/plan.first_group/e1#1\"?"))
  }

  @Test func `A length that is worked out from the case is told by what it came to`() throws {
    let theo = try Harbour.simulation("theo")
    let answer = Answer.explain(theo, finding: "theo/ruby/agreements.action_done/e21a#1", ReplayRequest())
    let told = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("It falls due: 4 weeks from e21a."), "\(told)")
    #expect(
      told.contains(
        "within the \"due within\" of what set the clock running where that is recorded, and else 4 weeks (agreed action within)"),
      "\(told)")
    let report = Answer.replay([theo], ReplayRequest()).output
    #expect(report.contains("(4 weeks from e21a)") && report.contains("(every 4 weeks, from the beginning of e71)"))
    #expect(!report.contains(/a length\s+worked\s+out/))
  }

  @Test func `A dated figure is explained by the value that stood on the day`() throws {
    let early = try Harbour.history("dated", replacing: "2019-04-04", with: "2017-04-03")
    let answer = Answer.explain(early, finding: "dated/ann/plan.first_group", Harbour.request)
    #expect(answer.output.contains("15 working days, from 1 Jan 2010 to 30 Jun 2018 (used here)"))
    #expect(answer.output.contains("10 working days, from 1 Jul 2018 on\n"))
    // 14 and 17 April 2017 were Good Friday and Easter Monday.
    #expect(answer.output.contains("Good Friday, Fri 14 Apr 2017"))
  }
}
