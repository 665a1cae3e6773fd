import CivilTime
import Conditions
import Diagnostics
import Procedures

extension SCXMLWriting {
  /// What another tool that reads the file will not know: each kind of thing once, with every place.
  func losses() -> [Diagnostic] {
    guard isOwn else { return [] }
    let guarded = workflow.transitions.compactMap { transition in
      transition.when.flatMap { when in
        asksForStates(when.expression) ? nil : SCXMLLoss.Item(what: when.text, place: when.place)
      }
    }
    let staying = workflow.transitions.filter {
      !$0.leaves && mayStay($0) && workflow.states[$0.from].kind == .parallel
    }.map { SCXMLLoss.Item(what: "from \"\(workflow.states[$0.from].path)\"", place: $0.place) }
    let losses: [(SCXMLLoss, [SCXMLLoss.Item])] = [
      (.besideMachine, besideMachine), (.conditions, guarded), (.regions, staying), (.delays, delaysByCalendar),
    ]
    return losses.compactMap { loss, items in loss.diagnostic(items, in: workflow) }.inReadingOrder()
  }

  /// What the file of the workflow says that is no part of its machine.
  private var besideMachine: [SCXMLLoss.Item] {
    guard let procedure else { return [] }
    func isHere(_ place: Place) -> Bool { place.file == workflow.place.file }
    let order = workflow.citation.map { _ in SCXMLLoss.Item(what: "the source of the order of steps", place: workflow.place) }
    let sources = procedure.sources.filter { isHere($0.place) }.map {
      SCXMLLoss.Item(what: "the source \"\($0.name)\"", place: $0.place)
    }
    let parameters = procedure.parameters.filter { isHere($0.place) }.map {
      SCXMLLoss.Item(what: "the parameter \"\($0.name)\"", place: $0.place)
    }
    let rules = procedure.rules.filter { $0.workflow == number }.map {
      SCXMLLoss.Item(what: "the rule \"\($0.name)\"", place: $0.place)
    }
    return (order.map { [$0] } ?? []) + sources + parameters + rules
  }

  private var delaysByCalendar: [SCXMLLoss.Item] {
    let blocks = workflow.states.map { ($0.onEntry + $0.onExit, $0.place) } + workflow.transitions.map { ($0.actions, $0.place) }
    return blocks.flatMap { actions, place in
      actions.compactMap { action in
        action.delayByCalendar.map { SCXMLLoss.Item(what: $0.description, place: place) }
      }
    }
  }
}

extension Action {
  /// After how long it sends, if that is not the same length of time whenever it begins.
  fileprivate var delayByCalendar: Period? {
    guard case .send(_, let after) = self, [.workingDay, .month, .year].contains(after.unit) else { return nil }
    return after
  }
}

/// What SCXML without a data model cannot say of a workflow.
enum SCXMLLoss {
  /// Rules, parameters and sources.
  case besideMachine
  case conditions
  case regions
  case delays

  /// One thing that is lost, and where the workflow says it.
  struct Item: Hashable {
    let what: String
    let place: Place
  }

  /// `nil` where nothing is lost. What one line says of several states is told once.
  func diagnostic(_ items: [Item], in workflow: Workflow) -> Diagnostic? {
    var seen: Set<Item> = []
    let items = items.filter { seen.insert($0).inserted }
    guard let first = items.map(\.place).min() else { return nil }
    let (code, message, mend) = wording(items.count)
    return Diagnostic(
      code, message, at: self == .besideMachine ? workflow.place : first, mend: mend,
      notes: items.map { Diagnostic.Note($0.what, at: $0.place) })
  }

  private func wording(_ count: Int) -> (DiagnosticCode, String, String) {
    switch self {
    case .besideMachine:
      (
        .scxmlLeavesOutRules, "Rules, parameters and sources are not part of a machine, and are left out: \(count).",
        "Keep the workflow's own file."
      )
    case .conditions:
      (
        .scxmlKeepsConditionAside, "Conditions that SCXML without data cannot say: \(count).",
        "They stand in plumbline:when; another tool takes these transitions unconditionally."
      )
    case .regions:
      (
        .scxmlKeepsRegionsAside, "Transitions that leave only some of the states of a parallel state: \(count).",
        "They are marked plumbline:leaves=\"false\"; another tool leaves all of them."
      )
    case .delays:
      (
        .scxmlKeepsDelayAside, "Delays of the calendar, which SCXML counts in seconds: \(count).",
        "They stand in plumbline:after; another tool waits the least time that they can take."
      )
    }
  }
}
