import Diagnostics

/// One sitting at a training: what is shown, what is heard, and what is to be written after each.
public struct TrainingSitting {
  /// Whether what a trainee types is seen as it is typed.
  public enum Typing: Sendable {
    case seen
    /// It comes from elsewhere than a terminal, and is shown here.
    case unseen
  }

  /// What is to be shown next, and the files that are to be written before it is.
  public struct Turn: Sendable {
    public let text: String
    public let files: [OutputFile]
  }

  private var bench: TrainingBench
  private let options: OutputOptions
  private let sessionPath: String
  private var transcript: Transcript?
  private let isAdding: Bool
  /// Whether the file of the session holds what was decided.
  private var isSaved: Bool
  private let isNew: Bool
  /// Whether everything that was asked for is sound; else `messages` tell what is not, and nothing is to be written.
  public let isReady: Bool
  /// Whether the trainee has left.
  public private(set) var isLeft = false

  /// - Parameters:
  ///   - isSame: whether two paths lead to one file.
  ///
  /// Codes: PL7601 to PL7625, and those of reading files.
  public init(
    _ request: TrainingRequest, judging: ReplayRequest = ReplayRequest(), options: OutputOptions = OutputOptions(),
    isSame: (String, String) -> Bool = { $0 == $1 }
  ) {
    bench = TrainingBench(request.scenario, judging)
    self.options = options
    sessionPath = request.session?.name ?? TrainingRequest.sessionPath(of: request.scenario.name)
    let (name, introduction) = (bench.scenarioName, bench.introduction(OutputOptions()))
    let earlier = request.earlierTranscript(of: name, introducedBy: introduction)
    transcript = request.transcript.map { Transcript(path: $0.name, after: earlier) }
    isAdding = !earlier.isEmpty
    isSaved = request.goesOn(with: name)
    isNew = if case .missing = request.session?.content ?? .missing { true } else { false }
    guard bench.isReady else {
      isReady = false
      return
    }
    let faults = request.faults(of: name, introducedBy: introduction, isSame: isSame)
    bench.take(faults)
    guard faults.isEmpty, isSaved, let session = request.session else {
      isReady = faults.isEmpty
      return
    }
    isReady = bench.take(session)
  }

  /// What is wrong, for standard error.
  public var messages: String { bench.messages(options) }

  /// What is answered where one of the files could not be written.
  ///
  /// Codes: PL7621, PL7622.
  public func unwritten(_ file: OutputFile) -> Answer {
    file.path == transcript?.path
      ? .transcriptNotWritten(file, options: options) : .sessionNotWritten(file, options: options)
  }
}

// MARK: - Turn by turn

extension TrainingSitting {
  /// The introduction, and the decision at hand or the debrief. A new session is saved at once.
  public mutating func begin() -> Turn {
    var text = ""
    if isAdding, let transcript {
      text = "\(transcript.text.hasSuffix("\n") ? "" : "\n")\nThe transcript goes on in \(transcript.path).\n\n"
    }
    text += bench.introduction(options) + wayOn + scene()
    if isNew { isSaved = true }
    return turn(text, saving: isNew ? session : nil)
  }

  /// What follows from a line that was typed; `nil` is the end of all input.
  public mutating func hear(_ line: String?, _ typing: Typing) -> Turn {
    guard let line else { return leave(after: "\n") }
    let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    if typing == .seen { transcript?.add(word + "\n") }
    let echo = typing == .seen ? "" : word + "\n"
    switch word {
    case "quit", "q": return leave(after: echo)
    case "again": return turn(echo + scene())
    case "back", "b":
      guard bench.goBack() else { return turn(echo + "No decision was made yet.\n" + prompt) }
      return decided(echo)
    default:
      guard let answer = bench.choose(word) else { return turn(echo + "There is no such choice: \(hint)\n" + prompt) }
      return decided(answer.isEmpty ? echo : "\(echo)\n\(answer)\n")
    }
  }

  private mutating func decided(_ text: String) -> Turn {
    isSaved = true
    return turn(text + scene(), saving: session)
  }

  private mutating func leave(after text: String) -> Turn {
    isLeft = true
    guard !bench.isOver else { return turn(text) }
    let left = isSaved ? "the session goes on from here the next time" : "nothing was decided, and the session is as it was"
    return turn("\(text)\nLeft; \(left).\n")
  }

  private mutating func turn(_ text: String, saving session: OutputFile? = nil) -> Turn {
    transcript?.add(text)
    return Turn(text: text, files: [session, transcript?.file].compactMap(\.self))
  }

  private var session: OutputFile { OutputFile(path: sessionPath, text: bench.session) }

  // MARK: What is shown

  private var wayOn: String {
    guard bench.decisionCount > 0 else { return "" }
    let anew = "--from-the-start begins anew"
    return bench.isOver
      ? "\nEverything was decided; back takes the last decision back, \(anew).\n"
      : "\nGoing on after decision \(bench.decisionCount), as the session holds it; \(anew).\n"
  }

  private mutating func scene() -> String { "\n" + (bench.isOver ? bench.debrief(options) : bench.decision(options)) + prompt }

  private var prompt: String { bench.isOver ? "\nback, again or quit > " : "\n1 to \(bench.choiceCount), back, again or quit > " }

  private var hint: String { bench.isOver ? "everything is decided." : "write its number." }
}
