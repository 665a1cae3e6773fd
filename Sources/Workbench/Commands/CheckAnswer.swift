import Diagnostics
import Reporting

extension Answer {
  /// Checks every procedure among the files, alone and with every profile that extends it, or with the one asked for.
  ///
  /// - Parameters:
  ///   - isThere: whether something already is at a path.
  ///   - progress: called with how many procedures, each with its profile, were searched for drift holes, and of how many.
  /// - Returns: what to print, and the examples to write by the paths they go to; none where something is wrong.
  ///
  /// Codes: PL6031, PL6033, and those of reading and checking what is there.
  public static func check(
    _ request: CheckRequest, options: OutputOptions = OutputOptions(), isThere: (String) -> Bool = { _ in false },
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> (answer: Answer, files: [OutputFile]) {
    var checking = LibraryCheck(with: request.profile)
    if let files = request.files { checking.check(files, focus: request.focus) } else { checking.check(.embedded) }
    var drift = DriftSearch(request)
    if !checking.diagnostics.areBad { drift.search(checking.procedures, progress: progress) }
    let files = drift.files(isThere: isThere)
    let problems = (checking.diagnostics + drift.diagnostics).inReadingOrder()
    let report = CheckReport(
      checking.checked, checking.histories, problems, drift: drift.reports, depth: request.drift == .full ? .full : .usual)
    let written = problems.areBad ? [] : files
    var (output, messages) = ("", "")
    switch options.format {
    case .text:
      messages = problems.messages(sources: checking.sources, dress: options.messages)
      guard !problems.areBad else { break }
      output = report.text(style: options.output.style) + written.map { "wrote \($0.path)\n" }.joined()
    case .json: output = report.json()
    case .sarif:
      let sources = checking.sources + (request.files ?? []).compactMap { $0.decoded().source }
      output = CheckSARIF(problems, drift: drift.reports, sources: sources, version: Answer.version).render()
    case .github:
      output = problems.told(sources: checking.sources, files: request.files ?? [], options).output
      output += GitHubAnnotations.text(of: drift.reports)
    case .html, .csv, .jsonLines, .junit:
      return (.unknownFormat(options.format.rawValue, of: .check, messages: options.messages), [])
    }
    let status = problems.areBad ? Status.badInput : problems.hasErrors ? .findings : .clean
    return (Answer(output: output, messages: messages, status: status), written)
  }

  /// What is answered where an example could not be written.
  ///
  /// Code: PL6013.
  public static func exampleNotWritten(_ file: OutputFile, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = file.unwritten(.exampleNotWritten, option: "--save")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

extension [Diagnostic] {
  /// Whether any of them says that the input is faulty, and not only that a procedure cannot work as it stands.
  fileprivate var areBad: Bool { contains { $0.severity == .error && $0.code.rawValue / 1000 != 5 } }
}
