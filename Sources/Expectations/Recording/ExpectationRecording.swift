import Conditions
import Histories
import Procedures
public import Replay

/// Writes a file of expectations in which everything that a replay finds now is expected.
public struct ExpectationRecording {
  private let judged: JudgedCase

  public init(_ judged: JudgedCase) { self.judged = judged }

  /// The file: every finding but what is not recorded, where each child stands in the end, and that nothing else is found.
  ///
  /// - Parameters:
  ///   - history: the path of the history's file from this one.
  ///   - profile: the profile to name; `nil` where the history's own is meant.
  ///   - asOf: the day on which observation ends, as year-month-day.
  public func text(history: String, profile: String?, asOf: String?) -> String {
    let head = [
      "# Written down from what is found now, and not worked out: read every line before you keep it.",
      "expectations: \(RecordedText.quoted(judged.history.title))",
      "history: \(RecordedText.scalar(history))",
      profile.map { "profile: \($0)" },
      asOf.map { "as of: \($0)" },
    ].compactMap(\.self)
    let expected = findings + standings
    let list = expected.isEmpty ? [] : ["", "expect:"] + expected.map { "  - \($0)" }
    return (head + list + ["", "nothing else: true"]).joined(separator: "\n") + "\n"
  }
}

// MARK: - Findings

extension ExpectationRecording {
  private static let names: [TraitName] = [
    .member, .openedBy, .shownBy, .passedOver, .verdict, .kind, .certainty, .due, .closedBy, .lateBy, .intervals,
  ]

  /// Findings alike in all but the child stand in one line.
  private var findings: [String] {
    var lines = RecordedLines()
    for found in Found.all(in: judged) where found.isFlag {
      lines.add(about(found) + entries(of: found), child: judged.history.children[found.child].name)
    }
    return lines.written
  }

  /// Whether the word for no event is here the name of one.
  private func isMistakable(_ trait: Trait) -> Bool {
    trait == .openedBy(nil) && judged.history.events.contains { $0.identifier == Trait.start }
  }

  private func about(_ found: Found) -> [RecordedEntry] {
    switch found {
    case .judgement: [RecordedEntry("rule", found.ruleName(in: judged))]
    case .departure: [RecordedEntry("workflow", found.ruleName(in: judged))]
    }
  }

  private func entries(of found: Found) -> [RecordedEntry] {
    ExpectationRecording.names.compactMap { name in
      guard let trait = found.trait(name, in: judged), trait.isRecorded, !isMistakable(trait) else { return nil }
      let texts = trait.texts(in: judged).map(RecordedText.scalar)
      switch trait {
      case .passedOver(let steps):
        // A step that several events take is told by the first.
        let first = steps.compactMap(\.first).map { judged.procedure.vocabulary.events[$0].name }
        return RecordedEntry(name.rawValue, "[\(first.joined(separator: ", "))]")
      default: return RecordedEntry(name.rawValue, texts.joined())
      }
    }
  }
}

extension Trait {
  /// Whether there is anything to state.
  fileprivate var isRecorded: Bool {
    switch self {
    case .closedBy(nil), .kind(nil), .due(nil), .ended(nil), .lateBy(nil), .intervals(nil): false
    default: true
    }
  }
}

// MARK: - Where the children stand

extension ExpectationRecording {
  /// The innermost states of the machines that were used.
  private var standings: [String] {
    let used = UsedMachines(judged)
    let open = judged.replay.stays.filter { $0.left == nil && used.contains($0) }
    var lines = RecordedLines()
    for stay in open {
      let workflow = judged.procedure.workflows[stay.state.workflow]
      let isInnermost = !open.contains { inner in
        inner.child == stay.child && inner.state.workflow == stay.state.workflow
          && workflow.states[inner.state.state].parent == stay.state.state
      }
      guard isInnermost else { continue }
      let state = "\(workflow.name).\(workflow.states[stay.state.state].path)"
      lines.add([RecordedEntry("state", state)], child: judged.history.children[stay.child].name)
    }
    return lines.written
  }
}
