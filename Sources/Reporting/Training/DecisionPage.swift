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
        "\(reported.nameBeforeWhatIsTold(of: stay.child))\(workflow.title): \(state.title ?? state.name.asWords), since \(stay.entered.inWords)",
        indent: 0, column: 12)
    }
  }

  private func writeClocks(on day: Day, _ page: inout TextPage) {
    let clocks = RunningClocks(reported, on: day, since: run.made.last?.decision.day)
    guard !clocks.isEmpty else { return page.field("Clocks", "none is running", indent: 0, column: 12) }
    clocks.write(on: &page)
  }
}
