import CivilTime
import Conditions
import Procedures

/// When each state was entered and left.
struct StayBook: ~Copyable {
  struct Line: BitwiseCopyable {
    let child: Int
    let workflow: WorkflowIndex
    let state: StateIndex
    let episode: Int
    let entered: TimeReference
    let enteringEvent: Int
    var left: TimeReference?
    var leavingEvent = -1
  }

  var isKept = true
  private(set) var lines = Column<Line>()
  /// By child and state, all workflows one after another: the line that is open; -1 for none.
  private var open = Column<Int32>()
  private let tables: ReplayTables
  private let stateCount: Int

  init(_ tables: ReplayTables) {
    self.tables = tables
    stateCount = tables.onEntry.count
  }

  mutating func forget(children: Int) {
    guard isKept else { return }
    lines.removeAll()
    open.fill(children * stateCount, with: -1)
  }

  mutating func enter(
    child: Int, _ workflow: WorkflowIndex, _ state: StateIndex, at time: TimeReference, event: Int, episode: Int
  ) {
    guard isKept else { return }
    open[place(child, workflow, state)] = Int32(lines.count)
    lines.append(
      Line(child: child, workflow: workflow, state: state, episode: episode, entered: time, enteringEvent: event))
  }

  mutating func leave(child: Int, _ workflow: WorkflowIndex, _ state: StateIndex, at time: TimeReference, event: Int) {
    guard isKept else { return }
    let line = Int(open[place(child, workflow, state)])
    guard line >= 0 else { return }
    open[place(child, workflow, state)] = -1
    lines[line].left = time
    lines[line].leavingEvent = event
  }

  private func place(_ child: Int, _ workflow: WorkflowIndex, _ state: StateIndex) -> Int {
    child * stateCount + tables.firstState[workflow] + state
  }
}
