import CivilTime

/// A day, month, quarter or year as written down.
enum DateStretch {
  case day(Day)
  case month(Int, Int)
  case quarter(Int, Int)
  case year(Int)

  /// Its first and its last day.
  var span: Span {
    switch self {
    case .day(let day): Span(day)
    case .month(let year, let month): Self.months(year, month...month)
    case .quarter(let year, let quarter): Self.months(year, (quarter * 3 - 2)...(quarter * 3))
    case .year(let year): Self.months(year, 1...12)
    }
  }

  static func months(_ year: Int, _ months: ClosedRange<Int>) -> Span {
    days(year, months, from: 1, through: nil)
  }

  /// From a day of the first month through a day of the last; `nil` is its last day.
  static func days(_ year: Int, _ months: ClosedRange<Int>, from first: Int, through last: Int?) -> Span {
    let january = Day(number: 0).adding(months: (year - 1970) * 12)
    let opening = january.adding(months: months.lowerBound - 1).adding(days: first - 1)
    let lastMonth = january.adding(months: months.upperBound - 1)
    let closing = last.map { lastMonth.adding(days: $0 - 1) } ?? lastMonth.lastOfMonth
    return Span(earliest: opening, latest: closing) ?? Span(opening)
  }
}

/// A third of a month, quarter or year.
///
/// **Ends**: a month's thirds are its days 1 to 10, 11 to 20, and 21 to the last; those of a quarter or a year are whole
/// months.
enum StretchPart: String {
  case early
  case mid
  case late

  func of(_ stretch: DateStretch) throws(WhenProblem) -> Span {
    switch stretch {
    case .day: throw .notUnderstood(.nothing)
    case .month(let year, let month):
      switch self {
      case .early: return DateStretch.days(year, month...month, from: 1, through: 10)
      case .mid: return DateStretch.days(year, month...month, from: 11, through: 20)
      case .late: return DateStretch.days(year, month...month, from: 21, through: nil)
      }
    case .quarter(let year, let quarter):
      let month = quarter * 3 - 2 + number
      return DateStretch.months(year, month...month)
    case .year(let year): return DateStretch.months(year, (1 + number * 4)...(4 + number * 4))
    }
  }

  private var number: Int {
    switch self {
    case .early: 0
    case .mid: 1
    case .late: 2
    }
  }
}
