import Diagnostics
import Foundation
import Replay
import Testing

@testable import Reporting
@testable import Workbench

@Suite struct `Sentences of a report` {
  /// A case of Ann's with a plan made on 4 April 2019 and these events besides.
  private func replay(_ events: [String], until: String = "2019-07-31") -> String {
    let text = """
      history: small
      title: A small case
      procedure: harbour
      children: {ann: {}}
      observed until: \(until)
      events:
        - {id: e1, event: plan_made, agreed: false, when: 2019-04-04}
      \(events.map { "  - \($0)" }.joined(separator: "\n"))

      """
    let answer = Answer.replay([InputFile(name: "small.yaml", content: .bytes(Array(text.utf8)))], Harbour.request)
    #expect(answer.messages == "")
    return answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `An absence is told only as far as it is recorded`() {
    let told = replay(["{id: e2, event: group_held, done: no, from: 2019-04-05, until: 2019-04-24}"])
    #expect(told.contains("\"Group held\" had not been done by the end of e2, which says so, 2 working days after it was due."))
    #expect(told.contains("Until Wed 24 Apr 2019 (the end of e2)"))
  }

  @Test func `A gap that an entry denies is told to the end of that entry`() {
    let told = replay(["{id: e2, event: visit_made, done: no, from: 2019-04-05, until: 2019-05-10}"])
    #expect(
      told.contains(
        "An interval went by without \"Visit made\" with \"child seen\" yes: by the end of e2, which says that there was none, "
          + "it was overdue by 1 week"), "\(told)")
  }

  @Test func `An explanation tells between which days an entry denies a step`() {
    let text = """
      history: small
      title: A small case
      procedure: harbour
      children: {ann: {}}
      observed until: 2019-07-31
      events:
        - {id: e1, event: plan_made, agreed: false, when: 2019-04-04}
        - {id: e2, event: group_held, done: no, from: 2019-04-05, until: 2019-04-24}

      """
    let file = InputFile(name: "small.yaml", content: .bytes(Array(text.utf8)))
    let answer = Answer.explain(file, finding: "small/ann/plan.first_group/e1#1", Harbour.request)
    let told = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      told.contains(
        "The record says that \"Group held\" did not take place between Fri 5 Apr 2019 and Wed 24 Apr 2019 (e2); "
          + "it does not say more than that."), "\(told)")
  }

  @Test func `One working day that is one day is told once, and over Easter with its days`() throws {
    let easter = Answer.replay([try Harbour.simulation("examples/core-group-over-easter")], ReplayRequest()).output
    #expect(easter.contains("\"Core group held\" came 1 working day late."), "\(easter)")
    let told = replay(["{id: e2, event: group_held, attended: [mother], when: 2019-04-23}"])
    #expect(told.contains("\"Group held\" came 1 working day (5 days) late."), "\(told)")
  }

  @Test func `What ended a finding has the same label in the text and on the page`() throws {
    let easter = try Harbour.simulation("examples/core-group-over-easter")
    let page = Answer.replay([easter], ReplayRequest(), options: OutputOptions(format: .html)).output
    #expect(page.contains("<dt>Happened</dt><dd>Wed 15 Apr 2026 (eleventh)</dd>"))
    #expect(!page.contains("<dt>Ended</dt><dd>Wed 15 Apr 2026"))
    let text = Answer.replay([easter], ReplayRequest()).output
    #expect(text.contains("     Happened   Wed 15 Apr 2026 (eleventh)\n"))
    for told in [text, page] { #expect(!told.contains("day_eleven and") && told.contains("Day eleven")) }
    var bench = Workbench(ReplayRequest())
    let theo = try #require(bench.reportedCase(try Harbour.simulation("theo")))
    let labels = theo.replay.findings.compactMap(\.judgement).map { theo.fields(of: $0).map(\.label) }
    #expect(labels.contains(["Due", "Until", "Overdue by", "Intervals"]))
    let shown = Answer.replay([try Harbour.simulation("theo")], ReplayRequest(), options: OutputOptions(format: .html)).output
    #expect(shown.contains("(the end of e91a)") && shown.contains("<dt>Intervals</dt>"))
  }

  @Test func `A check below plan names what less was set of, where the record does not show by what`() throws {
    var request = Harbour.request
    request.procedure = .files(
      Harbour.workflows.map { input in
        guard input.name.hasSuffix("/plan.yaml"), let text = input.decoded().source?.text else { return input }
        let replaced = text.replacing("    at: plan_made\n", with: "    at: plan_ended\n")
          .replacing("require: this.agreed = true", with: "require: latest(ever(visit_made)).child_seen = true")
          .replacing("finds: conflict", with: "finds: below plan")
        return InputFile(name: input.name, content: .bytes(Array(replaced.utf8)))
      })
    let answer = Answer.replay([try Harbour.history("dated")], request)
    let told = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("less was set than the rule requires of \"child seen\"."), "\(told)\(answer.messages)")
  }

  @Test func `An absence recorded to the end is told to the end`() {
    let told = replay(["{id: e2, event: group_held, done: no, from: 2019-04-05, until: 2019-07-31}"])
    #expect(told.contains("\"Group held\" had not come by the end of the record"))
  }

  @Test(arguments: [
    ("2019-06-03", "2 intervals went by"), ("between 2019-06-03 and 2019-07-20", "At least 2 intervals went by"),
  ])
  func `How many intervals went by is the least where the dates leave it open`(until: String, told: String) {
    let absence = "{id: e2, event: visit_made, done: no, from: e1, until: e3}"
    let report = replay([absence, "{id: e3, event: referral_received, when: \(until)}"])
    #expect(report.contains("\(told) without \"Visit made\""), "\(report)")
  }

  @Test func `A check tells what the record shows`() {
    #expect(replay([]).contains("At \"Plan made\" (e1) this did not hold: \"agreed\" is recorded as no."))
  }

  @Test func `What is not said of several events is told in file order`() {
    let told = replay([
      "{id: e9, event: group_held, when: 2019-04-09}", "{id: e2, event: group_held, when: 2019-04-12}",
      "{id: e3, event: group_held, order: free, when: 2019-04-06}",
    ])
    #expect(
      told.contains(
        "Judged e9 for the health visitor and the social worker (Tue 9 Apr 2019); "
          + "e2 for the health visitor and the social worker (Fri 12 Apr 2019); "
          + "e3 for the health visitor and the social worker (Sat 6 Apr 2019)"), "\(told)")
  }

  @Test func `No sentence about the Theo case shows a condition as it is written`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "simulations/theo.yaml")
    var bench = Workbench(ReplayRequest())
    let history = InputFile(name: "theo.yaml", content: .bytes(Array(try Data(contentsOf: file))))
    let found = bench.reportedCase(history)
    let reported = try #require(found)
    let sentences = FindingSentence(reported)
    for finding in reported.replay.findings {
      let sentence = sentences.sentence(finding)
      for code in ["_", " = ", "this.", "trigger.", "list contains", "latest(", "["] {
        #expect(!sentence.contains(code), "\(finding.identifier): \(sentence)")
      }
    }
  }
}
