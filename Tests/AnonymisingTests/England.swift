import Anonymising
import CaseLoads
import CivilTime
import Diagnostics
import Foundation
import Histories
import Notation
import Procedures
import Replay
import SecretKeys
import SeededNumbers
import Testing

/// The national procedure, and cases that are made up after its statistics.
enum England {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "workflows")

  private static func text(_ path: String) -> String {
    (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  static let procedure: Procedure? = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "england").path)) ?? []
    let files = paths.filter { $0.hasSuffix(".yaml") }.map { SourceText(name: $0, text: text("england/\($0)")) }
    return ProcedureReader.read(files).procedure
  }()

  private static let statistics: Statistics? = {
    let (node, _) = YAMLReader.read(SourceText(name: "statistics.yaml", text: text("case_loads/england_2024.yaml")))
    return node.flatMap { StatisticsReader.read($0).statistics }
  }()

  /// Made-up cases as histories.
  static func load(_ numbers: ClosedRange<Int>, seed: UInt64 = 1) throws -> [String] {
    let load = CaseLoad(try #require(statistics), seed: seed)
    let writer = CaseLoadWriter(.yaml, of: load)
    return numbers.map { number in
      var bytes: [UInt8] = []
      writer.write(load.makeCase(number), to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The same cases in the bulk form.
  static func bulk(_ numbers: ClosedRange<Int>, seed: UInt64 = 1) throws -> [UInt8] {
    let load = CaseLoad(try #require(statistics), seed: seed)
    let writer = CaseLoadWriter(.csv, of: load)
    var bytes = Array(writer.head.utf8)
    for number in numbers { writer.write(load.makeCase(number), to: &bytes) }
    return bytes
  }

  /// A history that has no fault.
  static func history(_ text: String) throws -> (tree: PlacedNode, history: CaseHistory) {
    let tree = try #require(YAMLReader.read(SourceText(name: "case.yaml", text: text)).node)
    let (history, faults) = HistoryReader.read(tree, procedure: try #require(procedure))
    #expect(faults.map(\.message) == [], "\(text)")
    return (tree, try #require(history))
  }

  static let key = (0..<32).map { UInt8($0) }

  static func pseudonyms(_ key: [UInt8] = key) throws -> Pseudonyms {
    let key = try #require(PseudonymKey(key))
    return Pseudonyms { key.digest($0) }
  }

  /// What becomes of a history.
  static func anonymise(
    _ text: String, _ options: AnonymisingOptions = AnonymisingOptions(), key: [UInt8] = key, seed: UInt64 = 1
  ) throws -> CaseAnonymiser.Outcome {
    let (tree, history) = try history(text)
    var numbers = SeededNumbers(seed: seed)
    return CaseAnonymiser(try #require(procedure), try pseudonyms(key), options).anonymise(tree, history) { numbers.next() }
  }

  /// The case where it was written, else nothing.
  static func anonymous(
    _ text: String, _ options: AnonymisingOptions = AnonymisingOptions(), key: [UInt8] = key, seed: UInt64 = 1
  ) throws -> AnonymousCase? {
    if case .anonymous(let anonymous) = try anonymise(text, options, key: key, seed: seed) { anonymous } else { nil }
  }
}

/// What a replay finds, told without names and with days counted from the case's first event.
struct PlainFindings: Equatable {
  let lines: [String]

  init(_ history: CaseHistory, _ procedure: Procedure) {
    let replay = Replayer(procedure).replay(history)
    let first = history.times.spans[history.events[0].time].earliest
    func days(_ span: Span?) -> String {
      span.map { "\($0.earliest.days(since: first)) to \($0.latest.days(since: first))" } ?? "none"
    }
    lines = replay.findings.map { finding in
      let judged = finding.judgement
      let rule = finding.rule.map { procedure.rules[$0].fullName } ?? "the workflow"
      let late = judged?.lateness.map { "\($0.least) to \($0.most) \($0.unit)" } ?? "none"
      return "\(finding.child) \(rule) \(finding.kind) \(finding.certainty) \(finding.severity) opened \(days(judged?.opened)) "
        + "due \(days(judged?.due)) ended \(days(judged?.ended)) late \(late) events \(judged?.evidence ?? []) "
        + "departs \(finding.departure?.event ?? -1)"
    }.sorted()
  }
}
