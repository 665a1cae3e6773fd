import Conditions
import Procedures

/// A way to a configuration in which an event can be followed, by steps that the record does not show.
final class Jump {
  /// The steps in order; each is one transition passed over, with what it did.
  let steps: [StepNumber]
  /// The transitions passed over that the procedure requires, in order.
  let required: [Int]
  let configuration: ConfigurationIndex

  init(steps: [StepNumber], required: [Int], configuration: ConfigurationIndex) {
    self.steps = steps
    self.required = required
    self.configuration = configuration
  }
}

extension Statechart {
  /// Every configuration in which some transition hears the event, cheapest first.
  ///
  /// The steps passed over are such as the procedure requires: one that may come and need not is supposed only where no
  /// sequence of required steps leads there. Fewer of those come first, then fewer required steps, then document order. A
  /// guard on the way bars only where it is certainly false whatever the unrecorded event carried.
  /// - Parameters:
  ///   - isOpen: whether a transition may be one of the steps.
  ///   - mayHold: whether a guard can hold in a configuration when nothing is known of the event at hand.
  func jumps(
    to slot: Int, from start: ConfigurationIndex, isOpen: (Int) -> Bool = { _ in true },
    mayHold: (Int, ConfigurationIndex) -> Bool
  ) -> [Jump] {
    var found: [Jump] = []
    var reached: Set<ConfigurationIndex> = [start]
    var frontier = JumpFrontier()
    extend(JumpPath(configuration: start), isOpen, mayHold, &frontier)
    while let path = frontier.popCheapest() {
      guard reached.insert(path.configuration).inserted else { continue }
      if hears(slot, in: path.configuration) { found.append(path.jump(in: workflow)) }
      extend(path, isOpen, mayHold, &frontier)
    }
    return found
  }

  private func hears(_ slot: Int, in configuration: ConfigurationIndex) -> Bool {
    let here = configurations[configuration]
    return !here.isFinished && cued[slot].contains { here.active.contains(workflow.transitions[$0].from) }
  }

  private func extend(
    _ path: JumpPath, _ isOpen: (Int) -> Bool, _ mayHold: (Int, ConfigurationIndex) -> Bool,
    _ frontier: inout JumpFrontier
  ) {
    let here = configurations[path.configuration]
    guard !here.isFinished else { return }
    for (index, transition) in workflow.transitions.enumerated() {
      guard case .events = transition.cue, !transition.to.isEmpty, here.active.contains(transition.from),
        isOpen(index), transition.when == nil || mayHold(index, path.configuration)
      else { continue }
      let step = lone(index, from: path.configuration) { mayHold($0, path.configuration) ? .yes : .no }
      frontier.add(path.extended(by: step, to: steps[step].configuration, index, isRequired: !transition.isOptional))
    }
  }
}

/// A sequence of steps on the way to a jump.
struct JumpPath {
  let configuration: ConfigurationIndex
  private(set) var steps: [StepNumber] = []
  private(set) var transitions: [Int] = []
  private(set) var requiredCount = 0

  init(configuration: ConfigurationIndex) { self.configuration = configuration }

  private init(_ configuration: ConfigurationIndex, _ steps: [StepNumber], _ transitions: [Int], _ requiredCount: Int) {
    self.configuration = configuration
    self.steps = steps
    self.transitions = transitions
    self.requiredCount = requiredCount
  }

  func extended(
    by step: StepNumber, to configuration: ConfigurationIndex, _ transition: Int, isRequired: Bool
  ) -> JumpPath {
    JumpPath(configuration, steps + [step], transitions + [transition], requiredCount + (isRequired ? 1 : 0))
  }

  func jump(in workflow: Workflow) -> Jump {
    Jump(
      steps: steps, required: transitions.filter { !workflow.transitions[$0].isOptional }, configuration: configuration)
  }

  /// How many of its steps may come and need not.
  private var optionalCount: Int { transitions.count - requiredCount }

  /// Cheaper first: fewer steps that are not required, then fewer that are, then document order.
  func precedes(_ other: JumpPath) -> Bool {
    if optionalCount != other.optionalCount { return optionalCount < other.optionalCount }
    if requiredCount != other.requiredCount { return requiredCount < other.requiredCount }
    return transitions.lexicographicallyPrecedes(other.transitions)
  }
}

/// The paths not yet followed.
struct JumpFrontier {
  private var paths: [JumpPath] = []

  mutating func add(_ path: JumpPath) { paths.append(path) }

  mutating func popCheapest() -> JumpPath? {
    guard var best = paths.indices.first else { return nil }
    for index in paths.indices where paths[index].precedes(paths[best]) { best = index }
    return paths.remove(at: best)
  }
}
