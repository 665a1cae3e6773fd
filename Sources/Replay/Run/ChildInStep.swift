/// A child in the middle of an event that it shares with others.
struct ChildInStep {
  let child: Int
  let moves: [PlannedMove]
  /// By workflow: how its machines stood before the event, where patterns ask.
  let before: [MachineState]
  var changes: [WorkflowChange] = []
}
