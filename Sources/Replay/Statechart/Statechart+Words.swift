import Conditions
import Procedures

/// The number of what a machine can hear; things that the same transitions hear have one number.
typealias Word = Int

/// What a machine can hear.
enum Heard: Hashable {
  /// Nothing is said: transitions without an event.
  case nothing
  case signal(Int)
  case completion(StateIndex)
  case event(EventIndex)
  /// Whatever comes from outside under a name.
  case name(String)
}

extension Statechart {
  /// The word that no transition hears.
  static let unheard: Word = 0

  /// The number of what is heard.
  func word(for heard: Heard) -> Word {
    let hearers =
      if case .event(let event) = heard { slots[event].map { cued[$0] } ?? [] } else {
        innerTransitions.filter { hears(workflow.transitions[$0].cue, heard) }
      }
    if let word = wordsByHearers[hearers] { return word }
    let word = self.hearers.count
    self.hearers.append(hearers)
    remembered.append([])
    wordsByHearers[hearers] = word
    return word
  }

  /// The number of a name from outside.
  func word(named name: String) -> Word {
    if let word = wordsByName[name] { return word }
    let word = word(for: .name(name))
    // Names that nothing hears are without number, and are not kept.
    if word != Self.unheard { wordsByName[name] = word }
    return word
  }

  private func hears(_ cue: Transition.Cue, _ heard: Heard) -> Bool {
    switch (cue, heard) {
    case (.always, .nothing): true
    case (.signal(let own), .signal(let told)): own == told
    case (.completion(let own), .completion(let told)): own == told
    case (.named(let descriptors), .signal(let told)): descriptors.contains { $0.matches(workflow.signals[told]) }
    case (.named(let descriptors), .completion(let told)):
      descriptors.contains { $0.matches("done.state.\(workflow.states[told].identifier ?? workflow.states[told].path)") }
    case (.named(let descriptors), .name(let told)): descriptors.contains { $0.matches(told) }
    default: false
    }
  }
}
