import CivilTime
import SeededNumbers

/// A chance that something is so.
///
/// **Unit**: how many of 2 to the power of 53; a chance below zero is none, one above one is certain.
struct Chance: Sendable {
  private let threshold: UInt64
  /// The same as a fraction.
  let share: Double

  /// Sums, products and quotients of this kind round alike on every machine.
  init(_ share: Double) {
    self.share = min(max(share, 0), 1)
    threshold = UInt64(self.share * 0x1p53)
  }

  init(_ figure: StatisticalFigure?) { self.init(figure?.share ?? 0) }

  func draw(_ numbers: inout SeededNumbers) -> Bool { numbers.next() >> 11 < threshold }
}

/// One of several words, each as likely as it is counted.
struct WordDraw: Sendable {
  let counts: [WordCount]
  let all: Int

  init(_ figure: StatisticalFigure?) {
    if case .words(let counts)? = figure?.value { self.counts = counts } else { counts = [] }
    all = counts.reduce(0) { $0 + $1.count }
  }

  func draw(_ numbers: inout SeededNumbers) -> String {
    var place = numbers.below(all)
    for one in counts {
      if place < one.count { return one.word }
      place -= one.count
    }
    return counts.last?.word ?? ""
  }
}

/// A length: first one of the stretches, each as likely as it is counted, then any length of the stretch.
struct LengthDraw: Sendable {
  let counts: [LengthCount]
  let all: Int

  init(_ figure: StatisticalFigure?) {
    if case .lengths(let counts, _)? = figure?.value { self.counts = counts } else { counts = [] }
    all = counts.reduce(0) { $0 + $1.count }
  }

  /// The stretch alone.
  func stretch(_ numbers: inout SeededNumbers) -> ClosedRange<Int> {
    var place = numbers.below(all)
    for one in counts {
      if place < one.count { return one.lengths }
      place -= one.count
    }
    return counts.last?.lengths ?? 0...0
  }

  func draw(_ numbers: inout SeededNumbers) -> Int {
    let stretch = stretch(&numbers)
    return numbers.from(stretch.lowerBound, to: stretch.upperBound)
  }

  /// A working day such a length of days after another, within the stretch if it has one.
  func workingDay(after start: Day, _ numbers: inout SeededNumbers) -> Day {
    let stretch = stretch(&numbers)
    let day = start.adding(days: numbers.from(stretch.lowerBound, to: stretch.upperBound))
    return CaseWalk.workingDay(near: day, from: start.adding(days: max(1, stretch.lowerBound)))
  }

  /// A working day such a length of months after another.
  func monthsDay(after start: Day, _ numbers: inout SeededNumbers) -> Day {
    LengthDraw.day(in: stretch(&numbers), after: start, &numbers)
  }

  /// A working day that lies so many months after another: more than the first and less than the last of the stretch.
  static func day(in stretch: ClosedRange<Int>, after start: Day, _ numbers: inout SeededNumbers) -> Day {
    let first = start.adding(months: stretch.lowerBound).adding(days: 1)
    let last = start.adding(months: stretch.upperBound).adding(days: -1)
    return CaseWalk.workingDay(near: first.adding(days: numbers.from(0, to: last.days(since: first))), from: first)
  }
}

extension StatisticalFigure {
  /// The share as a fraction; `nil` for a figure of another form.
  var share: Double? { if case .share(let count, let whole) = value { Double(count) / Double(whole) } else { nil } }

  /// The share of one of the words.
  func share(of word: String) -> Double {
    guard case .words(let counts) = value else { return 0 }
    let all = counts.reduce(0) { $0 + $1.count }
    return all == 0 ? 0 : Double(counts.filter { $0.word == word }.reduce(0) { $0 + $1.count }) / Double(all)
  }
}
