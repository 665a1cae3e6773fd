import Conditions
import Procedures
import Replay

/// Looks for the plainest example that reaches a goal: the nearest first, and of those the shortest that breaks least.
struct ExampleSearch {
  let explorer: Explorer
  let goal: any Goal
  /// How many examples are replayed at most.
  let budget: Int
  /// How many events an example has at most.
  var longest = 20
  /// How much a flaw puts an example back, and an event.
  var flawWeight = 6
  var eventWeight = 2
  /// How many more examples are tried for one that breaks less, once the goal is reached.
  var patience = Int.max
  /// Whether everything that each example reaches is to be told with it.
  var keepsReached = false

  /// What a search came to.
  struct Outcome {
    /// The example found; `nil` where none was within the budget.
    let reached: Situation?
    /// Of all that were tried, the nearest to the goal.
    let nearest: Situation
    /// In the order in which they were tried.
    let tried: [Situation]
    /// Whether every way that was thought of was tried.
    let isExhausted: Bool
  }

  /// An example under way, with the events that may carry it on.
  private struct Candidate {
    let situation: Situation
    let distance: Int
    let flaws: Int
    var moves: [Move]?
    var tried = 0

    /// What its flaws and events add to its rank.
    let handicap: Int

    /// The lower the sooner it is carried on; each try that was made of it puts it back a little.
    var rank: Int { distance * 12 + handicap + tried }

    /// Of several that reach the goal the lowest is the plainest.
    var demerit: Int { flaws * 6 + situation.example.events.count * 2 }
  }

  /// The first example that reaches the goal and breaks nothing, else the one that breaks least.
  func outcome(from beginnings: [Example]) -> Outcome {
    var seen: Set<Example> = []
    var candidates: [Candidate] = []
    var tried: [Situation] = []
    var (reached, nearest): (Candidate?, Candidate?) = (nil, nil)
    var reachedAfter = 0
    func take(_ example: Example) {
      guard example.events.count <= longest, seen.insert(example).inserted else { return }
      let situation = explorer.situation(example, keepingReached: keepsReached)
      tried.append(situation)
      let flaws = goal.flaws(of: situation)
      let candidate = Candidate(
        situation: situation, distance: goal.distance(of: situation, by: explorer), flaws: flaws,
        handicap: flaws * flawWeight + example.events.count * eventWeight)
      if candidate.distance == 0 {
        if reached == nil { reachedAfter = tried.count }
        if reached.map({ candidate.demerit < $0.demerit }) ?? true { reached = candidate }
      }
      if nearest.map({ (candidate.distance, candidate.rank) < ($0.distance, $0.rank) }) ?? true { nearest = candidate }
      candidates.append(candidate)
    }
    for example in beginnings { take(example) }
    while seen.count < budget, reached?.flaws != 0, reached == nil || tried.count - reachedAfter < patience,
      let best = candidates.indices.min(by: { (candidates[$0].rank, $0) < (candidates[$1].rank, $1) })
    {
      let moves = candidates[best].moves ?? moves(from: candidates[best].situation)
      candidates[best].moves = moves
      guard candidates[best].tried < moves.count else {
        candidates.remove(at: best)
        continue
      }
      let move = moves[candidates[best].tried]
      candidates[best].tried += 1
      take(candidates[best].situation.example.with(move))
    }
    return Outcome(
      reached: reached.map { plainest($0.situation) }, nearest: (nearest ?? reached)!.situation, tried: tried,
      isExhausted: candidates.isEmpty)
  }

  private func moves(from situation: Situation) -> [Move] {
    var found: [Move] = []
    for move in goal.moves(in: situation, by: explorer) + explorer.mends(of: situation) where !found.contains(move) {
      found.append(move)
    }
    return found
  }

  /// The example without the events that it does not need.
  private func plainest(_ situation: Situation) -> Situation {
    explorer.shortened(situation, keepingReached: keepsReached) { shorter, plainest in
      goal.distance(of: shorter, by: explorer) == 0 && goal.flaws(of: shorter) <= goal.flaws(of: plainest)
    }
  }
}

extension Explorer {
  /// A situation without the events, tried from the last, without which it serves as well.
  ///
  /// - Parameter serves: whether one without an event more can stand for one with it.
  func shortened(
    _ situation: Situation, keepingReached: Bool, where serves: (_ shorter: Situation, _ longer: Situation) -> Bool
  ) -> Situation {
    var shortened = situation
    for index in situation.example.events.indices.reversed() {
      let shorter = self.situation(shortened.example.without(index), keepingReached: keepingReached)
      if serves(shorter, shortened) { shortened = shorter }
    }
    return shortened
  }
}

extension Situation {
  /// What a reader of the example would stumble over: rules that are broken and steps that are passed over on the way.
  var flaws: Int { breaches.count + broken.count + departures.count }
}

extension Example {
  /// The example after a move.
  func with(_ move: Move) -> Example {
    var longer = self
    switch move {
    case .insert(let event, let index): longer.events.insert(event, at: index)
    case .replace(let event, let index): longer.events[index] = event
    case .wait(let days): longer.rest = days
    case .follow(var event):
      event.gap = longer.rest
      longer.events.append(event)
      longer.rest = 1
    }
    return longer
  }

  /// The example with one event fewer; the others keep their days.
  func without(_ index: Int) -> Example {
    var shorter = self
    let gap = shorter.events.remove(at: index).gap
    // Never before the one that now precedes it.
    if index < shorter.events.count { shorter.events[index].gap = max(0, shorter.events[index].gap + gap - 1) }
    return shorter
  }
}
