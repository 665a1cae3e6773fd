import Foundation
import Testing

@testable import Workbench

/// The guide to the command line is held against the command.
@Suite struct `The guide to the command line` {
  private static func text() throws -> String {
    try String(
      contentsOf: Harbour.repository.appending(path: "Sources/Workbench/Workbench.docc/CommandLine.md"), encoding: .utf8)
  }

  @Test func `It names every kind of file, document and table that has a schema`() throws {
    let section = try #require(try Self.text().components(separatedBy: "\n## Print a schema\n").dropFirst().first)
    let lines = section.split(separator: "\n").filter { $0.hasPrefix("plumbline schema ") }
    let named = lines.map { $0.dropFirst("plumbline schema ".count).split(separator: "|").map(String.init) }
    #expect(named == [Answer.schemaKinds, Answer.schemaDocuments, Answer.schemaTables])
  }
}
