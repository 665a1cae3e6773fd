/// Where lines meet one side of a box.
enum PinRow {
  /// Every line as near as can be to where it wants to be, in this order and apart from one another.
  ///
  /// Lines that would stand too near form a group around the middle of what they want; groups that meet become one.
  static func spread(_ wanted: [(link: Int, pin: Int)], in room: ClosedRange<Int>) -> [(link: Int, pin: Int)] {
    let gap = ChartMetrics.lineGap
    var groups: [(sum: Int, count: Int)] = []
    func left(_ group: (sum: Int, count: Int)) -> Int { group.sum / group.count }
    for (number, line) in wanted.enumerated() {
      // As if all stood together at the place of the first.
      groups.append((line.pin - number * gap, 1))
      while groups.count > 1, left(groups[groups.count - 2]) >= left(groups[groups.count - 1]) {
        let last = groups.removeLast()
        groups[groups.count - 1] = (groups[groups.count - 1].sum + last.sum, groups[groups.count - 1].count + last.count)
      }
    }
    let places = groups.flatMap { group in [Int](repeating: left(group), count: group.count) }
    return wanted.indices.map { number in
      let least = room.lowerBound + number * gap
      let most = room.upperBound - (wanted.count - 1 - number) * gap
      return (wanted[number].link, min(max(places[number] + number * gap, least), max(most, least)))
    }
  }

  /// The free place that is nearest to the one wanted.
  static func free(near wanted: Int, in room: ClosedRange<Int>, _ taken: [Int]) -> Int {
    let start = min(max(wanted, room.lowerBound), room.upperBound)
    let near = room.filter { place in taken.allSatisfy { abs($0 - place) >= ChartMetrics.lineGap } }
    return near.min { (abs($0 - start), $0) < (abs($1 - start), $1) } ?? start
  }
}
