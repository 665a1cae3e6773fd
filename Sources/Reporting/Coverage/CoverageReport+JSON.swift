import Checking
import Diagnostics
import Procedures

extension CoverageReport {
  /// One document with the reports on all lists, in the order given.
  public static func json(of reports: [CoverageReport]) -> String {
    JSONValue.document(.coverage, [("lists", .list(reports.map(\.content)))])
  }

  private var content: JSONValue {
    .members([
      ("timescales", .text(coverage.list.name)),
      ("title", .text(coverage.list.title)),
      ("procedure", .text(procedure.name)),
      ("complete", .truth(coverage.isComplete)),
      ("figures", .list(coverage.entries.map(content))),
      ("differences", .list(coverage.differences.map(content))),
    ])
  }

  private func content(of entry: CoverageEntry) -> JSONValue {
    let timescale = entry.timescale
    return .members([
      ("section", .text(timescale.section)),
      ("row", .text(timescale.row)),
      ("figure", .text(timescale.figureInWords)),
      ("standing", .text(entry.standing.word)),
      ("profile", .optional(timescale.profile)),
      ("rules", .list(timescale.carriers.filter { $0.kind == .rule }.map(content))),
      ("parameters", .list(timescale.carriers.filter { $0.kind == .parameter }.map(content))),
      ("left_out", .optional(timescale.whyLeftOut)),
      ("problems", .texts(entry.problems.map(\.message))),
    ])
  }

  private func content(of carrier: Carrier) -> JSONValue {
    .members([("name", .text(carrier.name)), ("figure", .optional(carrier.figure))])
  }

  private func content(of difference: CoverageDifference) -> JSONValue {
    let (what, section, row, line, durations): (String, String, String, Int?, [String]) =
      switch difference {
      case .rowNotListed(let section, let row, let line, let durations): ("row not listed", section, row, line, durations)
      case .durationsNotListed(let section, let row, let line, let durations):
        ("durations not listed", section, row, line, durations)
      case .rowNotInTable(let section, let row): ("row not in table", section, row, nil, [])
      }
    return .members([
      ("what", .text(what)), ("section", .text(section)), ("row", .text(row)),
      ("line", line.map { .number($0) } ?? .null), ("durations", .texts(durations)),
    ])
  }
}

extension CoverageEntry.Standing {
  fileprivate var word: String {
    switch self {
    case .carried: "carried"
    case .leftOut: "left out"
    case .notCovered: "not covered"
    }
  }
}
