import Diagnostics
import Procedures
import Reporting

extension Answer {
  /// Replays the cases of extracts as they stream by, and reports on them in their order.
  ///
  /// **Memory:** what is kept does not grow with the number of cases, but for those whose names do not count up: of each of
  /// these eight bytes.
  ///
  /// Codes: PL6006, PL6031, PL6032, and those of reading extracts, mappings and histories.
  /// - Parameters:
  ///   - filter: which findings to tell and from which on the replay counts as failed, as typed.
  ///   - progress: called now and then with how many cases are done.
  ///   - output: takes the report piece by piece.
  /// - Returns: what is left to print, and how it went.
  public static func replay(
    _ inputs: [ExtractInput], _ extracts: ExtractRequest, _ request: ReplayRequest, filter: FindingFilter = FindingFilter(),
    options: OutputOptions = OutputOptions(), progress: @escaping (Int) -> Void = { _ in },
    output: BulkOutput
  ) -> Answer {
    var bench = ExtractBench(inputs, extracts, request, filter, options)
    guard let replay = bench.replay() else { return bench.refusal }
    let (outcome, problem) = replay.run(inputs, progress: progress, output)
    return output.save == nil ? bench.answer(outcome, problem, of: replay) : bench.answer(outcome, problem, ofWritten: replay)
  }
}

extension Answer {
  /// The report that a replay of extracts is to write is there already.
  ///
  /// Code: PL8191.
  public static func reportExists(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.reportExists, "The file is already there, and nothing was written.", path, messages) {
      "Name another with --to, or write --replace."
    }
  }

  /// A run that was to write the report was broken off.
  ///
  /// Code: PL8192.
  public static func reportUnfinished(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.reportUnfinished, "A run that was to write this file was broken off, and nothing was written.", path, messages) {
      "Write --resume to go on with it, or --replace to begin anew."
    }
  }

  /// The report cannot be written.
  ///
  /// Code: PL8193.
  public static func reportNotWritten(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.reportNotWritten, "The file cannot be written.", path, messages) {
      "Name another place with --to, one where you may write; what stands there of an earlier run is as it was."
    }
  }

  /// Another run is writing the report.
  ///
  /// Code: PL8204.
  public static func reportUnderWay(_ path: String, messages: OutputOptions.Dress) -> Answer {
    refused(.reportUnderWay, "Another run is writing this file, and nothing was written.", path, messages) {
      "Wait until it has ended, or name another file with --to."
    }
  }

  static func refused(
    _ code: DiagnosticCode, _ message: String, _ path: String, _ dress: OutputOptions.Dress, mend: () -> String
  ) -> Answer {
    let problem = Diagnostic(code, message, at: .whole(path), mend: mend())
    return Answer(messages: [problem].messages(sources: [], dress: dress), status: .badInput)
  }
}

extension FindingFilter {
  /// The selection, with each word looked up among kinds, certainties, severities and the workflows of a procedure; a child
  /// is named with its category, for what children there are is not known beforehand.
  ///
  /// Codes: PL6006.
  func selection(under procedure: Procedure) -> (selection: FindingSelection, diagnostics: [Diagnostic]) {
    let children = only.filter { $0.lowercased().hasPrefix("child:") }.map { String($0.dropFirst(6)) }
    return selection(among: FindingWord.all(children: Set(children), workflows: Set(procedure.workflows.map(\.name))))
  }
}
