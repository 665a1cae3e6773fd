import CivilTime
import Histories
import Procedures
import Replay

/// A table of what replays found, with a row for each thing.
public enum CaseTable: String, Sendable, CaseIterable {
  /// Every finding.
  case findings
  /// Every finding but of what is not recorded, without sentences, for very many cases.
  case brief
  /// Everything that was judged under a rule, kept or not: clocks, checks and standing conditions.
  case clocks
  /// Every unbroken stay of a child in a state.
  case states
}

extension CaseTable {
  /// The table of several cases, in the order given, as comma-separated values.
  ///
  /// **Ends**: of a span both ends stand in columns of their own, the earliest and the latest day, which are the same where
  /// the day is known.
  ///
  /// **Unknown**: a cell that has nothing to say is empty; what the record does not say stands in `not_recorded`.
  public func csv(_ cases: [ReportedCase], selection: FindingSelection = FindingSelection()) -> String {
    header + rows(cases, selection: selection)
  }

  /// The row that names the columns.
  public var header: String {
    switch self {
    case .findings: CSVTable.header(of: FindingRow.columns)
    case .brief: BriefTable.columns.joined(separator: ",") + "\r\n"
    case .clocks: CSVTable.header(of: ClockRow.columns)
    case .states: CSVTable.header(of: StayRow.columns)
    }
  }

  /// The rows of several cases, in the order given, without the one that names the columns.
  public func rows(_ cases: [ReportedCase], selection: FindingSelection = FindingSelection()) -> String {
    switch self {
    case .findings:
      CSVTable.rows(
        of: cases.flatMap { reported in reported.findings(selection).map { FindingRow(finding: $0, reported: reported) } },
        in: FindingRow.columns)
    case .brief:
      cases.reduce(into: "") { text, reported in
        BriefTable.add(reported.findings(selection), of: reported.history, under: reported.procedure, to: &text)
      }
    case .clocks: CSVTable.rows(of: cases.flatMap { ClockRow.rows(of: $0, selection) }, in: ClockRow.columns)
    case .states:
      CSVTable.rows(
        of: cases.flatMap { reported in reported.stays(selection).map { StayRow(stay: $0, reported: reported) } },
        in: StayRow.columns)
    }
  }
}

/// A row about something in a case.
protocol CaseRow {
  var reported: ReportedCase { get }
  var child: Int { get }
}

extension CaseRow {
  typealias Column = CSVTable.Column<Self>

  /// Which case and child it is about, and by what it was judged.
  static var subject: [Column] {
    [
      Column("case") { .text($0.reported.history.name) },
      Column("procedure") { .text($0.reported.procedure.name) },
      Column("profile") { .optional($0.reported.procedure.profile) },
      Column("as_of") { .optional($0.reported.asOf?.description) },
      Column("child") { .text($0.reported.history.children[$0.child].name) },
    ]
  }
}
