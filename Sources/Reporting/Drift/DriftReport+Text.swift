import CivilTime
import Conditions
import Diagnostics
import Exploration
import Histories
import Procedures

extension DriftReport {
  /// Writes the answers on a page: the holes with their examples, then the states that are watched, then the undecided.
  func write(on page: inout TextPage, depth: Depth) {
    page.heading("Drift holes", underlinedWith: "=")
    guard depth == .full || !procedure.rules.isEmpty else {
      page.paragraph(summaryWithoutRules)
      return
    }
    page.paragraph(summary)
    for answer in answers { if case .hole(let example) = answer.standing { write(answer, example, on: &page, depth) } }
    writeWatched(answers, under: "Where clocks run in any case", on: &page)
    writeUndecided(answers, on: &page)
    writeOutliving(on: &page)
    writeTogether(on: &page)
    for section in beside { write(section, on: &page) }
  }

  /// Where there are no rules every state is one, and a list of them says nothing.
  private var summaryWithoutRules: String {
    """
    There are no rules, so that no clock runs in any state in which a case can stand (PL5010): \
    \(counted(answers.count, "state")). `--drift full` shows each with an example.
    """
  }

  private var summary: String {
    let holes = answers.count(where: isHole)
    let undecided = answers.count(where: isUndecided)
    let ofStates = counted(answers.count, "state")
    let rest =
      undecided == 0
      ? "" : " Of \(counted(undecided, "state")) nothing is proved, and no example was found."
    return """
      Of \(ofStates) in which a case can stand, there \(holes == 1 ? "is 1" : "are \(holes)") in which a child can rest for \
      good with no clock running that is about the same workflow (PL5010): each is shown by an example that breaks as \
      little as possible.\(rest) Where a machine begins and where it ends is not asked.
      """
  }

  // MARK: - Holes

  private func write(_ answer: DriftAnswer, _ example: Example, on page: inout TextPage, _ depth: Depth) {
    page.gap()
    page.line(title(of: answer.state), accent: .alarm)
    write(example, on: &page)
    let meanwhile = answer.runMeanwhile
    page.field(
      "Meanwhile",
      meanwhile.isEmpty
        ? "No clock of any workflow runs." : "Clocks of other workflows run: \(names(meanwhile).joined(separator: ", ")).",
      indent: 2)
    guard !answer.mayRun.isEmpty else { return }
    let may =
      depth == .full
      ? names(answer.mayRun).joined(separator: ", ") : "\(counted(answer.mayRun.count, "clock")) about the workflow, and need not"
    page.field("May run", may, indent: 2)
  }

  func write(_ example: Example, as name: String = "Example", on page: inout TextPage) {
    for (place, line) in shown.lines(of: example).enumerated() {
      page.field(place == 0 ? name : "", line, indent: 2)
    }
  }

  private func writeOutliving(on page: inout TextPage) {
    guard !outliving.isEmpty else { return }
    page.heading("Clocks that outlive their workflow", underlinedWith: "=")
    page.paragraph(
      """
      These limits (PL5011) run on when the workflow has come to its end, and end as missed if what they wait for never \
      comes. Where nothing is left to be done by then, a `while`, or an `unless` that names what ends the workflow, ends \
      the clock as well.
      """)
    for clock in outliving {
      page.gap()
      page.paragraph(described(clock.rule), hanging: 2, accent: .alarm)
      write(clock.example, on: &page)
    }
  }

  private func title(of state: StateReference) -> String {
    let title = procedure.workflows[state.workflow].states[state.state].title.map { " (\($0))" } ?? ""
    return procedure.name(of: state) + title
  }

  // MARK: - The others

  private func writeWatched(_ answers: [DriftAnswer], under heading: String, on page: inout TextPage) {
    let watched = answers.filter { if case .watched = $0.standing { true } else { false } }
    guard !watched.isEmpty else { return }
    page.heading(heading, underlinedWith: "-")
    for answer in watched {
      guard case .watched(let rules) = answer.standing else { continue }
      page.paragraph(
        "\(procedure.name(of: answer.state)): \(rules.map(described).joined(separator: "; "))", indent: 2, hanging: 4)
    }
  }

  private func writeUndecided(_ answers: [DriftAnswer], on page: inout TextPage) {
    let undecided = answers.filter(isUndecided)
    guard !undecided.isEmpty else { return }
    page.heading("Not decided", underlinedWith: "-")
    for answer in undecided {
      guard case .notFound(let miss) = answer.standing else { continue }
      let open = miss.open.isEmpty ? "" : "; in the nearest these still run: \(names(miss.open).joined(separator: ", "))"
      page.paragraph(
        "\(procedure.name(of: answer.state)): no example among \(miss.tried)\(open)", indent: 2, hanging: 4)
    }
  }

  /// What is otherwise where the child is in one more state meanwhile: the clocks there, and what the rules do not allow.
  private func write(_ section: Beside, on page: inout TextPage) {
    let name = procedure.name(of: section.state)
    page.heading("Beside \(title(of: section.state))", underlinedWith: "=")
    let holes = section.answers.filter(isHole)
    if !holes.isEmpty {
      page.paragraph(
        "While in \(name), a child can rest with no clock about the workflow running in "
          + "\(holes.map { procedure.name(of: $0.state) }.joinedInWords()).")
    }
    writeWatched(section.answers, under: "Where clocks run in any case", on: &page)
    writeAgainst(section, on: &page)
    writeUndecided(section.answers, on: &page)
  }
}

extension DriftReport {
  /// The states in which every example found breaks a rule, by the rules.
  private func writeAgainst(_ section: Beside, on page: inout TextPage) {
    var groups: [(rules: String, states: [String])] = []
    for answer in section.answers {
      guard case .onlyAgainst(let breaches) = answer.standing else { continue }
      let rules = breaches.map { names($0.rules).joinedInWords() }.joined(separator: "; or ")
      let name = procedure.name(of: answer.state)
      if let place = groups.firstIndex(where: { $0.rules == rules }) {
        groups[place].states.append(name)
      } else {
        groups.append((rules, [name]))
      }
    }
    guard !groups.isEmpty else { return }
    page.heading("Where every example that was found breaks a rule", underlinedWith: "-")
    for group in groups {
      page.paragraph("\(group.states.joinedInWords()): against \(group.rules)", indent: 2, hanging: 4)
    }
  }
}
