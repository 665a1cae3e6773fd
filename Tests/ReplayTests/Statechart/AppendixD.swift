/// The pseudo-code of SCXML, line by line and without a thought for speed: what the engine must agree with.
///
/// Names are those of the pseudo-code. An ordered set is an array in which nothing stands twice. Data, invocation and
/// other processors are left out, as is `exitInterpreter`: a machine that has stopped stays where it is.
///
/// **Source:** W3C SCXML 1.0, Appendix D, "Algorithm for SCXML Interpretation".
final class AppendixD {
  struct Event {
    let name: String
  }

  private struct Delayed {
    let event: Event
    let due: Int
    let sequence: Int
    let identifier: String?
  }

  /// More microsteps than this upon one event, and the machine is taken never to rest.
  static let mostMicrosteps = 60
  static let mostEvents = 60

  let doc: ChartState
  private(set) var configuration: [ChartState] = []
  var historyValue: [String: [ChartState]] = [:]
  private var internalQueue: [Event] = []
  private var delayed: [Delayed] = []
  private var sequence = 0
  private var now = 0
  private(set) var running = true
  private(set) var log: [String] = []
  /// Whether the machine was given up, so that nothing can be compared any more.
  private(set) var isGivenUp = false

  init(_ doc: ChartState) { self.doc = doc }

  // MARK: - Interpretation

  /// `interpret`, up to the first external event.
  func interpret() {
    let first = doc.children.first { !$0.isHistory }
    let initial = doc.initial ?? ChartTransition(source: doc, targets: [first].compactMap(\.self))
    enterStates([initial])
    finishMacrostep()
  }

  /// The inner loop of `mainEventLoop`.
  private func finishMacrostep() {
    var steps = 0
    var macrostepDone = false
    while running, !macrostepDone {
      var enabledTransitions = selectEventlessTransitions()
      if enabledTransitions.isEmpty {
        if internalQueue.isEmpty {
          macrostepDone = true
        } else {
          let internalEvent = internalQueue.removeFirst()
          enabledTransitions = selectTransitions(internalEvent)
        }
      }
      if !enabledTransitions.isEmpty { microstep(enabledTransitions) }
      steps += 1
      if steps > Self.mostMicrosteps {
        isGivenUp = true
        return
      }
    }
  }

  /// What `mainEventLoop` does with an external event.
  private func take(_ externalEvent: Event) {
    guard running else { return }
    let enabledTransitions = selectTransitions(externalEvent)
    if !enabledTransitions.isEmpty {
      microstep(enabledTransitions)
      finishMacrostep()
    }
  }

  // MARK: - Time

  func hear(_ name: String) {
    pass(0)
    take(Event(name: name))
  }

  func pass(_ milliseconds: Int) {
    let end = now + milliseconds
    var count = 0
    while running, !isGivenUp {
      let next = delayed.filter { $0.due <= end }.min { ($0.due, $0.sequence) < ($1.due, $1.sequence) }
      guard let next else { break }
      delayed.removeAll { $0.sequence == next.sequence }
      now = max(now, next.due)
      take(next.event)
      count += 1
      isGivenUp = isGivenUp || count > Self.mostEvents
    }
    now = end
  }

  // MARK: - Executable content

  /// `executeContent`; an error ends the block.
  func executeContent(_ content: [ChartAction]) { _ = succeeds(content) }

  private func succeeds(_ content: [ChartAction]) -> Bool {
    for action in content {
      switch action {
      case .raise(let name): internalQueue.append(Event(name: name))
      case .send(let name, let delay, let identifier):
        sequence += 1
        delayed.append(
          Delayed(
            event: Event(name: name), due: now + delay, sequence: sequence, identifier: delay > 0 ? identifier : nil))
      case .cancel(let identifier): delayed.removeAll { $0.identifier == identifier }
      case .log(let text): log.append(text)
      case .choose(let condition, let then, let otherwise):
        if !succeeds(holds(condition) ? then : otherwise) { return false }
      case .failingSend:
        internalQueue.append(Event(name: "error.execution"))
        return false
      }
    }
    return true
  }

  func holds(_ condition: ChartCondition) -> Bool {
    switch condition {
    case .isIn(let identifier): configuration.contains { $0.identifier == identifier }
    case .not(let inner): !holds(inner)
    case .and(let a, let b): holds(a) && holds(b)
    case .or(let a, let b): holds(a) || holds(b)
    }
  }

  // MARK: - Entering and leaving

  private func microstep(_ enabledTransitions: [ChartTransition]) {
    exitStates(enabledTransitions)
    for transition in enabledTransitions { executeContent(transition.content) }
    enterStates(enabledTransitions)
  }

  private func exitStates(_ enabledTransitions: [ChartTransition]) {
    let statesToExit = computeExitSet(enabledTransitions).sorted { $0.order > $1.order }
    for s in statesToExit {
      for h in s.children {
        guard case .history(let isDeep) = h.kind else { continue }
        historyValue[h.identifier] =
          isDeep
          ? configuration.filter { isAtomicState($0) && isDescendant($0, s) } : configuration.filter { $0.parent === s }
      }
    }
    for s in statesToExit {
      for content in s.onExit { executeContent(content) }
      configuration.removeAll { $0 === s }
    }
  }

  private func enterStates(_ enabledTransitions: [ChartTransition]) {
    var entry = EntrySetOfAppendixD()
    computeEntrySet(enabledTransitions, &entry)
    for s in entry.statesToEnter.sorted(by: { $0.order < $1.order }) {
      // A history state outside a transition's domain can name states around the source that were not left. Section
      // 3.13 leaves a state that is active and not in the exit set out of the entry set, so nothing is entered twice.
      if configuration.contains(where: { $0 === s }) { continue }
      configuration.append(s)
      for content in s.onEntry { executeContent(content) }
      if entry.statesForDefaultEntry.contains(where: { $0 === s }), let initial = s.initial {
        executeContent(initial.content)
      }
      if let content = entry.defaultHistoryContent[s.identifier] { executeContent(content) }
      guard s.kind == .final, let parent = s.parent else { continue }
      guard parent.kind != .scxml else {
        running = false
        continue
      }
      internalQueue.append(Event(name: "done.state.\(parent.identifier)"))
      guard let grandparent = parent.parent, grandparent.kind == .parallel,
        getChildStates(grandparent).allSatisfy(isInFinalState)
      else { continue }
      internalQueue.append(Event(name: "done.state.\(grandparent.identifier)"))
    }
  }
}
