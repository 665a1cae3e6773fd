import CivilTime

/// A duration as a table of timescales writes it: "10 WD", "4-6 W", "24 h", "2 years".
struct WrittenDuration: Hashable, Sendable, Comparable, CustomStringConvertible {
  let period: Period

  var description: String { period.description }

  static func < (a: WrittenDuration, b: WrittenDuration) -> Bool {
    (a.period.unit.rawValue, a.period.count) < (b.period.unit.rawValue, b.period.count)
  }
}

extension WrittenDuration {
  /// Every duration in a text, each once, in the order in which it is written.
  ///
  /// - Parameter unit: the unit of numbers that have none of their own, as a column gives it; without one such numbers
  ///   are no durations.
  static func all(in text: String, unit: String? = nil) -> [WrittenDuration] {
    let words = WrittenWord.words(of: text)
    let columnUnit = unit.flatMap(unitAlone)
    var found: [WrittenDuration] = []
    var run: [Int] = []
    for (place, word) in words.enumerated() {
      guard case .number(let number, let isBare) = word else { continue }
      if isBare || continuesRun(words, at: place, run) { run.append(number) }
      // Numbers joined by a dash or stroke share the unit that stands behind the last.
      if case .joint? = words.dropFirst(place + 1).first, case .number? = words.dropFirst(place + 2).first { continue }
      let own = ownUnit(words, after: place)
      let numbers = own == nil ? run : run.isEmpty ? [number] : run
      if let unit = own ?? columnUnit { found += numbers.map { WrittenDuration(period: Period($0, unit)) } }
      run = []
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func continuesRun(_ words: [WrittenWord], at place: Int, _ run: [Int]) -> Bool {
    guard !run.isEmpty, place > 0, case .joint = words[place - 1] else { return false }
    return true
  }

  /// The unit that stands right behind a number, or behind a dash after it: "24 H", "12-week".
  private static func ownUnit(_ words: [WrittenWord], after place: Int) -> Period.Unit? {
    var next = place + 1
    if next < words.count, case .joint = words[next] { next += 1 }
    guard next < words.count, case .word(let word) = words[next] else { return nil }
    if word == "working", next + 1 < words.count, case .word(let noun) = words[next + 1], noun.hasPrefix("day") {
      return .workingDay
    }
    return unit(word)
  }

  /// The unit of a column, where it names one: "WD", "M 24"; none for "W/M".
  private static func unitAlone(_ column: String) -> Period.Unit? {
    guard !column.contains("/") else { return nil }
    return column.split(separator: " ").first.flatMap { unit(String($0)) }
  }

  private static func unit(_ word: String) -> Period.Unit? {
    switch word {
    case "WD": .workingDay
    case "D", "day", "days": .day
    case "W", "week", "weeks": .week
    case "M", "month", "months": .month
    case "H", "h", "hour", "hours": .hour
    case "year", "years": .year
    default: nil
    }
  }
}
