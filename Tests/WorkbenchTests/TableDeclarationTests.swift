import CivilTime
import Foundation
import Testing

@testable import Reporting
@testable import Workbench

/// What is declared of tables is held against what is written.
@Suite struct `The columns of a table as they are declared` {
  private static let told: [CaseTable: CSVText] = {
    let histories = ["theo", "ava", "matt"].map { name in
      InputFile(
        name: "\(name).yaml",
        content: .bytes(
          Array((try? Data(contentsOf: Harbour.repository.appending(path: "simulations/\(name).yaml"))) ?? Data())))
    }
    return Dictionary(
      uniqueKeysWithValues: CaseTable.allCases.map { table in
        let filter = FindingFilter(table: table.rawValue)
        let answer = Answer.replay(histories, ReplayRequest(), filter: filter, options: OutputOptions(format: .csv))
        return (table, CSVText(answer.output))
      })
  }()

  /// Whether a text is what a program reads as this type.
  private static func isOf(_ kind: TableColumn.Kind, _ text: String) -> Bool {
    switch kind {
    case .string: true
    case .integer: Int(text).map { String($0) == text } ?? false
    case .date: text.utf8.count == 10 && Day(iso: text) != nil
    case .boolean: ["true", "false"].contains(text)
    }
  }

  @Test(arguments: CaseTable.allCases) func `Every column is declared once, in its place`(table: CaseTable) throws {
    #expect(table.declared.map(\.column.name) == CSVText(table.csv([])).columns)
    let document = try JSONDocument(table.declaration)
    #expect(document["title"] == .text(table.form))
    let fields = try #require(document["fields"]?.list)
    #expect(fields.compactMap { $0["name"]?.text } == table.declared.map(\.column.name))
    #expect(fields.compactMap { $0["type"]?.text } == table.declared.map(\.column.kind.rawValue))
    for field in fields { #expect(field["description"]?.text?.hasSuffix(".") == true) }
    #expect(Answer.schema(of: table.declarationName).output == table.declaration)
    #expect(Answer.schema(of: table.form).output == table.declaration)
  }

  @Test(arguments: CaseTable.allCases) func `Every cell is of the type of its column, and filled where that is said`(
    table: CaseTable
  ) throws {
    let told = try #require(Self.told[table])
    #expect(told.rows.count > 100)
    for (column, isFilled) in table.declared {
      let cells = told.column(column.name)
      #expect(!isFilled || cells.allSatisfy { !$0.isEmpty }, "\(column.name) is empty somewhere")
      let wrong = cells.first { !$0.isEmpty && !Self.isOf(column.kind, $0) }
      #expect(wrong == nil, "\(column.name): \(wrong ?? "")")
    }
  }

  @Test func `A type is declared as narrow as it can be`() {
    for (table, told) in Self.told {
      for (column, _) in table.declared where column.kind == .string {
        let cells = told.column(column.name).filter { !$0.isEmpty }
        for kind in [TableColumn.Kind.integer, .date, .boolean] {
          #expect(cells.isEmpty || !cells.allSatisfy { Self.isOf(kind, $0) }, "\(column.name) is \(kind.rawValue)")
        }
      }
    }
  }
}
