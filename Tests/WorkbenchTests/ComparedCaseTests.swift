import CivilTime
import Diagnostics
import Procedures
import Testing

@testable import Reporting
@testable import Workbench

@Suite struct `What a comparison says of cases and figures` {
  /// A profile of a designer's own, which sets a figure and a rule without a source.
  private static let own = """
    profile: mine
    title: Mine
    extends: england
    parameters:
      first_core_group_within: {value: 5 working days, says: Longest time to the first core group., source: ours}
    rules:
      core_group.held_by_someone:
        says: A core group says who comes next.
        at: core_group_held
        require: known(this.attended)
        finds: conflict
        source: ours

    """

  private static var request: ComparisonRequest {
    var request = ComparisonRequest()
    (request.old.profile, request.new.profile) = (
      .withoutProfile, .file(InputFile(name: "mine.yaml", content: .bytes(Array(own.utf8))))
    )
    request.isSearching = false
    return request
  }

  /// What a comparison on the case over Easter says, on one line.
  private func compared(_ format: OutputOptions.Format) throws -> String {
    let easter = try Harbour.simulation("examples/core-group-over-easter")
    let answer = Answer.compare(Self.request, on: [easter], options: OutputOptions(format: format)).answer
    #expect(answer.messages == "")
    return answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `Every card names its case and its child, in the order of the cases`() throws {
    let histories = try ["relative", "dated"].map(Harbour.history)
    let page = Answer.compare(`Two versions of a procedure`.calmer, on: histories, options: OutputOptions(format: .html))
      .answer.output
    let heading = #/<h3>Case ([a-z]+), ([A-Z][a-z]+): (gained|lost|told otherwise), /#
    let cards = page.matches(of: heading).map { "\($0.output.1) \($0.output.2)" }
    #expect(cards.contains("dated Ann") && cards.contains("dated Ben") && cards.contains("relative Cass"), "\(cards)")
    let places = cards.map { $0.hasPrefix("relative") ? 0 : 1 }
    #expect(places == places.sorted())
    #expect(page.matches(of: #/ data-item/#).count == cards.count + page.matches(of: #/<h3>Made-up case: /#).count)
  }

  @Test func `A card of a made-up case says that it is one`() throws {
    for format in [OutputOptions.Format.html, .text] {
      let output = Answer.compare(`Two versions of a procedure`.calmer, on: [], options: OutputOptions(format: format))
        .answer.output
      let isTold = output.contains(format == .html ? "<h3>Made-up case: " : ", made-up case: ")
      #expect(isTold, "\(output)")
      #expect(!output.contains(#/[,:] [Cc]hild[:,] /#), "\(output)")
    }
  }

  @Test func `Workflows are told by their titles`() throws {
    var request = `Two versions of a procedure`.calmer
    request.new = Harbour.request
    request.new.procedure = .files(
      Harbour.workflows.map { input in
        guard input.name.hasSuffix("/plan.yaml"), let text = input.decoded().source?.text else { return input }
        let replaced = text.replacing("from: on_plan, to: closed}", with: "from: on_plan, to: none}")
        return InputFile(name: input.name, content: .bytes(Array(replaced.utf8)))
      })
    for format in [OutputOptions.Format.html, .text] {
      let options = OutputOptions(format: format)
      let output = Answer.compare(request, on: [try Harbour.history("dated")], options: options).answer.output
      #expect(output.contains(#/n other states, or at other times: ("|&quot;)The plan and its group("|&quot;)\./#), "\(output)")
    }
  }

  @Test func `What a designer sets without a source is told as the designer's, and not as Plumbline's`() throws {
    let text = try compared(.text)
    #expect(text.contains("→ a figure of this profile, which no source gives"), "\(text)")
    #expect(text.contains("10 working days before, 5 working days after; a figure of this profile, which no source gives"))
    #expect(!text.contains("set generously by Plumbline"), "\(text)")
  }

  @Test func `Where a figure in force is another than the sentence of the rule names, it stands beside the sentence`() throws {
    let says = "The first core group meets within 10 working days of the conference that made the plan."
    let beside = "\(says) Here the figure in force is 5 working days (first core group within)."
    #expect(try compared(.html).contains(beside))
    let easter = try Harbour.simulation("examples/core-group-over-easter")
    for format in [OutputOptions.Format.text, .html] {
      let options = OutputOptions(format: format)
      func replayed(_ request: ReplayRequest) -> String {
        Answer.replay([easter], request, options: options).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      #expect(replayed(Self.request.new).contains(beside))
      #expect(replayed(Self.request.old).contains(says) && !replayed(Self.request.old).contains("Here the figure"))
    }
  }

  /// A sentence that names another length than its figure has today would be told with it in every report.
  @Test func `No sentence of the national procedure parts from the figures it has today`() throws {
    let procedure = try #require(BuiltInProcedure.named("england"))
    let reported = ReportedCase(rulesOf: procedure)
    let today = try Span(#require(Day(iso: "2026-01-05")))
    let parting = procedure.rules.filter { !reported.figuresParting(from: $0, openedOn: today).isEmpty }.map(\.fullName)
    #expect(parting == [])
  }
}
