@testable import Reporting

/// Charts made up from a number: boxes inside boxes, some of which go on at once, with lines from anywhere to anywhere.
enum RandomChart {
  private struct Numbers {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
  }

  static func chart(_ seed: Int) -> Chart {
    var numbers = Numbers(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    for _ in 0..<10 { _ = numbers.below(10) }
    var boxes: [Chart.Box] = []
    for number in 0..<(1 + numbers.below(14)) {
      let parent: Int? = number == 0 || numbers.below(2) == 0 ? nil : numbers.below(number)
      boxes.append(
        Chart.Box(
          parent: parent, heading: Extent(width: 40 + numbers.below(160), height: 17 * (1 + numbers.below(3))),
          isStart: !boxes.contains { $0.parent == parent }, isParallel: numbers.below(5) == 0))
    }
    let lines = (0..<numbers.below(22)).map { _ in
      let from = numbers.below(boxes.count)
      let isShort = numbers.below(8) == 0
      let label = numbers.below(6) == 0 ? Extent() : Extent(width: 30 + numbers.below(170), height: 17 * (1 + numbers.below(3)))
      return Chart.Line(from: from, to: isShort ? from : numbers.below(boxes.count), label: label, isShort: isShort)
    }
    return Chart(boxes: boxes, lines: lines)
  }
}
