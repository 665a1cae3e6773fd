/// Numbers of whole weeks in an order that nobody can foretell: each once, and never none.
struct ShiftDraws: Sequence, IteratorProtocol {
  private let weeks: Int
  private var random: RandomSource
  /// The numbers that were exchanged so far; all others stand at their own place.
  private var moved: [Int: Int] = [:]
  private var left: Int

  /// - Parameters:
  ///   - weeks: how many weeks at most, back or forward.
  ///   - random: gives 64 random bits.
  init(upTo weeks: Int, _ random: @escaping () -> UInt64) {
    self.weeks = weeks
    self.random = RandomSource(next64: random)
    left = weeks * 2
  }

  /// The first steps of Fisher and Yates's shuffle, each taken only when it is asked for.
  mutating func next() -> Int? {
    guard left > 0 else { return nil }
    let place = Int.random(in: 0..<left, using: &random)
    left -= 1
    let drawn = moved[place] ?? place
    moved[place] = moved[left] ?? left
    return drawn < weeks ? drawn - weeks : drawn - weeks + 1
  }
}

/// Random bits as the standard library draws from them.
private struct RandomSource: RandomNumberGenerator {
  let next64: () -> UInt64

  mutating func next() -> UInt64 { next64() }
}
