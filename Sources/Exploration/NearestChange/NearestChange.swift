public import CivilTime
public import Histories
public import Replay

/// A change of a history that avoids a finding, with what the replay of the changed history said.
public struct NearestChange: Sendable {
  /// One of its edits, with the history before it, by whose numbers the edit names events.
  public struct Step: Sendable {
    public let edit: HistoryEdit
    public let before: CaseHistory
    /// How far an event was moved; `nil` where none was.
    public let distance: ChangeDistance?
  }

  public enum Effect: Sendable, Hashable, CaseIterable {
    /// The finding stands under no dating of the changed history.
    case avoided
    /// The finding, which was certain, is only possible.
    case onlyPossible
  }

  public let steps: [Step]
  /// The changed history.
  public let history: CaseHistory
  public let effect: Effect
  /// The findings that the changed history has and the history has not; what is not recorded is left out.
  public let brings: [Finding]
  /// How many other findings the change ends as well.
  public let alsoEnds: Int
}

/// How far a change moves an event, from the least to the most that a fitting dating allows; below zero is earlier.
public struct ChangeDistance: Sendable, Hashable {
  public let least: Int
  public let most: Int
  /// A day or a working day.
  public let unit: Period.Unit

  public init(least: Int, most: Int, unit: Period.Unit) {
    self.least = least
    self.most = most
    self.unit = unit
  }

  /// The farthest that the event may have been moved, either way.
  var farthest: Int { max(abs(least), abs(most)) }
}

/// What the search for the nearest change of one finding came to.
public struct NearestChangeAnswer: Sendable {
  /// Changes with the fewest edits and the fewest days that were found, the best first; empty where none was found.
  public let changes: [NearestChange]
  /// How many changed histories were replayed.
  public let tried: Int
  /// The most entries that any change tried had.
  public let mostEntries: Int

  public init(changes: [NearestChange], tried: Int, mostEntries: Int) {
    self.changes = changes
    self.tried = tried
    self.mostEntries = mostEntries
  }
}
