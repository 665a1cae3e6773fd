public import Conditions

/// When a condition is asked: two conditions asked at one moment see the same event, states and figures.
public struct ConditionMoment: Sendable, Hashable {
  /// Tells one moment from another.
  public let number: Int
  /// The events that `this` may be.
  public let this: [EventIndex]
  /// The events that `trigger` may be.
  public let trigger: [EventIndex]
  /// Whether `this` is the event that opens the clock, so that `this.NAME` and `trigger.NAME` are the same.
  public let isOpening: Bool
  /// The closed list that `each` is a word of.
  public let each: ChoiceType?

  public init(
    _ number: Int = 0, this: [EventIndex] = [], trigger: [EventIndex] = [], isOpening: Bool = false,
    each: ChoiceType? = nil
  ) {
    self.number = number
    self.this = this
    self.trigger = isOpening ? this : trigger
    self.isOpening = isOpening
    self.each = each
  }
}
