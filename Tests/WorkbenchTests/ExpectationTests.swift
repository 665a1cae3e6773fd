import Diagnostics
import Foundation
import Testing

@testable import Workbench

/// What is found in the histories of the harbour, by hand: ten working days from Thursday 4 April 2019 end on the 18th,
/// before Good Friday, and the group of the 25th is three working days later. Four weeks end on 2 May.
@Suite struct `Expectations that hold and that fail` {
  struct Row: Sendable {
    let holding: String
    let failing: String
    /// What is told of the failure.
    let told: String
  }

  static let rows: [Row] = [
    Row(
      holding: "{rule: plan.first_group, child: ann, verdict: late}",
      failing: "{rule: plan.first_group, child: ann, verdict: met}", told: "verdict: expected met, found late"),
    Row(
      holding: "{rule: plan.first_group, child: [ann, ben], kind: late}",
      failing: "{rule: plan.visits, child: [ann, ben], kind: gap, intervals: 9}", told: "intervals: expected 9, found 2"),
    Row(
      holding: "{rule: plan.first_group, verdict: late, opened by: e1, closed by: e3}",
      failing: "{rule: plan.first_group, verdict: late, opened by: start}", told: "opened by: expected start, found e1"),
    Row(
      holding: "{rule: plan.first_group, verdict: late, due: 2019-04-18, opened: 2019-04-04, ended: 2019-04-25}",
      failing: "{rule: plan.first_group, verdict: late, due: 2019-04-17}",
      told: "due: expected 2019-04-17, found 2019-04-18"),
    Row(
      holding: "{rule: plan.first_group, verdict: late, late by: 3 working days}",
      failing: "{rule: plan.first_group, verdict: late, late by: 2 to 3 working days}",
      told: "late by: expected 2 to 3 working days, found 3 working days (7 days)"),
    Row(
      holding: "{rule: plan.first_group, verdict: late, late by: 7 days}",
      failing: "{rule: plan.first_group, verdict: late, late by: 1 week}",
      told: "late by: expected 1 week, found 3 working days (7 days)"),
    Row(
      holding: "{rule: plan.first_group, verdict: late, certainty: certain}",
      failing: "{rule: plan.first_group, verdict: late, certainty: possible}",
      told: "certainty: expected possible, found certain"),
    Row(
      holding: "{rule: plan.first_group, verdict: late, rests on: [e3]}",
      failing: "{rule: plan.first_group, verdict: late, rests on: [e3, e2]}",
      told: "rests on: expected [e3, e2], found [e1, e3]"),
    Row(
      holding: "{rule: plan.attendance, child: ann, member: health_visitor, verdict: broken}",
      failing: "{rule: plan.attendance, child: ann, member: social_worker, verdict: broken}",
      told: "verdict: expected broken, found held"),
    Row(
      holding: "{rule: plan.attendance, child: ann, verdict: held, times: 1}",
      failing: "{rule: plan.attendance, verdict: held, times: 3}", told: "3 such expected, 2 found"),
    Row(
      holding: "{rule: plan.visits, child: ann, opened by: e1, verdict: met}",
      failing: "{rule: plan.visits, child: ben, opened by: e1, verdict: met}", told: "verdict: expected met, found missed"),
    Row(
      holding: "{rule: plan.*, child: ann, kind: absent}", failing: "{rule: court.*, child: ann, kind: conflict}",
      told: "child: expected ann, found ben"),
    Row(
      holding: "{workflow: court, child: ben, kind: missed transition, shown by: e5, passed over: [letter_sent]}",
      failing: "{workflow: court, child: ben, kind: missed transition, passed over: [legal_meeting_held]}",
      told: "passed over: expected [legal_meeting_held], found [letter_sent]"),
    Row(
      holding: "{workflow: court, kind: missed transition}", failing: "{workflow: court, kind: out of order}",
      told: "kind: expected out of order, found missed transition"),
    Row(
      holding: "{state: court.issued, child: ben}", failing: "{state: court.issued, child: ann}",
      told: "state: court.none, child: ann, entered 2019-04-04, not left"),
    Row(
      holding: "{state: plan.on_plan, child: ann, at: 2019-06-30}", failing: "{state: plan.on_plan, child: ann, at: 2019-07-01}",
      told: "state: plan.closed, child: ann, entered 2019-07-01, not left"),
    Row(
      holding: "{state: plan.closed, child: ann, certainty: certain}",
      failing: "{state: plan.closed, child: ann, certainty: possible}", told: "certainty: found certain"),
  ]

  @Test(arguments: rows) func `What is found holds`(_ row: Row) {
    let answer = Trial.test([Trial.about("expect:\n  - \(row.holding)")])
    #expect(answer.status == .clean, "\(row.holding)\n\(answer.messages)\(answer.output)")
  }

  @Test(arguments: rows) func `What is not found fails, and what was found instead is told`(_ row: Row) {
    let answer = Trial.test([Trial.about("expect:\n  - \(row.failing)")])
    #expect(answer.status == .findings, "\(row.failing)\n\(answer.messages)")
    #expect(flat(answer.output).contains(row.told), "\(row.failing)\n\(answer.output)")
  }

  @Test func `Nothing judged under a rule is told as such`() {
    let answer = Trial.test([
      Trial.file(
        """
        expectations: no plan
        history: {history: quiet, procedure: harbour, children: {ann: {}}, observed until: 2019-05-01, events: [{id: e1, event: referral_received, when: 2019-04-01}]}
        expect:
          - {rule: plan.first_group, verdict: met}
        """)
    ])
    #expect(answer.status == .findings)
    #expect(answer.output.contains("nothing that was judged under it"))
  }

  @Test(arguments: [
    ("court.*", "kept", true), ("court.*", "dated", false), ("plan.visits", "dated", false), ("plan.agreed", "dated", true),
    ("court.missed_transition", "dated", false), ("court.out_of_order", "dated", true),
    ("{rule: plan.agreed}", "dated", true), ("{rule: plan.agreed, verdict: held}", "dated", false),
    ("{rule: plan.visits, child: ann, opened by: e1}", "dated", true), ("{rule: plan.visits, child: ben}", "dated", false),
    ("{workflow: court, child: ann, kind: missed transition}", "dated", true),
    ("{workflow: court, child: ben, kind: missed transition}", "dated", false),
    ("{state: court.issued, child: ann}", "dated", true), ("{state: court.issued, child: ben}", "dated", false),
    ("{state: court.letter_sent, child: ben}", "dated", false), ("{state: plan.on_plan, at: 2019-07-15}", "dated", true),
    ("{state: plan.on_plan, at: end}", "dated", true), ("{rule: plan.attendance, verdict: held, times: 3}", "dated", true),
  ])
  func `What must not be found fails where it is`(_ never: String, _ history: String, _ holds: Bool) {
    let answer = Trial.test([Trial.about(history, "never:\n  - \(never)")])
    #expect(answer.status == (holds ? .clean : .findings), "\(never)\n\(answer.messages)\(answer.output)")
  }

  private static let allFound = """
    expect:
      - {rule: plan.first_group, kind: late}
      - {rule: plan.attendance, kind: absent}
      - {rule: plan.visits, kind: gap}
      - {workflow: court, kind: missed transition}
      - {rule: court.plan_beside, kind: conflict}
    """

  @Test func `That nothing else is found fails for each finding that is not expected`() {
    #expect(Trial.test([Trial.about("\(Self.allFound)\nnothing else: true")]).status == .clean)
    let without = Self.allFound.replacing("  - {rule: plan.attendance, kind: absent}\n", with: "")
    let answer = Trial.test([Trial.about("\(without)\nnothing else: true")])
    #expect(answer.status == .findings)
    #expect(flat(answer.output).contains("rule: plan.attendance, child: ann, member: health_visitor"))
    #expect(flat(answer.output).contains("rule: plan.attendance, child: ben, member: health_visitor"))
    #expect(Trial.test([Trial.about("\(without)\nnothing else: [court.*, plan.visits]")]).status == .clean)
    #expect(Trial.test([Trial.about("\(without)\nnothing else: [court.*, plan.attendance]")]).status == .findings)
    #expect(Trial.test([Trial.about("\(without)\nnothing else: false")]).status == .clean)
  }

  @Test func `A file chooses its profile and its last day`() {
    let late = "expect:\n  - {rule: plan.first_group, verdict: late}"
    let running = "expect:\n  - {rule: plan.first_group, verdict: running}"
    #expect(Trial.test([Trial.about("as of: 2019-04-18\n\(running)")]).status == .clean)
    #expect(Trial.test([Trial.about("as of: 2019-04-18\n\(late)")]).status == .findings)
    var request = Harbour.request
    request.asOf = "2019-04-18"
    #expect(Trial.test([Trial.about(running)], request: request).status == .clean)
    #expect(Trial.test([Trial.about("as of: 2019-05-01\n\(late)")], request: request).status == .clean)
    let strict = "expect:\n  - {rule: plan.visits, verdict: missed}"
    let calm = Trial.test(
      [Trial.about("profile: calm\n\(strict)")], TrialOptions(coverage: .none, form: OutputOptions(format: .json)))
    #expect(calm.output.contains("\"profile\": \"calm\""))
    let none = Trial.test(
      [Trial.about("profile: none\n\(strict)")], TrialOptions(coverage: .none, form: OutputOptions(format: .json)))
    #expect(none.output.contains("\"profile\": null"))
  }

  /// Where uncertain dates leave open in which of two states a child is, both are possible and neither certain.
  @Test(arguments: [
    ("2019-04-09", "plan.none", "certain", true), ("2019-04-12", "plan.none", "possible", true),
    ("2019-04-12", "plan.on_plan", "possible", true), ("2019-04-12", "plan.on_plan", "certain", false),
    ("2019-04-15", "plan.on_plan", "certain", true), ("2019-04-15", "plan.none", "possible", false),
  ])
  func `A state on a day that is not known is possible`(_ day: String, _ state: String, _ certainty: String, _ holds: Bool) {
    let answer = Trial.test([
      Trial.file(
        """
        expectations: a day not known
        history:
          history: unsure
          procedure: harbour
          children: {ann: {known: e0}}
          observed until: 2019-05-01
          events:
            - {id: e0, event: referral_received, when: 2019-04-01}
            - {id: e1, event: plan_made, when: between 2019-04-10 and 2019-04-15}
        expect:
          - {state: \(state), at: \(day), certainty: \(certainty)}
        """)
    ])
    #expect(answer.status == (holds ? .clean : .findings), "\(answer.messages)\(answer.output)")
  }

  /// Without the breaks of lines.
  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
