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
