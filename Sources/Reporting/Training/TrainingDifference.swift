import Conditions
import Procedures

/// What another choice would have changed, demand by demand.
///
/// What is not asked is neither kept nor broken, so that a choice by which less is asked is not told as the better one; and
/// neither is one by which the record no longer says whether something was kept.
struct TrainingDifference {
  let here: TrainingOutcome
  let there: TrainingOutcome
  let words: DemandWords

  /// How a demand comes out there, against here.
  enum Change: String, CaseIterable {
    case worse = "Worse"
    /// It is asked there and not here, or more often, and what is more is broken.
    case askedBroken = "Asked, broken"
    /// Here it is undecided.
    case openBroken = "Open to broken"
    case better = "Better"
    case askedKept = "Asked, kept"
    case openKept = "Open to kept"
    /// Here it is decided, and there it is not: it is not recorded, lapses or still runs.
    case leftOpen = "Left open"
    /// It is broken less often, only because it is asked less often.
    case askedLess = "Asked less"
    case notAsked = "Not asked"
  }

  /// Labels with what stands under them, the worst first; empty where nothing that is judged would have changed.
  var groups: [(label: String, demands: [String])] {
    let told = rules + steps
    return Change.allCases.compactMap { change in
      let demands = told.filter { $0.change == change }.map(\.says)
      return demands.isEmpty ? nil : (label: change.rawValue, demands: demands)
    }
  }

  private var demands: [TrainingOutcome.Demand] { Set(here.counts.keys).union(there.counts.keys).sorted() }

  private var rules: [(change: Change, says: String)] {
    demands.compactMap { demand in
      guard case .rule(let rule) = demand else { return nil }
      let (before, after) = (here.counts[demand], there.counts[demand])
      if let change = change(from: before, to: after, isUnbroken: words.isInvariant(rule)) { return (change, words.says(demand)) }
      return length(of: rule)
    }
  }

  /// The steps that were passed over more or less often, and the workflows of which more or less came out of order otherwise.
  private var steps: [(change: Change, says: String)] {
    let differing = Set(here.passedOver.keys).union(there.passedOver.keys).sorted()
      .filter { here.passedOver[$0] != there.passedOver[$0] }
    let steps = differing.compactMap { step in
      change(from: here.count(of: step), to: there.count(of: step)).map { (change: $0, says: words.says(step)) }
    }
    let workflows = demands.compactMap { demand -> (change: Change, says: String)? in
      guard case .steps(let workflow) = demand, !differing.contains(where: { $0.workflow == workflow }) else { return nil }
      let (before, after) = (here.counts[demand] ?? .init(), there.counts[demand] ?? .init())
      guard before.broken != after.broken else { return nil }
      return change(from: before, to: after).map { ($0, words.says(demand)) }
    }
    return steps + workflows
  }

  /// - Parameter isUnbroken: whether this counts stretches of what should hold throughout, of which a breach makes more.
  private func change(
    from here: TrainingOutcome.Count?, to there: TrainingOutcome.Count?, isUnbroken: Bool = false
  ) -> Change? {
    guard let here else { return there.flatMap { $0.broken > 0 ? .askedBroken : $0.kept > 0 ? .askedKept : nil } }
    guard let there else { return here.judged > 0 ? .notAsked : nil }
    // What lapses or still runs in place of what is kept is no loss, nor the other way a gain.
    if here.judged == 0 { return there.broken > 0 ? .openBroken : there.kept > 0 && here.unrecorded > 0 ? .openKept : nil }
    if there.judged == 0 { return here.broken > 0 || there.unrecorded > 0 ? .leftOpen : nil }
    let (isMoreKept, isLessKept) = (there.kept > here.kept, there.kept < here.kept)
    let (isMoreOpen, isLessOpen) = (there.open > here.open, there.open < here.open)
    if there.broken > here.broken {
      if isLessOpen && !isLessKept { return .openBroken }
      return isLessKept || isUnbroken ? .worse : .askedBroken
    }
    guard there.broken < here.broken else { return nil }
    if isMoreOpen && !isMoreKept { return .leftOpen }
    return isMoreKept || isUnbroken ? .better : .askedLess
  }

  /// Where one breach stands against one, whether it is longer or shorter there. What is done in neither is not told: it is
  /// overdue for shorter also where it only ceased to matter.
  private func length(of rule: RuleIndex) -> (change: Change, says: String)? {
    guard let before = here.breaches[rule], let after = there.breaches[rule], before.count == 1, after.count == 1,
      before[0] != after[0], !(before[0].isNeverDone && after[0].isNeverDone)
    else { return nil }
    return (
      before[0] < after[0] ? .worse : .better,
      words.says(.rule(rule), "\(words.says(after[0], of: rule)) in place of \(words.says(before[0], of: rule))")
    )
  }
}
