import Diagnostics
import Foundation

/// The public suites of state machines in the checkout, or in the folder that `PLUMBLINE_SCXML_SUITES` names.
struct SuiteFolder {
  static let root: URL = {
    let named = ProcessInfo.processInfo.environment["PLUMBLINE_SCXML_SUITES"]
    return named.map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Suites/scxml")
  }()

  /// Whether it is the copy in the checkout, whose counts are pinned.
  static let isCheckedIn = ProcessInfo.processInfo.environment["PLUMBLINE_SCXML_SUITES"] == nil

  /// The paths below the root of the files in a suite with an ending, in order.
  static func paths(in suite: String, ending: String) -> [String] {
    let below = (try? FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(suite).path)) ?? []
    return below.filter { $0.hasSuffix(ending) }.map { "\(suite)/\($0)" }.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The files that are not run, by path, each with the reason.
  static let excluded: [String: String] = {
    let lines = ((try? text("EXCLUDED.txt")) ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
    return Dictionary(
      lines.map { line in
        let space = line.firstIndex(of: " ") ?? line.endIndex
        return (String(line[..<space]), line[space...].trimmingCharacters(in: .whitespaces))
      }, uniquingKeysWith: { first, _ in first })
  }()
}
