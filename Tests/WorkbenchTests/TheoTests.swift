import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing

@testable import Reporting
@testable import Workbench

/// The Theo review, replayed from the chronology alone and held against what its reviewer found.
@Suite struct `The Theo review` {
  private static let simulations = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "simulations")

  /// The rows of the reviewer's findings that must be raised.
  private static let requiredRows = [
    12, 13, 19, 20, 22, 28, 29, 46, 51, 55, 56, 62, 63, 64, 88, 89, 92, 94, 99, 100, 104, 107, 112, 114,
  ]

  private static func text() throws -> String {
    try String(contentsOf: simulations.appending(path: "theo.yaml"), encoding: .utf8)
  }

  private static func findings(
    _ text: String, profile: String? = nil, at location: SourceLocation = #_sourceLocation
  ) throws -> [String: Finding] {
    var request = ReplayRequest()
    if let profile { request.profile = .named(profile) }
    var bench = Workbench(request)
    let reported = bench.reportedCase(InputFile(name: "theo.yaml", content: .bytes(Array(text.utf8))))
    let messages = bench.diagnostics.map(\.message).joined(separator: "\n")
    let findings = try #require(reported, "\(messages)", sourceLocation: location).replay.findings
    return Dictionary(uniqueKeysWithValues: findings.map { ($0.identifier, $0) })
  }

  @Test func `Every row of the table of findings is raised as it stands there`() throws {
    let file = Self.simulations.appending(path: "theo.findings.yaml")
    let table = SourceText(name: "theo.findings.yaml", text: try String(contentsOf: file, encoding: .utf8))
    let rows = try #require(YAMLReader.read(table).node?["rows"]?.list)
    var replays: [String: [String: Finding]] = [:]
    for row in rows {
      let profile = row["profile"]?.scalar ?? "theo-county-then"
      let replay = try replays[profile] ?? Self.findings(try Self.text(), profile: profile)
      replays[profile] = replay
      for entry in row["findings"]?.list ?? [] { expect(entry, in: replay, line: row.place.line) }
    }
    let raised = Set(rows.filter { $0["findings"]?.list?.isEmpty == false }.compactMap { $0["row"]?.scalar })
    for row in Self.requiredRows { #expect(raised.contains("\(row)"), "row \(row) is not raised") }
  }

  private func expect(_ entry: PlacedNode, in replay: [String: Finding], line: Int) {
    let identifier = entry["finding"]?.scalar ?? ""
    guard let finding = replay[identifier] else {
      Issue.record("\(identifier), of the row at line \(line), is not raised")
      return
    }
    #expect(entry["child"]?.scalar == finding.childName, "\(identifier)")
    #expect(entry["kind"]?.scalar == finding.kind.rawValue, "\(identifier)")
    #expect(entry["certainty"]?.scalar == finding.certainty.inWords, "\(identifier)")
    #expect(identifier.contains("/\(entry["rule"]?.scalar ?? "?")"), "\(identifier)")
    #expect(identifier.contains("/\(entry["event"]?.scalar ?? "?")#"), "\(identifier)")
  }

  @Test func `The plan that ended early is a conflict under the revised procedures only`() throws {
    let rule = "child_protection_plan.continues_under_interim_supervision_order"
    let then = try Self.findings(try Self.text(), profile: "theo-county-then")
    let since = try Self.findings(try Self.text(), profile: "theo-county-since")
    #expect(!then.keys.contains { $0.contains(rule) })
    #expect(since.values.contains { $0.identifier.contains(rule) && $0.kind == .conflict })
  }

  @Test func `A conference two weeks after the pregnancy is known is not late`() throws {
    let identifier = "theo/theo/unborn_child.conference_soon/e30#1"
    let told = try Self.text()
    #expect(told.contains("almost 3 months after e30"))
    #expect(try Self.findings(told)[identifier]?.kind == .late)
    let sooner = told.replacing("almost 3 months after e30", with: "about 2 weeks after e30")
    #expect(try Self.findings(sooner)[identifier] == nil)
  }

  @Test func `An attribute taken away makes its check not recorded`() throws {
    let identifier = "theo/theo/allocation.supervision_looks_at_care_plan/e75#1"
    let told = try Self.text()
    let stated = "event: case_supervision_held, care_plan_discussed: false"
    #expect(told.contains(stated))
    #expect(try Self.findings(told)[identifier]?.kind == .noOversight)
    let silent = told.replacing(stated, with: "event: case_supervision_held")
    #expect(try Self.findings(silent)[identifier]?.kind == .notRecorded)
  }

  @Test func `Without a word on completeness, what rested on it is not recorded`() throws {
    let told = try Self.text()
    let start = try #require(told.range(of: "\ncomplete for:"))
    let end = try #require(told.range(of: "\nobserved until:", range: start.upperBound..<told.endIndex))
    let before = try Self.findings(told)
    let after = try Self.findings(told.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""))
    let rested = before.values.filter { [.missed, .gap, .drift].contains($0.kind) && after[$0.identifier]?.kind == .notRecorded }
    #expect(!rested.isEmpty)
    let appeared = after.values.filter { $0.kind != .notRecorded && before[$0.identifier] == nil }
    #expect(appeared.isEmpty, "\(appeared.map(\.identifier).sorted())")
  }
}
