/// A child in the middle of an event that it shares with others, with what is set aside meanwhile for each.
struct ChildInStep: BitwiseCopyable {
  let child: Int
  let moves: Places
  /// By workflow: how its machines stood before the event, where patterns ask.
  let before: Places
  var changes = Places.none
}

/// The children in the middle of an event that they share.
struct ChildrenInStep: ~Copyable {
  var children = Column<ChildInStep>()
  var moves = Column<PlannedMove>()
  var before = Column<MachineState>()
  var changes = Column<WorkflowChange>()

  mutating func removeAll() {
    children.removeAll()
    moves.removeAll()
    before.removeAll()
    changes.removeAll()
  }
}
