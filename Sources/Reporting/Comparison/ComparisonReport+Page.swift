import CivilTime
import Comparison
import Diagnostics
import Exploration
import Histories
import Procedures
import Replay

extension ComparisonReport {
  /// The comparison as a page for a browser, in one file that asks nothing of the network.
  ///
  /// Complexity: O(n) in the number of changes.
  public var html: String {
    var page = WebPage(title: "Compared: \(titles.old) and \(titles.new)")
    page.write { html in
      html.element("h1", text: "Two versions of a procedure")
      html.element("p", text: "Before: \(titles.old). After: \(titles.new).")
      html.element("p", text: summary)
    } contents: { html in
      html.raw(CorpusCharts.fillings)
      html.section("written", "What is written otherwise", writeStructure)
      html.section("shown", "What the histories show", writeCases)
      html.section("work", "What falls due for those who work by it", writeWorkload)
      html.section("drift", "Where a child can rest with no clock running", writeDrift)
      html.section("examples", "What differs, and no history shows", writeExamples)
    }
    return page.text
  }

  // MARK: - What is written

  private func writeStructure(on html: inout HTMLText) {
    guard !structure.changes.isEmpty else { return html.element("p", text: "Nothing.") }
    html.table("Added, removed and changed parts of the procedure", ["What", "Is", "Before", "After"]) { html in
      for change in structure.changes {
        html.element("tr") { html in
          html.element("th", [("scope", "row"), ("class", "rule")]) { html in
            html.write("\(change.part.rawValue.capitalised): \(change.says)")
            html.element("code", text: change.name)
          }
          html.element("td", text: change.manner.rawValue)
          for side in [\StructureDifference.Change.Term.old, \.new] {
            html.element("td") { html in
              for term in change.terms { html.element("p", text: "\(term.label): \(term[keyPath: side] ?? "nothing")") }
            }
          }
        }
      }
    }
    guard !structure.touched.isEmpty else { return }
    html.element("p", text: "With a figure, these rules change as well: \(structure.touched.joinedInWords()).")
  }

  // MARK: - What histories show

  private func writeCases(on html: inout HTMLText) {
    guard !cases.isEmpty else { return html.element("p", text: "None were named.") }
    html.table(
      "Findings, by case", ["Case", "Gained", "Lost", "Told otherwise", "Alike", "Not recorded before", "Not recorded after"],
      numbersFrom: 1,
      rows: cases.map { one in
        let counts = ChangeManner.allCases.map { manner in one.comparison.changes.count { ChangeManner($0) == manner } }
        let others = [one.comparison.alike, one.comparison.notRecorded.old, one.comparison.notRecorded.new]
        return [one.title] + (counts + others).map { "\($0)" }
      })
    for one in cases where !one.comparison.movedOtherwise.isEmpty {
      let moved = one.titles(ofWorkflows: one.comparison.movedOtherwise)
      html.element("p", text: "\(one.title): in other states, or at other times: \(moved).")
    }
    guard cases.contains(where: { !$0.comparison.changes.isEmpty }) else { return }
    html.filter(
      of: "changes", named: "Which changes are shown",
      [
        ("case", "Case", cases.map(\.title)), ("manner", "Change", ChangeManner.allCases.map(\.rawValue)),
        ("kind", "Kind", Set(cases.flatMap { $0.comparison.changes.map(\.finding.kind.rawValue) }).sorted()),
      ])
    html.element("div", [("id", "changes")]) { html in
      for one in cases { for change in one.comparison.changes { write(change, of: one, on: &html) } }
    }
  }

  private func write(_ change: FindingChange, of one: Case, on html: inout HTMLText) {
    let finding = change.finding
    let side = one.side(of: change)
    let manner = ChangeManner(change)
    html.element(
      "article",
      [
        ("class", manner == .lost ? "low" : finding.severity.inWords), ("data-item", ""), ("data-case", one.title),
        ("data-manner", manner.rawValue), ("data-kind", finding.kind.rawValue),
      ]
    ) { html in
      html.element(
        "h3",
        text: "\(one.whose(finding)): \(manner.rawValue), \(finding.when.inWords), "
          + "\(finding.certainty.inWords) \(finding.kind.rawValue)")
      if let says = side.says(finding) { html.element("p", text: says) }
      html.element("p", text: FindingSentence(side).sentence(finding))
      if let difference = difference(change, of: one) { html.element("p", text: difference) }
      html.element("dl") { html in
        html.element("dt", text: "Rule")
        html.element(
          "dd", text: side.rule(finding)?.fullName ?? "The steps of \"\(side.workflow(finding).title)\" in their order.")
        if let source = side.rule(finding).map({ side.source(of: $0) }) {
          html.element("dt", text: "Source")
          html.element("dd", text: source)
        }
        if let breach = breach(of: change, in: one) {
          html.element("dt", text: "Breach")
          html.element("dd", text: breach)
        }
        let evidence = evidence(of: change, in: one)
        guard !evidence.isEmpty else { return }
        html.element("dt", text: "Rests on")
        html.element("dd") { html in
          html.element("ul") { html in for told in evidence { html.element("li", text: told) } }
        }
      }
    }
  }

  // MARK: - Work and drift

  private func writeWorkload(on html: inout HTMLText) {
    guard !cases.isEmpty else { return html.element("p", text: "No histories were named.") }
    html.element("p", [("class", "quiet")], text: workloadScope)
    let lines = workloadChanges
    guard !lines.isEmpty else { return html.element("p", text: "The same work falls due.") }
    let most = lines.map { max($0.old, $0.new) }.reduce(1, max)
    html.table(
      "Clocks due, and in brackets for each child-year", ["Work", "Who", "Before over after", "Before", "After", "Change"],
      numbersFrom: 3
    ) { html in
      for line in lines {
        html.element("tr") { html in
          html.element("th", [("scope", "row")], text: line.work.expected)
          html.element("td", text: line.work.role ?? "")
          html.element("td") { $0.raw(CorpusCharts.pair(line.old, line.new, of: most)) }
          for cell in [rate(line.old, workloads.old), rate(line.new, workloads.new), signed(line.more)] {
            html.element("td", [("class", "number")], text: cell)
          }
        }
      }
    }
  }

  private func writeDrift(on html: inout HTMLText) {
    guard let drift else { return html.element("p", text: "Not asked for.") }
    html.element(
      "p",
      text:
        "\(counted(drift.opened.count, "drift hole").capitalised) opened, \(drift.closed.count) closed, \(drift.kept) in both.")
    for hole in drift.opened { write(hole, "Opened", "Before", ExampleInWords(new), on: &html) }
    for hole in drift.closed { write(hole, "Closed", "Now", ExampleInWords(old), on: &html) }
  }

  private func write(
    _ hole: DriftDifference.Hole, _ manner: String, _ otherwise: String, _ words: ExampleInWords, on html: inout HTMLText
  ) {
    html.element("article", [("class", manner == "Opened" ? "high" : "low")]) { html in
      html.element("h3", text: "\(manner): \(name(of: hole))")
      html.element("p", text: "\(otherwise): \(inWords(hole.otherwise)).")
      write(words.lines(of: hole.example), on: &html)
    }
  }

  private func write(_ example: [String], on html: inout HTMLText) {
    html.element("ol") { html in for line in example { html.element("li", text: line) } }
  }

  // MARK: - What no history shows

  private func writeExamples(on html: inout HTMLText) {
    guard !examples.isEmpty || !unshown.isEmpty else { return html.element("p", text: "Nothing.") }
    for shown in examples {
      html.element("h3", text: shown.name)
      write(ExampleInWords(shown.isOfNew ? new : old).lines(of: shown.example), on: &html)
      for change in shown.shown.comparison.changes { write(change, of: shown.shown, on: &html) }
      for move in shown.shown.movesInWords { write(move, on: &html) }
    }
    guard !unshown.isEmpty else { return }
    html.element(
      "p", text: "No example was found that is judged otherwise for \(unshown.joinedInWords()); that proves nothing.")
  }
}

extension ComparisonReport {
  private func write(_ move: Case.MoveInWords, on html: inout HTMLText) {
    html.element("p", text: move.heading)
    html.element("dl") { html in
      html.element("dt", text: "Before")
      html.element("dd", text: move.old)
      html.element("dt", text: "After")
      html.element("dd", text: move.new)
    }
  }
}

/// What became of a finding.
private enum ChangeManner: String, CaseIterable {
  case gained
  case lost
  case altered = "told otherwise"

  init(_ change: FindingChange) {
    self =
      switch change {
      case .gained: .gained
      case .lost: .lost
      case .altered: .altered
      }
  }
}
