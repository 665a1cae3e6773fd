import Checking
import Diagnostics
import Procedures
import Testing

@testable import Notation

@Suite struct `Claims about a procedure` {
  /// What is told of a procedure that reads without a fault, without what is unused.
  static func claims(of fixture: FixtureFiles, sourceLocation: SourceLocation = #_sourceLocation) throws -> [Diagnostic] {
    let (procedure, diagnostics) = ProcedureReader.read(fixture.files, profile: fixture.profile)
    #expect(diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
    return ProcedureChecker.check(try #require(procedure)).filter { !$0.code.isOfUse }
  }

  @Test(arguments: FixtureFiles.all(in: "claims"))
  func `Every claim is told once, at its line, with its code`(_ fixture: FixtureFiles) throws {
    let told = try Self.claims(of: fixture).map { Mark(file: $0.place.file, line: $0.place.line, code: $0.code.label) }
    let expected = fixture.all.flatMap(Mark.all)
    #expect(!expected.isEmpty)
    #expect(told.sorted() == expected.sorted())
  }

  @Test(arguments: FixtureFiles.all(in: "claims-good"))
  func `Of a sound procedure nothing is told`(_ fixture: FixtureFiles) throws {
    #expect(try Self.claims(of: fixture).map(\.message) == [])
  }

  @Test func `The messages are those of the golden file`() throws {
    let rendered = try FixtureFiles.all(in: "claims").map { fixture in
      "##### \(fixture.name)\n" + DiagnosticRenderer(sources: fixture.all).render(try Self.claims(of: fixture))
    }
    try expectGolden(rendered.joined(separator: "\n"), "claims.golden.txt")
  }

  @Test func `Of the repository's procedure, with every profile, nothing is claimed`() throws {
    let england = RepositoryFiles.all.filter { $0.name.hasPrefix("workflows/england/") }
    let profiles = RepositoryFiles.all.filter { $0.name.hasPrefix("workflows/profiles/") }
    for profile in [nil] + profiles.map(Optional.some) {
      let procedure = try #require(ProcedureReader.read(england, profile: profile).procedure)
      let told = ProcedureChecker.check(procedure).filter { !$0.code.isOfUse }
      #expect(told.map(\.message) == [])
    }
  }
}
