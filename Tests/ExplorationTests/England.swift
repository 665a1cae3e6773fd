import Diagnostics
import Foundation
import Notation
import Procedures
import Testing

/// The national procedure as it lies in the repository.
enum England {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func procedure(profile: String? = nil) throws -> Procedure {
    try procedure(profile: profile.map { try text("workflows/profiles/\($0).yaml") })
  }

  /// With a profile that a test writes.
  static func procedure(profile: SourceText?) throws -> Procedure {
    let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "workflows/england").path)
    let files = try names.sorted().map { try text("workflows/england/\($0)") }
    let (procedure, problems) = ProcedureReader.read(files, profile: profile)
    #expect(problems.map(\.message) == [])
    return try #require(procedure)
  }

  private static func text(_ path: String) throws -> SourceText {
    SourceText(name: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }
}
