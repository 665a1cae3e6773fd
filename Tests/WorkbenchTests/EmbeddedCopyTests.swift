import Foundation
import Testing

@testable import Workbench

@Suite struct `The workflows that are built in` {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "workflows")

  @Test func `The copy equals the folder, byte for byte`() throws {
    let found = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(!found.isEmpty)
    #expect(
      EmbeddedWorkflows.files.map(\.path) == found, "the copy is old: touch Package.swift and build again")
    for file in EmbeddedWorkflows.files {
      let bytes = try Data(contentsOf: Self.folder.appending(path: file.path))
      #expect(Data(file.text.utf8) == bytes, "\(file.path) is old: touch Package.swift and build again")
    }
  }
}
