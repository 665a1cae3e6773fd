import Foundation
import Testing

/// The public cases of the standard's own compatibility kit, run as they are.
@Suite struct `FeelSuite: the standard's public cases` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Suites/feel")
  private static let environment = ProcessInfo.processInfo.environment
  private static let other = environment["FEEL_CASES"].map { URL(filePath: $0) }

  /// The beginnings of the ids in a list of exclusions.
  private static func excluded() throws -> [String] {
    try String(contentsOf: folder.appending(path: "excluded.txt"), encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: "\t").first.map(String.init) }
  }

  @Test func `Every expression that is accepted has the standard's value`() throws {
    let cases = try FeelCase.cases(of: Self.other ?? Self.folder.appending(path: "cases.jsonl"))
    let excluded = try Self.excluded()
    let table = FeelTable(cases.map { ($0, $0.verdict(excluding: excluded)) })
    print(table.text)
    #expect(table.disagreeing.isEmpty)
    guard Self.other == nil else { return }
    #expect(table.counts == ["agree": 1_243, "rejected as expected": 1_127, "excluded": 6])
    try expectSame(table.rejectedByReason, file: Self.folder.appending(path: "rejected.txt"))
  }

  /// The list of rejections is the one that was read and found right.
  private func expectSame(_ text: String, file: URL) throws {
    guard Self.environment["RECORD_GOLDENS"] != "1" else {
      try Data(text.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) was recorded; read it, and run again without RECORD_GOLDENS.")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
