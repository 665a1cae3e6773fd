import Diagnostics
import Extracts
import Reporting
import SecretKeys

/// Where findings go that are written under a manifest, as a shell keeps them.
public struct ManifestedOutput {
  /// Where the findings are to be, as typed.
  let path: String
  let isReplaced: Bool
  /// The text of the manifest that is there; `nil` where none is.
  let manifest: () -> String?
  /// The findings that are there.
  let findings: ExtractInput
  /// Takes the next piece of the findings, beside their place; false where it cannot be written.
  let write: (String) -> Bool
  /// Puts the findings in their place; false where they cannot be put there.
  let place: () -> Bool
  /// Puts the manifest beside the findings, whole or not at all; false where it cannot be put there.
  let note: (String) -> Bool

  public init(
    path: String, isReplaced: Bool, manifest: @escaping () -> String?, findings: ExtractInput,
    write: @escaping (String) -> Bool, place: @escaping () -> Bool, note: @escaping (String) -> Bool
  ) {
    (self.path, self.isReplaced, self.manifest, self.findings) = (path, isReplaced, manifest, findings)
    (self.write, self.place, self.note) = (write, place, note)
  }

  /// What stands behind the name of findings in that of their manifest.
  public static let suffix = ReplayManifest.suffix
}

extension Answer {
  /// Replays the cases of extracts, and writes the findings under a manifest: once, however often it is asked for.
  ///
  /// Where a manifest is there and agrees, nothing is written, and the answer is that of the run that wrote it. Findings
  /// without a manifest are what is left of a run that was broken off before its end: if they are the same, only the manifest
  /// is written. A manifest that is not as it was written is not trusted: all is judged again, and the same holds as if it were not
  /// there. So it is where the findings are not there. Nothing is put anywhere before all is read and judged.
  ///
  /// - Complexity: O(n) in the bytes of the extracts, which are digested while they are read; where a manifest is there, they and
  ///   the findings are read for that alone.
  ///
  /// Codes: PL8191, PL8193, PL8196, PL8197, and those of a replay of extracts.
  public static func replay(
    _ inputs: [ExtractInput], _ extracts: ExtractRequest, _ request: ReplayRequest, filter: FindingFilter = FindingFilter(),
    options: OutputOptions = OutputOptions(), progress: @escaping (Int) -> Void = { _ in }, under output: ManifestedOutput
  ) -> Answer {
    let digested = inputs.map(DigestedExtract.init)
    var bench = ExtractBench(digested.map(\.input), extracts, request, filter, options)
    guard let replay = bench.replay() else { return bench.refusal }
    let desk = ManifestDesk(output, replay.requestDigest, options)
    let earlier = output.isReplaced ? nil : output.manifest()
    if let earlier, let told = desk.answer(toManifest: earlier, of: inputs, { bench.answer($0, nil, of: replay) }) { return told }
    // A file without findings is a file all the same.
    guard output.write("") else { return .reportNotWritten(output.path, messages: options.messages) }
    let findings = DigestedText()
    let (outcome, problem) = replay.run(digested.map(\.input), progress: progress, findings.output(to: output.write))
    let answer = bench.answer(outcome, problem, ofWritten: replay)
    if outcome.isStopped { return .reportNotWritten(output.path, messages: options.messages) }
    let contents = digested.compactMap { $0.content() }
    guard answer.isWhole, !outcome.isBrokenOff, contents.count == inputs.count else { return answer }
    let head = if case .table(let table) = replay.report { table.header.utf8.count } else { 0 }
    let manifest = ReplayManifest(
      request: replay.requestDigest, extracts: contents, findings: .init(output.path, findings.digest), head: head, outcome,
      status: answer.status)
    let told = earlier == nil ? answer : answer.telling(ManifestDesk.mended)
    return desk.put(manifest) ?? told
  }
}

extension Answer {
  /// The same with a line more for standard error.
  func telling(_ line: String) -> Answer {
    Answer(output: output, messages: messages + line, status: status, isWhole: isWhole)
  }
}

/// Findings on the way to where they are written, digested.
private final class DigestedText {
  private(set) var digest = ContentDigest()

  func output(to write: @escaping (String) -> Bool) -> BulkOutput {
    BulkOutput(write: { [self] text in
      var text = text
      text.withUTF8 { digest.add(UnsafeRawBufferPointer($0)) }
      return write(text)
    })
  }
}

/// Holds a manifest against what there is.
private struct ManifestDesk {
  private let output: ManifestedOutput
  private let request: String
  private let options: OutputOptions

  init(_ output: ManifestedOutput, _ request: String, _ options: OutputOptions) {
    (self.output, self.request, self.options) = (output, request, options)
  }

  static let mended = "written anew: the manifest was not as it was written, or there were no findings\n"

  /// What is answered where a manifest is there already; `nil` where all is to be judged again.
  ///
  /// - Parameter answer: of the run that wrote it.
  func answer(toManifest text: String, of inputs: [ExtractInput], _ answer: (BulkOutcome) -> Answer) -> Answer? {
    guard let manifest = ReplayManifest(text), let outcome = manifest.outcome else {
      return ReplayManifest.wasOnce(text) ? nil : refused(.manifestUnclear, "This is no manifest of findings.")
    }
    guard manifest.request == request else {
      return refused(.manifestDisagrees, "The findings that are there are by another procedure, mapping or options.")
    }
    var contents: [ReplayManifest.Content] = []
    for input in inputs {
      guard let content = DigestedExtract.content(of: input) else { return unreadable(input) }
      contents.append(content)
    }
    guard manifest.extracts == contents else {
      return refused(.manifestDisagrees, "The findings that are there are of another extract.")
    }
    guard let findings = DigestedExtract.content(of: output.findings) else { return nil }
    guard manifest.findings == findings else {
      return refused(.manifestDisagrees, "The findings that are there are not what was written.")
    }
    let told = answer(outcome)
    let note = "nothing written: \(output.path) is there, under a manifest that agrees\n"
    return Answer(output: told.output, messages: told.messages + note, status: manifest.answerStatus)
  }

  /// Puts findings and manifest where they are to be; gives what is answered where that cannot be.
  func put(_ manifest: ReplayManifest) -> Answer? {
    let there = output.isReplaced ? nil : DigestedExtract.content(of: output.findings)
    if let there, there != manifest.findings { return .reportExists(output.path, messages: options.messages) }
    let isPlaced = there != nil || output.place()
    return isPlaced && output.note(manifest.text) ? nil : .reportNotWritten(output.path, messages: options.messages)
  }

  private func refused(_ code: DiagnosticCode, _ message: String) -> Answer {
    .refused(code, message, output.path + ReplayManifest.suffix, options.messages) {
      "Name another place with --to, or write --replace to write findings and manifest anew."
    }
  }

  private func unreadable(_ input: ExtractInput) -> Answer {
    .refused(.extractUnreadable, "The file is not there or cannot be read.", input.name, options.messages) {
      "Name one that is there; a path that does not begin with / begins in the folder you are in."
    }
  }
}
