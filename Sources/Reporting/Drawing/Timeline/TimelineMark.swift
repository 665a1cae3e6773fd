/// Something that is drawn on the lane of a timeline.
struct TimelineMark: Sendable {
  enum Kind: Sendable {
    /// A stay in a state: from when it was possible, from when it was certain, until when, and until when at the latest.
    case stay(certainFrom: Int, certainTo: Int)
    /// Something that happened, or is recorded as not done, on a day that is known or at some time over its length.
    case event(at: Int, wasDone: Bool)
    /// A clock with the days on which it can have fallen due, over which it turns; one that was broken goes on, one that lapsed
    /// was not asked to its end.
    case clock(due: ClosedRange<Int>, isBroken: Bool, hasLapsed: Bool)
    /// A finding by its number, on a day that is known or at some time over its length.
    case finding(at: Int, number: Int, isCertain: Bool)
  }

  let kind: Kind
  /// Where it is drawn.
  let area: Rectangle
  /// What is written on it or beside it, and where.
  let label: DrawnText?
  let labelArea: Rectangle?
  /// What is told of it to whoever points at it.
  let told: String
}

/// One child in one workflow, or what happened to a child.
struct TimelineLane: Sendable {
  /// What the lane is about, in a row of its own above the marks, so that it stays in sight where the lane is scrolled.
  struct Heading: Sendable {
    let text: DrawnText
    let area: Rectangle
  }

  /// The title of the workflow; `nil` on the lane of what happened.
  let workflow: String?
  let heading: Heading
  let area: Rectangle
  let marks: [TimelineMark]
  /// Stretches in which the case stood still.
  let drifts: [Rectangle]
}
