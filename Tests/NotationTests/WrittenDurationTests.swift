import CivilTime
import Testing

@testable import Checking

@Suite struct `Durations as a table of timescales writes them` {
  static let cells: [(cell: String, unit: String?, durations: [String])] = [
    ("45 max; overrun needs recorded reason", "WD", ["45 working days"]),
    ("10 WD (Liverpool); 2 W (Walsall); some 4 W", "WD/W", ["10 working days", "2 weeks", "4 weeks"]),
    ("24 H-1 WD / 2-5 WD", nil, ["24 hours", "1 working day", "2 working days", "5 working days"]),
    ("16, mid-point review ~8 W", "W", ["16 weeks", "8 weeks"]),
    ("before first review; then 6 (<5) / 12", "M", ["6 months", "12 months"]),
    ("<=6 W year 1; <=12 W after", "W", ["6 weeks", "12 weeks"]),
    ("91 / 183", "D", ["91 days", "183 days"]),
    ("2 years (DfE KI \"CPP 2 years or more\")", "M 24", ["2 years"]),
    ("1/month (Liverpool)", "M/W", ["1 month"]),
    ("24-72 H of discharge", nil, ["24 hours", "72 hours"]),
    ("Day 1-2", "WD", ["1 working day", "2 working days"]),
    ("10, then 10; confirm or terminate", "WD", ["10 working days"]),
    ("within 15 working days, 1 year at most", nil, ["15 working days", "1 year"]),
    ("4 W (Sefton, 12-week model)", nil, ["4 weeks", "12 weeks"]),
    ("6 W; or 3 M where intended to last to 18", "W/M", ["6 weeks", "3 months"]),
    ("reg 28(2)(a), s.38 and 8525Q of 2014", nil, []),
    ("hospital 6 W; T4 7 D", nil, ["6 weeks", "7 days"]),
    ("2 informal + 3 formal", "LOCAL", []),
    ("-", "-", []),
  ]

  @Test(arguments: cells) func `A cell holds its durations`(cell: String, unit: String?, durations: [String]) {
    #expect(WrittenDuration.all(in: cell, unit: unit).map(\.description) == durations)
  }

  @Test func `A file has a row for each row of its tables and each sentence with a duration`() {
    let table = WrittenTable(
      markdown: """
        ## 2. Front door
        Nothing is due here. Review within 6 months of the start.
        ### 2.2 Times
        | id | name | from | to | duration | unit | source |
        |---|---|---|---|---|---|---|
        | F1 | **After 9 weeks** | referral | decision | 1 | WD | chapter 3, 24 h |
        | F2 | No duration | - | - | - | - | - |

        | trigger | one area |
        |---|---|
        | Order, child at home | letter gives **10 WD** |
        """)
    let told = table.rows.map { row in "\(row.section) \(row.label): \(row.durations.map(\.description)), line \(row.line)" }
    #expect(
      told == [
        "2 Review within 6 months of the start.: [\"6 months\"], line 2", "2.2 F1: [\"1 working day\"], line 6",
        "2.2 F2: [], line 7", "2.2 Order, child at home: [\"10 working days\"], line 11",
      ])
  }
}
