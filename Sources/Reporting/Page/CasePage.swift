import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// The report of one case for a browser: a timeline for each child, the findings with what they rest on, and what was judged.
public struct CasePage: Sendable {
  private let reported: ReportedCase
  private let selection: FindingSelection

  public init(_ reported: ReportedCase, selection: FindingSelection = FindingSelection()) {
    self.reported = reported
    self.selection = selection
  }

  private var title: String { reported.history.title.isEmpty ? reported.history.name : reported.history.title }

  /// The document, in one file that asks nothing of the network.
  ///
  /// Complexity: O(n log n) in the number of events, stays and judgements.
  public var html: String {
    let chosen = reported.replay.findings.filter { selection.takes($0, of: reported.procedure) }
    let groups = FindingGroup.groups(of: chosen.filter { $0.kind != .notRecorded })
    var page = WebPage(title: title)
    page.write { html in
      writeHead(groups.count, on: &html)
    } contents: { html in
      let numbering = FindingNumbering(reported)
      let listed = Set(groups.compactMap { numbering.number(of: $0.first) })
      html.section("timelines", "Timelines") { writeTimelines(listed, on: &$0) }
      html.section("findings", "Findings") { writeFindings(groups, on: &$0) }
      html.section("events", "Events", writeEvents)
      html.section("judged", "What was judged", writeTallies)
    }
    return page.text
  }

  private func writeHead(_ count: Int, on html: inout HTMLText) {
    let (history, procedure) = (reported.history, reported.procedure)
    html.element("h1", text: title)
    html.element("p", [("class", "quiet")]) { html in
      let profile = procedure.profile.map { " with the profile \($0)" } ?? ""
      html.write("Judged by \(procedure.title)\(profile); observed until \(reported.observedUntil.inWords).")
      if let source = reported.source { html.write(" Taken from \(source).") }
    }
    html.element("p") { html in
      html.write("Children: \(reported.names(of: Array(history.children.indices))). ")
      html.write(count == 1 ? "1 finding." : "\(count) findings, those alike for several children counted once.")
      if !selection.isEverything { html.write(" Only \(selection.inWords).") }
    }
    guard !history.times.isExact else { return }
    html.element(
      "p", [("class", "quiet")],
      text: "The history does not date every event. What is certain holds under every dating that fits all that it says; "
        + "what is possible holds under some. A line shows between which days an event may lie.")
  }

  // MARK: - Timelines

  /// - Parameter listed: the numbers of the findings that the page lists.
  private func writeTimelines(_ listed: Set<Int>, on html: inout HTMLText) {
    html.raw("<svg class=\"timeline fillings\" width=\"0\" height=\"0\" aria-hidden=\"true\">\(TimelineStyle.hatching)</svg>")
    html.element("p", [("class", "quiet")]) { html in
      html.write("A year is the wider, the more falls into it. ")
      html.element(
        "span", [("class", "onscreen")],
        text: "Point at a mark, or go from mark to mark with the arrow keys, and what it stands for is said below the timeline.")
      html.write(" The number of a finding leads to it.")
    }
    html.element("details", [("class", "key")]) { html in
      html.element("summary", text: "What the marks mean")
      html.scrolling("What the marks mean") { $0.raw(TimelineLegend.element) }
    }
    for (child, record) in reported.history.children.enumerated() where selection.takes(child: record.name) {
      write(child, named: record.name, listed, on: &html)
    }
  }

  private func write(_ child: Int, named name: String, _ listed: Set<Int>, on html: inout HTMLText) {
    let drawing = TimelineDrawing(
      layout: TimelineLayout(reported, only: child), observedUntil: reported.observedUntil.latest,
      link: { listed.contains($0) ? "#finding-\($0)" : nil })
    html.element("div", [("class", "child"), ("data-child", name)]) { html in
      html.element("h3", text: name.asName)
      html.scrolling("Timeline of \(name.asName), which scrolls") {
        $0.raw(drawing.element(named: "Timeline of \(name.asName); everything in it stands in the lists below"))
      }
      html.element("p", [("class", "told")])
    }
  }

  // MARK: - Findings

  private func writeFindings(_ groups: [FindingGroup], on html: inout HTMLText) {
    let numbering = FindingNumbering(reported)
    guard !groups.isEmpty else { return html.element("p", text: "None.") }
    writeFilter(groups, on: &html)
    html.element("div", [("id", "finding-list")]) { html in
      let ordered = groups.sorted { (numbering.number(of: $0.first) ?? 0) < (numbering.number(of: $1.first) ?? 0) }
      for group in ordered { write(group, number: numbering.number(of: group.first) ?? 0, on: &html) }
    }
  }

  private func names(_ group: FindingGroup) -> [String] { group.children.map { reported.history.children[$0].name } }

  private func writeFilter(_ groups: [FindingGroup], on html: inout HTMLText) {
    func distinct(_ words: [String]) -> [String] { Set(words).sorted() }
    let choices = [
      ("child", "Child", reported.history.children.map(\.name)),
      ("workflow", "Workflow", distinct(groups.map { reported.workflow($0.first).title })),
      ("kind", "Kind", distinct(groups.map(\.first.kind.rawValue))),
      ("certainty", "Certainty", distinct(groups.map(\.first.certainty.inWords))),
      ("severity", "Severity", distinct(groups.map(\.first.severity.inWords))),
    ]
    html.filter(of: "finding-list", named: "Which findings are shown", choices) { attribute, word in
      attribute == "child" ? word.asName : word
    }
  }

  private func write(_ group: FindingGroup, number: Int, on html: inout HTMLText) {
    let finding = group.first
    html.element(
      "article",
      [
        ("id", "finding-\(number)"), ("class", finding.severity.inWords), ("data-item", ""),
        ("data-child", names(group).joined(separator: "|")), ("data-workflow", reported.workflow(finding).title),
        ("data-kind", finding.kind.rawValue), ("data-certainty", finding.certainty.inWords),
        ("data-severity", finding.severity.inWords),
      ]
    ) { html in
      html.element(
        "h3",
        text:
          "\(number). \(finding.kind.rawValue.capitalised): \(reported.names(of: group.children)), \(finding.certainty.inWords), "
          + "severity \(finding.severity.inWords)")
      if let says = reported.says(finding) { html.element("p", text: says) }
      let members = reported.rule(finding).map { rule in group.members.compactMap { reported.name(ofMember: $0, of: rule) } }
      let subject = SentenceSubject(children: group.children, members: members ?? [])
      html.element("p", text: FindingSentence(reported).sentence(finding, about: subject))
      html.element("dl") { html in
        for (label, texts) in fields(of: group) where !texts.isEmpty {
          html.element("dt", text: label)
          html.element("dd") { html in
            guard texts.count > 1 else { return html.write(texts[0]) }
            html.element("ul") { html in for text in texts { html.element("li", text: text) } }
          }
        }
      }
    }
  }

  private func fields(of group: FindingGroup) -> [(String, [String])] {
    let finding = group.first
    let rule = reported.rule(finding)
    let order = reported.workflow(finding)
    var fields: [(String, [String])] = [
      ("Rule", [rule?.fullName ?? "The steps of \"\(order.title)\" in their order."]),
      ("Source", [rule.map { reported.source(of: $0) } ?? order.citation.map { reported.inWords($0) }].compactMap(\.self)),
      ("Figure", reported.figures(of: finding).map(\.inWords)),
    ]
    if let judgement = finding.judgement {
      fields += reported.fields(of: judgement).map { ($0.label, [$0.text]) }
    } else if let departure = finding.departure {
      fields += [
        ("When", [reported.moment(departure.happened, departure.event)]),
        (
          "Jumped",
          departure.jumped.map { index in
            let record = reported.record(of: index, passedOverIn: departure)
            return "\(reported.step(order.transitions[index], of: order)): \(record)"
          }
        ),
      ]
    }
    let evidence = reported.evidence(of: finding).map { number in
      "\(reported.history.events[number].identifier): \(reported.described(number))"
    }
    return fields + [
      ("Rests on", evidence), ("Not said", reported.missingInWords(of: finding)), ("Finding", group.identifiers),
    ]
  }

  // MARK: - Events and denominators

  private func writeEvents(on html: inout HTMLText) {
    let history = reported.history
    html.element("details") { html in
      html.element("summary", text: "All \(history.events.count) events on record")
      html.table(
        "Events in the order of the history", ["Event", "What happened", "When", "Children", "Cited at"],
        rows: history.events.indices.map { number in
          let entry = history.events[number]
          let title = reported.procedure.vocabulary.events[entry.event].title
          let children = history.children.indices.filter { entry.children & (1 << UInt64($0)) != 0 }
          return [
            entry.identifier, entry.wasDone ? title : "\(title): recorded as not done", reported.dated(number),
            children.map(reported.name(ofChild:)).joined(separator: ", "), entry.cite ?? "",
          ]
        })
    }
  }

  private func writeTallies(on html: inout HTMLText) {
    let tallies = RuleTallies(reported, selection)
    html.table(
      "Clocks, by rule", ["Rule", "Met", "Late", "Missed", "Running", "Lapsed", "Not recorded", "All"], numbersFrom: 1,
      rows: tallies.clocks.map { row(of: $0, tallies, [.met, .late, .missed, .running, .lapsed, .notRecorded]) })
    html.table(
      "Checks and standing conditions, by rule", ["Rule", "Held", "Broken", "Not recorded", "All"], numbersFrom: 1,
      rows: tallies.conditions.map { row(of: $0, tallies, [.held, .broken, .notRecorded]) })
  }

  private func row(of rule: RuleIndex, _ tallies: RuleTallies, _ verdicts: [Verdict]) -> [String] {
    [reported.procedure.rules[rule].says] + verdicts.map { "\(tallies[rule][$0])" } + ["\(tallies[rule].total)"]
  }
}
