import CivilTime

/// Days laid out from left to right.
///
/// **Unit**: pixels, from the left of the drawing.
struct TimeScale {
  let first: Day
  let last: Day
  let left: Int
  let width: Int

  init(from first: Day, through last: Day, left: Int, width: Int) {
    self.first = first
    self.last = max(last, first.adding(days: 1))
    self.left = left
    self.width = width
  }

  /// Where a day is; days outside stand at the edges.
  func x(_ day: Day) -> Int {
    let days = min(max(day, first), last).days(since: first)
    return left + days * width / last.days(since: first)
  }

  /// The first days of months, quarters or years, as many as there is room for, each with what it is called.
  var marks: [(day: Day, label: String)] {
    let months = max(1, last.days(since: first) / 30)
    let step = months <= 18 ? 1 : months <= 60 ? 3 : months <= 240 ? 12 : 60
    var marks: [(Day, String)] = []
    var (year, month) = (first.year, 1)
    while year <= last.year {
      if let day = Day(year: year, month: month, day: 1), day >= first, day <= last {
        marks.append((day, step >= 12 || month == 1 ? "\(year)" : String(day.dateInWords.split(separator: " ")[1])))
      }
      month += min(step, 12)
      if month > 12 { (year, month) = (year + max(1, step / 12), 1) }
    }
    return marks
  }
}

/// Places things in rows so that none meets another of its row: each goes into the first row in which there is room.
struct RowPacking {
  private var ends: [Int] = []

  var rowCount: Int { ends.count }

  /// - Parameters: where it begins and ends; things must come in the order of their beginnings.
  mutating func row(from start: Int, to end: Int) -> Int {
    if let row = ends.firstIndex(where: { $0 < start }) {
      ends[row] = end
      return row
    }
    ends.append(end)
    return ends.count - 1
  }
}
