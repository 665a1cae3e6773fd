/// A day, a month, a quarter, a year, or a third of one.
///
/// A date that the calendar does not have is told when the record is read, at the line of the program that states it.
public struct Dates: Moment, Hashable {
  public let words: String

  private init(_ words: String) { self.words = words }

  public static func on(_ year: Int, _ month: Int, _ day: Int) -> Dates {
    Dates("\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))")
  }

  public static func month(_ year: Int, _ month: Int) -> Dates { Dates("\(digits(year, 4))-\(digits(month, 2))") }

  /// **Unit**: quarters of the calendar year, from 1.
  public static func quarter(_ year: Int, _ quarter: Int) -> Dates { Dates("\(digits(year, 4))-Q\(quarter)") }

  public static func year(_ year: Int) -> Dates { Dates(digits(year, 4)) }

  /// The first third of a month, quarter or year.
  public static func early(_ dates: Dates) -> Dates { Dates("early \(dates.words)") }

  /// The second third.
  public static func mid(_ dates: Dates) -> Dates { Dates("mid \(dates.words)") }

  /// The last third.
  public static func late(_ dates: Dates) -> Dates { Dates("late \(dates.words)") }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}

// So that a moment may be written `.on(2019, 4, 1)`, too.
extension Moment where Self == Dates {
  public static func on(_ year: Int, _ month: Int, _ day: Int) -> Dates { Dates.on(year, month, day) }

  public static func month(_ year: Int, _ month: Int) -> Dates { Dates.month(year, month) }

  public static func quarter(_ year: Int, _ quarter: Int) -> Dates { Dates.quarter(year, quarter) }

  public static func year(_ year: Int) -> Dates { Dates.year(year) }

  public static func early(_ dates: Dates) -> Dates { Dates.early(dates) }

  public static func mid(_ dates: Dates) -> Dates { Dates.mid(dates) }

  public static func late(_ dates: Dates) -> Dates { Dates.late(dates) }
}
