import CivilTime
import Testing

@testable import Reporting
@testable import Workbench

@Suite struct `Tables of a replay` {
  private static func answer(
    _ table: CaseTable, _ histories: [InputFile], only: [String] = [], request: ReplayRequest = Harbour.request
  ) -> Answer {
    Answer.replay(
      histories, request, filter: FindingFilter(only: only, table: table.rawValue), options: OutputOptions(format: .csv))
  }

  private static func read(_ table: CaseTable, _ histories: [InputFile], only: [String] = []) -> CSVText {
    CSVText(answer(table, histories, only: only).output)
  }

  @Test(arguments: CaseTable.allCases) func `A table reads as its golden`(table: CaseTable) throws {
    let histories = try ["dated", "relative"].map(Harbour.history)
    try Golden.expect(Self.answer(table, histories).output, is: "\(table.rawValue).csv")
  }

  @Test(arguments: CaseTable.allCases) func `Every row has a cell for each column, and ends as the standard says`(
    table: CaseTable
  ) throws {
    let told = Self.read(table, try ["dated", "relative", "kept"].map(Harbour.history))
    #expect(told.faults == [])
    #expect(told.rows.count > 1)
    #expect(Set(told.columns).count == told.columns.count)
    for row in told.rows { #expect(row.count == told.columns.count) }
  }

  @Test(arguments: ["dated", "relative", "kept"])
  func `A table has a row for each finding, each judgement and each stay that the document has`(name: String) throws {
    let history = try Harbour.history(name)
    let document = try JSONDocument(Answer.replay([history], Harbour.request, options: OutputOptions(format: .json)).output)
    let told = try #require(document["cases"]?[0])
    #expect(Self.read(.findings, [history]).column("finding") == told["findings"]?.list?.compactMap { $0["id"]?.text })
    let judged = told["tallies"]?.list?.compactMap { $0["all"]?.number }.reduce(0, +)
    #expect(Self.read(.clocks, [history]).rows.count - 1 == judged)
    let entered = told["stays"]?.list?.compactMap { $0["entered"]?["earliest"]?.text }
    #expect(Self.read(.states, [history]).column("entered_earliest") == entered)
  }

  @Test(arguments: ["dated", "relative"]) func `What is judged as a breach names its finding, and no other row does`(
    name: String
  ) throws {
    let history = try Harbour.history(name)
    let clocks = Self.read(.clocks, [history])
    let told = Set(clocks.column("finding").filter { !$0.isEmpty })
    let known = Set(Self.read(.findings, [history]).column("finding"))
    #expect(told.isSubset(of: known))
    for (verdict, finding) in zip(clocks.column("verdict"), clocks.column("finding")) {
      #expect(["late", "missed", "broken", "not recorded"].contains(verdict) == !finding.isEmpty, "\(verdict) \(finding)")
    }
  }

  @Test(arguments: CaseTable.allCases) func `Both ends of a span are days, or both are empty`(table: CaseTable) throws {
    let told = Self.read(table, try ["dated", "relative"].map(Harbour.history))
    let spans = told.columns.filter { $0.hasSuffix("_earliest") }.map { $0.replacing("_earliest", with: "") }
    #expect(!spans.isEmpty)
    for span in spans {
      for (earliest, latest) in zip(told.column("\(span)_earliest"), told.column("\(span)_latest")) {
        if earliest.isEmpty, latest.isEmpty { continue }
        let (first, last) = (try #require(Day(iso: earliest)), try #require(Day(iso: latest)))
        #expect(first <= last)
      }
    }
  }

  @Test func `A length has its unit beside it`() throws {
    let told = Self.read(.clocks, [try Harbour.history("dated")])
    for (least, unit) in zip(told.column("late_least"), told.column("late_unit")) { #expect(least.isEmpty == unit.isEmpty) }
    #expect(told.column("late_unit").contains("working day"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\u{FF1D}1", "\tx", "\rx"])
  func `A text that a spreadsheet would run begins with an apostrophe, and a number does not`(text: String) {
    let columns = [CSVTable.Column<(String, Int)>("text") { .text($0.0) }, CSVTable.Column("number") { .number($0.1) }]
    let told = CSVTable.header(of: columns) + CSVTable.rows(of: [(text, -1)], in: columns)
    #expect(CSVText(told).rows == [["text", "number"], ["'" + text, "-1"]])
  }

  @Test(arguments: ["a,b", "say \"so\"", "two\r\nlines", "one\nline", " blank ", "plain", "", "1-1"])
  func `A text is read as it was written`(text: String) {
    let columns = [CSVTable.Column<String>("text") { .text($0) }, CSVTable.Column("none") { _ in .nothing }]
    let told = CSVText(CSVTable.header(of: columns) + CSVTable.rows(of: [text], in: columns))
    #expect(told.faults == [])
    #expect(told.rows == [["text", "none"], [text, ""]])
  }

  @Test func `The table is narrowed to a child and a workflow`() throws {
    let history = try Harbour.history("dated")
    for table in CaseTable.allCases {
      let (all, ann) = (Self.read(table, [history]), Self.read(table, [history], only: ["ann", "plan"]))
      #expect(Set(ann.column("child")) == ["ann"])
      #expect(Set(ann.column("workflow")) == ["plan"])
      #expect(ann.rows.count < all.rows.count)
    }
    #expect(Set(Self.read(.findings, [history], only: ["late"]).column("kind")) == ["late"])
  }

  @Test func `A table that is nowhere is refused, and so is one without CSV`() throws {
    let history = try Harbour.history("dated")
    let unknown = Answer.replay(
      [history], Harbour.request, filter: FindingFilter(table: "clock"), options: OutputOptions(format: .csv))
    #expect(unknown.status == .badInput && unknown.output == "")
    #expect(unknown.messages.contains("--table: error PL6032") && unknown.messages.contains("Did you mean \"clocks\"?"))
    let text = Answer.replay([history], Harbour.request, filter: FindingFilter(table: "clocks"))
    #expect(text.status == .badInput && text.output == "")
    #expect(text.messages.contains("--table: error PL6032"))
  }
}
