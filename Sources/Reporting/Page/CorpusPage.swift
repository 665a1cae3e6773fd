import CivilTime
import Procedures
import Replay

/// The report of many cases for a browser: how each rule was kept, how late, how long children stay where, and when.
public struct CorpusPage: Sendable {
  private let selection: FindingSelection
  /// Where the page of a case is, by its name; `nil` where there is none.
  private let link: @Sendable (String) -> String?

  public init(
    selection: FindingSelection = FindingSelection(), link: @escaping @Sendable (_ caseName: String) -> String? = { _ in nil }
  ) {
    self.selection = selection
    self.link = link
  }

  /// The document, in one file that asks nothing of the network.
  ///
  /// Complexity: O(n log n) in the number of judgements, stays and findings of all cases.
  public func html(_ cases: [ReportedCase]) -> String {
    var figures = CorpusFigures()
    for reported in cases { figures.add(reported, selection) }
    var page = WebPage(title: "\(cases.count) cases")
    page.write { html in
      writeHead(figures, on: &html)
      html.element("main", [("id", "content")]) { html in
        writeRules(figures, on: &html)
        writeLateness(figures, on: &html)
        writeStates(figures, on: &html)
        writeSteps(figures, on: &html)
        writeMonths(figures, on: &html)
        writeCases(figures, on: &html)
      }
    }
    return page.text
  }

  private func writeHead(_ figures: CorpusFigures, on html: inout HTMLText) {
    let certain = figures.lines.reduce(0) { $0 + $1.certain }
    let possible = figures.lines.reduce(0) { $0 + $1.possible }
    html.element("header") { html in
      html.element("h1", text: "\(figures.lines.count) cases")
      html.element(
        "p",
        text: "\(figures.childCount) children; \(certain) certain findings and \(possible) that are possible only."
          + (selection.isEverything ? "" : " Only \(selection.inWords)."))
    }
  }

  private func section(_ name: String, _ title: String, on html: inout HTMLText, _ body: (inout HTMLText) -> Void) {
    html.element("section", [("aria-labelledby", name)]) { html in
      html.element("h2", [("id", name)], text: title)
      body(&html)
    }
  }

  // MARK: - Rules

  private func writeRules(_ figures: CorpusFigures, on html: inout HTMLText) {
    section("rules", "How the rules were kept", on: &html) { html in
      let clocks = figures.rules.filter(\.isClock).sorted { $0.name < $1.name }
      let verdicts: [Verdict] = [.met, .late, .missed, .running, .lapsed, .notRecorded]
      html.table(
        "Clocks, by rule; the share met is of those met, late or missed",
        ["Rule", "Name", "Met", "Late", "Missed", "Running", "Lapsed", "Not recorded", "Share met"], numbersFrom: 2,
        rows: clocks.map { rule in
          let decided = rule.tally[.met] + rule.tally[.late] + rule.tally[.missed]
          return [rule.says, rule.name] + verdicts.map { "\(rule.tally[$0])" } + [share(rule.tally[.met], of: decided)]
        })
      let conditions = figures.rules.filter { !$0.isClock }.sorted { $0.name < $1.name }
      html.table(
        "Checks and standing conditions, by rule; the share held is of those held or broken",
        ["Rule", "Name", "Held", "Broken", "Not recorded", "Share held"], numbersFrom: 2,
        rows: conditions.map { rule in
          let counts = [Verdict.held, .broken, .notRecorded].map { "\(rule.tally[$0])" }
          return [rule.says, rule.name] + counts + [share(rule.tally[.held], of: rule.tally[.held] + rule.tally[.broken])]
        })
    }
  }

  private func share(_ count: Int, of whole: Int) -> String {
    whole == 0 ? "none judged" : "\((count * 200 + whole) / (whole * 2))%"
  }

  // MARK: - Lateness

  private static let lateness = [(1, 7), (8, 14), (15, 28), (29, 56), (57, 112), (113, Int.max)]

  private func writeLateness(_ figures: CorpusFigures, on html: inout HTMLText) {
    let late = figures.rules.filter { !$0.daysLate.isEmpty }.sorted {
      (-$0.daysLate.count, $0.name) < (-$1.daysLate.count, $1.name)
    }
    guard !late.isEmpty else { return }
    section("lateness", "How late what came late was", on: &html) { html in
      html.element(
        "p", [("class", "quiet")], text: "Steps that came late for certain, by the fewest days that they can have been late.")
      let bands = CorpusPage.lateness.map { $0.1 == .max ? "\($0.0) days or more" : "\($0.0) to \($0.1) days" }
      html.table(
        "Late steps, by rule and days", ["Rule"] + bands + ["Middle"], numbersFrom: 1,
        rows: late.map { rule in
          let sorted = rule.daysLate.sorted()
          let counts = CorpusPage.lateness.map { low, high in "\(sorted.count { low <= $0 && $0 <= high })" }
          return [rule.says] + counts + ["\(sorted[(sorted.count - 1) / 2]) days"]
        })
    }
  }

  // MARK: - States and steps

  private func writeStates(_ figures: CorpusFigures, on html: inout HTMLText) {
    guard !figures.stretches.isEmpty else { return }
    section("states", "How long children stay where", on: &html) { html in
      html.element(
        "p", [("class", "quiet")],
        text: "The share still in a state after so many days, by Kaplan and Meier: who is there when observation ends counts as "
          + "long as observed. Uncertain days count by the middle of their span.")
      let curves = figures.stretches.map { ($0.key, SurvivalCurve($0.value)) }
        .sorted { (-$0.1.count, $0.0) < (-$1.1.count, $1.0) }
      let headings = ["State", "Stays", "Still there", "Half have left after", "Share still there, by days"]
      html.table("Time in states", headings) { html in
        for (name, curve) in curves {
          html.element("tr") { html in
            html.element("th", [("scope", "row")], text: name)
            html.element("td", [("class", "number")], text: "\(curve.count)")
            html.element("td", [("class", "number")], text: "\(curve.censored)")
            html.element("td", [("class", "number")], text: curve.median.map { "\($0) days" } ?? "not reached")
            html.element("td") { $0.raw(CorpusPage.drawing(of: curve, name)) }
          }
        }
      }
    }
  }

  /// The curve as steps, 240 by 40 pixels.
  private static func drawing(of curve: SurvivalCurve, _ name: String) -> String {
    let longest = max(1, curve.longest)
    var path = "M4 4"
    for step in curve.steps {
      path += "H\(4 + step.days * 220 / longest)V\(4 + (1_000 - step.thousandths) * 32 / 1_000)"
    }
    path += "H224"
    var html = HTMLText()
    let told = curve.steps.map { "\($0.days) days: \($0.thousandths / 10)%" }.suffix(1).joined()
    html.element(
      "svg",
      [
        ("viewBox", "0 0 300 42"), ("width", "300"), ("height", "42"), ("role", "img"),
        ("aria-label", "Share still in \(name); \(told.isEmpty ? "nobody left" : told)"),
      ]
    ) { svg in
      svg.element("path", [("class", "axis"), ("d", "M4 4V36H226")])
      svg.element("path", [("class", "curve"), ("d", path)])
      svg.element("text", [("x", "230"), ("y", "38"), ("class", "quiet")], text: longest == 1 ? "1 day" : "\(longest) days")
    }
    return html.text
  }

  private func writeSteps(_ figures: CorpusFigures, on html: inout HTMLText) {
    let steps = figures.steps.map { ($0.key, $0.value.sorted()) }
      .sorted { (-$0.1[($0.1.count - 1) / 2], $0.0) < (-$1.1[($1.1.count - 1) / 2], $1.0) }.prefix(30)
    guard !steps.isEmpty else { return }
    section("steps", "The slowest steps", on: &html) { html in
      html.table(
        "Of the steps that were taken, those whose middle took longest",
        ["From a state, until what left it", "Times", "Fewest", "Middle", "Most"],
        numbersFrom: 1,
        rows: steps.map { name, days in
          [name, "\(days.count)", "\(days[0]) days", "\(days[(days.count - 1) / 2]) days", "\(days[days.count - 1]) days"]
        })
    }
  }

  // MARK: - Months and cases

  private func writeMonths(_ figures: CorpusFigures, on html: inout HTMLText) {
    guard let first = figures.months.keys.min(), let last = figures.months.keys.max() else { return }
    section("months", "Findings by month", on: &html) { html in
      var rows: [[String]] = []
      var (year, month) = (first.year, first.month)
      while CorpusFigures.Month(year: year, month: month) <= last {
        let counts = figures.months[CorpusFigures.Month(year: year, month: month)] ?? (0, 0)
        let changes = figures.changes.filter { $0.key.year == year && $0.key.month == month }.sorted { $0.key < $1.key }
          .map { "\($0.key.dateInWords): \($0.value.sorted().joinedInWords())" }
        let all = counts.certain + counts.possible
        if all > 0 || !changes.isEmpty {
          let name = Day(year: year, month: month, day: 1).map {
            $0.dateInWords.split(separator: " ").dropFirst().joined(separator: " ")
          }
          rows.append([
            name ?? "", "\(counts.certain)", "\(counts.possible)", String(repeating: "█", count: min(60, (all + 1) / 2)),
            changes.joined(separator: "; "),
          ])
        }
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      }
      html.table(
        "Findings by the month of their day; a block stands for two. Months without findings or changes are left out",
        ["Month", "Certain", "Possible", "All", "What changed in the rules"], rows: rows)
    }
  }

  private func writeCases(_ figures: CorpusFigures, on html: inout HTMLText) {
    section("cases", "Cases", on: &html) { html in
      let lines = figures.lines.sorted { (-$0.certain, -$0.possible, $0.name) < (-$1.certain, -$1.possible, $1.name) }
      let headings = ["Case", "Title", "Children", "Certain", "Possible", "High"]
      html.table("Cases, those with most certain findings first", headings, numbersFrom: 2) { html in
        for line in lines {
          html.element("tr") { html in
            html.element("th", [("scope", "row")]) { html in
              if let place = link(line.name) {
                html.element("a", [("href", place)], text: line.name)
              } else {
                html.write(line.name)
              }
            }
            html.element("td", text: line.title)
            for number in [line.children, line.certain, line.possible, line.high] {
              html.element("td", [("class", "number")], text: "\(number)")
            }
          }
        }
      }
    }
  }
}
