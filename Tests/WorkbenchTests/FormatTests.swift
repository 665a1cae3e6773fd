import Diagnostics
import Testing

@testable import Workbench

@Suite struct `The formats of commands` {
  /// What each command answers in a format.
  private static func answer(_ command: ReportingCommand, _ format: OutputOptions.Format) throws -> Answer {
    let options = OutputOptions(format: format)
    let history = try Harbour.history("dated")
    return switch command {
    case .check: Answer.check(Harbour.workflows, options: options)
    case .replay: Answer.replay([history], Harbour.request, options: options)
    case .explain: Answer.explain(history, finding: "ann/plan.first_group", Harbour.request, options: options)
    case .rules: Answer.rules(Harbour.request.naming("harbour"), in: [], at: [], options: options)
    case .test: Trial.test(`The report on expectations`.files, TrialOptions(form: options))
    case .paths: Answer.paths(PathsRequest(), Harbour.request, options: options).answer
    case .score: Answer.score(Pier.files, Pier.request, options: options)
    case .coverage: Answer.coverage(nil, ReplayRequest(), options: options)
    case .compare: Answer.compare(`Two versions of a procedure`.calmer, on: [history], options: options).answer
    case .generate: Answer.closeness(GenerateRequest(), options: options)
    }
  }

  @Test(arguments: ReportingCommand.allCases, OutputOptions.Format.allCases)
  func `A command reports in the formats that it has, and refuses every other with those named`(
    command: ReportingCommand, format: OutputOptions.Format
  ) throws {
    let answer = try Self.answer(command, format)
    guard command.formats.contains(format) else {
      #expect(answer.status == .badInput)
      #expect(answer.output == "")
      #expect(answer.messages.contains("--format: error PL6031"))
      #expect(answer.messages.contains("Write \(command.formatsInWords)."))
      return
    }
    #expect(answer.status != .badInput, "\(answer.messages)")
  }

  @Test func `A format with a slip is told with the nearest, and one of another command with that command`() {
    let slip = Answer.unknownFormat("jnuit", of: .replay).messages
    #expect(slip.contains("Did you mean \"junit\"?"))
    let other = Answer.unknownFormat("sarif", of: .replay).messages
    #expect(other.contains("It is one of check."))
    #expect(other.contains("mend: Write text, json, html, csv, jsonl, junit or github."))
  }
}
