import Conditions
import Diagnostics
import Procedures
import Testing

@testable import Notation

@Suite struct GoodProcedureTests {
  @Test(arguments: FixtureFiles.all(in: "good")) func `A good procedure is read without a word`(_ fixture: FixtureFiles) {
    let (procedure, diagnostics) = ProcedureReader.read(fixture.files, profile: fixture.profile)
    #expect(DiagnosticRenderer(sources: fixture.all).render(diagnostics) == "")
    #expect(procedure != nil)
  }
}

@Suite struct RepositoryProcedureTests {
  private static let england = RepositoryFiles.all.filter { $0.name.hasPrefix("workflows/england/") }
  private static let profiles = RepositoryFiles.all.filter { $0.name.hasPrefix("workflows/profiles/") }

  @Test func `The procedure of England is read without a word`() throws {
    try #require(!Self.england.isEmpty)
    let (procedure, diagnostics) = ProcedureReader.read(Self.england)
    #expect(DiagnosticRenderer(sources: Self.england).render(diagnostics) == "")
    #expect(procedure != nil)
  }

  @Test(arguments: profiles.map(\.name)) func `Every profile is read without a word`(_ name: String) throws {
    let profile = try #require(Self.profiles.first { $0.name == name })
    let (procedure, diagnostics) = ProcedureReader.read(Self.england, profile: profile)
    #expect(DiagnosticRenderer(sources: Self.england + [profile]).render(diagnostics) == "")
    #expect(procedure != nil)
  }
}

@Suite struct RepositoryHistoryTests {
  private static let histories = RepositoryFiles.all.filter { source in
    YAMLReader.read(source).node?.entries?.first?.key == FileKind.history.rawValue
  }

  @Test(arguments: histories.map(\.name)) func `Every history has the keys that its schema knows`(_ name: String) throws {
    let source = try #require(Self.histories.first { $0.name == name })
    let node = try #require(YAMLReader.read(source).node)
    #expect(ShapeChecker.faults(of: node, as: .history).map(\.message) == [])
  }
}
