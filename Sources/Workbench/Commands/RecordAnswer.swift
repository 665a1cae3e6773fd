import Diagnostics
import Expectations
import Procedures
import Reporting

extension Answer {
  /// Writes a file of expectations in which all that is found in a history now is expected.
  ///
  /// - Parameter isThere: whether something already is at a path.
  /// - Returns: what to print, and the file to write; none where something is wrong or it goes to standard output.
  ///
  /// Codes: PL7521, PL7523, and those of reading a history.
  public static func record(
    _ recording: RecordingRequest, _ request: ReplayRequest, options: OutputOptions = OutputOptions(),
    isThere: (String) -> Bool = { _ in false }
  ) -> (answer: Answer, files: [OutputFile]) {
    var bench = Workbench(request)
    var problems = recording.problems(isThere: isThere)
    let reported = problems.isEmpty && !bench.diagnostics.hasErrors ? bench.reportedCase(recording.history) : nil
    problems += bench.diagnostics
    let messages = problems.messages(sources: bench.sources, dress: options.messages)
    guard let reported, !problems.hasErrors else { return (Answer(messages: messages, status: .badInput), []) }
    let isOwnProfile = if case .asTheHistorySays = request.profile { true } else { false }
    let text = ExpectationRecording(reported.judged).text(
      history: recording.historyPath, profile: isOwnProfile ? nil : reported.procedure.profile ?? "none", asOf: request.asOf)
    guard let path = recording.output else { return (Answer(output: text, messages: messages, status: .clean), []) }
    return (Answer(output: "wrote \(path)\n", messages: messages, status: .clean), [OutputFile(path: path, text: text)])
  }

  /// What is answered where the file could not be written.
  ///
  /// Code: PL7522.
  public static func notRecorded(_ file: OutputFile, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = file.unwritten(.recordedNotWritten, option: "--output")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

extension RecordingRequest {
  fileprivate func problems(isThere: (String) -> Bool) -> [Diagnostic] {
    if history.name == "-" {
      return [
        .ofCommand(
          .recordedIsNotOneHistory, "A file of expectations names the file of its history, and this one has none.",
          option: "--record", mend: "Name a file in place of -.")
      ]
    }
    guard let output else { return [] }
    return [
      OutputFile(path: output, text: "").problem(
        .recordedFileExists, unless: existing, isThere: isThere, mendBy: "another with --output")
    ].compactMap(\.self)
  }

  /// The path of the history from the file that is written.
  fileprivate var historyPath: String {
    guard let output else { return history.name }
    if output.hasPrefix("/") == history.name.hasPrefix("/") { return FilePath.way(from: output, to: history.name) }
    return FilePath.way(from: rooted(output), to: rooted(history.name))
  }

  private func rooted(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }
}
