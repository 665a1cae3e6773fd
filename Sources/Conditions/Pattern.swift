/// What a rule waits for, or looks at: an event, one of several, all of several, or a state entered or left.
public indirect enum Pattern: Sendable {
  /// An occurrence of the event for which the condition, if there is one, holds.
  case event(EventIndex, Condition?)
  case any([Pattern])
  case all([Pattern])
  case entering(StateReference)
  case leaving(StateReference)
}

/// What opens a clock.
public indirect enum Trigger: Sendable {
  case pattern(Pattern)
  /// A date that the event carries: `pregnancy_known.expected_birth`.
  case date(EventIndex, AttributeIndex)
  /// The day after the due date of another rule's clock, when it is still open.
  case overdue(RuleIndex)
}
