import CivilTime
import Conditions
import Diagnostics
import Procedures

/// Reads the states of one workflow.
struct StateReader {
  private let workflow: ProcedureDraft.WorkflowDraft
  private let tree: StateTree
  private let names: StateNames
  private let signals: SignalNames
  private(set) var diagnostics: [Diagnostic] = []

  init(_ workflow: ProcedureDraft.WorkflowDraft, signals: SignalNames) {
    self.workflow = workflow
    self.signals = signals
    tree = StateTree(workflow.node)
    names = StateNames(paths: tree.branches.map(\.path))
  }

  var topStates: [StateIndex] { tree.top }

  /// All states in document order.
  mutating func states() -> [State] {
    tree.branches.indices.map { index in
      let branch = tree.branches[index]
      tellMarks(of: branch)
      return State(
        name: branch.name, path: branch.path, title: branch.node.text(.title), kind: kind(of: index), parent: branch.parent,
        children: branch.children, onEntry: signals.actions(branch.node[.onEntry], into: &diagnostics),
        onExit: signals.actions(branch.node[.onExit], into: &diagnostics), place: branch.entry.keyPlace)
    }
  }

  /// The state in which every machine begins.
  mutating func start() -> StateIndex? {
    let marked = tree.top.filter { tree.branches[$0].node.isTrue(.start) }
    if let named = workflow.node[.start] {
      if let first = marked.first {
        tellTwo(named.place, first)
        return nil
      }
      guard let state = names.state(named, into: &diagnostics) else { return nil }
      if tree.branches[state].parent == nil { return state }
      tell(
        .startOutsideState, "A workflow starts in one of its outermost states.", at: named.place,
        mend: "Name the outermost state around it, and write in that which of its states is first.")
      return nil
    }
    guard let first = marked.first else {
      tell(
        .noStartState, "The workflow \"\(workflow.name)\" has no start state.", at: workflow.place,
        mend: "Mark one of its outermost states with \"start: true\".")
      return nil
    }
    for other in marked.dropFirst() { tellTwo(tree.branches[other].entry.keyPlace, first) }
    return first
  }

  private mutating func tellTwo(_ place: Place, _ first: StateIndex) {
    diagnostics.append(
      Diagnostic(
        .twoStartStates, "The workflow \"\(workflow.name)\" has two start states.", at: place, mend: "Keep one of the two.",
        notes: [Diagnostic.Note("This is also one.", at: tree.branches[first].entry.keyPlace)]))
  }

  private mutating func kind(of index: StateIndex) -> State.Kind {
    let branch = tree.branches[index]
    if let history = branch.node.text(.history) { return self.history(history, of: index) }
    if let otherwise = branch.node[.otherwise] {
      tell(
        .wrongShape, "\"otherwise\" belongs to a history state, and this is none.", at: otherwise.place,
        mend: "Delete it, or add \"history: shallow\" or \"history: deep\".")
    }
    if branch.node.isTrue(.end) { return .end }
    if branch.node.isTrue(.parallel) { return parallel(branch) }
    guard branch.node[.states] != nil else { return atomic(branch) }
    return compound(index)
  }

  private mutating func parallel(_ branch: StateTree.Branch) -> State.Kind {
    if let start = branch.node[.start], start.truth == nil {
      tell(
        .parallelWithStart, "All states inside a parallel state start at once, so it names none.", at: start.place,
        mend: "Delete \"start\", or \"parallel\".")
    }
    if branch.children.isEmpty {
      tell(
        .wrongShape, "A parallel state has states inside.", at: branch.entry.keyPlace,
        mend: "Add \"states:\" with those that are in force at once, or delete \"parallel\".")
    }
    for child in branch.children where tree.branches[child].node.isTrue(.end) {
      tell(
        .wrongShape, "A state right inside a parallel state cannot be an end state.", at: tree.branches[child].entry.keyPlace,
        mend: "Put the end state inside one of the parallel states.")
    }
    return .parallel
  }

  private mutating func atomic(_ branch: StateTree.Branch) -> State.Kind {
    if let start = branch.node[.start], start.truth == nil {
      tell(
        .startOutsideState, "\"start\" names a state inside, and this state has none.", at: start.place,
        mend: "Delete it, or add \"states:\".")
    }
    return .atomic
  }

  private mutating func compound(_ index: StateIndex) -> State.Kind {
    let branch = tree.branches[index]
    guard let start = branch.node[.start], start.truth == nil else {
      tell(
        .noStartState, "The state \"\(branch.path)\" has states inside, and does not say which is first.",
        at: branch.entry.keyPlace, mend: "Add \"start:\" and the name of the first.")
      return .compound(start: [branch.children.first ?? index])
    }
    return .compound(start: [inner(start, of: index) ?? branch.children.first ?? index])
  }

  private mutating func history(_ depth: String, of index: StateIndex) -> State.Kind {
    let branch = tree.branches[index]
    let depth: State.HistoryDepth = depth == "deep" ? .deep : .shallow
    guard let parent = branch.parent else {
      tell(
        .historyOutsideState, "A history state stands inside the state that it remembers.", at: branch.entry.keyPlace,
        mend: "Move it into the \"states\" of that state.")
      return .history(depth: depth, otherwise: [])
    }
    guard let otherwise = branch.node[.otherwise] else {
      tell(
        .missingKey, "A history state says where it leads when there is nothing to remember.", at: branch.entry.keyPlace,
        mend: "Add \"otherwise:\" and the name of a state beside it.")
      return .history(depth: depth, otherwise: [])
    }
    return .history(depth: depth, otherwise: otherwise.scalars.compactMap { remembered($0, in: parent) })
  }

  /// A state that a history state leads to when there is nothing to remember.
  private mutating func remembered(_ node: PlacedNode, in parent: StateIndex) -> StateIndex? {
    guard let state = inner(node, of: parent) else { return nil }
    guard tree.branches[state].node[.history] != nil else { return state }
    tell(
      .wrongShape, "A history state leads to a state that a child can be in, not to a history state.", at: node.place,
      mend: "Name another state beside it.")
    return nil
  }

  /// A state inside another, by its name, its path from there, or its full name.
  private mutating func inner(_ node: PlacedNode, of outer: StateIndex) -> StateIndex? {
    guard let name = node.scalar else { return nil }
    let path = tree.branches[outer].path + "." + name
    if let index = names.paths.firstIndex(of: path) { return index }
    guard let state = names.state(node, into: &diagnostics) else { return nil }
    if tree.isInside(state, outer) { return state }
    tell(
      .startOutsideState, "\"\(name)\" does not lie inside \"\(tree.branches[outer].path)\".", at: node.place,
      mend: "Name a state inside it.")
    return nil
  }

  /// Tells marks that do not go together.
  private mutating func tellMarks(of branch: StateTree.Branch) {
    let node = branch.node
    if branch.parent != nil, node.isTrue(.start), let start = node[.start] {
      tell(
        .startOutsideState, "\"start: true\" marks an outermost state.", at: start.place,
        mend: "Write \"start: \(branch.name)\" in the state around it.")
    }
    if node.isTrue(.end), let states = node[.states] {
      tell(.wrongShape, "An end state holds no states.", at: states.place, mend: "Delete \"states\", or \"end\".")
    }
    if node.isTrue(.end), let exit = node[.onExit] {
      tell(
        .endStateWithTransition, "An end state is never left, so nothing happens on leaving it.", at: exit.place,
        mend: "Delete it, or do the same on entering.")
    }
    if node[.history] != nil {
      for key in [Key.end, .parallel, .start, .states, .onEntry, .onExit] {
        guard let other = node[key] else { continue }
        tell(
          .wrongShape, "A history state has no \"\(key.rawValue)\".", at: other.place,
          mend: "Delete it, or \"history\".")
      }
    }
  }

  private mutating func tell(_ code: DiagnosticCode, _ message: String, at place: Place, mend: String? = nil) {
    diagnostics.append(Diagnostic(code, message, at: place, mend: mend))
  }
}
