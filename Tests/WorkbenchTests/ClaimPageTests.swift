import Checking
import Diagnostics
import Exploration
import Foundation
import Notation
import Procedures
import Reporting
import Testing

@testable import Workbench

/// The pages of explanation are held against the checker that they explain.
@Suite struct `Explaining a claim` {
  /// What the examples need besides: a procedure, and words where an example brings none.
  private static let procedure = """
    procedure: small
    title: A small procedure
    calendar: england_and_wales
    months: corresponding date
    sources: {guide: {title: A guide, force: practice_guidance}}
    """
  private static let vocabulary = """
    vocabulary: small
    roles: {social_worker: {title: Social worker}}
    events:
      referral_received: {}
      conference_held: {attributes: {outcome: 'one of [plan, no_plan, end]', quorate: boolean, attended: set of role}}
      visit_made: {attributes: {child_seen: boolean, minutes: number}}
      plan_ended: {}
    """

  private static func files(_ example: String) -> [SourceText] {
    let parts = example.components(separatedBy: "=== plan.yaml\n")
    let texts = parts.count > 1 ? parts : [vocabulary, example]
    let names = ["vocabulary.yaml", "plan.yaml"]
    return [SourceText(name: "procedure.yaml", text: procedure)] + zip(names, texts).map { SourceText(name: $0, text: $1 + "\n") }
  }

  /// The codes that an example brings about; of what is unused only what its page is about.
  private static func codes(_ example: String, on page: ClaimPage) -> [DiagnosticCode] {
    if page.code.rawValue >= 5200 { return coverageCodes(example) }
    let (procedure, diagnostics) = ProcedureReader.read(files(example))
    let claims = procedure.map { ProcedureChecker.check($0, depth: .thorough) } ?? []
    let shown = page.code.restsOnExamples ? procedure.map(exampleCodes) ?? [] : []
    return (diagnostics + claims).map(\.code).filter { !$0.isOfUse || $0 == page.code } + shown.filter { $0 == page.code }
  }

  /// The codes that an example of a case shows.
  private static func exampleCodes(_ procedure: Procedure) -> [DiagnosticCode] {
    let explorer = Explorer(procedure)
    let holes = explorer.driftAnswers().filter { if case .hole = $0.standing { true } else { false } }
    return holes.map { _ in .driftHole } + explorer.outlivingClocks().map { _ in .clockOutlivesWorkflow }
      + explorer.timescaleConflicts().map { _ in .timescalesNotMetTogether }
  }

  private static func coverageCodes(_ rows: String) -> [DiagnosticCode] {
    let answer = `The coverage of timescales`.coverage(rows)
    return answer.messages.matches(of: /error PL([0-9]{4})/).compactMap { Int($0.1).flatMap(DiagnosticCode.init) }
  }

  @Test(arguments: ClaimPage.all.map(\.code.label)) func `The example of a page is told with its code and no other`(
    label: String
  ) throws {
    let page = try #require(ClaimPage.on(label))
    #expect(Self.codes(page.bad, on: page) == [page.code])
    #expect(Self.codes(page.good, on: page) == [])
    #expect(page.bad != page.good)
  }

  @Test func `Every claim has a page`() {
    let claims = DiagnosticCode.allCases.filter { (5000..<6000).contains($0.rawValue) } + [.overlappingTransitions]
    #expect(ClaimPage.all.map(\.code) == claims.sorted { $0.rawValue < $1.rawValue })
  }

  @Test func `The pages read as their golden`() throws {
    let pages = ClaimPage.all.map { Answer.explain(claim: $0.code.label).output }
    try Golden.expect(([Answer.explain(claim: "claims").output] + pages).joined(separator: "\n"), is: "explain-claims.txt")
  }

  @Test func `A page for a program names its parts`() {
    let answer = Answer.explain(claim: "pl5003", options: OutputOptions(format: .json))
    #expect(answer.status == .clean)
    for part in ["\"code\": \"PL5003\"", "\"claims\"", "\"matters\"", "\"bad\"", "\"mend\"", "\"good\"", "\"unseen\""] {
      #expect(answer.output.contains(part))
    }
    let index = Answer.explain(claim: "claims", options: OutputOptions(format: .json)).output
    #expect(index.contains("PL5003"))
  }

  @Test func `A code without a page is told, and where to look`() {
    let answer = Answer.explain(claim: "PL1004")
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL6010"))
    #expect(Answer.explain(withoutFinding: "theo.yaml").messages.contains("PL6003"))
    #expect(Answer.isClaim("PL5003") && Answer.isClaim("claims") && !Answer.isClaim("theo.yaml"))
  }
}

extension DiagnosticCode {
  /// Whether the claim is found by looking for an example, and not by the checker alone.
  fileprivate var restsOnExamples: Bool { [.driftHole, .clockOutlivesWorkflow, .timescalesNotMetTogether].contains(self) }
}
