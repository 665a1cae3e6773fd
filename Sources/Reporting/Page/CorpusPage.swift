import CivilTime
import Procedures
import Replay

/// The report of many cases for a browser: how each rule was kept, how late, how long children stay where, and when.
public struct CorpusPage: Sendable {
  private let selection: FindingSelection
  /// Where the page of each case is, in their order; empty where they have none.
  private let links: [String]

  public init(selection: FindingSelection = FindingSelection(), links: [String] = []) {
    self.selection = selection
    self.links = links
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
    } contents: { html in
      html.raw(CorpusCharts.fillings)
      writeRules(figures, on: &html)
      writeLateness(figures, on: &html)
      writeStates(figures, on: &html)
      writeSteps(figures, on: &html)
      writeMonths(figures, on: &html)
      writeCases(figures, on: &html)
    }
    return page.text
  }

  private func writeHead(_ figures: CorpusFigures, on html: inout HTMLText) {
    let certain = figures.lines.reduce(0) { $0 + $1.certain }
    let possible = figures.lines.reduce(0) { $0 + $1.possible }
    html.element("h1", text: "\(figures.lines.count) cases")
    html.element(
      "p",
      text:
        "\(figures.childCount) children; \(certain) certain findings and \(possible) that are possible only, counted for each child."
        + (selection.isEverything ? "" : " Only \(selection.inWords)."))
  }

  // MARK: - Rules

  private func writeRules(_ figures: CorpusFigures, on html: inout HTMLText) {
    html.section("rules", "How the rules were kept") { html in
      writeLegend(on: &html)
      let clocks = figures.rules.filter(\.isClock).sorted { $0.name < $1.name }
      write(
        clocks, "Clocks, by rule; the share met is of those met, late or missed",
        [.met, .late, .missed, .running, .lapsed, .notRecorded], "Share met", of: [.met, .late, .missed], on: &html)
      let conditions = figures.rules.filter { !$0.isClock }.sorted { $0.name < $1.name }
      write(
        conditions, "Checks and standing conditions, by rule; the share held is of those held or broken",
        [.held, .broken, .notRecorded], "Share held", of: [.held, .broken], on: &html)
    }
  }

  private func writeLegend(on html: inout HTMLText) {
    html.element("p", [("class", "legend")]) { html in
      for (verdict, words) in [
        (Verdict.met, "met or held"), (.late, "late"), (.missed, "missed or broken"), (.running, "running"), (.lapsed, "lapsed"),
        (.notRecorded, "not recorded"),
      ] {
        html.element("span") { html in
          html.element("svg", [("width", "22"), ("height", "14"), ("aria-hidden", "true")]) { svg in
            svg.element(
              "rect",
              [
                ("class", CorpusCharts.filling(of: verdict)), ("x", "1"), ("y", "1"), ("width", "20"), ("height", "12"),
              ])
          }
          html.write(" \(words)")
        }
        html.write(" ")
      }
    }
  }

  /// The rules with their verdicts drawn and counted; the share of the first verdict is of those that are decided. Those of
  /// which the record says nothing are folded away.
  private func write(
    _ rules: [CorpusFigures.RuleFigures], _ caption: String, _ verdicts: [Verdict], _ shared: String, of decided: [Verdict],
    on html: inout HTMLText
  ) {
    let headings = ["Rule", "In one picture"] + verdicts.map(\.inWords.capitalised) + [shared]
    func table(_ rules: [CorpusFigures.RuleFigures], _ caption: String, on html: inout HTMLText) {
      html.table(caption, headings, numbersFrom: 2) { html in
        for rule in rules { write(rule, verdicts, of: decided, on: &html) }
      }
    }
    let silent = rules.filter { $0.tally.isSilent }
    let told = rules.filter { !$0.tally.isSilent }
    if !told.isEmpty { table(told, caption, on: &html) }
    guard !silent.isEmpty else { return }
    html.element("details") { html in
      let count = silent.count == 1 ? "One rule" : "\(silent.count) rules"
      html.element(
        "summary", text: "\(count) of which the record does not say whether \(silent.count == 1 ? "it was" : "they were") kept")
      table(silent, "Rules of which nothing is recorded that decides them", on: &html)
    }
  }

  private func write(
    _ rule: CorpusFigures.RuleFigures, _ verdicts: [Verdict], of decided: [Verdict], on html: inout HTMLText
  ) {
    html.element("tr") { html in
      html.element("th", [("scope", "row"), ("class", "rule")]) { html in
        html.write(rule.says)
        html.element("code", text: rule.name)
      }
      html.element("td") { $0.raw(CorpusCharts.bar(verdicts.map { ($0, rule.tally[$0]) })) }
      let counts = verdicts.map { "\(rule.tally[$0])" }
      let share = share(rule.tally[verdicts[0]], of: decided.reduce(0) { $0 + rule.tally[$1] })
      for cell in counts + [share] { html.element("td", [("class", "number")], text: cell) }
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
    html.section("lateness", "How late what came late was") { html in
      html.element(
        "p", [("class", "quiet")], text: "Steps that came late for certain, by the fewest days that they can have been late.")
      let bands = CorpusPage.lateness.map { $0.1 == .max ? "\($0.0) days or more" : "\($0.0) to \($0.1) days" }
      let headings = ["Rule", "In one picture"] + bands + ["Middle"]
      html.table("Late steps, by rule and days", headings, numbersFrom: 2) { html in
        for rule in late {
          let sorted = rule.daysLate.sorted()
          let counts = CorpusPage.lateness.map { low, high in sorted.count { low <= $0 && $0 <= high } }
          let middle = sorted[(sorted.count - 1) / 2]
          html.element("tr") { html in
            html.element("th", [("scope", "row"), ("class", "rule")], text: rule.says)
            html.element("td") { html in
              html.raw(CorpusCharts.columns(counts, "\(sorted.count) late steps, from few days on the left to many on the right"))
            }
            for cell in counts.map({ "\($0)" }) + [CorpusFigures.inWords(days: middle)] {
              html.element("td", [("class", "number")], text: cell)
            }
          }
        }
      }
    }
  }

  // MARK: - States and steps

  private func writeStates(_ figures: CorpusFigures, on html: inout HTMLText) {
    guard !figures.stretches.isEmpty else { return }
    html.section("states", "How long children stay where") { html in
      html.element(
        "p", [("class", "quiet")],
        text: "The share still in a state after so many days, by Kaplan and Meier: who is there when observation ends counts as "
          + "long as observed, with a short upright there. Below a curve is how many were there for so long. Uncertain days count "
          + "by the middle of their span.")
      let curves = figures.stretches.map { ($0.key, SurvivalCurve($0.value)) }
        .sorted { (-$0.1.count, $0.0) < (-$1.1.count, $1.0) }
      let headings = ["State", "Stays", "Still there", "Half have left after", "Share still there, by days"]
      html.table("Time in states", headings) { html in
        for (name, curve) in curves {
          html.element("tr") { html in
            html.element("th", [("scope", "row")], text: name)
            html.element("td", [("class", "number")], text: "\(curve.count)")
            html.element("td", [("class", "number")], text: "\(curve.censored)")
            html.element("td", [("class", "number")], text: curve.median.map { CorpusFigures.inWords(days: $0) } ?? "not reached")
            html.element("td") { $0.raw(CorpusCharts.survival(curve, name)) }
          }
        }
      }
    }
  }

  private func writeSteps(_ figures: CorpusFigures, on html: inout HTMLText) {
    let steps = figures.steps.map { (name: $0.key, days: $0.value.sorted()) }
      .sorted { (-$0.days[($0.days.count - 1) / 2], $0.name) < (-$1.days[($1.days.count - 1) / 2], $1.name) }
    guard !steps.isEmpty else { return }
    html.section("steps", "The slowest steps") { html in
      let often = steps.filter { $0.days.count >= CorpusPage.fewest }
      write(often, "Steps taken \(CorpusPage.fewest) times or more, those whose middle took longest first", on: &html)
      let seldom = steps.filter { $0.days.count < CorpusPage.fewest }
      write(seldom, "Steps taken fewer times: their middle says little of others", on: &html)
    }
  }

  /// How many times a step was taken before its middle says something of others.
  private static let fewest = 5
  private static let stepsListed = 30

  private func write(_ steps: [(name: String, days: [Int])], _ caption: String, on html: inout HTMLText) {
    guard !steps.isEmpty else { return }
    let shown = steps.prefix(CorpusPage.stepsListed)
    let rows = shown.map { name, days in
      let told = [days[0], days[(days.count - 1) / 2], days[days.count - 1]].map(CorpusFigures.inWords(days:))
      return [name, "\(days.count)"] + told
    }
    html.table(
      caption + (shown.count < steps.count ? " (\(shown.count) of \(steps.count))" : ""),
      ["From a state, until what left it", "Times", "Fewest", "Middle", "Most"], numbersFrom: 1, rows: rows)
  }

  // MARK: - Months and cases

  private func writeMonths(_ figures: CorpusFigures, on html: inout HTMLText) {
    guard let first = figures.months.keys.min(), let last = figures.months.keys.max() else { return }
    let months = Array(sequence(first: first) { $0 == last ? nil : $0.next })
    let changes = figures.changes.filter { (first...last).contains(CorpusFigures.Month(of: $0.key)) }.sorted { $0.key < $1.key }
    html.section("months", "Findings by month") { html in
      html.element(
        "p", [("class", "quiet")],
        text:
          "A finding counts in the month in which it began: when a step fell due, or a condition stopped to hold. Full is certain, "
          + "slanted is possible; dotted may have begun in another month, and counts by the middle of its days. Numbered uprights "
          + "are days on which rules changed, as the list says.")
      let columns = months.map { month in
        let counts = figures.months[month] ?? CorpusFigures.MonthFigures()
        let numbers = changes.indices.filter { CorpusFigures.Month(of: changes[$0].key) == month }.map { "\($0 + 1)" }
        return (
          name: month.inWords, figures: counts,
          change: numbers.isEmpty ? nil : numbers.joined(separator: ", ")
        )
      }
      let januaries = months.indices.filter { $0 == 0 || months[$0].month == 1 }.map { ($0, months[$0].year) }
      html.scrolling("Findings by month, drawn") {
        $0.raw(CorpusCharts.months(columns, startOfYears: Dictionary(uniqueKeysWithValues: januaries)))
      }
      if !changes.isEmpty {
        html.element("ol") { html in
          for change in changes {
            html.element("li") { html in
              html.write("\(change.key.dateInWords)")
              html.element("ul") { html in for words in change.value.sorted() { html.element("li", text: words) } }
            }
          }
        }
      }
      html.element("details") { html in
        html.element("summary", text: "The numbers")
        html.table(
          "Findings by the month of their day; months without findings are left out",
          ["Month", "Certain", "Possible", "Perhaps in another"],
          numbersFrom: 1,
          rows: columns.filter { $0.figures.all > 0 }.map {
            [$0.name, "\($0.figures.certain)", "\($0.figures.possible)", "\($0.figures.elsewhere)"]
          })
      }
    }
  }

  /// How many cases are listed before the others are folded away: a browser lays out what is folded only when it is opened.
  private static let listed = 500

  private func writeCases(_ figures: CorpusFigures, on html: inout HTMLText) {
    html.section("cases", "Cases") { html in
      if links.isEmpty {
        html.element("p", [("class", "quiet")]) { html in
          html.write("With ")
          html.element("code", text: "plumbline replay HISTORIES --pages FOLDER")
          html.write(" each case has a page of its own, to which this list leads.")
        }
      }
      let lines = figures.lines.enumerated().sorted { a, b in
        (-a.element.certain, -a.element.possible, a.element.name, a.offset)
          < (-b.element.certain, -b.element.possible, b.element.name, b.offset)
      }
      write(lines.prefix(CorpusPage.listed), "Cases, those with most certain findings first", on: &html)
      let others = lines.dropFirst(CorpusPage.listed)
      guard !others.isEmpty else { return }
      html.element("details") { html in
        html.element("summary", text: others.count == 1 ? "The other case" : "The other \(others.count) cases")
        write(others, "The other cases", on: &html)
      }
    }
  }

  private func write(
    _ lines: ArraySlice<(offset: Int, element: CorpusFigures.CaseLine)>, _ caption: String, on html: inout HTMLText
  ) {
    html.table(caption, ["Case", "Title", "Children", "Certain", "Possible", "High"], numbersFrom: 2) { html in
      for (place, line) in lines {
        html.element("tr") { html in
          html.element("th", [("scope", "row")]) { html in
            if links.indices.contains(place) {
              html.element("a", [("href", links[place])], text: line.name)
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
