import SeededNumbers

extension SeededNumbers {
  /// The numbers of one case, which hang on the seed and the number of the case alone.
  init(seed: UInt64, case number: Int) {
    var ofLoad = SeededNumbers(seed: seed)
    // The numbers of the load and of the case are both scattered, so that no two cases share a stretch of numbers.
    var ofCase = SeededNumbers(seed: ofLoad.next() ^ UInt64(bitPattern: Int64(number)) &* 0xD134_2543_DE82_EF95)
    self = SeededNumbers(seed: ofCase.next())
  }

  /// A number from zero to one below the limit, each as likely; zero where the limit is zero.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(max(0, limit))).high)
  }

  /// A number between two, both counted; the first where the last lies before it.
  mutating func from(_ first: Int, to last: Int) -> Int { last <= first ? first : first + below(last - first + 1) }
}
