/// Things with a length, each in the first row in which none is in its way.
struct TimelineRows {
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// The row of something from left to right, both in pixels.
  ///
  /// Things must come in the order in which they begin.
  mutating func row(from left: Int, to right: Int) -> Int {
    let row = ends.firstIndex { $0 <= left } ?? ends.count
    if row == ends.count { ends.append(right) } else { ends[row] = right }
    return row
  }
}
