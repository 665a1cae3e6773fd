import ArgumentParser
import Foundation
import Workbench

/// `plumbline step SCENARIO`.
struct Step: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go through a training scenario, from decision to decision, in virtual time.",
    discussion: """
      At each decision you see what happened, where the children are, which clocks run and when they are due, and choose \
      among steps, right and wrong ones. In the end everything is replayed: what was found, under which rule, what \
      another choice would have changed, what the reviewers of the real case found, and a score for each rule.

      At a decision type the number of a choice, or: back (takes the last decision back), again (shows it once more), \
      quit. Every decision is saved at once, and the next time the session goes on where it was left.

      EXAMPLES
        plumbline step simulations/training/return-home.yaml
        plumbline step simulations/training/return-home.yaml --session mine.yaml --transcript mine.txt
        plumbline step simulations/training/return-home.yaml --answers answers.yaml

      Exit status: 0 gone through or left, 2 bad input.
      """)

  @Argument(help: "The file of a scenario.")
  var scenario: String

  @Option(help: ArgumentHelp("Take the choices from this file and ask nothing.", valueName: "file"))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      "Where the session is saved, and taken up again; without it beside where you are, as SCENARIO.session.yaml.",
      valueName: "file"))
  var session: String?

  @Flag(help: "Begin from the start, whatever the session holds.")
  var fromTheStart = false

  @Option(help: ArgumentHelp("Write everything that is shown and chosen to this file as well.", valueName: "file"))
  var transcript: String?

  func run() throws {
    let options = Format.textOptions
    let file = FoundFiles.file(scenario)
    if let answers {
      let answer = Answer.step(file, answers: FoundFiles.file(answers), options: options)
      guard let transcript else { return try Shell.give(answer) }
      return try Shell.give(answer, writing: [OutputFile(path: transcript, text: answer.output)]) {
        Answer.sessionNotWritten($0, options: options)
      }
    }
    var bench = TrainingBench(file)
    guard bench.isReady else {
      FileHandle.standardError.write(Data(bench.messages(options).utf8))
      throw ExitCode(2)
    }
    var trainee = Trainee(
      sessionPath: session ?? Step.sessionPath(of: scenario), transcriptPath: transcript, options: options)
    try trainee.go(through: &bench, fromTheStart: fromTheStart)
  }

  /// `return-home.session.yaml` for the file of that scenario, in the folder at hand.
  private static func sessionPath(of scenario: String) -> String {
    let name = scenario.split(separator: "/").last.map(String.init) ?? scenario
    return (name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name) + ".session.yaml"
  }
}

/// The dialogue with someone at a terminal.
private struct Trainee {
  let sessionPath: String
  let transcriptPath: String?
  let options: OutputOptions
  private var shown = ""

  init(sessionPath: String, transcriptPath: String?, options: OutputOptions) {
    self.sessionPath = sessionPath
    self.transcriptPath = transcriptPath
    self.options = options
  }

  mutating func go(through bench: inout TrainingBench, fromTheStart: Bool) throws {
    try show(bench.introduction(options))
    if !fromTheStart, FoundFiles.isFile(sessionPath) {
      guard bench.take(FoundFiles.file(sessionPath)) else {
        FileHandle.standardError.write(Data(bench.messages(options).utf8))
        throw ExitCode(2)
      }
      if bench.decisionCount > 0 {
        try show("\nGoing on after decision \(bench.decisionCount), as the session holds it; --from-the-start begins anew.\n")
      }
    }
    while !bench.isOver {
      try show("\n" + bench.decision(options))
      guard try answer(&bench) else { return try show("\nLeft; the session goes on from here the next time.\n") }
    }
    try show("\n" + bench.debrief(options))
  }

  /// Asks until a decision is made or taken back; false where the trainee leaves.
  private mutating func answer(_ bench: inout TrainingBench) throws -> Bool {
    while true {
      try show("\n1 to \(bench.choiceCount), back, again or quit > ")
      guard let line = readLine() else {
        try show("\n")
        return false
      }
      let word = line.trimmingCharacters(in: .whitespaces).lowercased()
      // What is typed at a terminal is shown by it; what comes from elsewhere is shown here.
      if Terminal.standardInput.isATerminal { shown += word + "\n" } else { try show(word + "\n") }
      switch word {
      case "quit", "q": return false
      case "again": return true
      case "back", "b":
        guard bench.goBack() else {
          try show("No decision was made yet.\n")
          continue
        }
        try save(bench)
        return true
      default:
        guard let answer = bench.choose(word) else {
          try show("There is no such choice: write its number.\n")
          continue
        }
        try save(bench)
        if !answer.isEmpty { try show("\n" + answer + "\n") }
        return true
      }
    }
  }

  private func save(_ bench: TrainingBench) throws {
    try write(OutputFile(path: sessionPath, text: bench.session))
  }

  private mutating func show(_ text: String) throws {
    // A file has no colours.
    shown += text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    FileHandle.standardOutput.write(Data(text.utf8))
    if let transcriptPath { try write(OutputFile(path: transcriptPath, text: shown)) }
  }

  private func write(_ file: OutputFile) throws {
    do { try WrittenFiles.write(file) } catch { try Shell.give(Answer.sessionNotWritten(file, options: options)) }
  }
}
