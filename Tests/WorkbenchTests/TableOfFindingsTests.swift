import Diagnostics
import Foundation
import Testing

@testable import Workbench

/// One file for each fault of a table; its first line says `# expects CODE at LINE:COLUMN`.
@Suite struct `Faults of a table of findings` {
  static let fixtures: [URL] = {
    let folder = Harbour.folder.appending(path: "tables")
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }()

  private static func read(_ text: String) -> [Diagnostic] {
    let table = Pier.table(text)
    var bench = ReviewBench([table, Pier.history], Pier.request)
    guard let source = table.decoded().source else { return [] }
    let score = bench.score(source)
    let isOfProcedure = bench.diagnostics.allSatisfy { [.findingRuleUnknown, .findingMemberUnknown].contains($0.code) }
    #expect((score != nil) == isOfProcedure)
    return bench.diagnostics.inReadingOrder()
  }

  @Test(arguments: fixtures) func `A fault is told by its code at its place, with what to do`(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let expected = try #require(text.split(separator: "\n").first)
    let told = Self.read(text)
    let places = told.map { "# expects \($0.code.label) at \($0.place.line):\($0.place.column)" }
    #expect(places == [String(expected)], "\(file.lastPathComponent): \(told.map(\.message))")
    for problem in told { #expect(problem.mend != nil, "\(file.lastPathComponent)") }
  }

  @Test func `Every code of a table has a fixture`() throws {
    let codes = try Self.fixtures.map { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: " ").dropFirst(2).first.map(String.init)
    }
    let all = DiagnosticCode.allCases.filter { (7000..<7500).contains($0.rawValue) }.map(\.label)
    let told = Set(codes.compactMap { $0 })
    #expect(all.filter { !told.contains($0) } == [])
  }

  @Test(arguments: [
    ("child: ann", "child: anna", "ann"), ("rule: plan.visits", "rule: plan.visit", "plan.visits"),
    ("event: e3", "event: e33", "e3"), ("kind: gap", "kind: gaps", "gap"),
    ("certainty: certain", "certainty: certainly", "certain"),
    ("member: health_visitor", "member: health_visiter", "health_visitor"),
    ("profile: strict", "profile: strickt", "strict"), ("machine: partly", "machine: party", "partly"),
    ("not seen:", "not sen:", "not seen"), ("history: pier.yaml", "history: peer.yaml", "pier.yaml"),
  ])
  func `The nearest word is suggested`(right: String, wrong: String, nearest: String) throws {
    let table = Pier.table(replacing: right, with: wrong)
    var bench = ReviewBench([table, Pier.history], Pier.request)
    _ = bench.score(try #require(table.decoded().source))
    #expect(bench.diagnostics.contains { $0.mend == "Did you mean \"\(nearest)\"?" }, "\(bench.diagnostics)")
  }

  @Test func `A rule that the procedure lacks is told, and what is listed under it is not raised`() {
    let table = Pier.table(replacing: "plan.first_group", with: "plan.second_group")
    let answer = Answer.score([table, Pier.history], Pier.request)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("error PL7102"))
    #expect(answer.output.contains("Row 1 (yes): not raised"))
  }

  @Test func `A table with a fault does not hold up the others`() {
    let other = InputFile(name: "other/pier.yaml", content: Pier.history.content, origin: .foundInFolder)
    let table = InputFile(name: "other/pier.findings.yaml", content: Pier.table.content, origin: .foundInFolder)
    let faulty = Pier.table(replacing: "child: ann", with: "child: cat")
    let answer = Answer.score([faulty, Pier.history, table, other], Pier.request)
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("error PL7101"))
    #expect(answer.output.contains("The pier case (pier)"))
  }

  @Test func `A folder without a table, and a history without one, are told`() {
    let named = InputFile(name: "reviewed/pier.yaml", content: Pier.history.content)
    for (files, code) in [([Pier.history], "PL6007"), ([named], "PL6007")] {
      let answer = Answer.score(files, Pier.request)
      #expect(answer.status == .badInput)
      #expect(answer.messages.contains(code))
    }
  }

  @Test func `A history that is pointed at is scored by the table beside it`() {
    let named = InputFile(name: "reviewed/pier.yaml", content: Pier.history.content)
    let beside = InputFile(name: Pier.table.name, content: Pier.table.content, origin: .beside)
    #expect(Answer.score([named, beside], Pier.request).output.contains("The pier case (pier)"))
  }
}
