import CivilTime
import Diagnostics
import Foundation
import Histories
import Notation
import Procedures
import Replay
import Testing
import Workbench

/// The histories and procedures of the repository, as the tests read them.
enum Simulation {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The national procedure alone, and with each of its profiles.
  static let national = BuiltInProcedure.named("england")
  static let then = BuiltInProcedure.named("england", profile: "theo-county-then")
  static let since = BuiltInProcedure.named("england", profile: "theo-county-since")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appending(path: path), encoding: .utf8)
  }

  static func tree(_ text: String, name: String, at location: SourceLocation = #_sourceLocation) throws -> PlacedNode {
    let (node, problems) = YAMLReader.read(SourceText(name: name, text: text))
    return try #require(node, "\(problems.told)", sourceLocation: location)
  }

  static func replay(
    _ tree: PlacedNode, by procedure: Procedure?, asOf: Day? = nil, at location: SourceLocation = #_sourceLocation
  ) throws -> ReplayedCase {
    let procedure = try #require(procedure, "the built-in procedure has errors", sourceLocation: location)
    let (read, problems) = HistoryReader.read(tree, procedure: procedure)
    let history = try #require(read, "\(problems.told)", sourceLocation: location)
    return ReplayedCase(procedure, history, Replayer(procedure).replay(history, asOf: asOf))
  }

  static func replay(
    _ text: String, name: String, by procedure: Procedure?, asOf: Day? = nil,
    at location: SourceLocation = #_sourceLocation
  ) throws -> ReplayedCase {
    try replay(tree(text, name: name, at: location), by: procedure, asOf: asOf, at: location)
  }
}

extension [Diagnostic] {
  /// The messages, one a line.
  var told: String { map { "\($0.place.line): \($0.message)" }.joined(separator: "\n") }
}
