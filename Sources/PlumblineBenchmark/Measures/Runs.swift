/// Several runs of one thing.
struct Runs: Sendable {
  /// In ascending order; never empty.
  private let sorted: [Double]

  /// `nil` where there are none.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    sorted = values.sorted()
  }

  /// The middle one; of an even number the mean of the two in the middle.
  var median: Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  var least: Double { sorted[0] }
  var most: Double { sorted[sorted.count - 1] }
}
