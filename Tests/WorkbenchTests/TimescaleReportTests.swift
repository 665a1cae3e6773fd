import Diagnostics
import Exploration
import Notation
import Procedures
import Reporting
import Testing

@testable import Workbench

@Suite struct `Timescales that cannot be met together, told` {
  /// A procedure with the bad example of the page about the claim as its only workflow.
  static func files() throws -> [InputFile] {
    let page = try #require(ClaimPage.on("PL5012"))
    let texts = [
      (
        "procedure.yaml",
        """
        procedure: small
        title: A small procedure
        calendar: england_and_wales
        months: corresponding date
        sources: {guide: {title: A guide, force: practice_guidance}}
        """
      ),
      (
        "vocabulary.yaml",
        """
        vocabulary: small
        roles: {social_worker: {title: Social worker}}
        events:
          referral_received: {title: Referral received}
          conference_held: {title: Conference held}
          visit_made: {title: Visit made}
          plan_ended: {title: Plan ended}
        """
      ), ("plan.yaml", page.bad),
    ]
    return texts.map { InputFile(name: $0, content: .bytes(Array(($1 + "\n").utf8))) }
  }

  @Test(arguments: [(OutputOptions.Format.text, "timescales.txt"), (.json, "timescales.json")])
  func `A check tells the rules, the days and both examples as its golden`(
    format: OutputOptions.Format, golden: String
  ) throws {
    let answer = Answer.check(CheckRequest(files: try Self.files()), options: OutputOptions(format: format)).answer
    try Golden.expect(answer.output, is: golden)
  }

  @Test func `The saved examples replay to a broken check, and to a limit met late`() throws {
    var request = CheckRequest(files: try Self.files())
    request.examples = "shown"
    let files = Answer.check(request).files.filter { $0.path.contains("_with_") }
    let name = "shown/plan.conference_in_time_with_visited_after_referral"
    #expect(files.map(\.path) == [name + "_in_time.yaml", name + "_in_order.yaml"])
    var replay = ReplayRequest()
    replay.procedure = .files(try Self.files())
    let answers = files.map { file in
      Answer.replay([InputFile(name: file.path, content: .bytes(Array(file.text.utf8)))], replay)
    }
    #expect(answers.map(\.messages) == ["", ""])
    #expect(answers.map { $0.output.contains("/child/plan.visited_before/") } == [true, false])
    #expect(answers.map { $0.output.contains("/child/plan.conference_in_time/") } == [false, true])
  }
}
