import Comparison
import Conditions
import Diagnostics
import Exploration
import Procedures
import Reporting

/// Looks for what a difference of two procedures comes to where no history shows it.
struct DifferenceSearch {
  /// How many histories are tried for each difference, under each of the two.
  private static let budget = 200

  private let structure: StructureDifference
  private let old: Explorer
  private let new: Explorer
  private(set) var drift: DriftDifference?
  private(set) var examples: [ComparisonReport.Shown] = []
  private(set) var unshown: [String] = []

  init(_ structure: StructureDifference, old: Procedure, new: Procedure) {
    self.structure = structure
    self.old = Explorer(old)
    self.new = Explorer(new)
  }

  mutating func search(
    notShownBy cases: [ComparisonReport.Case], _ before: inout ComparedSide, _ after: inout ComparedSide,
    progress: (_ done: Int, _ total: Int) -> Void
  ) {
    guard !structure.changes.isEmpty else { return }
    let differences = differences.filter { difference in !cases.contains { difference.isShown(by: $0) } }
    for (done, difference) in differences.enumerated() {
      progress(done, differences.count)
      if let shown = example(of: difference, &before, &after) {
        examples.append(shown)
      } else {
        unshown.append(difference.name)
      }
    }
    drift = driftDifference()
  }

  // MARK: - Examples

  /// A thing that may be judged otherwise, with what reaches it under each of the two.
  private struct Difference {
    enum Thing {
      case rule(String)
      /// A transition of the workflow of that name.
      case transition(of: String)
    }

    let name: String
    let thing: Thing
    let old: [PathTarget]
    let new: [PathTarget]

    func isShown(by one: ComparisonReport.Case) -> Bool {
      switch thing {
      case .rule(let name): one.showsRule(named: name)
      case .transition(let workflow): one.movesOtherwise(in: workflow)
      }
    }
  }

  private var differences: [Difference] {
    structure.changes.filter { $0.isOfSubstance }.compactMap(difference) + structure.touched.map(difference(ofRule:))
  }

  private func difference(of change: StructureDifference.Change) -> Difference? {
    switch change.part {
    case .rule: return difference(ofRule: change.name)
    case .transition:
      func targets(_ number: Int?, _ explorer: Explorer) -> [PathTarget] {
        let workflow = explorer.procedure.workflows.firstIndex { $0.name == change.name }
        return workflow.flatMap { workflow in number.map { [.transition(workflow, $0)] } } ?? []
      }
      return Difference(
        name: "\(change.name): \(change.says)", thing: .transition(of: change.name),
        old: targets(change.numbers.old, old), new: targets(change.numbers.new, new))
    case .event, .workflow, .state, .figure: return nil
    }
  }

  private func difference(ofRule name: String) -> Difference {
    Difference(name: name, thing: .rule(name), old: targets(ofRule: name, old), new: targets(ofRule: name, new))
  }

  private func targets(ofRule name: String, _ explorer: Explorer) -> [PathTarget] {
    guard let rule = explorer.procedure.rules.firstIndex(where: { $0.fullName == name }) else { return [] }
    return [.rule(rule, .broken), .rule(rule, .kept)]
  }

  /// The first made-up case that the two judge otherwise where the difference lies.
  private func example(
    of difference: Difference, _ before: inout ComparedSide, _ after: inout ComparedSide
  ) -> ComparisonReport.Shown? {
    let tries = difference.new.map { (new, true, $0) } + difference.old.map { (old, false, $0) }
    for (explorer, isOfNew, target) in tries {
      guard let example = explorer.example(reaching: target, budget: DifferenceSearch.budget) else { continue }
      let text = example.text(named: "example", title: "Example", claim: [], of: explorer.procedure)
      let source = SourceText(name: "example", text: text)
      guard let judged = ComparedSide.bothJudge(source, &before, &after), difference.isShown(by: judged) else { continue }
      return ComparisonReport.Shown(name: difference.name, example: example, isOfNew: isOfNew, case: judged)
    }
    return nil
  }

  // MARK: - Drift

  /// Also beside the states that the rules of either profile name, as `plumbline check` asks.
  private func driftDifference() -> DriftDifference {
    let named = Set(DriftSearch.statesBeside(for: old).map(old.procedure.name))
      .union(DriftSearch.statesBeside(for: new).map(new.procedure.name))
    func answers(_ explorer: Explorer) -> (Procedure, [DriftAnswer]) {
      let procedure = explorer.procedure
      let states = procedure.workflows.indices.flatMap { workflow in
        procedure.workflows[workflow].states.indices.map { StateReference(workflow: workflow, state: $0) }
      }
      let beside = states.filter { named.contains(procedure.name(of: $0)) && explorer.isResting($0) }
      return (
        procedure,
        explorer.driftAnswers()
          + beside.flatMap { explorer.driftAnswers(beside: [$0], budget: DriftSearch.besideBudget) }
      )
    }
    return DriftDifference(old: answers(old), new: answers(new))
  }
}
