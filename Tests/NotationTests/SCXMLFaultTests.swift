import Diagnostics
import Foundation
import Testing

@testable import Notation

/// Files of SCXML with one fault each, marked at its line by a comment such as `<!-- PL9101 -->`.
@Suite struct SCXMLFaultTests {
  struct Fixture: CustomTestStringConvertible {
    let source: SourceText

    var testDescription: String { source.name }
  }

  static func fixtures(in folder: String) -> [Fixture] { files(in: folder).map { Fixture(source: $0) } }

  static func files(in folder: String) -> [SourceText] {
    let url = FixtureFiles.root.appendingPathComponent("scxml/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".scxml") }.sorted().compactMap { name in
      (try? String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)).map { SourceText(name: name, text: $0) }
    }
  }

  private func marks(in source: SourceText) -> [Mark] {
    source.lines.enumerated().flatMap { number, line in
      line.matches(of: /<!-- (PL[0-9]{4}) -->/).map { Mark(file: source.name, line: number + 1, code: String($0.1)) }
    }
  }

  private func told(of source: SourceText) -> (diagnostics: [Diagnostic], isRead: Bool) {
    let (workflow, faults) = SCXMLReader.read(source)
    return (faults, workflow != nil)
  }

  private func toldOfConversion(_ source: SourceText) -> (diagnostics: [Diagnostic], isRead: Bool) {
    let (workflow, faults) = SCXMLReader.read(source)
    guard let workflow else { return (faults, false) }
    let (files, unsayable) = WorkflowConverter.files(of: workflow, readFrom: source)
    return (unsayable, !files.isEmpty)
  }

  private func expectMarks(_ source: SourceText, _ told: (diagnostics: [Diagnostic], isRead: Bool)) {
    let found = told.diagnostics.map { Mark(file: $0.place.file, line: $0.place.line, code: $0.code.label) }
    #expect(found == marks(in: source))
    #expect(told.isRead == !told.diagnostics.hasErrors)
  }

  @Test(arguments: fixtures(in: "faulty")) func `A fault is told once, at its line, with its code`(_ fixture: Fixture) {
    expectMarks(fixture.source, told(of: fixture.source))
  }

  @Test(arguments: fixtures(in: "unsayable"))
  func `What the workflow language cannot say is told at its line`(_ fixture: Fixture) {
    expectMarks(fixture.source, toldOfConversion(fixture.source))
  }

  @Test func `The messages are those of the golden file`() throws {
    let faulty = Self.files(in: "faulty").map { ($0, told(of: $0).diagnostics) }
    let unsayable = Self.files(in: "unsayable").map { ($0, toldOfConversion($0).diagnostics) }
    let rendered = (faulty + unsayable).map { source, diagnostics in
      "##### \(source.name)\n" + DiagnosticRenderer(sources: [source]).render(diagnostics)
    }
    try expectGolden(rendered.joined(separator: "\n"), "scxml.golden.txt")
  }

  @Test func `Every code of SCXML has a fixture`() {
    let marked = Set((Self.files(in: "faulty") + Self.files(in: "unsayable")).flatMap(marks).map(\.code))
    let codes = DiagnosticCode.allCases.filter { (9000..<9320).contains($0.rawValue) }
    #expect(codes.map(\.label).filter { !marked.contains($0) } == [])
  }
}
