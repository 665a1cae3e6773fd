import CivilTime
import Diagnostics
import Histories
import Testing

/// A small generator of whole numbers that gives the same ones from the same seed everywhere.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number from zero to below the limit.
  mutating func roll(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: (state >> 11) % UInt64(limit))
  }
}

/// A statement written down, and what it means on trial days 1 to 9 of April 2019.
struct TrialStatement: Sendable {
  let text: String
  let holds: @Sendable ([Int]) -> Bool

  /// A statement about one event among several, of any kind that the language has for whole days.
  static func random(about event: Int, of count: Int, _ dice: inout Dice) -> TrialStatement {
    let other = (event + 1 + dice.roll(count - 1)) % count
    let (n, m) = (1 + dice.roll(6), dice.roll(4))
    // On one day "after" an event further down would come before it.
    let above = other < event ? 0 : 1
    let below = other > event ? 0 : 1
    let t = max(1, n / 6)
    let distances: [(String, ClosedRange<Int>)] = [
      ("\(n) days after", n...n), ("about \(n) days after", (n - t)...(n + t)),
      ("almost \(n) days after", (n - t)...(n - 1)), ("just over \(n) days after", (n + 1)...(n + t)),
      ("at least \(n) days after", n...99), ("at most \(n) days after", 0...n),
      ("\(n) to \(n + m) days after", n...(n + m)), ("a week after", 7...7), ("a few days after", 2...6),
      ("more than \(n) days after", (n + 1)...99), ("less than \(n) days after", 0...(n - 1)),
      ("same day as", 0...0), ("about same day as", -3...3), ("after", above...99), ("on or after", 0...99),
      ("before", -99...(-below)), ("on or before", -99...0), ("\(n) days before", -n...(-n)),
      ("\(n) to \(n + m) days before", -(n + m)...(-n)), ("at least \(n) days before", -99...(-n)),
    ]
    let pick = dice.roll(distances.count + 3)
    guard pick < distances.count else { return absolute(about: event, from: n, days: m) }
    let (words, range) = distances[pick]
    return TrialStatement(text: "\(words) e\(other)") { days in range.contains(days[event] - days[other]) }
  }

  private static func absolute(about event: Int, from n: Int, days m: Int) -> TrialStatement {
    TrialStatement(text: "\(day(n)) to \(day(n + m))") { days in (n...(n + m)).contains(days[event]) }
  }

  static func day(_ number: Int) -> String { "2019-04-" + (number < 10 ? "0" : "") + "\(number)" }
}

@Suite struct NetworkAgainstTrialTests {
  static let lastDay = 9

  @Test(arguments: 0..<250)
  func `The spans of a case are those that trying every dating finds`(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let count = 2 + dice.roll(3)
    let free = (0..<count).map { _ in dice.roll(2) == 0 }
    let statements = (0..<count).map { event in
      (0...dice.roll(2)).map { _ in TrialStatement.random(about: event, of: count, &dice) }
    }
    let entries = (0..<count).map { event in
      let texts = statements[event].map(\.text).joined(separator: ", ")
      let order = free[event] ? ", order: free" : ""
      return "id: e\(event), event: visit, when: [2019-04-01 to 2019-04-09, \(texts)]\(order)"
    }
    let fitting = Self.datings(count).filter { days in
      statements.joined().allSatisfy { $0.holds(days) } && Self.isInFileOrder(days, free: free)
    }
    let (history, diagnostics) = HistoryBench.read(HistoryBench.yaml(entries))
    guard !fitting.isEmpty else {
      #expect(diagnostics.map(\.code.label) == ["PL4204"], "\(entries)")
      return
    }
    let times = try #require(history?.times, "\(entries) \(diagnostics.map(\.message))")
    for event in 0..<count {
      let days = fitting.map { $0[event] }
      let span = "\(TrialStatement.day(days.min() ?? 0)) to \(TrialStatement.day(days.max() ?? 0))"
      #expect("\(times.spans[event].earliest) to \(times.spans[event].latest)" == span, "\(entries)")
      for other in 0..<count {
        let apart = fitting.map { $0[other] - $0[event] }
        let told = times.days(from: event, to: other)
        #expect(told.least == apart.min() && told.most == apart.max(), "\(entries)")
      }
    }
    let nominal = times.nominal.map(\.dayOfMonth)
    #expect(fitting.contains(nominal), "\(entries)")
  }

  private static func isInFileOrder(_ days: [Int], free: [Bool]) -> Bool {
    let ordered = days.indices.filter { !free[$0] }.map { days[$0] }
    return zip(ordered, ordered.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// Every way to put so many events on the trial days.
  private static func datings(_ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { datings, _ in datings.flatMap { days in (1...lastDay).map { days + [$0] } } }
  }
}
