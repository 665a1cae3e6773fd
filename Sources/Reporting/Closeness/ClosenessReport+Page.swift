import CaseLoads

extension ClosenessReport {
  /// The same as a page for a browser, in one file that asks nothing of the network.
  public var html: String {
    var page = WebPage(title: title)
    page.write { html in
      html.element("h1", text: title)
      html.element("p", text: "\(closeness.statistics.title) (\(closeness.statistics.name)).")
      html.element("p", text: "\(load).")
      html.element("p", text: largest)
      html.element("p", [("class", "quiet")], text: ClosenessReport.scope)
    } contents: { html in
      html.raw(CorpusCharts.fillings)
      for (part, name) in zip(ClosenessPart.allCases, ["published", "measured", "assumed"]) {
        let figures = figures(of: part)
        guard !figures.isEmpty else { continue }
        html.section(name, part.title) { write(figures, part, on: &$0) }
      }
      html.section("tables", "Where the published figures stand", writeTables)
    }
    return page.text
  }

  private func write(_ figures: [FigureCloseness], _ part: ClosenessPart, on html: inout HTMLText) {
    html.element("p", text: part.says)
    let stated = part.stated
    let headings = ["Share", "Slanted: \(stated), full: made", stated.capitalised, "Made", "Points", "Counted"]
    html.table("Percent; points are percentage points more than \(stated)", headings, numbersFrom: 2) { html in
      for figure in figures {
        writeHead(figure, columns: headings.count, on: &html)
        // All bars of a page are of one scale, up to all; a ratio of more than one has its own.
        let most = figure.rows.flatMap { [$0.stated.tenths, $0.made.tenths] }.reduce(1_000, max)
        for row in figure.rows {
          html.element("tr") { html in
            html.element("th", [("scope", "row")], text: row.name)
            html.element("td") { $0.raw(CorpusCharts.shares(row.stated.tenths, row.made.tenths, of: most, stated: stated)) }
            for cell in [row.statedInWords, row.madeInWords, row.differenceInWords, "\(row.made.whole)"] {
              html.element("td", [("class", "number")], text: cell)
            }
          }
        }
      }
    }
  }

  private func writeHead(_ figure: FigureCloseness, columns: Int, on html: inout HTMLText) {
    html.element("tr") { html in
      html.element("th", [("scope", "rowgroup"), ("colspan", "\(columns)")]) { html in
        html.element("h3", text: figure.figure.says)
        if let source = figure.source { html.element("p", [("class", "quiet")], text: "Table \(source)") }
        if let assumption = figure.figure.assumption {
          html.element("p", [("class", "quiet")], text: "Assumption: \(assumption)")
        }
      }
    }
  }

  private func writeTables(on html: inout HTMLText) {
    var tables: [PublishedTable] = []
    for table in closeness.figures.flatMap({ $0.figure.source?.tables ?? [] })
    where !tables.contains(where: { $0.name == table.name }) {
      tables.append(table)
    }
    html.table(
      "Tables by their names", ["Name", "Table", "Publisher", "Licence", "File"],
      rows: tables.map { [$0.name, $0.title, $0.publisher, $0.licence, $0.file] })
  }
}
