/// A bank or public holiday as it is published for one date.
public struct Holiday: Hashable, Sendable, CustomStringConvertible {
  /// The date on which it is kept, never a Saturday or Sunday.
  public let day: Day
  /// Which of the yearly holidays it is, or that it was appointed once.
  public let kind: Kind
  /// The published name, without the note on a substitute day.
  public let title: String
  /// Whether it is kept in place of a holiday of that name which fell on a weekend.
  public let isSubstitute: Bool

  /// The eight yearly holidays of England and Wales, and those that were appointed once.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case newYear, goodFriday, easterMonday, earlyMay, spring, summer, christmas, boxingDay, special

    /// The published name; "Bank holiday" for one that was appointed once.
    public var title: String {
      switch self {
      case .newYear: "New Year's Day"
      case .goodFriday: "Good Friday"
      case .easterMonday: "Easter Monday"
      case .earlyMay: "Early May bank holiday"
      case .spring: "Spring bank holiday"
      case .summer: "Summer bank holiday"
      case .christmas: "Christmas Day"
      case .boxingDay: "Boxing Day"
      case .special: "Bank holiday"
      }
    }
  }

  init(_ day: Day, _ kind: Kind, title: String? = nil, isSubstitute: Bool = false) {
    self.day = day
    self.kind = kind
    self.title = title ?? kind.title
    self.isSubstitute = isSubstitute
  }

  /// The date and the name: "2021-12-27 Christmas Day (substitute day)".
  public var description: String {
    "\(day) \(title)" + (isSubstitute ? " (substitute day)" : "")
  }
}
