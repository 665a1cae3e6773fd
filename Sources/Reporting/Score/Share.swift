/// A part of a whole, told with a decimal place that is the same on every machine.
struct Share {
  let part: Int
  let whole: Int

  /// Tenths of a percent, halves upwards; `nil` of nothing.
  var tenths: Int? { whole == 0 ? nil : (part * 2000 + whole) / (whole * 2) }

  /// "79.7%"; a dot where there is nothing to take a part of.
  var inWords: String { tenths.map { "\($0 / 10).\($0 % 10)%" } ?? "." }
}
