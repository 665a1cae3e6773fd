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

  @Test func `The help of every command tells its exit status`() throws {
    try BuiltCommand.withFolder { folder in
      let help = try BuiltCommand.run(["--help"], in: folder).output
      let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first)
      let commands = list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
      #expect(commands.count > 15 && commands.contains("schema"))
      for command in commands {
        #expect(try BuiltCommand.run([command, "--help"], in: folder).output.contains("\nExit status: "), "\(command)")
      }
    }
  }
}
