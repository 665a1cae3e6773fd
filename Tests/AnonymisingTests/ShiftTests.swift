import SeededNumbers
import Testing

@testable import Anonymising

@Suite struct `Numbers of weeks` {
  @Test func `Come once each, and none is zero`() {
    for seed in UInt64(1)...50 {
      var numbers = SeededNumbers(seed: seed)
      let drawn = Array(ShiftDraws(upTo: 20) { numbers.next() })
      #expect(drawn.count == 40)
      #expect(Set(drawn) == Set(-20...20).subtracting([0]))
    }
  }

  @Test func `Come first as often as any other`() {
    var numbers = SeededNumbers(seed: 9)
    var counts: [Int: Int] = [:]
    for _ in 0..<8_000 {
      var draws = ShiftDraws(upTo: 4) { numbers.next() }
      counts[draws.next() ?? 0, default: 0] += 1
    }
    #expect(Set(counts.keys) == [-4, -3, -2, -1, 1, 2, 3, 4])
    #expect(counts.values.allSatisfy { (850...1_150).contains($0) })
  }
}
