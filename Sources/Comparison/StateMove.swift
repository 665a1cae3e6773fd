import CivilTime
import Conditions
import Histories
import Procedures
public import Replay

/// Where a child was in one workflow under each of two procedures, where that differs.
public struct StateMove: Sendable {
  public let child: Int
  /// The name of the workflow.
  public let workflow: String
  /// The innermost states in the order in which they were entered, from the last that both procedures tell alike; none where
  /// the procedure has no such workflow.
  public let old: [Stay]
  public let new: [Stay]
}

extension CaseComparison {
  /// The children and workflows with other states or other times, by workflow and then by child.
  ///
  /// Complexity: O(n log n) in the number of stays.
  public var moves: [StateMove] {
    movedOtherwise.flatMap { workflow in
      new.history.children.indices.compactMap { child -> StateMove? in
        let (before, after) = (old.stays(of: child, in: workflow), new.stays(of: child, in: workflow))
        guard before.map(\.told) != after.map(\.told) else { return nil }
        let alike = zip(before, after).prefix { $0.told.beginning == $1.told.beginning }.count
        let left = max(0, alike - 1)
        return StateMove(
          child: child, workflow: workflow, old: before.dropFirst(left).map(\.stay), new: after.dropFirst(left).map(\.stay))
      }
    }
  }
}

/// A stay with what tells it from another under another procedure, where states have other numbers.
private struct NamedStay {
  struct Beginning: Hashable {
    let state: String
    let entered: Span
  }

  struct Told: Hashable {
    let beginning: Beginning
    let left: Span?
  }

  let stay: Stay
  let told: Told
}

extension JudgedCase {
  /// The stays in states with none inside them, by when they began.
  fileprivate func stays(of child: Int, in name: String) -> [NamedStay] {
    guard let number = procedure.workflows.firstIndex(where: { $0.name == name }) else { return [] }
    let states = procedure.workflows[number].states
    let stays = replay.stays.filter {
      $0.child == child && $0.state.workflow == number && states[$0.state.state].children.isEmpty
    }
    let ordered = stays.enumerated().sorted { a, b in
      (a.element.entered.earliest, a.element.entered.latest, a.offset) < (
        b.element.entered.earliest, b.element.entered.latest, b.offset
      )
    }
    return ordered.map { _, stay in
      let beginning = NamedStay.Beginning(state: states[stay.state.state].path, entered: stay.entered)
      return NamedStay(stay: stay, told: NamedStay.Told(beginning: beginning, left: stay.left))
    }
  }
}
