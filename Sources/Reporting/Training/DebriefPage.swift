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
  private let outcome: TrainingOutcome
  private let words: DemandWords

  public init(_ reported: ReportedCase, of run: TrainingRun, alternatives: [Alternative]) {
    self.reported = reported
    self.run = run
    self.alternatives = alternatives
    outcome = TrainingOutcome(reported)
    words = DemandWords(reported: reported)
  }

  public func text(style: TextStyle = .plain) -> String {
    var page = TextPage(style: style)
    page.heading("Looking back on \(run.scenario.observedUntil.inWords)", underlinedWith: "=")
    page.paragraph(
      "Below each decision stands what would have been broken or left open otherwise by every other choice, with later "
        + "choices as they were made. What is not asked was neither kept nor broken: nothing began it. Open is what was "
        + "asked and is not decided: the record does not say, or it still runs or no longer matters.")
    for (number, made) in run.made.enumerated() { write(number + 1, made, on: &page) }
    FindingPages(reported).write(FindingGroup.groups(of: reported.replay.findings.filter { $0.kind != .notRecorded }), on: &page)
    writeScores(on: &page)
    writeLeftOpen(on: &page)
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
      write(other, choice, on: &page)
    }
    guard let found = made.decision.found else { return }
    page.field("Reviewers", found + (made.decision.cite.map { " (\($0))" } ?? ""), indent: 2)
  }

  private func write(_ other: Alternative, _ choice: Choice, on page: inout TextPage) {
    func write(_ text: String) { page.paragraph("With \"\(choice.says)\": \(text)", indent: 2, hanging: 2) }
    guard let there = other.reported else { return write("another decision follows.") }
    let difference = TrainingDifference(here: outcome, there: TrainingOutcome(there), words: words)
    let groups = difference.groups
    guard !groups.isEmpty else { return write("nothing would have been broken or left open otherwise.") }
    write("")
    for group in groups {
      for (place, demand) in group.demands.enumerated() {
        page.field(place == 0 ? group.label : "", demand, indent: 4, column: 15)
      }
    }
  }

  // MARK: - Score

  private func writeScores(on page: inout TextPage) {
    page.heading("Score", underlinedWith: "=")
    for (demand, count) in outcome.scores {
      page.field("\(count.kept) of \(count.judged)", words.says(demand), indent: 2, column: 10)
    }
    page.gap()
    let whole = outcome.whole
    page.paragraph(
      whole.judged == 0
        ? "No clock, check, condition or step was judged."
        : "\(whole.kept) of \(whole.judged) clocks, checks, conditions and steps that were judged were kept.")
    writeNotAsked(on: &page)
  }

  /// The demands that were not asked here, and are kept where some decision is made otherwise: whoever does not begin something
  /// breaks none of what follows from it. What is only ever broken elsewhere follows a mistake that was not made here.
  private func writeNotAsked(on page: inout TextPage) {
    let others = alternatives.compactMap(\.reported).map { TrainingOutcome($0) }
    let kept = others.flatMap { other in
      other.scores.map(\.demand).filter { $0.isRule && other.kept($0) > 0 && !outcome.asks($0) }
    }
    let missing = Set(kept).sorted()
    guard !missing.isEmpty else { return }
    page.gap()
    page.paragraph("Not asked here, for nothing began it, while another choice begins it and keeps it:")
    for demand in missing { page.paragraph("- \(words.says(demand))", indent: 2, hanging: 2) }
  }

  /// What is not in the score: what the record does not decide, and the clocks that are not yet due.
  private func writeLeftOpen(on page: inout TextPage) {
    let last = run.scenario.observedUntil
    let silent = Set(reported.replay.judgements.filter { $0.verdict == .notRecorded }.map(\.rule)).sorted()
    let running = RunningClocks(reported, on: last) { $0.verdict == .running }
    guard !silent.isEmpty || !running.isEmpty else { return }
    page.heading("Not in the score", underlinedWith: "=")
    if !silent.isEmpty {
      page.paragraph("The record does not say whether these were always kept:")
      for rule in silent { page.paragraph("- \(words.says(.rule(rule)))", indent: 2, hanging: 2) }
    }
    guard !running.isEmpty else { return }
    page.gap()
    page.paragraph("These clocks still run on \(last.inWords):")
    running.write(on: &page)
  }

  /// The instruments behind the rules that were judged.
  private func writeSources(on page: inout TextPage) {
    let judged = outcome.scores.compactMap { score in
      switch score.demand {
      case .rule(let rule): reported.procedure.rules[rule].citation.source
      case .steps(let workflow): reported.procedure.workflows[workflow].citation?.source
      }
    }
    guard !judged.isEmpty else { return }
    page.heading("Sources", underlinedWith: "=")
    for source in Set(judged).sorted() {
      let source = reported.procedure.sources[source]
      let edition = [source.publisher, source.dated].compactMap(\.self).joined(separator: ", ")
      page.paragraph(
        "\(source.title)\(edition.isEmpty ? "" : " (\(edition))"): \(reported.force(of: source))", indent: 2, hanging: 2)
    }
  }
}
