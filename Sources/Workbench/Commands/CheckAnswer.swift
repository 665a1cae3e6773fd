import Diagnostics
import Reporting

extension Answer {
  /// Checks every procedure among the files, alone and with every profile that extends it.
  ///
  /// - Parameters:
  ///   - files: what was found; `nil` checks the procedures that are built in.
  ///   - focus: the one file that is meant; the others are only there for what it needs.
  public static func check(
    _ files: [InputFile]?, focus: String? = nil, options: OutputOptions = OutputOptions()
  ) -> Answer {
    var checking = LibraryCheck()
    if let files { checking.check(files, focus: focus) } else { checking.check(.embedded) }
    let problems = checking.diagnostics.inReadingOrder()
    let isBad = problems.contains { $0.severity == .error && $0.code.rawValue / 1000 != 5 }
    let report = CheckReport(checking.checked, checking.histories, problems)
    let told = options.format == .json ? report.json() : isBad ? "" : report.text(style: options.output.style)
    return Answer(
      output: told,
      messages: options.format == .json ? "" : problems.messages(sources: checking.sources, dress: options.messages),
      status: isBad ? .badInput : problems.hasErrors ? .findings : .clean)
  }
}
