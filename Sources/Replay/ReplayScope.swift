/// What of a case a replay judges.
public enum ReplayScope: Sendable {
  /// The rules, and the steps of every workflow.
  case everything
  /// The rules alone: every judgement is that of a replay of everything, but no departure is told, and a machine that no rule
  /// asks about does not move, so that few rules cost little.
  case rulesAlone
}
