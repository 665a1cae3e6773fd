import Diagnostics
import Reporting

extension Answer {
  /// Checks every procedure among the files, alone and with every profile that extends it, or with the one asked for.
  ///
  /// - Parameters:
  ///   - isThere: whether something already is at a path.
  ///   - progress: called with how many procedures, each with its profile, were searched for drift holes, and of how many.
  /// - Returns: what to print, and the examples to write by the paths they go to; none where something is wrong.
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
    let told = options.format == .json ? report.json() : problems.areBad ? "" : report.text(style: options.output.style)
    let written = files.map { "wrote \($0.path)\n" }.joined()
    let answer = Answer(
      output: told + (options.format == .json || problems.areBad ? "" : written),
      messages: options.format == .json ? "" : problems.messages(sources: checking.sources, dress: options.messages),
      status: problems.areBad ? .badInput : problems.hasErrors ? .findings : .clean)
    return (answer, problems.areBad ? [] : files)
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
