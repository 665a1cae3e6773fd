import SeededNumbers

/// Numbers that are spread evenly over the cases of a load, where seeded numbers would cluster by chance.
///
/// How many children there are, how far the case goes and how long a plan lasts is drawn by these, so that a load of a few
/// thousand cases has the shares of its statistics, and not only one of millions. They hang on the seed and the number of the
/// case alone, and any run of cases has them as evenly as the first.
/// **Source:** Weyl, "Über die Gleichverteilung von Zahlen mod. Eins", 1916: multiples of an irrational number, less what is
/// whole, are spread evenly; here of the golden ratio and of the root of two, in fractions of 2 to the power of 64.
struct SpreadNumbers {
  /// For the children, for how far the case goes, and for how long its plans last.
  var path: SpreadNumber
  /// For how long the first assessment takes.
  var assessment: SpreadNumber

  init(seed: UInt64, case number: Int) {
    var offsets = SeededNumbers(seed: ~seed)
    let number = UInt64(bitPattern: Int64(number))
    path = SpreadNumber(offsets.next() &+ number &* 0x9E37_79B9_7F4A_7C15)
    assessment = SpreadNumber(offsets.next() &+ number &* 0x6A09_E667_F3BC_C909)
  }
}

/// A number from 0 to below 1, of which every draw uses up a part: what is left is spread as evenly among the cases that
/// were drawn alike.
struct SpreadNumber {
  private var rest: Double

  init(_ number: UInt64) { rest = Double(number >> 11) * 0x1p-53 }

  mutating func draw(_ chance: Chance) -> Bool {
    let isSo = rest < chance.share
    use(from: isSo ? 0 : chance.share, to: isSo ? chance.share : 1)
    return isSo
  }

  mutating func draw(_ draw: WordDraw) -> String {
    let place = place(draw.counts.map(\.count), of: draw.all)
    return draw.counts.indices.contains(place) ? draw.counts[place].word : ""
  }

  /// One of the stretches of lengths.
  mutating func draw(_ draw: LengthDraw) -> ClosedRange<Int> {
    let place = place(draw.counts.map(\.count), of: draw.all)
    return draw.counts.indices.contains(place) ? draw.counts[place].lengths : 0...0
  }

  /// The number for one use of several plans: for the plans of a case the same one, turned on by the golden ratio each time,
  /// and for a further use of each a multiple of it, in both less what is whole.
  ///
  /// A number that is turned on is spread among cases as evenly as before, which one drawn afresh would not be.
  /// **Source:** Korobov, 1959: multiples of one evenly spread number fill a space evenly together.
  func turned(for use: PlanUse, ofPlan plan: Int) -> SpreadNumber {
    let number = rest * use.rawValue + Double(plan) * 0.618_033_988_749_894_9
    var turned = self
    turned.rest = number - number.rounded(.down)
    return turned
  }

  /// What of a plan is drawn, with the factor of its numbers.
  enum PlanUse: Double {
    case lengthAndReviews = 1
    case conference = 3
  }

  private mutating func place(_ counts: [Int], of all: Int) -> Int {
    var before = 0
    for (place, count) in counts.enumerated() {
      let end = Double(before + count) / Double(all)
      if rest < end || place == counts.count - 1 {
        use(from: Double(before) / Double(all), to: end)
        return place
      }
      before += count
    }
    return 0
  }

  private mutating func use(from low: Double, to high: Double) {
    rest = high > low ? min(max((rest - low) / (high - low), 0), 1 - 0x1p-53) : 0
  }
}
