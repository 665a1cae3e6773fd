import CivilTime
import Conditions
import Diagnostics
import Procedures

extension SCXMLWriting {
  /// What another tool that reads the file will not know, each once with how often and where first.
  func losses() -> [Diagnostic] {
    guard isOwn else { return [] }
    var told: [Diagnostic] = []
    let rules = procedure?.rules.count { $0.workflow == number } ?? 0
    if rules > 0 { told.append(SCXMLLoss.rules(rules).diagnostic(at: workflow.place)) }
    let guarded = workflow.transitions.filter { $0.when.map { !asksForStates($0.expression) } ?? false }
    if let first = guarded.first { told.append(SCXMLLoss.conditions(guarded.count).diagnostic(at: first.place)) }
    let staying = workflow.transitions.filter {
      !$0.leaves && mayStay($0) && workflow.states[$0.from].kind == .parallel
    }
    if let first = staying.first { told.append(SCXMLLoss.regions(staying.count).diagnostic(at: first.place)) }
    let blocks = workflow.states.map { ($0.onEntry + $0.onExit, $0.place) } + workflow.transitions.map { ($0.actions, $0.place) }
    let waits = blocks.flatMap { actions, place in actions.filter(\.waitsByCalendar).map { _ in place } }
    if let first = waits.min() { told.append(SCXMLLoss.delays(waits.count).diagnostic(at: first)) }
    return told.inReadingOrder()
  }
}

extension Action {
  /// Whether it sends after a period that is not the same length of time whenever it begins.
  fileprivate var waitsByCalendar: Bool {
    guard case .send(_, let after) = self else { return false }
    return [.workingDay, .month, .year].contains(after.unit)
  }
}

/// What SCXML without a data model cannot say of a workflow.
enum SCXMLLoss {
  case rules(Int)
  case conditions(Int)
  case regions(Int)
  case delays(Int)

  func diagnostic(at place: Place) -> Diagnostic {
    let (code, message, mend) = wording
    return Diagnostic(code, message, at: place, mend: mend)
  }

  private var wording: (DiagnosticCode, String, String) {
    switch self {
    case .rules(let count):
      (
        .scxmlLeavesOutRules, "Rules of the workflow that are not part of its machine, and are left out: \(count).",
        "Keep the workflow's own file."
      )
    case .conditions(let count):
      (
        .scxmlKeepsConditionAside, "Conditions that SCXML without data cannot say: \(count).",
        "They stand in plumbline:when; another tool takes these transitions unconditionally."
      )
    case .regions(let count):
      (
        .scxmlKeepsRegionsAside, "Transitions that leave only some of the states of a parallel state: \(count).",
        "They are marked plumbline:leaves=\"false\"; another tool leaves all of them."
      )
    case .delays(let count):
      (
        .scxmlKeepsDelayAside, "Delays of the calendar, which SCXML counts in seconds: \(count).",
        "They stand in plumbline:after; another tool waits the least time that they can take."
      )
    }
  }
}
