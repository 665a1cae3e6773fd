import CivilTime
import Exploration
import Foundation
import Histories
import Procedures
import Replay
import Reporting
import Testing

@testable import Workbench

@Suite struct `The nearest change that avoids a finding` {
  /// A finding of a history, what is told of its nearest change, and that change made by hand.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var history = "dated"
    /// What is first done to the bundled history.
    var given: [(String, String)] = []
    let finding: String
    let told: String
    /// The change, as an author of the history would make it.
    let made: [(String, String)]

    func text(changed: Bool) throws -> String {
      try (given + (changed ? made : [])).reduce(try Harbour.text(history)) { text, edit in
        try #require(text.contains(edit.0), "the fixture no longer holds \(edit.0)")
        return text.replacing(edit.0, with: edit.1)
      }
    }
  }

  static let group = "  - {id: e3, event: group_held, attended: [social_worker, mother], when: 2019-04-25, cite: \"2.3\"}\n"

  static let cases = [
    Case(
      testDescription: "late: the step is moved", finding: "dated/ann/plan.first_group/e1#1",
      told: "Had \"Group held\" (e3) been on Thu 18 Apr 2019, 3 working days earlier, this finding would not stand.",
      made: [("when: 2019-04-25", "when: 2019-04-18")]),
    Case(
      testDescription: "missed: the step is added", given: [(group, "")], finding: "dated/ann/plan.first_group/e1#1",
      told: "Had \"Group held\" come on Thu 18 Apr 2019, this finding would not stand.",
      made: [("  - {id: e4,", "  - {event: group_held, for: [ann], when: 2019-04-18}\n  - {id: e4,")]),
    Case(
      testDescription: "a step passed over is added", finding: "dated/ben/court.missed_transition/e5#1",
      told: "Had \"Letter before proceedings sent\" come on Mon 20 May 2019, this finding would not stand.",
      made: [("  - {id: e5,", "  - {event: letter_sent, for: [ben], when: 2019-05-20}\n  - {id: e5,")]),
    Case(
      testDescription: "two steps passed over are both added",
      given: [
        ("complete for: [", "complete for: [legal_meeting_held, "),
        ("  - {id: e4, event: legal_meeting_held, when: 2019-05-01, for: [ben]}\n", ""),
      ], finding: "dated/ben/court.missed_transition/e5#1",
      told: "Had \"Legal meeting held\" come on Mon 20 May 2019, and had \"Letter before proceedings sent\" come on Mon "
        + "20 May 2019, this finding would not stand.",
      made: [
        (
          "  - {id: e5,",
          "  - {event: legal_meeting_held, for: [ben], when: 2019-05-20}\n"
            + "  - {event: letter_sent, for: [ben], when: 2019-05-20}\n  - {id: e5,"
        )
      ]),
    Case(
      testDescription: "a gap of two intervals: two steps are added", finding: "dated/ann/plan.visits/e2#1",
      told: "Had \"Visit made\" with \"child seen\" yes come on Thu 16 May 2019, and had \"Visit made\" with \"child "
        + "seen\" yes come on Thu 13 Jun 2019, this finding would not stand.",
      made: [
        ("  - {id: e5,", "  - {event: visit_made, for: [ann], child_seen: true, when: 2019-05-16}\n  - {id: e5,"),
        ("  - {id: e6,", "  - {event: visit_made, for: [ann], child_seen: true, when: 2019-06-13}\n  - {id: e6,"),
      ]),
    Case(
      testDescription: "a check: what the event states is changed", finding: "dated/ann/plan.attendance[health_visitor]/e3#1",
      told: "Had \"Group held\" (e3) stated \"attended\" social worker, health visitor and mother, this finding would not "
        + "stand.",
      made: [("[social_worker, mother]", "[social_worker, health_visitor, mother]")]),
    Case(
      testDescription: "a boolean that a check asks for", given: [("agreed: true", "agreed: false")],
      finding: "dated/ann/plan.agreed/e1#1",
      told: "Had \"Plan made\" (e1) stated \"agreed\" yes, this finding would not stand.",
      made: [("agreed: false", "agreed: true")]),
    Case(
      testDescription: "days that are not exact: the step is so many days after another", history: "relative",
      finding: "relative/cass/plan.first_group/e2#1",
      told: "Had \"Group held\" (e3) been 26 days after \"Plan made\" (e2), from 6 days earlier to 2 days later, this "
        + "finding would not stand.",
      made: [("about 4 weeks after e2", "26 days after e2")]),
  ]

  @Test(arguments: cases)
  func `Is told in words, and made by hand it avoids the finding`(one: Case) throws {
    let before = InputFile(name: "history.yaml", content: .bytes(Array(try one.text(changed: false).utf8)))
    let answer = Answer.explain(before, finding: one.finding, Harbour.request)
    #expect(answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(one.told), "\(answer.output)")
    #expect(try replayed(try one.text(changed: false)).contains(one.finding))
    #expect(try !replayed(try one.text(changed: true)).contains(one.finding))
  }

  @Test func `Where none that was tried avoids it, it is told how many were tried, and not that none exists`() throws {
    let text = try Harbour.text("dated").replacing("2019-07-01", with: "2022-07-01")
      .replacing("2019-07-31", with: "2022-07-31")
    let file = InputFile(name: "history.yaml", content: .bytes(Array(text.utf8)))
    let answer = Answer.explain(file, finding: "dated/ann/plan.visits/e2#1", Harbour.request)
    #expect(
      answer.output.contains(/No change of up to 13 entries that was tried \(\d+ tried\) avoids it\./), "\(answer.output)")
    #expect(answer.output.contains(/Whether another would is not\s+known\./))
  }

  /// The group of two children was attended by the same people: who states otherwise who came, does so for both.
  @Test func `What an entry states of several children is changed for all of them`() throws {
    let answer = Answer.explain(
      try Harbour.history("dated"), finding: "dated/ann/plan.attendance[health_visitor]/e3#1", Harbour.request)
    #expect(answer.output.contains(/It brings no new finding and ends 1\s+other\./), "\(answer.output)")
  }

  @Test func `Nothing is added on a day of which the record says that it was not done`() throws {
    let denied = "  - {event: group_held, done: no, from: 2019-04-05, until: 2019-05-20}\n"
    let text = try Harbour.text("dated").replacing(Self.group, with: denied)
    let file = InputFile(name: "history.yaml", content: .bytes(Array(text.utf8)))
    let answer = Answer.explain(file, finding: "dated/ann/plan.first_group/e1#1", Harbour.request)
    #expect(answer.status == .clean, "\(answer.messages)")
    #expect(answer.output.contains("which is recorded as not done, been done on Thu 18 Apr 2019"))
    #expect(!answer.output.contains("\"Group held\" come"), "\(answer.output)")
  }

  @Test func `Nothing is moved to a day of which the record says that it was not done`() throws {
    let denied = "  - {event: group_held, done: no, from: 2019-04-05, until: 2019-04-24}\n" + Self.group
    let text = try Harbour.text("dated").replacing(Self.group, with: denied)
    let file = InputFile(name: "history.yaml", content: .bytes(Array(text.utf8)))
    let answer = Answer.explain(file, finding: "dated/ann/plan.first_group/e1#1", Harbour.request)
    let told = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(answer.status == .clean, "\(answer.messages)")
    #expect(told.contains("which is recorded as not done, been done on Thu 18 Apr 2019"), "\(told)")
    #expect(!told.contains(/\(e3\) been (on|\d+ days)/), "\(told)")
  }

  @Test func `A denial of something else stands in the way of nothing`() throws {
    let denied = "  - {event: group_held, done: no, for: [ben], from: 2019-04-05, until: 2019-04-24}\n"
    let others = Self.group.replacing("when:", with: "for: [ann], when:")
    let text = try Harbour.text("dated").replacing(Self.group, with: denied + others)
    let file = InputFile(name: "history.yaml", content: .bytes(Array(text.utf8)))
    let answer = Answer.explain(file, finding: "dated/ann/plan.first_group/e1#1", Harbour.request)
    #expect(answer.output.contains("Had \"Group held\" (e3) been on Thu 18 Apr 2019"), "\(answer.output)")
  }

  @Test func `The visits that the Theo record denies are not made up for by visits in that time`() throws {
    let answer = Answer.explain(
      try Harbour.simulation("theo"), finding: "theo/ruby/reunification.visits_in_transition/e82a#1", ReplayRequest())
    #expect(answer.status == .clean, "\(answer.messages)")
    #expect(!answer.output.contains(/\(e9[14]\) (been|stated)/), "\(answer.output)")
  }

  @Test func `What is not recorded is not searched for`() throws {
    let answer = Answer.explain(
      try Harbour.history("relative"), finding: "relative/cass/plan.attendance[health_visitor]/e3#1", Harbour.request)
    #expect(answer.output.contains("None was looked for: the record does not say whether anything was broken."))
  }

  @Test(arguments: ["dated", "relative"])
  func `Every change found avoids its finding when it is replayed anew`(name: String) throws {
    try expectAvoided(in: try searched(try Harbour.history(name), Harbour.request))
  }

  @Test(arguments: ["core-group-over-easter", "going-home", "sixteen-weeks", "twenty-six-weeks"])
  func `So does every change found for the examples of the repository`(name: String) throws {
    let simulations = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "simulations/examples/\(name).yaml")
    let file = InputFile(name: "\(name).yaml", content: .bytes(Array(try Data(contentsOf: simulations))))
    try expectAvoided(in: try searched(file, ReplayRequest(), most: 5))
  }

  private func expectAvoided(in answers: [Searched]) throws {
    for answer in answers {
      for change in answer.changes.changes where change.effect == .avoided {
        let replay = Replayer(answer.reported.procedure).replay(change.history)
        let rule = { (finding: Finding) in
          finding.rule == answer.finding.rule && finding.workflow == answer.finding.workflow
            && finding.child == answer.finding.child && finding.kind != .notRecorded
            && finding.judgement?.member == answer.finding.judgement?.member
        }
        #expect(
          replay.findings.count(where: rule) < answer.reported.replay.findings.count(where: rule),
          "\(answer.finding.identifier)")
        let known = Set(answer.reported.replay.findings.map(\.identifier))
        #expect(change.brings.allSatisfy { !known.contains($0.identifier) || $0.judgement?.ordinal != 1 })
      }
    }
  }

  @Test func `A search gives the same changes each time`() throws {
    let file = try Harbour.history("dated")
    for format in [OutputOptions.Format.text, .json] {
      let options = OutputOptions(format: format)
      for finding in ["dated/ann/plan.first_group/e1#1", "dated/ben/court.plan_beside/e6#1"] {
        let answers = (0..<2).map { _ in
          Answer.explain(file, finding: finding, Harbour.request, options: options).output
        }
        #expect(answers[0] == answers[1])
      }
    }
  }

  @Test func `An edited history keeps when everything else was`() throws {
    var bench = Workbench(Harbour.request)
    let found = bench.reportedCase(try Harbour.history("relative"))
    let history = try #require(found).history
    let edited = history.applying(.move(event: 2, to: .after(event: 1, days: 26)))
      .applying(
        .add(AddedEvent(event: 0, children: 1, attributes: [:], time: .day(Day(year: 2019, month: 5, day: 1)!)), before: 1))
    for (number, entry) in history.events.enumerated() where number != 2 {
      let same = edited.events[number == 0 ? 0 : number + 1]
      #expect(same.identifier == entry.identifier)
      #expect(edited.times.spans[same.time] == history.times.spans[entry.time])
      for (other, second) in history.events.enumerated() where other != 2 {
        let sameSecond = edited.events[other == 0 ? 0 : other + 1]
        #expect(edited.times.days(from: same.time, to: sameSecond.time) == history.times.days(from: entry.time, to: second.time))
      }
    }
    let moved = edited.times.days(from: edited.events[2].time, to: edited.events[3].time)
    #expect(moved == (26, 26))
  }

  // MARK: - Doors

  private func replayed(_ text: String) throws -> [String] {
    var bench = Workbench(Harbour.request)
    let file = InputFile(name: "history.yaml", content: .bytes(Array(text.utf8)))
    let found = bench.reportedCase(file)
    let reported = try #require(found, "\(bench.diagnostics)")
    return reported.replay.findings.filter { $0.kind != .notRecorded }.map(\.identifier)
  }

  private struct Searched {
    let reported: ReportedCase
    let finding: Finding
    let changes: NearestChangeAnswer
  }

  private func searched(_ file: InputFile, _ request: ReplayRequest, most: Int = .max) throws -> [Searched] {
    var bench = Workbench(request)
    let found = bench.reportedCase(file)
    let reported = try #require(found)
    let search = NearestChangeSearch(reported.judged)
    return reported.replay.findings.filter { $0.kind != .notRecorded }.prefix(most).map {
      Searched(reported: reported, finding: $0, changes: search.nearest(to: $0))
    }
  }
}
