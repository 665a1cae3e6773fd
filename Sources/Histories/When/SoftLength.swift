import CivilTime

/// A length of time as people tell it: exact, between two numbers, or softened by a word.
struct SoftLength: Hashable {
  enum Softener: String, CaseIterable {
    case about = "about"
    case almost = "almost"
    case justOver = "just over"
    case atLeast = "at least"
    case atMost = "at most"
    case moreThan = "more than"
    case lessThan = "less than"
  }

  /// `nil` where the numbers are meant as they stand.
  let softener: Softener?
  let least: Int
  /// Equals `least` unless two numbers were given.
  let most: Int
  let unit: Period.Unit

  init(_ count: Int, _ unit: Period.Unit, softener: Softener? = nil) {
    self.init(count, to: count, unit, softener: softener)
  }

  init(_ least: Int, to most: Int, _ unit: Period.Unit, softener: Softener? = nil) {
    self.softener = softener
    self.least = least
    self.most = most
    self.unit = unit
  }

  /// "A few" is 2 to 6.
  static func aFew(_ unit: Period.Unit) -> SoftLength { SoftLength(2, to: 6, unit) }
}
