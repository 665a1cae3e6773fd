import Diagnostics
import Foundation
import Histories
import Notation
import Testing

/// The guide for those who write histories is held against the reader and the built-in procedure.
@Suite struct GuideTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func source(_ path: String) throws -> SourceText {
    SourceText(name: path, text: try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
  }

  @Test func `The opening example of the guide is read as it stands`() throws {
    let guide = try Self.source("Sources/Histories/Histories.docc/CaseHistories.md").text
    let parts = guide.components(separatedBy: "```yaml\n")
    let example = try #require(parts.dropFirst().first?.components(separatedBy: "```")[0])
    let node = try #require(YAMLReader.read(SourceText(name: "ruby-and-theo.yaml", text: example)).node)
    let name = try #require(node["procedure"]?.scalar)
    let profile = try #require(node["profile"]?.scalar)
    let folder = Self.root.appendingPathComponent("workflows/\(name)").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    let (procedure, faults) = ProcedureReader.read(
      try files.map { try Self.source("workflows/\(name)/\($0)") },
      profile: try Self.source("workflows/profiles/\(profile).yaml"))
    #expect(faults.map(\.message) == [])
    let (history, diagnostics) = HistoryReader.read(node, procedure: try #require(procedure))
    #expect(diagnostics.map(\.message) == [])
    #expect((6...10).contains(try #require(history).events.count))
    #expect(guide.contains("workflows/\(name)/vocabulary.yaml"))
    #expect(guide.contains("workflows/profiles/\(profile).yaml"))
  }
}
