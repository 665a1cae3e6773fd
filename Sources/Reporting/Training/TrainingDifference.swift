import Procedures
import Replay

/// What another choice would have changed, demand by demand.
///
/// What is not asked is neither kept nor broken, so that a choice by which less is asked is not told as the better one.
struct TrainingDifference {
  let here: TrainingOutcome
  let there: TrainingOutcome
  let words: DemandWords

  /// Labels with what stands under them, the worst first; empty where nothing that is judged would have changed.
  var groups: [(label: String, demands: [String])] {
    let all = Set(here.counts.keys).union(there.counts.keys).sorted()
    let rules = all.filter(\.isRule)
    func told(_ isMeant: (TrainingOutcome.Demand) -> Bool) -> [String] { rules.filter(isMeant).map(words.says) }
    let inBoth = { (demand: TrainingOutcome.Demand) in here.asks(demand) && there.asks(demand) }
    let groups = [
      ("Worse", told { inBoth($0) && there.broken($0) > here.broken($0) } + steps { $1 > $0 }),
      ("Asked, broken", told { !here.asks($0) && there.broken($0) > 0 }),
      ("Better", told { inBoth($0) && there.broken($0) < here.broken($0) } + steps { $1 < $0 }),
      ("Asked, kept", told { !here.asks($0) && there.broken($0) == 0 && there.kept($0) > 0 }),
      ("Not asked", told { here.counts[$0].map { $0.judged > 0 } ?? false && !there.asks($0) }),
    ]
    return groups.filter { !$0.1.isEmpty }.map { (label: $0.0, demands: $0.1) }
  }

  /// The steps that were passed over more or less often, and the workflows of which more or less came out of order otherwise.
  private func steps(_ isMeant: (_ here: Int, _ there: Int) -> Bool) -> [String] {
    let differing = Set(here.passedOver.keys).union(there.passedOver.keys).sorted()
      .filter { here.passedOver[$0] != there.passedOver[$0] }
    let workflows = Set(here.counts.keys).union(there.counts.keys).sorted().filter { demand in
      guard case .steps(let workflow) = demand else { return false }
      return !differing.contains { $0.workflow == workflow } && isMeant(here.broken(demand), there.broken(demand))
    }
    return differing.filter { isMeant(here.passedOver[$0] ?? 0, there.passedOver[$0] ?? 0) }.map(words.says)
      + workflows.map(words.says)
  }
}
