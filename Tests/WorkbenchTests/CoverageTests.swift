import Diagnostics
import Foundation
import Testing

@testable import Workbench

@Suite struct `The coverage of timescales` {
  private static func file(_ text: String, name: String) -> InputFile {
    InputFile(name: name, content: .bytes(Array(text.utf8)))
  }

  private static func list(_ rows: String) -> InputFile {
    file(
      """
      timescales: pier
      title: The times of the pier
      procedure: pier
      sections: ["2", "3"]
      rows:
      \(rows)
      """, name: "pier-times.yaml")
  }

  private static let carried = """
      - {section: "2.1", row: A1, figure: 10 max, unit: WD, rules: [plan.first_group],
         parameters: {group_within: 10 working days}}
      - {section: "2.1", row: A2, figure: "2", unit: W, rules: {plan.visits: 2 weeks}}
      - {section: "2.1", row: A2, figure: 1 W today, profile: strict, parameters: {visits_every: 1 week}}
      - {section: "2.1", row: A3, figure: "5", unit: WD, rules: {plan.letter: 5 working days}}
      - {section: "3", row: A letter, figure: 3 M, left out: No event says so.}
    """

  private static let table = """
    ## 2. The plan
    ### 2.1 Times
    | id | name | duration | unit | source |
    |---|---|---|---|---|
    | A1 | First group | 10 max | WD | chapter 2 |
    | A2 | Visits | 2; today 1 W | W | chapter 4 |
    | A3 | Letter | 5 | WD | chapter 5 |
    | A4 | Attendance | - | - | chapter 3 |
    ## 3. Afterwards
    A letter may come after 3 months. Nothing else is due.
    ## 8. Elsewhere
    A return is made within 9 weeks.
    """

  static func coverage(_ rows: String, against table: String? = nil) -> Answer {
    Answer.coverage([list(rows)], Pier.request, against: table.map { file($0, name: "times.md") })
  }

  @Test func `Every duration is carried or left out, and the table has no other`() throws {
    let answer = Self.coverage(Self.carried, against: Self.table)
    #expect(answer.messages == "")
    #expect(answer.status == .clean)
    try Golden.expect(answer.output, is: "coverage.txt")
    for line in answer.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test func `The report for a program reads as its golden`() throws {
    let answer = Answer.coverage(
      [Self.list(Self.carried)], Pier.request, against: Self.file(Self.table, name: "times.md"),
      options: OutputOptions(format: .json))
    try Golden.expect(answer.output, is: "coverage.json")
  }

  @Test(arguments: [
    ("rules: [plan.first_grup]", "PL5201", "Did you mean \"plan.first_group\"?"),
    ("parameters: [group_with]", "PL5202", "Did you mean \"group_within\"?"),
    ("parameters: {group_within: 15 working days}", "PL5203", "It has: 10 working days."),
    ("rules: {plan.letter: 6 working days}", "PL5203", "It has: 5 working days."),
    ("rules: {plan.agreed: 6 working days}", "PL5203", "It has: true."),
    ("rules: [plan.letter], left out: Nobody asks for it.", "PL5204", "Keep one of the two."),
    ("rules: []", "PL5204", "Name one, or write `left out` and the reason."),
    ("profile: nowhere, rules: [plan.letter]", "PL5205", "Write the profile, or name another."),
  ])
  func `What is not covered is told with its mend, and ends with 1`(carriers: String, code: String, mend: String) {
    let answer = Self.coverage("  - {section: \"2.1\", row: A1, figure: 10 WD, \(carriers)}")
    #expect(answer.status == .findings)
    #expect(answer.messages.contains("error \(code)"), "\(answer.messages)")
    #expect(answer.messages.contains(mend), "\(answer.messages)")
    #expect(answer.output.contains("Not covered"))
  }

  @Test(arguments: [
    ("| A5 | Report | 2 | WD | - |\n", "Not in the list: 2.1 A5, line 9: 2 working days"),
    ("| A1 | First group, again | 12 | WD | - |\n", "Not in the list: 2.1 A1, line 9, for 12 working days"),
  ])
  func `What only the table has is told, and ends with 1`(row: String, told: String) {
    let answer = Self.coverage(Self.carried, against: Self.table.replacing("## 3. Afterwards", with: row + "## 3. Afterwards"))
    #expect(answer.output.contains(told), "\(answer.output)")
    #expect(answer.status == .findings)
  }

  @Test func `What only the list has is told`() {
    let answer = Self.coverage(Self.carried.replacing("row: A3", with: "row: A9"), against: Self.table)
    #expect(answer.output.contains("Not in the list: 2.1 A3, line 7: 5 working days"))
    #expect(answer.output.contains("Not in the table: 2.1 A9"))
  }

  @Test(arguments: [
    ("  - {section: \"2\", row: A1, figur: 1 W, left out: x}", "Did you mean \"figure\"?"),
    ("  - {section: \"2\", row: A1, figure: 1 W}", "PL2002"),
  ])
  func `A list that is written wrongly is bad input`(rows: String, told: String) {
    let answer = Self.coverage(rows)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains(told))
    #expect(answer.output == "")
  }

  @Test func `No list among the files is bad input`() {
    let answer = Answer.coverage([Pier.history], Pier.request)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6007"))
  }

  @Test func `The list that is built in is read`() {
    #expect(Answer.coverage(nil, ReplayRequest()).output.contains("The timescales of child protection in England"))
  }
}
