import Diagnostics
import Histories
import Testing

@Suite struct RobustnessTests {
  static let whole = """
    history: bench
    title: "Ruby and Theo"
    source: {title: A review, publisher: A partnership, dated: 2024-02}
    children:
      ruby: {}
      theo: {known: e1, born: 2019-04, until: e5, starts in: {plan: on_plan.open}}
    complete for: [birth, {event: [visit], for: [theo], from: e1, until: 2019-12}]
    observed until: 2020
    events:
      - {id: e1, event: visit, outcome: doorstep, for: {ruby: {child_seen: true}, theo: {child_seen: false}}, when: mid 2019-04}
      - {id: e2, event: plan_started, when: almost 3 months after e1, cite: "2.18"}
      - {id: e3, event: visit, done: no, for: [theo], from: e1, until: e2}
      - {id: e4, event: visit, when: [between 2019 and 2020, a few days after e2], time: "14:30", tries: 2 to 4}
      - {id: e5, event: extended, when: about same day as e4, until: 3 weeks after e4, order: free}
      - {id: e6, event: visit, present: {some: [mother], not: [social_worker]}, every: more than 1 week, when: after e4}
    """

  @Test func `The whole history is without fault`() {
    #expect(HistoryBench.read(Self.whole).diagnostics.map(\.message) == [])
  }

  @Test func `A history cut off anywhere gives a history or faults`() {
    for length in stride(from: 0, to: Self.whole.count, by: 3) {
      let (history, diagnostics) = HistoryBench.read(String(Self.whole.prefix(length)))
      #expect((history == nil) == diagnostics.hasErrors)
    }
  }

  @Test(arguments: 0..<300)
  func `A history with random characters changed gives a history or faults`(seed: Int) {
    var dice = Dice(seed: UInt64(seed) + 7)
    var text = Array(Self.whole.unicodeScalars)
    let strange = Array("{}[]:,-\"'#0129ae \n\u{0}\u{7F}\u{E9}\u{1F600}".unicodeScalars)
    for _ in 0...dice.roll(6) {
      text[dice.roll(text.count)] = strange[dice.roll(strange.count)]
    }
    var changed = String.UnicodeScalarView()
    changed.append(contentsOf: text)
    let (history, diagnostics) = HistoryBench.read(String(changed))
    #expect((history == nil) == diagnostics.hasErrors)
  }

  @Test(arguments: 0..<20)
  func `Random words of the language of time give a history or faults`(seed: Int) {
    let words = [
      "a", "about", "after", "almost", "and", "as", "at", "before", "between", "day", "days", "e1", "e2", "early", "few",
      "just", "late", "least", "less", "mid", "month", "more", "most", "on", "or", "over", "same", "than", "to", "two",
      "working", "hours", "2019", "2019-04", "2019-04-12", "2019-Q2", "14:30", "3", "0", "1000000", "9999999999999999999",
      "2019-04-12T", "-1", "years",
    ]
    var dice = Dice(seed: UInt64(seed) + 99)
    for _ in 0..<50 {
      let when = (0...dice.roll(7)).map { _ in words[dice.roll(words.count)] }.joined(separator: " ")
      let (history, diagnostics) = HistoryBench.read(
        HistoryBench.yaml([
          "id: e1, event: visit, when: 2019", "id: e2, event: visit, when: \"\(when)\", due: \"\(when)\"",
        ]))
      #expect((history == nil) == diagnostics.hasErrors, "\(when)")
    }
  }
}
