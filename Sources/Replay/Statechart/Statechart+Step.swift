import Conditions
import Procedures

/// What is known beforehand of the step that an event makes in a configuration.
enum StepPlan: BitwiseCopyable {
  case unasked
  /// No transition from here hears the event.
  case none
  /// The transitions have no guards, and nothing follows by itself.
  case certain(StepNumber)
  /// The transitions that may be taken, in order of priority, each with its guard: among the chart's candidates.
  case guarded(Places)
}

/// What came of offering an event to a machine.
enum Offered: BitwiseCopyable {
  case step(StepNumber, isCertain: Bool)
  /// No transition is enabled.
  case refused
  /// More than one transition may be enabled, and the record does not say which.
  case undecided
}

extension Statechart {
  /// Enters the start state, as when a child's case begins.
  func enterStart(_ guardHolds: (Int) -> Truth = { _ in .no }) -> StepNumber {
    let empty = Configuration(active: StateSet(capacity: workflow.states.count))
    var micro = Microstep(self, from: empty)
    var entry = EntrySet(self, empty)
    entry.addStart(workflow.startTargets)
    micro.enter(entry)
    return settle(&micro, guardHolds)
  }

  /// Offers an event to a machine.
  ///
  /// - Parameter guardHolds: the truth of a transition's guard; asked only where there is one.
  func offer(_ slot: Int, to configuration: ConfigurationIndex, guardHolds: (Int) -> Truth) -> Offered {
    let place = configuration * slotCount + slot
    if case .unasked = plans[place] {
      let plan = makePlan(slot, configuration)
      plans[place] = plan
    }
    switch plans[place] {
    case .unasked, .none: return .refused
    case .certain(let step): return .step(step, isCertain: true)
    case .guarded(let candidates): return choose(among: candidates, in: configuration, guardHolds)
    }
  }

  /// What comes of offering an event where that hangs on no guard; `nil` where it may.
  @inline(__always) func offerOfCertain(_ slot: Int, to configuration: ConfigurationIndex) -> Offered? {
    switch plans[configuration * slotCount + slot] {
    case .none: .refused
    case .certain(let step): .step(step, isCertain: true)
    case .unasked, .guarded: nil
    }
  }

  private func makePlan(_ slot: Int, _ configuration: ConfigurationIndex) -> StepPlan {
    let active = configurations[configuration].active
    let candidates = cued[slot].filter { active.contains(workflow.transitions[$0].from) }
    if candidates.isEmpty || configurations[configuration].isFinished { return .none }
    if settles || candidates.contains(where: { isGuarded[$0] }) { return .guarded(self.candidates.place(candidates)) }
    return .certain(step(taking: select(candidates, in: configurations[configuration]), from: configuration) { _ in .yes })
  }

  private func choose(
    among places: Places, in configuration: ConfigurationIndex, _ guardHolds: (Int) -> Truth
  ) -> Offered {
    var first = -1
    var unknown = -1
    var (certain, open) = (0, 0)
    var others: [Int] = []
    for place in places.range {
      let candidate = candidates[place]
      switch isGuarded[candidate] ? guardHolds(candidate) : .yes {
      case .yes:
        if first < 0 { first = candidate } else { others.append(candidate) }
        certain += 1
        open += 1
      case .unknown:
        unknown = candidate
        open += 1
      case .no: break
      }
    }
    if open == 0 { return .refused }
    if unknown >= 0 {
      // An unknown guard that is the only one not false is taken, and what follows is possible.
      guard open == 1 else { return .undecided }
      return .step(lone(unknown, from: configuration, guardHolds), isCertain: false)
    }
    if certain == 1 { return .step(lone(first, from: configuration, guardHolds), isCertain: true) }
    let selected = select([first] + others, in: configurations[configuration])
    return .step(step(taking: selected, from: configuration, guardHolds), isCertain: true)
  }

  /// One transition per active innermost state, the innermost first, and of conflicting ones the inner or earlier.
  ///
  /// **Source:** W3C SCXML 1.0, Appendix D: `selectTransitions`, `removeConflictingTransitions`.
  func select(_ enabled: [Int], in configuration: Configuration) -> [Int] {
    if enabled.count == 1 { return enabled }
    var firstFrom: [StateIndex: Int] = [:]
    for transition in enabled {
      let source = workflow.transitions[transition].from
      firstFrom[source] = min(firstFrom[source] ?? transition, transition)
    }
    var chosen: [Int] = []
    var sources = StateSet(capacity: stateCount)
    for state in configuration.active.members where isAtomic(state) {
      guard let source = ([state] + ancestors[state]).first(where: { firstFrom[$0] != nil }), let first = firstFrom[source],
        !sources.contains(source)
      else { continue }
      sources.insert(source)
      chosen.append(first)
    }
    return withoutConflicts(chosen, in: configuration)
  }

  private func withoutConflicts(_ chosen: [Int], in configuration: Configuration) -> [Int] {
    var kept: [(transition: Int, exits: StateSet)] = []
    var left = StateSet(capacity: stateCount)
    for candidate in chosen {
      let exits = exitSet(of: candidate, in: configuration)
      if !exits.isDisjoint(with: left) {
        let conflicting = kept.filter { !exits.isDisjoint(with: $0.exits) }.map(\.transition)
        let source = workflow.transitions[candidate].from
        let yields = conflicting.contains { !isDescendant(source, of: workflow.transitions[$0].from) }
        if yields { continue }
        kept.removeAll { conflicting.contains($0.transition) }
      }
      kept.append((candidate, exits))
      left.formUnion(exits)
    }
    return kept.map(\.transition)
  }

  /// Takes one transition; what it does is remembered where no guard decides what follows by itself.
  func lone(_ transition: Int, from configuration: ConfigurationIndex, _ guardHolds: (Int) -> Truth) -> StepNumber {
    let place = configuration * transitionCount + transition
    if lone[place] >= 0 { return lone[place] }
    hasAskedGuard = false
    let made = step(taking: [transition], from: configuration, guardHolds)
    if !hasAskedGuard { lone[place] = made }
    return made
  }

  /// Takes the transitions, then whatever follows by itself.
  func step(taking transitions: [Int], from configuration: ConfigurationIndex, _ guardHolds: (Int) -> Truth) -> StepNumber {
    var micro = Microstep(self, from: configurations[configuration])
    micro.take(transitions)
    return settle(&micro, guardHolds)
  }

  /// Follows transitions without an event and the machine's own signals until nothing more happens.
  ///
  /// **Source:** W3C SCXML 1.0, Appendix D: `mainEventLoop`, between two external events.
  func settle(_ micro: inout Microstep, _ guardHolds: (Int) -> Truth) -> StepNumber {
    var isCutOff = false
    if settles {
      defer { stepping = nil }
      var steps = 0
      while !micro.configuration.isFinished {
        stepping = micro.configuration
        var enabled = heard(silence, in: micro.configuration, guardHolds)
        while enabled.isEmpty, !micro.queue.isEmpty {
          enabled = heard(micro.queue.removeFirst(), in: micro.configuration, guardHolds)
        }
        if enabled.isEmpty { break }
        steps += 1
        isCutOff = steps > Self.mostMicrosteps
        if isCutOff { break }
        micro.take(enabled)
      }
    }
    return number(
      of: MachineStep(
        configuration: number(of: micro.configuration), transitions: micro.transitions, changes: micro.changes,
        sends: micro.sends, effects: micro.effects, isCutOff: isCutOff))
  }

  /// A chart that never comes to rest is cut off: more steps than this upon one event are a fault of the chart.
  static let mostMicrosteps = 1000

  private func heard(_ word: Word, in configuration: Configuration, _ guardHolds: (Int) -> Truth) -> [Int] {
    let enabled = hearers[word].filter { index in
      configuration.active.contains(workflow.transitions[index].from)
        && (!isGuarded[index] || holds(index, guardHolds))
    }
    return enabled.isEmpty ? [] : select(enabled, in: configuration)
  }

  private func holds(_ transition: Int, _ guardHolds: (Int) -> Truth) -> Bool {
    hasAskedGuard = true
    return guardHolds(transition) == .yes
  }

  /// Delivers a delayed signal.
  func deliver(signal: Int, to configuration: ConfigurationIndex, guardHolds: (Int) -> Truth) -> StepNumber? {
    hear(signalWords[signal], in: configuration, guardHolds: guardHolds)
  }

  /// Lets a machine hear a word, and take what follows; `nil` where no transition is enabled.
  func hear(_ word: Word, in configuration: ConfigurationIndex, guardHolds: (Int) -> Truth) -> StepNumber? {
    let here = configurations[configuration]
    guard !here.isFinished else { return nil }
    let enabled = heard(word, in: here, guardHolds)
    return enabled.isEmpty ? nil : step(taking: enabled, from: configuration, guardHolds)
  }
}
