public import CivilTime
public import Conditions
import Procedures

/// Limits and checks that nobody can keep together once a certain event has set them running.
public struct TimescaleConflict: Sendable {
  /// The limits, each setting the next running, then the checks; without any of them the others can be kept.
  public let rules: [RuleIndex]
  /// How many of `rules` are limits.
  public let limits: Int
  /// What sets them running.
  public let trigger: EventIndex
  /// The working days on which it cannot happen without one of them being broken, in order.
  public let days: [Day]
  /// The working days that were tried.
  public let tried: ClosedRange<Day>
  /// How many they are.
  public let count: Int
  /// The last limit is met on its last working day, and a check is broken.
  public let inTime: Example
  /// What is broken in it.
  public let brokenInTime: [RuleIndex]
  /// Everything is done as early as the checks allow, and the limit is missed or met late; `nil` where nothing ever meets it.
  public let inOrder: Example?

  /// The limit that cannot be met.
  public var lastLimit: RuleIndex { rules[limits - 1] }

  /// Whether they cannot be kept together on whichever working day they are set running.
  public var isAlways: Bool { days.count == count }
}
