import SeededNumbers

/// Choices that are the same from the same seed on every machine.
struct RandomSource {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  /// A whole number of the range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True that many times in a hundred.
  mutating func percent(_ share: Int) -> Bool { number(0...99) < share }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

  /// Some of the elements, each that many times in a hundred, in their order.
  mutating func some<Element>(_ elements: [Element], percent share: Int) -> [Element] {
    elements.filter { _ in percent(share) }
  }
}
