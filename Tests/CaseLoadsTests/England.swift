import CaseLoads
import Diagnostics
import Foundation
import Notation
import Procedures
import Testing

/// What the repository itself holds: the statistics of England and the procedure of whose events cases are made.
enum England {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "workflows")

  static func text(_ path: String) -> String {
    (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  static let statisticsText = text("case_loads/england_2024.yaml")

  static let statistics = read(statisticsText).statistics

  /// Reads a file of statistics as the command does, with its shape.
  static func read(_ text: String) -> (statistics: Statistics?, diagnostics: [Diagnostic]) {
    let (node, problems) = YAMLReader.read(SourceText(name: "statistics.yaml", text: text))
    guard let node else { return (nil, problems) }
    let faults = FileShape.faults(of: node, as: .statistics)
    return faults.isEmpty ? StatisticsReader.read(node) : (nil, faults)
  }

  static func load(seed: UInt64 = 1) throws -> CaseLoad { CaseLoad(try #require(statistics), seed: seed) }

  static let procedure: Procedure? = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "england").path)) ?? []
    let files = paths.filter { $0.hasSuffix(".yaml") }.map { SourceText(name: $0, text: text("england/\($0)")) }
    return ProcedureReader.read(files).procedure
  }()

  /// Cases of a load in a form, one behind another.
  static func bytes(
    _ numbers: ClosedRange<Int>, seed: UInt64 = 1, as form: CaseLoadForm = .csv
  ) throws -> [UInt8] {
    let load = try load(seed: seed)
    let writer = CaseLoadWriter(form, of: load)
    var bytes: [UInt8] = []
    for number in numbers { writer.write(load.makeCase(number), to: &bytes) }
    return bytes
  }

  static func text(_ numbers: ClosedRange<Int>, seed: UInt64 = 1, as form: CaseLoadForm) throws -> String {
    String(decoding: try bytes(numbers, seed: seed, as: form), as: UTF8.self)
  }
}
