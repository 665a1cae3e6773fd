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
    #expect(told.contains("\"Group held\" had not been done when the record of it ends, 2 working days after it was due."))
    #expect(told.contains("Until Wed 24 Apr 2019 (the end of e2)"))
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
