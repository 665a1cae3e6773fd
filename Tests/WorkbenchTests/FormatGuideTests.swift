import Foundation
import Testing

@testable import Reporting
@testable import Workbench

/// The guide to formats is held against what is printed.
@Suite struct `The guide to formats` {
  private static let page = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Workbench/Workbench.docc/Formats.md")

  private static func text() throws -> String { try String(contentsOf: page, encoding: .utf8) }

  /// What stands in backticks in the first cells of the table below a heading, in order.
  private static func named(under heading: String) throws -> [String] {
    let section = try #require(try text().components(separatedBy: "\n\(heading)\n").dropFirst().first)
    let table = section.split(separator: "\n").drop { !$0.hasPrefix("| ") }.prefix { $0.hasPrefix("| ") }
    return table.dropFirst(2).flatMap { row in
      row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }
  }

  @Test(arguments: CaseTable.allCases) func `It has every column of a table, in the order of the table`(table: CaseTable) throws {
    #expect(try Self.named(under: "### \(table.rawValue)") == CSVText(table.csv([])).columns)
  }

  @Test func `It has every format, with the commands that print it`() throws {
    #expect(try Self.named(under: "## Overview") == OutputOptions.Format.allCases.map(\.rawValue))
    for format in OutputOptions.Format.allCases where format != .text {
      let row = try #require(try Self.text().split(separator: "\n").first { $0.hasPrefix("| `\(format.rawValue)` |") })
      let told = row.split(separator: "|").last { !$0.allSatisfy(\.isWhitespace) }
      let commands = ReportingCommand.allCases.filter { $0.formats.contains(format) }.map { "`\($0.rawValue)`" }
      #expect(told.map { $0.trimmingCharacters(in: .whitespaces) } == commands.joined(separator: ", "))
    }
  }

  @Test func `It has every document that has a schema`() throws {
    for document in PublishedDocument.allCases { #expect(try Self.text().contains("`\(document.rawValue)`")) }
  }
}
