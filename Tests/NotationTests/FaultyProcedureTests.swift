import Diagnostics
import Foundation
import Testing

@testable import Notation

/// A code that is expected, or told, on a line of a file.
struct Mark: Hashable, Comparable, CustomStringConvertible {
  let file: String
  let line: Int
  let code: String

  var description: String { "\(file):\(line) \(code)" }

  static func < (a: Mark, b: Mark) -> Bool { (a.file, a.line, a.code) < (b.file, b.line, b.code) }

  /// The marks `# PL2101` in a text.
  static func all(in source: SourceText) -> [Mark] {
    source.lines.enumerated().flatMap { number, line in
      line.matches(of: /# (PL[0-9]{4})/).map { Mark(file: source.name, line: number + 1, code: String($0.1)) }
    }
  }
}

@Suite struct FaultyProcedureTests {
  @Test(arguments: FixtureFiles.all(in: "faulty"))
  func `Every fault is told once, at its line, with its code`(_ fixture: FixtureFiles) {
    let (procedure, diagnostics) = ProcedureReader.read(fixture.files, profile: fixture.profile)
    let told = diagnostics.map { Mark(file: $0.place.file, line: $0.place.line, code: $0.code.label) }
    let expected = fixture.all.flatMap(Mark.all)
    #expect(!expected.isEmpty)
    #expect(told.sorted() == expected.sorted())
    #expect(procedure == nil)
  }

  @Test func `The messages are those of the golden file`() throws {
    let rendered = FixtureFiles.all(in: "faulty").map { fixture in
      let (_, diagnostics) = ProcedureReader.read(fixture.files, profile: fixture.profile)
      return "##### \(fixture.name)\n" + DiagnosticRenderer(sources: fixture.all).render(diagnostics)
    }
    try expectGolden(rendered.joined(separator: "\n"), "faulty.golden.txt")
  }

  @Test(arguments: FixtureFiles.all(in: "faulty"))
  func `Every fault is told with its mend`(_ fixture: FixtureFiles) {
    let faults = ProcedureReader.read(fixture.files, profile: fixture.profile).diagnostics
    for fault in faults { #expect(fault.mend?.isEmpty == false, "\(fault.message)") }
  }

  @Test(arguments: FixtureFiles.all(in: "faulty"))
  func `The order of the files means nothing`(_ fixture: FixtureFiles) {
    let forwards = ProcedureReader.read(fixture.files, profile: fixture.profile).diagnostics
    let backwards = ProcedureReader.read(fixture.files.reversed(), profile: fixture.profile).diagnostics
    #expect(forwards == backwards)
  }

  /// Codes that no file can bring about here: those of the shells, and those that ask for bytes or large files.
  private let elsewhere: Set<DiagnosticCode> = [
    .notUTF8, .fileTooLarge, .unreadableFile, .missingFile, .isADirectory,
  ]

  @Test func `Every code of the first two stages has a fixture`() {
    let marked = Set(FixtureFiles.all(in: "faulty").flatMap(\.all).flatMap(Mark.all).map(\.code))
    let codes = DiagnosticCode.allCases.filter { (1000..<3000).contains($0.rawValue) && !elsewhere.contains($0) }
    #expect(codes.map(\.label).filter { !marked.contains($0) } == [])
  }
}

/// Compares a text with a golden file; with `RECORD_GOLDENS=1` the file is rewritten, and the test fails.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let url = FixtureFiles.root.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try text.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("The golden file \(name) was rewritten: read it, and run again.", sourceLocation: sourceLocation)
    return
  }
  let golden = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  guard golden != text else { return }
  let (old, new) = (
    golden.split(separator: "\n", omittingEmptySubsequences: false), text.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
  Issue.record(
    "\(name) differs from line \(line + 1): golden \"\(line < old.count ? old[line] : "")\", now \"\(line < new.count ? new[line] : "")\".",
    sourceLocation: sourceLocation)
}
