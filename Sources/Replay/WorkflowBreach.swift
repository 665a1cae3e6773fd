/// The names by which a breach of a workflow itself stands where a rule's name would.
public enum WorkflowBreach {
  public static let missedTransition = "missed_transition"
  public static let outOfOrder = "out_of_order"
}
