import CivilTime

/// What was counted of one figure.
struct Tally {
  private let value: StatisticalFigure.Value
  /// Of a share: how many, and of how many.
  private var share = PartOfWhole(part: 0, whole: 0)
  /// Of words and lengths: one count for each that the figure has.
  private var counts: [Int]

  init(_ figure: StatisticalFigure) {
    value = figure.value
    counts =
      switch figure.value {
      case .share: []
      case .words(let words): words.map { _ in 0 }
      case .lengths(let lengths, _): lengths.map { _ in 0 }
      }
  }

  mutating func count(_ isSo: Bool) { share = PartOfWhole(part: share.part + (isSo ? 1 : 0), whole: share.whole + 1) }

  /// Of a share or ratio whose two numbers are counted each on its own.
  mutating func countPart() { share.part += 1 }

  mutating func countWhole() { share.whole += 1 }

  mutating func count(_ word: String?) {
    guard case .words(let words) = value, let place = words.firstIndex(where: { $0.word == word }) else { return }
    counts[place] += 1
  }

  /// A length belongs to the first stretch that does not end before it, and to the last where all do.
  mutating func count(length: Int) {
    guard case .lengths(let lengths, _) = value, !lengths.isEmpty else { return }
    counts[lengths.firstIndex { length <= $0.lengths.upperBound } ?? lengths.count - 1] += 1
  }

  /// The same of the months from one day to another.
  mutating func countMonths(from start: Day, to end: Day) {
    guard case .lengths(let lengths, _) = value, !lengths.isEmpty else { return }
    counts[lengths.firstIndex { end <= start.adding(months: $0.lengths.upperBound) } ?? lengths.count - 1] += 1
  }

  func rows(of figure: StatisticalFigure) -> [ClosenessRow] {
    switch figure.value {
    case .share(let count, let whole):
      return [ClosenessRow(kind: .share, label: "", stated: PartOfWhole(part: count, whole: whole), made: share)]
    case .words(let words): return rows(words.map { ($0.word.replacing("_", with: " "), $0.count) })
    case .lengths(let lengths, let unit):
      return rows(lengths.map { ($0.lengths.inWords(unit), $0.count) }) + limitRow(of: figure, lengths, unit)
    }
  }

  private func rows(_ stated: [(label: String, count: Int)]) -> [ClosenessRow] {
    let (allStated, all) = (stated.reduce(0) { $0 + $1.count }, counts.reduce(0, +))
    return zip(stated, counts).map { stated, made in
      ClosenessRow(
        kind: .part, label: stated.label, stated: PartOfWhole(part: stated.count, whole: allStated),
        made: PartOfWhole(part: made, whole: all))
    }
  }

  /// The share within the limit, where the limit is the end of a stretch.
  private func limitRow(of figure: StatisticalFigure, _ lengths: [LengthCount], _ unit: LengthUnit) -> [ClosenessRow] {
    guard let limit = figure.within, let last = lengths.firstIndex(where: { $0.lengths.upperBound == limit }) else { return [] }
    let stated = lengths.map(\.count)
    return [
      ClosenessRow(
        kind: .withinLimit, label: "within \((limit...limit).inWords(unit))",
        stated: PartOfWhole(part: stated[...last].reduce(0, +), whole: stated.reduce(0, +)),
        made: PartOfWhole(part: counts[...last].reduce(0, +), whole: counts.reduce(0, +)))
    ]
  }
}

extension ClosedRange<Int> {
  /// "11 to 15 working days", "2 children".
  fileprivate func inWords(_ unit: LengthUnit) -> String {
    guard lowerBound == upperBound else { return "\(lowerBound) to \(upperBound) \(unit.rawValue)" }
    let name = lowerBound != 1 ? unit.rawValue : unit == .children ? "child" : String(unit.rawValue.dropLast())
    return "\(lowerBound) \(name)"
  }
}
