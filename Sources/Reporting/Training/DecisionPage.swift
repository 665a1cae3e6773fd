import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay
public import Training

/// What a trainee sees at a decision: what happened, where the children are, which clocks run, and what can be chosen.
public struct DecisionPage: Sendable {
  private let reported: ReportedCase
  private let run: TrainingRun

  /// - Parameter reported: the case as it stands, observed until the day of the decision.
  public init(_ reported: ReportedCase, of run: TrainingRun) {
    self.reported = reported
    self.run = run
  }

  /// What a scenario is about, before its first decision.
  public static func introduction(to scenario: Scenario, style: TextStyle = .plain) -> String {
    var page = TextPage(style: style)
    page.heading(scenario.title, underlinedWith: "=")
    page.paragraph(scenario.teaches)
    return page.text
  }

  /// A text in lines of the width of a page.
  public static func wrapped(_ text: String) -> String {
    var page = TextPage(style: .plain)
    page.paragraph(text)
    return String(page.text.dropLast())
  }

  /// The page of the decision at hand; empty where all are made.
  public func text(style: TextStyle = .plain) -> String {
    guard let decision = run.decision else { return "" }
    var page = TextPage(style: style)
    let number = run.answers.count + 1
    page.heading("\(decision.day.inWords): decision \(number)", underlinedWith: "-")
    writeEvents(since: run.made.last?.decision.day, on: &page)
    writeStates(on: &page)
    writeClocks(on: decision.day, &page)
    page.gap()
    page.paragraph(decision.tells)
    page.gap()
    for (place, choice) in decision.choices.enumerated() {
      page.paragraph("\(place + 1). \(choice.says)", indent: 2, hanging: 3)
    }
    return page.text
  }

  private func writeEvents(since day: Day?, on page: inout TextPage) {
    let history = reported.history
    let new = history.events.indices.filter { number in
      let happened = history.times.nominal[history.events[number].time]
      return happened <= reported.observedUntil.latest && (day.map { happened > $0 } ?? true)
    }
    let label = day == nil ? "So far" : "Since then"
    guard !new.isEmpty else { return page.field(label, "nothing is on record", indent: 0, column: 12) }
    for (place, number) in new.enumerated() {
      page.field(place == 0 ? label : "", told(number), indent: 0, column: 12)
    }
  }

  private func told(_ number: Int) -> String {
    let entry = reported.history.events[number]
    let title = reported.procedure.vocabulary.events[entry.event].title
    let stated = reported.attributes(of: entry, child: 0).map { "\($0.0.asWords): \($0.1)" }
    let done = entry.wasDone ? "" : ", recorded as not done"
    return "\(reported.dated(number)): \(title)\(done)" + (stated.isEmpty ? "" : " (\(stated.joined(separator: "; ")))")
  }

  /// The states that something moved a child into.
  private func writeStates(on page: inout TextPage) {
    let stays = reported.replay.stays.filter { stay in
      stay.left == nil && stay.enteringEvent != nil
        && reported.procedure.workflows[stay.state.workflow].states[stay.state.state].children.isEmpty
    }
    for (place, stay) in stays.enumerated() {
      let workflow = reported.procedure.workflows[stay.state.workflow]
      let state = workflow.states[stay.state.state]
      page.field(
        place == 0 ? "States" : "",
        "\(prefix(of: stay.child))\(workflow.title): \(state.title ?? state.name.asWords), since \(stay.entered.inWords)",
        indent: 0, column: 12)
    }
  }

  /// The name of a child, where there are several to tell apart.
  private func prefix(of child: Int) -> String {
    reported.history.children.count > 1 ? "\(reported.history.children[child].name): " : ""
  }

  /// Clocks of one rule and child that are due on one day stand together.
  private struct RunningClock: Hashable {
    let due: Day
    let rule: RuleIndex
    let child: Int
  }

  /// What is overdue, what is due in the next seven days, and what later; within each by day, and on one day what the law
  /// demands before what others do.
  private func writeClocks(on day: Day, _ page: inout TextPage) {
    let open = reported.replay.judgements.filter { judgement in
      judgement.ending == .observationEnded && judgement.due != nil
        && reported.procedure.rules[judgement.rule].form.isClock && judgement.verdict != .notRecorded
    }
    guard !open.isEmpty else { return page.field("Clocks", "none is running", indent: 0, column: 12) }
    let clocks = Dictionary(grouping: open) { clock in
      RunningClock(due: clock.due?.latest ?? day, rule: clock.rule, child: clock.child)
    }.sorted { a, b in order(a.key) < order(b.key) }
    let week = day.adding(days: 7)
    let groups = [
      ("Overdue", clocks.filter { $0.key.due < day }), ("In 7 days", clocks.filter { day <= $0.key.due && $0.key.due <= week }),
      ("Later", clocks.filter { week < $0.key.due }),
    ]
    for (label, group) in groups {
      for (place, clock) in group.enumerated() {
        page.field(place == 0 ? label : "", told(clock.key, clock.value, on: day), indent: 0, column: 12)
      }
    }
  }

  private func order(_ clock: RunningClock) -> (Day, Force, RuleIndex, Int) {
    let source = reported.procedure.sources[reported.procedure.rules[clock.rule].citation.source]
    return (clock.due, source.force, clock.rule, clock.child)
  }

  private func told(_ clock: RunningClock, _ judgements: [Judgement], on day: Day) -> String {
    let days = clock.due.days(since: day)
    let left = days < 0 ? "OVERDUE by \(counted(-days, "day"))" : days == 0 ? "due today" : "\(counted(days, "day")) left"
    let members = judgements.sorted { ($0.member ?? 0) < ($1.member ?? 0) }.compactMap { reported.member(of: $0) }
    let isFor = members.isEmpty ? "" : " For: \(members.joinedInWords())."
    return "\(clock.due.inWords), \(left): \(prefix(of: clock.child))\(reported.procedure.rules[clock.rule].says)\(isFor)"
  }
}
