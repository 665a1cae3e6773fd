import CaseLoads

extension ClosenessReport {
  public func text(style: TextStyle) -> String {
    var page = TextPage(style: style)
    page.heading(title, underlinedWith: "=")
    page.field("Statistics", "\(closeness.statistics.title) (\(closeness.statistics.name))", indent: 0, column: 12)
    page.field("Load", load, indent: 0, column: 12)
    page.gap()
    page.paragraph(largest)
    page.paragraph(ClosenessReport.scope)
    for part in ClosenessPart.allCases {
      let figures = figures(of: part)
      guard !figures.isEmpty else { continue }
      page.heading(part.title, underlinedWith: "-")
      page.paragraph(part.says)
      for figure in figures { write(figure, part, on: &page) }
    }
    return page.text
  }

  private func write(_ figure: FigureCloseness, _ part: ClosenessPart, on page: inout TextPage) {
    page.gap()
    page.paragraph(figure.figure.says, accent: .heading)
    page.line(cells("", part.stated, "made", "points", "counted"), accent: .quiet)
    for row in figure.rows {
      page.line(cells(row.name, row.statedInWords, row.madeInWords, row.differenceInWords, "\(row.made.whole)"))
    }
    if let source = figure.source { page.paragraph("Table \(source)", indent: 2, hanging: 2, accent: .quiet) }
    if let assumption = figure.figure.assumption {
      page.paragraph("Assumption: \(assumption)", indent: 2, hanging: 2, accent: .quiet)
    }
  }

  private func cells(_ name: String, _ stated: String, _ made: String, _ difference: String, _ counted: String) -> String {
    "  \(name)".padded(to: 40) + stated.flushed(to: 10) + made.flushed(to: 10) + difference.flushed(to: 9)
      + counted.flushed(to: 11)
  }
}
