import CivilTime
import Comparison
import Diagnostics
import Exploration
import Histories
import Procedures
import Replay

extension ComparisonReport {
  /// What is written otherwise, then what that does.
  public func text(style: TextStyle = .plain) -> String {
    var page = TextPage(style: style)
    page.heading("Before: \(titles.old). After: \(titles.new)", underlinedWith: "=")
    page.paragraph(summary)
    writeStructure(on: &page)
    writeCases(on: &page)
    writeWorkload(on: &page)
    writeDrift(on: &page)
    writeExamples(on: &page)
    return page.text
  }

  /// One paragraph of what differs.
  var summary: String {
    guard isDifferent else { return "Nothing is written or judged otherwise." }
    let parts = StructureDifference.Change.Part.allCases.compactMap { part -> String? in
      let count = structure.changes.count { $0.part == part }
      return count == 0 ? nil : counted(count, part.rawValue)
    }
    let written = parts.isEmpty ? "Nothing is written otherwise." : "Written otherwise: \(parts.joinedInWords())."
    guard !cases.isEmpty else { return written }
    let changes = cases.flatMap(\.comparison.changes)
    return written + " On \(histories(cases.count)): \(counts(of: changes))."
  }

  private func histories(_ count: Int) -> String { count == 1 ? "1 history" : "\(count) histories" }

  private func counts(of changes: [FindingChange]) -> String {
    let gained = changes.count { if case .gained = $0 { true } else { false } }
    let lost = changes.count { if case .lost = $0 { true } else { false } }
    let altered = changes.count - gained - lost
    return "\(counted(gained, "finding")) gained, \(lost) lost, \(altered) told otherwise"
  }

  // MARK: - What is written

  private func writeStructure(on page: inout TextPage) {
    guard !structure.changes.isEmpty else { return }
    page.heading("What is written otherwise", underlinedWith: "-")
    for change in structure.changes {
      let named = change.part == .transition ? "\(change.name): \(change.says)" : change.name
      page.paragraph("\(change.manner.sign) \(change.part.rawValue) \(named)", hanging: 4, accent: .heading)
      if change.manner != .changed, change.part != .transition { page.paragraph(change.says, indent: 4) }
      for term in change.terms {
        page.field(term.label, "\(term.old ?? "nothing") → \(term.new ?? "nothing")", indent: 4, column: 13)
      }
    }
    guard !structure.touched.isEmpty else { return }
    page.paragraph("With a figure, these rules change as well: \(structure.touched.joinedInWords()).")
  }

  // MARK: - What histories show

  private func writeCases(on page: inout TextPage) {
    guard !cases.isEmpty else { return }
    page.heading("What the histories show", underlinedWith: "-")
    for one in cases { write(one, on: &page) }
  }

  private func write(_ one: Case, on page: inout TextPage) {
    let comparison = one.comparison
    page.gap()
    page.line(
      TextPage.clean("\(one.title): \(counts(of: comparison.changes)), \(comparison.alike) alike"), accent: .heading)
    for change in comparison.changes { write(change, of: one, on: &page) }
    if comparison.notRecorded.old != comparison.notRecorded.new {
      page.paragraph(
        "Not recorded: \(comparison.notRecorded.old) things before, \(comparison.notRecorded.new) after.", indent: 2)
    }
    guard !comparison.movedOtherwise.isEmpty else { return }
    page.paragraph("In other states, or at other times: \(one.titles(ofWorkflows: comparison.movedOtherwise)).", indent: 2)
  }

  private func write(_ change: FindingChange, of one: Case, on page: inout TextPage) {
    let finding = change.finding
    let side = one.side(of: change)
    let rule = side.rule(finding)?.fullName ?? "\(side.workflow(finding).name).\(finding.kind.rawValue)"
    let certainty = finding.certainty.inWords
    page.paragraph(
      "\(change.sign) \(finding.when.inWords), \(one.child(of: finding)): \(certainty) \(finding.kind.rawValue) (\(rule))",
      indent: 2,
      hanging: 2, accent: .alarm)
    page.paragraph(FindingSentence(side).sentence(finding), indent: 4)
    if let difference = difference(change, of: one) { page.paragraph(difference, indent: 4) }
    if let breach = breach(of: change, in: one) { page.field("Breach", breach, indent: 4) }
    for (place, told) in evidence(of: change, in: one).enumerated() {
      page.field(place == 0 ? "Rests on" : "", told, indent: 4)
    }
  }

  // MARK: - Work and drift

  private func writeWorkload(on page: inout TextPage) {
    guard !cases.isEmpty else { return }
    page.heading("What falls due for those who work by it", underlinedWith: "-")
    page.paragraph(workloadScope)
    let lines = workloadChanges
    guard !lines.isEmpty else { return page.paragraph("The same work falls due.") }
    page.gap()
    let width = 60
    page.line("".padded(to: width) + "before".flushed(to: 14) + "after".flushed(to: 14) + "change".flushed(to: 9))
    for line in lines {
      let name = line.work.expected + (line.work.role.map { ", \($0)" } ?? "")
      let wrapped = TextPage.wrapped(name, to: width - 4)
      for (place, part) in wrapped.enumerated() {
        guard place == wrapped.count - 1 else {
          page.line("  " + part)
          continue
        }
        page.line(
          ("  " + part).padded(to: width) + rate(line.old, workloads.old).flushed(to: 14)
            + rate(line.new, workloads.new).flushed(to: 14) + signed(line.more).flushed(to: 9))
      }
    }
  }

  /// Over how long the work was counted.
  var workloadScope: String {
    let years = workloads.new.childDays * 10 / 365
    return "Clocks whose due date came within what was observed, over \(years / 10).\(years % 10) child-years. "
      + "In brackets for each child-year."
  }

  func rate(_ count: Int, _ workload: Workload) -> String {
    workload.tenthsEachChildYear(count).map { "\(count) (\($0 / 10).\($0 % 10))" } ?? "\(count)"
  }

  func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  private func writeDrift(on page: inout TextPage) {
    guard let drift else { return }
    page.heading("Where a child can rest with no clock running", underlinedWith: "-")
    page.paragraph(
      "\(counted(drift.opened.count, "drift hole").capitalised) opened, \(drift.closed.count) closed, \(drift.kept) in both.")
    for hole in drift.opened { write(hole, sign: "+", ExampleInWords(new), on: &page) }
    for hole in drift.closed { write(hole, sign: "-", ExampleInWords(old), on: &page) }
  }

  private func write(_ hole: DriftDifference.Hole, sign: String, _ words: ExampleInWords, on page: inout TextPage) {
    page.gap()
    page.paragraph("\(sign) \(name(of: hole))", hanging: 2, accent: .alarm)
    page.paragraph("\(sign == "+" ? "Before" : "Now"): \(inWords(hole.otherwise)).", indent: 4)
    for (place, line) in words.lines(of: hole.example).enumerated() {
      page.field(place == 0 ? "Example" : "", line, indent: 4)
    }
  }

  /// `child_in_need.on_plan, beside legal_order.interim_supervision_order`.
  func name(of hole: DriftDifference.Hole) -> String {
    hole.beside.isEmpty ? hole.state : "\(hole.state), beside \(hole.beside.joinedInWords())"
  }

  func inWords(_ otherwise: DriftDifference.Otherwise) -> String {
    switch otherwise {
    case .watched(let rules): "watched by \(rules.joinedInWords())"
    case .onlyAgainst(let rules): "only as long as \(rules.joinedInWords()) \(rules.count == 1 ? "is" : "are") broken"
    case .notDecided: "not decided: no example was found, and nothing proves that there is none"
    case .noSuchState: "there is no such state"
    }
  }

  // MARK: - What no history shows

  private func write(_ move: Case.MoveInWords, on page: inout TextPage) {
    page.paragraph(move.heading, indent: 2)
    page.field("Before", move.old, indent: 4)
    page.field("After", move.new, indent: 4)
  }

  private func writeExamples(on page: inout TextPage) {
    guard !examples.isEmpty || !unshown.isEmpty else { return }
    page.heading("What differs, and no history shows", underlinedWith: "-")
    for shown in examples {
      page.gap()
      page.paragraph(shown.name, hanging: 2, accent: .heading)
      let words = ExampleInWords(shown.isOfNew ? new : old)
      for (place, line) in words.lines(of: shown.example).enumerated() {
        page.field(place == 0 ? "Example" : "", line, indent: 2)
      }
      for change in shown.shown.comparison.changes { write(change, of: shown.shown, on: &page) }
      for move in shown.shown.movesInWords { write(move, on: &page) }
    }
    guard !unshown.isEmpty else { return }
    page.gap()
    page.paragraph(
      "No example was found that is judged otherwise for \(unshown.joinedInWords()); that proves nothing.")
  }
}

extension FindingChange {
  /// The mark of a line: found now, found before, told otherwise.
  var sign: String {
    switch self {
    case .gained: "+"
    case .lost: "-"
    case .altered: "~"
    }
  }
}

extension StructureDifference.Change.Manner {
  fileprivate var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }
}
