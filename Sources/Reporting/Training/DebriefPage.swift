import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay
public import Training

/// The look back at a scenario: what was done, what the procedure required, what other choices would have changed, and what
/// the reviewers of the real case found.
public struct DebriefPage: Sendable {
  /// The same run with one decision made otherwise, the later ones as they were where they were still met.
  public struct Alternative: Sendable {
    let decision: String
    let choice: String
    /// `nil` where the choice leads to a decision that was not made here, so that nothing can be said of how it ends.
    let reported: ReportedCase?

    public init(decision: String, choice: String, _ reported: ReportedCase?) {
      self.decision = decision
      self.choice = choice
      self.reported = reported
    }
  }

  private let reported: ReportedCase
  private let run: TrainingRun
  private let alternatives: [Alternative]

  public init(_ reported: ReportedCase, of run: TrainingRun, alternatives: [Alternative]) {
    self.reported = reported
    self.run = run
    self.alternatives = alternatives
  }

  /// How many of what was judged was kept, each clock, check and stretch counting one; what is open or not recorded is left
  /// out.
  public var score: (kept: Int, judged: Int) {
    let scores = ruleScores
    return (scores.reduce(0) { $0 + $1.kept }, scores.reduce(0) { $0 + $1.judged })
  }

  public func text(style: TextStyle = .plain) -> String {
    var page = TextPage(style: style)
    page.heading("Looking back on \(run.scenario.observedUntil.inWords)", underlinedWith: "=")
    for (number, made) in run.made.enumerated() { write(number + 1, made, on: &page) }
    let found = told(reported)
    FindingPages(reported).write(FindingGroup.groups(of: found), on: &page)
    writeScores(on: &page)
    writeSources(on: &page)
    return page.text
  }

  // MARK: - Decisions

  private func write(_ number: Int, _ made: (decision: Decision, choice: Choice), on page: inout TextPage) {
    page.gap()
    page.paragraph(
      "Decision \(number), \(made.decision.day.inWords): \(made.choice.says)", hanging: 2, accent: .heading)
    for other in alternatives where other.decision == made.decision.name {
      guard let choice = made.decision.choices.first(where: { $0.name == other.choice }) else { continue }
      page.paragraph(
        "With \"\(choice.says)\": \(other.reported.map(difference) ?? "another decision follows").", indent: 2, hanging: 2)
    }
    guard let found = made.decision.found else { return }
    page.field("Reviewers", found + (made.decision.cite.map { " (\($0))" } ?? ""), indent: 2)
  }

  /// What another choice would have changed, by rule.
  private func difference(_ other: ReportedCase) -> String {
    let (here, there) = (counts(reported), counts(other))
    let avoided = here.keys.sorted().filter { (there[$0] ?? 0) < (here[$0] ?? 0) }
    let added = there.keys.sorted().filter { (here[$0] ?? 0) < (there[$0] ?? 0) }
    let begun = judged(other).subtracting(judged(reported))
    let unbegun = judged(reported).subtracting(judged(other))
    let parts = [
      avoided.isEmpty ? nil : "fewer findings under \(avoided.joinedInWords())",
      added.isEmpty ? nil : "more under \(added.joinedInWords())",
      begun.isEmpty ? nil : "\(inWords(begun)) begun, as never here",
      unbegun.isEmpty ? nil : "\(inWords(unbegun)) never begun, so that nothing is found of it",
    ].compactMap(\.self)
    return parts.isEmpty ? "the same findings" : parts.joined(separator: "; ")
  }

  /// How many findings there are by rule; of steps that were passed over, by each step.
  private func counts(_ reported: ReportedCase) -> [String: Int] {
    told(reported).reduce(into: [:]) { counts, finding in
      for name in names(of: finding, in: reported) { counts[name, default: 0] += 1 }
    }
  }

  private func names(of finding: Finding, in reported: ReportedCase) -> [String] {
    if let rule = reported.rule(finding) { return [rule.fullName] }
    let workflow = reported.workflow(finding)
    let name = "\(workflow.name), \(finding.kind.rawValue)"
    let steps = finding.departure?.jumped ?? []
    return steps.isEmpty ? [name] : steps.map { "\(name) (\(reported.step(workflow.transitions[$0], of: workflow)))" }
  }

  /// The rules of which something was kept or broken.
  private func judged(_ reported: ReportedCase) -> Set<RuleIndex> {
    Set(reported.replay.judgements.filter { $0.verdict.isKept || $0.verdict.isBreach }.map(\.rule))
  }

  /// A few rules by name, many by their number, each followed by a verb.
  private func inWords(_ rules: Set<RuleIndex>) -> String {
    let names = rules.sorted().map { reported.procedure.rules[$0].fullName }
    return names.count == 1 ? "\(names[0]) is" : names.count <= 3 ? "\(names.joinedInWords()) are" : "\(names.count) rules are"
  }

  private func told(_ reported: ReportedCase) -> [Finding] { reported.replay.findings.filter { $0.kind != .notRecorded } }

  // MARK: - Score

  private struct RuleScore {
    let rule: RuleIndex
    let kept: Int
    let judged: Int
  }

  private var ruleScores: [RuleScore] {
    Dictionary(grouping: reported.replay.judgements, by: \.rule).sorted { $0.key < $1.key }.compactMap { rule, judgements in
      let kept = judgements.count { $0.verdict.isKept }
      let broken = judgements.count { $0.verdict.isBreach }
      return kept + broken == 0 ? nil : RuleScore(rule: rule, kept: kept, judged: kept + broken)
    }
  }

  private func writeScores(on page: inout TextPage) {
    page.heading("Score", underlinedWith: "=")
    for score in ruleScores {
      let rule = reported.procedure.rules[score.rule]
      page.field("\(score.kept) of \(score.judged)", rule.says, indent: 2, column: 10)
    }
    page.gap()
    let all = score
    page.paragraph(
      (all.judged == 0
        ? "No clock, check or condition was judged."
        : "\(all.kept) of \(all.judged) clocks, checks and conditions that were judged were kept.")
        + " What is still running, and what the record leaves open, is not counted.")
    writeNeverBegun(on: &page)
  }

  /// The rules that were not judged, and are where some decision is made otherwise: whoever does not begin something breaks
  /// none of what follows from it.
  private func writeNeverBegun(on page: inout TextPage) {
    let here = judged(reported)
    let others = alternatives.compactMap(\.reported).reduce(into: Set<RuleIndex>()) { $0.formUnion(judged($1)) }
    let missing = others.subtracting(here).sorted()
    guard !missing.isEmpty else { return }
    page.gap()
    page.paragraph(
      "Never begun here, and so not judged, though another choice leads to it; that nothing is found of it is not that it was kept:"
    )
    for rule in missing { page.paragraph("- \(reported.procedure.rules[rule].says)", indent: 2, hanging: 2) }
  }

  /// The instruments behind the rules that were judged.
  private func writeSources(on page: inout TextPage) {
    page.heading("Sources", underlinedWith: "=")
    let judged = ruleScores.map { reported.procedure.rules[$0.rule].citation.source }
    for source in Set(judged).sorted() {
      let source = reported.procedure.sources[source]
      let edition = [source.publisher, source.dated].compactMap(\.self).joined(separator: ", ")
      page.paragraph(
        "\(source.title)\(edition.isEmpty ? "" : " (\(edition))"): \(reported.force(of: source))", indent: 2, hanging: 2)
    }
  }
}
