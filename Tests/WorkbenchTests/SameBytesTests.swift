import Testing

@testable import Workbench

@Suite struct `The same bytes every time` {
  @Test(arguments: ReportingCommand.replay.formats)
  func `Two runs are identical`(format: OutputOptions.Format) throws {
    let histories = try ["dated", "relative", "kept"].map(Harbour.history)
    let runs = (0..<2).map { _ in Answer.replay(histories, Harbour.request, options: OutputOptions(format: format)) }
    #expect(runs[0].output == runs[1].output)
  }

  @Test(arguments: ReportingCommand.replay.formats)
  func `The order in which the files of a procedure are found means nothing to a replay`(format: OutputOptions.Format) throws {
    let options = OutputOptions(format: format)
    let history = try Harbour.history("dated")
    let replayed = Answer.replay([history], Harbour.request, options: options).output
    for shuffled in orders(of: Harbour.workflows) {
      var request = ReplayRequest()
      request.procedure = .files(shuffled)
      #expect(Answer.replay([history], request, options: options).output == replayed)
    }
  }

  @Test(arguments: ReportingCommand.check.formats)
  func `The order in which files are found means nothing to a check`(format: OutputOptions.Format) {
    let options = OutputOptions(format: format)
    let checked = Answer.check(Harbour.workflows, options: options).output
    for shuffled in orders(of: Harbour.workflows) { #expect(Answer.check(shuffled, options: options).output == checked) }
  }

  /// Every rotation of a list, forwards and backwards.
  private func orders(of files: [InputFile]) -> [[InputFile]] {
    [files, files.reversed()].flatMap { list in list.indices.map { Array(list[$0...] + list[..<$0]) } }
  }
}
