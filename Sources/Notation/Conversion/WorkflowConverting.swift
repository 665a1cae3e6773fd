import CivilTime
import Conditions
import Diagnostics
import Procedures

/// A machine in the middle of being written in the workflow language.
struct WorkflowConverting {
  let workflow: Workflow
  let words: HeardWords
  let name: String
  let transitionsBySource: [StateIndex: [Transition]]
  /// The path of each state in the file.
  let paths: [String]
  /// The names of events and signals: what comes from outside and from the machine under one name has one here.
  var eventNames: NameMapping
  /// The states that have other names here, with those of the file.
  private let renamedStates: [(from: String, to: String)]
  var diagnostics: [Diagnostic] = []
  private let actionPlaces: ActionPlaces
  /// Where the actions stand that only say something.
  private var logs: [Place] = []

  init(_ workflow: Workflow, _ actionPlaces: ActionPlaces) {
    self.workflow = workflow
    self.actionPlaces = actionPlaces
    words = HeardWords(workflow)
    transitionsBySource = Dictionary(grouping: workflow.transitions, by: \.from)
    var workflowNames = NameMapping(for: "workflow")
    name = workflowNames.name(for: workflow.name)
    eventNames = NameMapping(for: "event", of: words.events + workflow.signals)
    let named = Self.paths(of: workflow)
    (paths, renamedStates) = (named.paths, named.renamed)
  }

  /// The path of each state, and those states whose names had to be changed.
  private static func paths(of workflow: Workflow) -> (paths: [String], renamed: [(from: String, to: String)]) {
    var paths: [String] = []
    var all = NameMapping(for: "state", of: workflow.states.map(\.name))
    var beside: [StateIndex?: NameMapping] = [:]
    var taken: [StateIndex?: Set<String>] = [:]
    for state in workflow.states {
      let around = state.parent.map { paths[$0] + "." } ?? ""
      // In a file written by Plumbline a name is one's own only beside its siblings. An editor may have added others.
      guard state.identifier != state.path else {
        paths.append(around + all.name(for: state.name))
        continue
      }
      let siblings = workflow.states.filter { $0.parent == state.parent }.map(\.name)
      let isNew = taken[state.parent, default: []].insert(state.name).inserted
      let written = isNew ? state.name : state.identifier ?? state.path
      paths.append(around + beside[state.parent, default: NameMapping(for: "state", of: siblings)].name(for: written))
    }
    return (paths, all.changed + beside.values.flatMap(\.changed).sorted { $0 < $1 })
  }

  mutating func files() -> [ConvertedFile] {
    let states = states()
    let transitions = transitions()
    if let first = logs.min() { tell(.logLeftOut(logs.sorted()), at: first) }
    tellNarrowed()
    let signals = workflow.signals.map { eventNames.name(for: $0) }
    let events = words.events.map { eventNames.name(for: $0) }
    var text = YAMLText.comment(head(events))
    text += "workflow: \(name)\ntitle: \(YAMLText.quoted(workflow.title))\n"
    // A state has one key for being the start and for its own; the outermost start then stands above the states.
    if hasStates(workflow.start) { text += "start: \(paths[workflow.start])\n" }
    if !signals.isEmpty { text += "signals: [\(signals.joined(separator: ", "))]\n" }
    text += "states:\n\(states)"
    if !transitions.isEmpty { text += "transitions:\n\(transitions)" }
    let isTaken = ["vocabulary", "procedure"].contains(name)
    let file = ConvertedFile(name: (isTaken ? "\(name)_workflow" : name) + ".yaml", text: text)
    if asksAProcedure { return [file] }
    return [
      file, ConvertedFile(name: "vocabulary.yaml", text: vocabulary(events)),
      ConvertedFile(name: "procedure.yaml", text: procedure),
    ]
  }

  /// Whether a condition is in the words of a procedure that is not at hand.
  private var asksAProcedure: Bool { workflow.transitions.contains { $0.when?.asksAProcedure ?? false } }

  private func hasStates(_ state: StateIndex) -> Bool {
    if case .compound = workflow.states[state].kind { true } else { false }
  }

  private func head(_ events: [String]) -> [String] {
    var lines = ["Converted from SCXML by plumbline convert."]
    if asksAProcedure {
      lines.append("Its events and conditions are those of the procedure that it was written from.")
    } else if !events.isEmpty {
      lines.append("Its vocabulary declares these events: \(events.joined(separator: ", ")).")
    }
    if !asksAProcedure, workflow.transitions.contains(where: \.hearsByDescriptor) {
      lines.append("A transition hears what is named here, and no other event whose name begins alike or that * meant.")
    }
    let heard = workflow.signals.isEmpty ? "events" : "events and signals"
    for (changed, noun) in [(renamedStates, "states"), (eventNames.changed, heard)] where !changed.isEmpty {
      lines.append("Names of \(noun) that are written otherwise here, with those of the SCXML file:")
      lines += changed.map { "  \($0.to): \($0.from)" }
    }
    return lines
  }

  private func vocabulary(_ events: [String]) -> String {
    let head = YAMLText.comment(["The events of the workflow \"\(name)\", converted from SCXML by plumbline convert."])
    let listed = events.isEmpty ? "events: {}\n" : "events:\n" + events.map { "  \($0): {}\n" }.joined()
    return head + "vocabulary: \(name)\n\(listed)"
  }

  private var procedure: String {
    """
    # Holds the workflow "\(name)", so that it can be checked and replayed.
    procedure: \(name)
    title: \(YAMLText.quoted(workflow.title))
    calendar: england_and_wales
    months: corresponding date

    """
  }

  /// Tells once of all transitions that hear names that no file can list.
  private mutating func tellNarrowed() {
    let open = workflow.transitions.filter { $0.descriptors.contains(where: \.isOpen) && !words.words(of: $0.cue).isEmpty }
    guard let first = open.first else { return }
    let texts = open.flatMap(\.descriptors).filter(\.isOpen).map(\.text)
    tell(.narrowed(Set(texts).sorted(), places: open.map(\.place)), at: first.place)
  }

  mutating func tell(_ problem: UnsayableProblem, at place: Place) { diagnostics.append(problem.diagnostic(at: place)) }
}

extension Transition {
  /// Whether it hears whatever bears a name of some kind.
  fileprivate var hearsByDescriptor: Bool { !descriptors.isEmpty }
}

// MARK: - States

extension WorkflowConverting {
  /// A state further in would stand deeper in the file than a reader of YAML follows, at two mappings for each state.
  private static let deepestState = 30

  private mutating func states() -> String {
    let start = workflow.startTargets
    if start.count > 1 {
      tell(.severalStarts(workflow.name), at: workflow.place)
    } else if let inside = start.first, workflow.states[inside].parent != nil, !beginsInside(workflow.start, inside) {
      tell(.startInside(workflow.states[inside].path), at: workflow.place)
    }
    return workflow.topStates.map { state($0, indentation: "  ") }.joined()
  }

  /// Whether entering a state leads to one inside it by the starts on the way.
  private func beginsInside(_ outer: StateIndex, _ inner: StateIndex) -> Bool {
    if outer == inner { return true }
    guard case .compound(let start) = workflow.states[outer].kind, start.count == 1 else { return false }
    return beginsInside(start[0], inner)
  }

  /// - Complexity: recursion as deep as the states are nested, up to what a file can say.
  private mutating func state(_ index: StateIndex, indentation: String) -> String {
    let state = workflow.states[index]
    if indentation.count > 4 * Self.deepestState {
      tell(.statesTooDeep(state.path), at: state.place)
      return ""
    }
    let name = paths[index].split(separator: ".").last.map(String.init) ?? paths[index]
    let entries = marks(of: index).compactMap { key, value in value.map { (key, $0) } }
    guard !state.children.isEmpty else { return "\(indentation)\(name): \(YAMLText.mapping(entries))\n" }
    var text = "\(indentation)\(name):\n"
    for (key, value) in entries { text += "\(indentation)  \(key): \(value)\n" }
    text += "\(indentation)  states:\n"
    for child in state.children { text += self.state(child, indentation: indentation + "    ") }
    return text
  }

  /// What is said of a state beside the states inside it.
  private mutating func marks(of index: StateIndex) -> [(key: String, value: String?)] {
    let state = workflow.states[index]
    var marks: [(key: String, value: String?)] = [("title", state.title.map(YAMLText.quoted))]
    if index == workflow.start, !hasStates(index) { marks.append(("start", "true")) }
    if !actions(state.onStart, at: state.place, .initial).isEmpty { tell(.actsOnTheWayIn(state.path), at: state.place) }
    switch state.kind {
    case .atomic: break
    case .end: marks.append(("end", "true"))
    case .parallel:
      marks.append(("parallel", "true"))
      if state.children.isEmpty { tell(.emptyParallel(state.path), at: state.place) }
    case .compound(let start):
      marks.append(("start", self.start(start, of: index)))
    case .history(let depth, let otherwise):
      marks.append(("history", depth == .deep ? "deep" : "shallow"))
      tellHistories(otherwise, of: index)
      marks.append(("otherwise", YAMLText.oneOrMany(otherwise.map { paths[$0] })))
    }
    let entering = actions(state.onEntry, at: state.place, .onEntry)
    let leaving = actions(state.onExit, at: state.place, .onExit)
    if state.kind == .end, !leaving.isEmpty { tell(.actsOnLeavingTheEnd(state.path), at: state.place) }
    marks.append(("on entry", entering.isEmpty ? nil : "[\(entering.joined(separator: ", "))]"))
    marks.append(("on exit", leaving.isEmpty ? nil : "[\(leaving.joined(separator: ", "))]"))
    return marks
  }

  private mutating func start(_ targets: [StateIndex], of index: StateIndex) -> String? {
    if targets.count > 1 { tell(.severalStarts(workflow.states[index].path), at: workflow.states[index].place) }
    tellHistories(targets, of: index)
    return targets.first.map { paths[$0] }
  }

  private mutating func tellHistories(_ targets: [StateIndex], of index: StateIndex) {
    for target in targets {
      if case .history = workflow.states[target].kind {
        tell(.historyToHistory(workflow.states[index].path), at: workflow.states[index].place)
      }
    }
  }
}

// MARK: - Actions

extension WorkflowConverting {
  /// Each action as an item of a list.
  ///
  /// - Parameters:
  ///   - owner: where the state or transition stands that they belong to.
  ///   - handler: the element of it that holds them.
  mutating func actions(_ actions: [Action], at owner: Place, _ handler: SCXMLElement) -> [String] {
    let places = actionPlaces.places(of: handler, in: owner)
    return actions.flatMap(\.outsideBlocks).enumerated().compactMap { number, action in
      item(action, at: places.indices.contains(number) ? places[number] : owner)
    }
  }

  private mutating func item(_ action: Action, at place: Place) -> String? {
    switch action {
    case .raise(let signal): return YAMLText.mapping([("raise", eventNames.name(for: workflow.signals[signal]))])
    case .send(let signal, let after): return send(signal, after.description)
    case .post(let signal, let after, _):
      if let period = Self.period(of: after) { return send(signal, period.description) }
      tell(.shortDelay(DelayText.text(of: after)), at: place)
    case .log: logs.append(place)
    case .cancel: tell(.cancelling, at: place)
    case .choose where action.onlySays: logs.append(place)
    case .choose: tell(.choosing, at: place)
    case .fail: tell(.failing, at: place)
    case .block: break
    }
    return nil
  }

  private mutating func send(_ signal: Int, _ after: String) -> String {
    YAMLText.mapping([("send", eventNames.name(for: workflow.signals[signal])), ("after", after)])
  }

  /// The delay in days or hours; `nil` where it is no whole number of them.
  private static func period(of delay: Milliseconds) -> Period? {
    let hour = 3_600_000
    guard delay.count % hour == 0, delay.count / hour <= Period.largestCount else { return nil }
    let hours = delay.count / hour
    return hours > 0 && hours % 24 == 0 ? Period(hours / 24, .day) : Period(hours, .hour)
  }
}

extension Action {
  /// Whether it does nothing but say something, whichever branch it takes.
  fileprivate var onlySays: Bool {
    switch self {
    case .log: true
    case .choose(let branches): branches.allSatisfy { $0.actions.allSatisfy(\.onlySays) }
    case .block(let actions): actions.allSatisfy(\.onlySays)
    case .raise, .send, .post, .cancel, .fail: false
    }
  }

  /// The action, or those of a block.
  fileprivate var outsideBlocks: [Action] {
    if case .block(let actions) = self { actions.flatMap(\.outsideBlocks) } else { [self] }
  }
}
