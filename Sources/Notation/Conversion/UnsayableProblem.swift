import Diagnostics

/// What a machine does that the workflow language cannot say.
enum UnsayableProblem {
  case startInside(String)
  case severalStarts(String)
  case historyToHistory(String)
  case emptyParallel(String)
  case shortDelay(String)
  case cancelling
  case choosing
  case failing
  case actsOnTheWayIn(String)
  case actsOnLeavingTheEnd(String)
  case tooManyGuards(String)
  case statesTooDeep(String)
  case guardTooDeep(String)
  /// Actions that only say something, at these places.
  case logLeftOut([Place])
  case neverHeard(String)
  /// Descriptors that stand for names that no file can list, in transitions at these places.
  case narrowed([String], places: [Place])
  case neverTaken(String)
  case neverHolds(String)

  func diagnostic(at place: Place) -> Diagnostic {
    let (code, message, mend) = wording
    return Diagnostic(code, message, at: place, mend: mend, notes: notes)
  }

  private var notes: [Diagnostic.Note] {
    switch self {
    case .logLeftOut(let places), .narrowed(_, let places): places.dropFirst().map { Diagnostic.Note("And here.", at: $0) }
    default: []
    }
  }

  private var wording: (DiagnosticCode, String, String?) {
    switch self {
    case .startInside(let name):
      (
        .yamlCannotSayStart, "The workflow language begins in an outermost state, and \"\(name)\" lies further in.",
        "Let the states around it begin with it, or begin in an outermost state."
      )
    case .severalStarts(let name):
      (
        .yamlCannotSayStart, "In the workflow language \"\(name)\" begins in one state, and here it begins in several.",
        "Let it begin in the parallel state around them, whose states begin with these."
      )
    case .historyToHistory(let name):
      (.yamlCannotSayStart, "\"\(name)\" begins in a history state, which the workflow language cannot say.", "Name a state.")
    case .emptyParallel(let name):
      (.yamlCannotSayStart, "The parallel state \"\(name)\" has no states inside.", "Make it a <state>.")
    case .shortDelay(let delay):
      (
        .yamlCannotSayDelay, "The workflow language counts in hours or longer, and this waits \(delay).",
        "Wait for whole hours, or not at all."
      )
    case .cancelling:
      (.yamlCannotSayAction, "The workflow language takes nothing back that is sent.", "Leave the state that hears it.")
    case .choosing:
      (
        .yamlCannotSayAction, "The workflow language has no <if> among actions.",
        "Make a transition of each branch, with its condition."
      )
    case .failing: (.yamlCannotSayAction, "The workflow language sends to the workflow alone.", "Delete the send.")
    case .actsOnTheWayIn(let name):
      (
        .yamlCannotSayAction, "In the workflow language nothing is done between entering \"\(name)\" and its start.",
        "Do it on entering the one or the other."
      )
    case .actsOnLeavingTheEnd(let name):
      (.yamlCannotSayAction, "The workflow language does nothing on leaving the end state \"\(name)\".", "Do it on entering.")
    case .tooManyGuards(let name):
      (
        .yamlCannotSayTransition, "Too many transitions with conditions stand before this one in \"\(name)\".",
        "Part the state."
      )
    case .statesTooDeep(let name):
      (
        .yamlCannotSayNesting, "The state \"\(name)\" lies further in than a file of the workflow language reaches.",
        "Make a machine of its own of the inner states."
      )
    case .guardTooDeep(let name):
      (
        .yamlCannotSayNesting, "A condition of \"\(name)\" has more parts within parts than the workflow language reads.",
        "Part the transition, or the state."
      )
    case .logLeftOut(let places):
      (.yamlLeavesOut, "Actions that only say something, and are left out: \(places.count).", nil)
    case .neverHeard(let event):
      (
        .yamlLeavesOut, "Nothing in this file bears a name that \"\(event)\" describes: the transition is left out.",
        "Name the events that it is meant for, or delete it."
      )
    case .narrowed(let descriptors, _):
      (
        .yamlLeavesOut,
        "Any event that \(descriptors.joined(separator: " or ")) describes is meant here; only those that the file names are heard.",
        "Name all that can come in one of its transitions."
      )
    case .neverTaken(let name):
      (
        .yamlLeavesOut, "Another transition before this one in \"\(name)\" is always taken instead: this one is left out.",
        "Give the other a condition, or delete this one."
      )
    case .neverHolds(let name):
      (.yamlLeavesOut, "The condition of this transition from \"\(name)\" never holds: it is left out.", "Delete it.")
    }
  }
}
