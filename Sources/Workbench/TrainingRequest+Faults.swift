import Diagnostics
import Notation

extension TrainingRequest {
  /// What is wrong with what was asked for, before anything is written.
  ///
  /// - Parameters:
  ///   - scenario: the name of the scenario that is gone through.
  ///   - introduction: what every transcript of it begins with.
  ///   - isSame: whether two paths lead to one file.
  ///
  /// Codes: PL6033, PL7611, PL7623 to PL7625.
  func faults(
    of scenario: String, introducedBy introduction: String, isSame: (String, String) -> Bool
  ) -> [Diagnostic] {
    let first = optionsWithoutEffect + filesThatAreOne(isSame)
    guard first.isEmpty else { return first }
    return [sessionFault(of: scenario), transcriptFault(of: scenario, introducedBy: introduction)].compactMap(\.self)
  }

  /// Whether the session that is there is gone on with.
  func goesOn(with scenario: String) -> Bool {
    beginning == .whereItWasLeft && session?.sessionHead?.scenario == scenario
  }

  /// What the transcript holds already and is added to; empty where it begins anew.
  func earlierTranscript(of scenario: String, introducedBy introduction: String) -> String {
    guard existing == .kept, goesOn(with: scenario), let text = transcript?.decoded().source?.text else { return "" }
    return text.hasPrefix(introduction) ? text : ""
  }

  private var optionsWithoutEffect: [Diagnostic] {
    guard answers != nil else { return [] }
    let message = "With --answers nothing is asked and no session is saved."
    var options: [String] = []
    if session != nil { options.append("--session") }
    if beginning == .fromTheStart { options.append("--from-the-start") }
    if existing == .replaced, transcript == nil { options.append("--replace") }
    return options.map { .withoutEffect($0, because: message, mend: "Leave out \($0), or --answers.") }
  }

  private func filesThatAreOne(_ isSame: (String, String) -> Bool) -> [Diagnostic] {
    func fault(_ file: InputFile?, _ option: String, _ others: [(InputFile?, String)]) -> Diagnostic? {
      guard let file, let other = others.first(where: { $0.0.map { isSame($0.name, file.name) } ?? false }) else { return nil }
      return Diagnostic(
        .trainingFilesAreOne, "The file is to be written with \(option), and is \(other.1) as well; nothing was written.",
        at: .whole(file.name), mend: "Name another file with \(option).")
    }
    return [
      fault(session, "--session", [(scenario, "the scenario")]),
      fault(
        transcript, "--transcript", [(scenario, "the scenario"), (answers, "the file of answers"), (session, "the session")]),
    ].compactMap(\.self)
  }

  private func sessionFault(of scenario: String) -> Diagnostic? {
    guard let session, session.isThere else { return nil }
    guard let head = session.sessionHead else {
      return Diagnostic(
        .notASession, "The file is there and is no session, which begins with `answers:`; nothing was written.",
        at: .whole(session.name), mend: "Name another file with --session.")
    }
    guard head.scenario != scenario, existing == .kept else { return nil }
    return Diagnostic(
      .answersOfAnother, "The session is one of the scenario \"\(head.scenario)\"; nothing was written.", at: head.place,
      mend: "Name another file with --session, or write --replace to begin \"\(scenario)\" in its place.")
  }

  private func transcriptFault(of scenario: String, introducedBy introduction: String) -> Diagnostic? {
    guard let transcript, existing == .kept, transcript.isThere, !transcript.isEmpty,
      earlierTranscript(of: scenario, introducedBy: introduction).isEmpty
    else { return nil }
    return Diagnostic(
      .transcriptExists, "The file is there and is no transcript of a session that goes on; nothing was written.",
      at: .whole(transcript.name), mend: "Name another file with --transcript, or write --replace.")
  }
}

extension InputFile {
  fileprivate var isThere: Bool { if case .missing = content { false } else { true } }

  /// Whether there is nothing in it that could be lost.
  fileprivate var isEmpty: Bool { if case .bytes(let bytes) = content { bytes.isEmpty } else { false } }

  /// What a session begins with: the scenario that it is of, and where that stands; `nil` where it is none.
  ///
  /// A session with a fault further down is one all the same.
  fileprivate var sessionHead: (scenario: String, place: Place)? {
    guard let source = decoded().source else { return nil }
    if let first = YAMLReader.read(source).node?.entries?.first {
      return first.key == "answers" ? (first.value.scalar ?? "", first.value.place) : nil
    }
    let lines = source.text.split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: { !$0.hasPrefix("#") && !$0.hasPrefix("---") }), line.hasPrefix("answers:") else {
      return nil
    }
    return (line.dropFirst("answers:".count).filter { !$0.isWhitespace }, .whole(name))
  }
}
