import CivilTime
import Conditions
import Histories
import Procedures
import Replay
import SeededNumbers

@testable import Exploration

/// A small procedure of random limits and checks, and the plain trial of every dating of its events.
struct RandomTimescales {
  /// The rules as a file writes them.
  let rules: String
  /// Whether every `opened` opens the first limit, so that the first of them does.
  let isCertain: Bool
  /// Whether `met` opens a limit on `told`.
  let isChained: Bool

  init(from source: inout SeededNumbers) {
    var rules: [String] = []
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }
    func length() -> String { number(0...1) == 0 ? "\(number(1...5)) days" : "\(number(1...3)) working days" }
    // That there is none is only allowed of what has certainly happened: such conditions are looked at one by one.
    func asked(_ event: String, mayBeNone: Bool) -> String {
      switch number(0...(mayBeNone ? 6 : 5)) {
      case 0: "this.happened >= latest(ever(\(event))).happened + duration(\"P\(number(2...6))D\")"
      case 1: "this.happened - duration(\"P\(number(2...6))D\") >= latest(ever(\(event))).happened"
      case 2: "this.happened >= add working days(latest(ever(\(event))).happened, \(number(1...3)))"
      case 3: "some x in ever(\(event)) satisfies working days between(x.happened, this.happened) >= \(number(1...3))"
      case 4: "occurred(ever(\(event)))"
      case 5: "not(count(ever(\(event))) = 0) and this.happened > latest(ever(\(event))).happened"
      default: "count(ever(\(event))) = 0 or this.happened >= latest(ever(\(event))).happened + duration(\"P\(number(1...4))D\")"
      }
    }
    isCertain = number(0...1) > 0
    let when = isCertain ? "" : ", when: 'this.kind = \"short\"'"
    rules.append("limit: {says: Met., within: \(length()), of: opened, expect: met\(when), source: ours}")
    isChained = number(0...3) == 0
    if isChained { rules.append("next: {says: Told., within: \(length()), of: met, expect: told, source: ours}") }
    for place in 0..<number(1...3) {
      let (at, about) = [("met", "opened"), ("met", "told"), ("told", "opened"), ("met", "told")].randomElement(using: &source)!
      rules.append(
        "wait_\(place): {says: Later., at: \(at), require: '\(asked(about, mayBeNone: (at, about) == ("met", "opened")))', finds: conflict, source: ours}"
      )
    }
    self.rules = rules.map { "  \($0)\n" }.joined()
  }
}

extension RandomTimescales {
  /// One event of a dating: its name, its day counted from the one that opens the limit, and its kind.
  private struct Dated {
    let name: String
    let day: Int
    var kind = 0
  }

  /// Whether some dating of the events breaks no rule and meets the limit that is opened on the day; every one is replayed.
  func canBeKept(under procedure: Procedure, from day: Day) -> Bool {
    let worker = Replayer(procedure).worker()
    // An earlier `opened` is of the other kind, and opens no limit.
    let others: [Dated?] =
      [nil]
      + (isCertain ? [0, 1, 3] : [-25, -2, 0, 1, 3]).map {
        Dated(name: "opened", day: $0, kind: $0 < 0 ? 1 : 0)
      }
    let told: [Dated?] = [nil] + ([-13, -4, -1] + Array(0...9)).map { Dated(name: "told", day: $0) }
    for other in others {
      for before in told {
        for met in 0...9 {
          for after in isChained ? [nil] + (met...met + 9).map({ Dated(name: "told", day: $0) }) : [nil] {
            let events = [Dated(name: "opened", day: 0), other, before, Dated(name: "met", day: met), after]
            if keeps(events.compactMap(\.self), procedure, worker, day) { return true }
          }
        }
      }
    }
    return false
  }

  private func keeps(_ events: [Dated], _ procedure: Procedure, _ worker: ReplayWorker, _ day: Day) -> Bool {
    // Of one day they stand in the order given, but for what came before the limit was opened.
    let inOrder = events.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    let opening = inOrder.firstIndex { $0.offset == 0 }
    let kind = procedure.vocabulary.events.first { $0.name == "opened" }?.attributes.first { $0.name == "kind" }?.index
    let planned = inOrder.map { _, event in
      let number = procedure.vocabulary.events.firstIndex { $0.name == event.name } ?? 0
      return PlannedEvent(number, event.name == "opened" ? [kind ?? 0: .choice(event.kind)] : [:])
    }
    let example = Example(start: day.adding(days: -40), events: planned)
    let days = inOrder.map { day.adding(days: $0.element.day) }
    let judgements = worker.replay(example.history(named: "trial", of: procedure, on: days)).judgements
    return !judgements.contains { $0.verdict.isBreach }
      && judgements.contains {
        procedure.rules[$0.rule].name == "limit" && $0.openingEvent == opening && $0.verdict == .met
      }
  }
}
