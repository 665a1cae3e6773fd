import Conditions
import Procedures

/// The steps that must have been passed over for an event to be possible.
struct ReferenceJump {
  var configuration: ReferenceConfiguration
  var transitions: [Int] = []
  var steps: [ReferenceStep] = []

  func requiredTransitions(of workflow: Workflow) -> [Int] {
    transitions.filter { !workflow.transitions[$0].isOptional }
  }

  /// Fewer steps that are not required first, then fewer that are, then document order.
  func isCheaper(than other: ReferenceJump, in workflow: Workflow) -> Bool {
    let (mine, theirs) = (requiredTransitions(of: workflow).count, other.requiredTransitions(of: workflow).count)
    let (freely, theirsFreely) = (transitions.count - mine, other.transitions.count - theirs)
    if freely != theirsFreely { return freely < theirsFreely }
    if mine != theirs { return mine < theirs }
    return transitions.lexicographicallyPrecedes(other.transitions)
  }
}

extension ReferenceChart {
  /// The cheapest sequence of steps after which the event may be followed: every configuration is tried, cheapest first.
  ///
  /// - Parameters:
  ///   - holds: the guards, with the event at hand.
  ///   - mayHold: the guards when nothing is known of the event at hand.
  ///   - isOpen: whether a transition may be one of the steps.
  func jump(
    to event: EventIndex, from start: ReferenceConfiguration, _ holds: Guard, mayHold: Guard,
    isOpen: (Int) -> Bool = { _ in true }
  ) -> ReferenceJump? {
    let mayBeTaken: Guard = { mayHold($0, $1) == .no ? .no : .yes }
    var done: Set<ReferenceConfiguration> = []
    var open = [ReferenceJump(configuration: start)]
    while !open.isEmpty {
      var best = 0
      for candidate in open.indices where open[candidate].isCheaper(than: open[best], in: workflow) { best = candidate }
      let path = open.remove(at: best)
      guard done.insert(path.configuration).inserted else { continue }
      if !path.transitions.isEmpty {
        switch offer(event, to: path.configuration, holds) {
        case .taken, .undecided: return path
        case .refused: break
        }
      }
      if path.configuration.isFinished { continue }
      for (index, transition) in workflow.transitions.enumerated() {
        guard case .events = transition.cue, !transition.to.isEmpty,
          path.configuration.active.contains(transition.from), isOpen(index),
          transition.when == nil || mayHold(index, path.configuration.active) != .no
        else { continue }
        let step = take([index], from: path.configuration, mayBeTaken)
        var longer = path
        longer.configuration = step.configuration
        longer.transitions.append(index)
        longer.steps.append(step)
        open.append(longer)
      }
    }
    return nil
  }
}
