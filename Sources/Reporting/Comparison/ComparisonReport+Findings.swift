import CivilTime
import Comparison
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay

/// A figure that the two procedures set otherwise, as it stood when a rule was applied.
struct ChangedFigure {
  let name: String
  /// `nil` where there is no such figure.
  let old: String?
  let new: String?
  /// Who says so, as one line.
  let source: String

  /// The figure before and after, and who says so.
  var inWords: String {
    "figure \(name): \(old ?? "nothing") before, \(new ?? "nothing") after; \(source)"
  }
}

extension ComparisonReport {
  /// The entries of the history that a finding rests on, then the figures that are written otherwise, with their sources.
  func evidence(of change: FindingChange, in one: Case) -> [String] {
    let side = one.side(of: change)
    let entries = side.evidence(of: change.finding).map { "\(side.history.events[$0].identifier): \(side.described($0))" }
    return entries + figures(of: change, in: one).map(\.inWords)
  }

  /// The figures of a finding's rule that had another value under the other procedure.
  func figures(of change: FindingChange, in one: Case) -> [ChangedFigure] {
    let side = one.side(of: change)
    guard let rule = side.rule(change.finding), let opened = change.finding.judgement?.opened else { return [] }
    return rule.parameters.sorted().compactMap { index in
      let parameter = side.procedure.parameters[index]
      func value(_ reported: ReportedCase) -> String? {
        let index = reported.procedure.parameters.firstIndex { $0.name == parameter.name }
        return index.map { reported.inWords(.parameter($0), openedOn: opened) }
      }
      let (old, new) = (value(one.old), value(one.new))
      guard old != new else { return nil }
      let isOfRule = parameter.citation == nil && !side.origin.isFromProfile(parameter.place)
      return ChangedFigure(
        name: parameter.name, old: old, new: new, source: isOfRule ? side.source(of: rule) : side.source(of: parameter))
    }
  }

  /// How a finding that both tell is told otherwise, but for how long it ran; `nil` where only one of the two tells it.
  func difference(_ change: FindingChange, of one: Case) -> String? {
    guard case .altered(let old, let new) = change else { return nil }
    let days = new.day.days(since: old.day)
    let day =
      days == 0 ? nil : "\(counted(abs(days), "day")) \(days > 0 ? "later" : "earlier") than before (\(old.day.inWords))"
    let kind = old.kind == new.kind ? nil : "was \(old.kind.rawValue)"
    let certainty = old.certainty == new.certainty ? nil : "was \(old.certainty.inWords)"
    let severity = old.severity == new.severity ? nil : "severity was \(old.severity.inWords)"
    let told = [day, kind, certainty, severity].compactMap(\.self)
    return told.isEmpty ? nil : told.joined(separator: "; ").capitalised + "."
  }

  /// How long the breach ran, and what that was before where both tell it and not alike.
  func breach(of change: FindingChange, in one: Case) -> String? {
    let breach = one.side(of: change).breach(of: change.finding)
    guard case .altered(let old, _) = change, let before = one.old.breach(of: old), before != breach else { return breach }
    return "\(breach ?? "none"); before, \(before)"
  }
}

extension ComparisonReport.Case {
  /// Where a child is in one workflow, before and after, in words.
  struct MoveInWords {
    let heading: String
    let old: String
    let new: String
  }

  /// Whose a finding is, to stand alone: "Case theo, Ruby", "Made-up case".
  func whose(_ finding: Finding) -> String {
    path == nil ? child(of: finding).capitalised : "Case \(title), \(finding.childInWords)"
  }

  /// Whose a finding is where the case is told above it: the child, or that the case is made up.
  func child(of finding: Finding) -> String {
    guard path == nil else { return finding.childInWords }
    return new.history.children.count > 1 ? "made-up case, \(finding.childInWords)" : "made-up case"
  }

  /// The titles of workflows that one of the two has.
  func titles(ofWorkflows names: [String]) -> String {
    names.map { "\"\(title(ofWorkflow: $0))\"" }.joinedInWords()
  }

  private func title(ofWorkflow name: String) -> String {
    let workflows = new.procedure.workflows + old.procedure.workflows
    return workflows.first { $0.name == name }?.title ?? name.asWords.capitalised
  }

  /// Every child and workflow with other states, or other times.
  var movesInWords: [MoveInWords] {
    comparison.moves.map { move in
      let child = new.history.children.count > 1 ? ", \(new.name(ofChild: move.child))" : ""
      return MoveInWords(
        heading: "\(title(ofWorkflow: move.workflow))\(child), in other states or at other times:",
        old: old.inWords(move.old), new: new.inWords(move.new))
    }
  }
}

extension ReportedCase {
  /// The states one after another with their days, and whether the last of them lasts.
  fileprivate func inWords(_ stays: [Stay]) -> String {
    guard let last = stays.last else { return "there is no such workflow" }
    let told = stays.map { "\(name(of: $0.state)) from \($0.entered.inWords)" }.joined(separator: ", then ")
    return told + (last.left.map { " until \($0.inWords)" } ?? " to the end of the record")
  }
}
