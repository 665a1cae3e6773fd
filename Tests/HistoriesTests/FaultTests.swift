import Diagnostics
import Foundation
import Histories
import Testing

@Suite struct FaultTests {
  /// One file for each fault; its first line says `# expects CODE at LINE:COLUMN`.
  static let fixtures: [URL] = {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures")
    let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil) }
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }()

  @Test(arguments: fixtures)
  func `A fault is told by its code at its place`(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let expected = try #require(text.split(separator: "\n").first)
    let (history, diagnostics) = HistoryBench.read(text)
    let told = diagnostics.map { "# expects \($0.code.label) at \($0.place.line):\($0.place.column)" }
    #expect(told == [String(expected)], "\(file.lastPathComponent): \(diagnostics.map(\.message))")
    #expect(history == nil)
  }

  @Test func `Every code of a history has a fixture`() throws {
    let codes = try Self.fixtures.map { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: " ").dropFirst(2).first.map(String.init)
    }
    let all = DiagnosticCode.allCases.filter { $0.rawValue / 1000 == 4 }.map(\.label)
    #expect(Set(codes.compactMap { $0 }) == Set(all))
  }

  @Test(arguments: fixtures)
  func `A fault says what to do`(file: URL) throws {
    let (_, diagnostics) = HistoryBench.read(try String(contentsOf: file, encoding: .utf8))
    for diagnostic in diagnostics { #expect(diagnostic.mend != nil, "\(file.lastPathComponent)") }
  }

  static let suggestions: [(String, mend: String)] = [
    ("event: visti, when: 2019-04-12", "Did you mean \"visit\"?"),
    ("event: visit, when: 2019-04-12, child_sen: true", "Did you mean \"child_seen\"?"),
    ("event: visit, when: 2019-04-12, outcome: doorsteps", "Did you mean \"doorstep\"?"),
    ("event: visit, when: 2019-04-12, by: mothers", "Did you mean \"mother\"?"),
    ("event: visit, when: 2019-04-12, present: [health_visiter]", "Did you mean \"health_visitor\"?"),
    ("event: visit, id: alpha, when: 3 days after alhpa", "Did you mean \"alpha\"?"),
  ]

  @Test(arguments: suggestions)
  func `The nearest name is suggested`(entry: String, mend: String) throws {
    let fault = try HistoryBench.fault([entry])
    #expect(fault.mend == mend)
  }

  @Test func `A message repeats no text of the record`() {
    let secret = "Jane Smith 7 Mill Lane"
    let (_, diagnostics) = HistoryBench.read(
      """
      history: "\(secret)"
      children: {"\(secret)": {known: "\(secret)"}}
      complete for: ["\(secret)"]
      "\(secret)": 1
      events:
        - {id: "\(secret)", event: "\(secret)", when: "\(secret)", for: ["\(secret)"]}
        - {event: visit, when: 2019, note: [a], outcome: "\(secret)", by: "\(secret)", present: ["\(secret)"],
           tries: "\(secret)", every: "\(secret)", due: "\(secret)", child_seen: "\(secret)", "\(secret)": 1,
           for: {"\(secret)": {}}}
        - {event: visit, done: "\(secret)", order: "\(secret)", time: "\(secret)", when: "after \(secret)"}
      """)
    #expect(diagnostics.count > 15)
    for diagnostic in diagnostics {
      let told = ([diagnostic.message, diagnostic.mend ?? ""] + diagnostic.notes.map(\.message)).joined(separator: " ")
      #expect(!told.contains("Jane") && !told.contains("Mill"), "\(told)")
    }
  }
}
