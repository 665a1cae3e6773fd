import CivilTime
import Diagnostics
import Foundation
import Procedures
import Testing

/// The case of the Theo review: its history, replayed once as it stands by each profile.
enum Theo {
  static let path = "simulations/theo.yaml"
  static let text = (try? Simulation.text(path)) ?? ""
  static let then = try? Simulation.replay(text, name: path, by: Simulation.then)
  static let since = try? Simulation.replay(text, name: path, by: Simulation.since)

  /// The rows of the reviewer's findings that must be raised.
  static let requiredRows = [
    12, 13, 19, 20, 22, 28, 29, 46, 51, 55, 56, 62, 63, 64, 88, 89, 92, 94, 99, 100, 104, 107, 112, 114,
  ]

  /// The history with one passage changed, which must be there once.
  static func text(changing old: String, to new: String, at location: SourceLocation = #_sourceLocation) throws -> String {
    try #require(text.ranges(of: old).count == 1, "the history says \"\(old)\" once", sourceLocation: location)
    return text.replacing(old, with: new)
  }

  static func replay(
    changing old: String, to new: String, at location: SourceLocation = #_sourceLocation
  ) throws -> ReplayedCase {
    try Simulation.replay(text(changing: old, to: new, at: location), name: path, by: Simulation.then, at: location)
  }

  /// The history without what it says of completeness.
  static func textWithoutCompleteness() throws -> String {
    let start = try #require(text.range(of: "\ncomplete for:"))
    let end = try #require(text.range(of: "\nobserved until:", range: start.upperBound..<text.endIndex))
    return text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
  }
}
