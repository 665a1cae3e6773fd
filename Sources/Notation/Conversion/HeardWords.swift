import Conditions
import Procedures

/// What takes a transition in the workflow language.
enum HeardWord: Hashable {
  case event(String)
  case signal(Int)
  case completion(StateIndex)
  case always
}

/// All that a machine read from SCXML can hear, as far as its file tells: the words that descriptors choose among.
struct HeardWords {
  private let workflow: Workflow
  /// The names of what comes from outside, in the order in which they are first named.
  let events: [String]
  /// The states that can be complete, in document order.
  private let completing: [StateIndex]

  init(_ workflow: Workflow) {
    self.workflow = workflow
    var events: [String] = []
    var seen: Set<String> = []
    func add(_ name: String) {
      guard !Self.isInner(name), !name.isEmpty, seen.insert(name).inserted else { return }
      events.append(name)
    }
    let descriptors = workflow.transitions.flatMap(\.descriptors)
    for descriptor in descriptors { descriptor.prefix.map(add) }
    // What a machine sends to itself may come from outside as well, where something hears it.
    for signal in workflow.signals where descriptors.contains(where: { $0.matches(signal) }) { add(signal) }
    self.events = events
    completing = workflow.states.indices.filter { Self.canComplete($0, workflow) }
  }

  /// Whether a name is one that only a machine itself gives.
  static func isInner(_ name: String) -> Bool {
    ["done", "error"].contains { name == $0 || name.hasPrefix($0 + ".") }
  }

  private static func canComplete(_ state: StateIndex, _ workflow: Workflow) -> Bool {
    let children = workflow.states[state].children
    return switch workflow.states[state].kind {
    case .compound: children.contains { workflow.states[$0].kind == .end }
    case .parallel:
      children.allSatisfy { child in
        if case .history = workflow.states[child].kind { true } else { canComplete(child, workflow) }
      }
    case .atomic, .end, .history: false
    }
  }

  /// What takes a transition, each once: events in the order of the descriptors, then signals and completions.
  func words(of cue: Transition.Cue) -> [HeardWord] {
    switch cue {
    case .always: return [.always]
    case .signal(let signal): return [.signal(signal)]
    case .completion(let state): return [.completion(state)]
    case .events: return []
    case .named(let descriptors):
      func isMeant(_ name: String) -> Bool { descriptors.contains { $0.matches(name) } }
      var seen: Set<String> = []
      let heard = descriptors.flatMap { descriptor in events.filter { descriptor.matches($0) && seen.insert($0).inserted } }
      return heard.map { .event($0) }
        + workflow.signals.indices.filter { isMeant(workflow.signals[$0]) }.map { .signal($0) }
        + completing.filter { isMeant("done.state.\(workflow.states[$0].identifier ?? workflow.states[$0].path)") }
        .map { .completion($0) }
    }
  }
}

extension Transition {
  /// What a transition read from SCXML hears.
  var descriptors: [EventDescriptor] {
    if case .named(let descriptors) = cue { descriptors } else { [] }
  }
}

extension EventDescriptor {
  /// Whether it stands for names that no file can list: `*`, or `a.*` where the machine does not give all of these itself.
  var isOpen: Bool {
    guard let prefix else { return true }
    return text.hasSuffix(".*") && !HeardWords.isInner(prefix)
  }
}
