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
      quit. After the debrief back takes the last decision back, too. Every decision is saved at once, and the next time \
      the session goes on where it was left; a transcript of it is added to.

      Nothing is written over but the session: a file that is no session of this scenario, or no transcript of it, is \
      refused.

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

  @Option(
    help: ArgumentHelp(
      "Write everything that is shown and chosen to this file as well; when a session goes on, it is added to.",
      valueName: "file"))
  var transcript: String?

  @Flag(help: "Write over the file of --transcript, and over the session of another scenario.")
  var replace = false

  func run() throws {
    let options = Format.textOptions
    var request = TrainingRequest(FoundFiles.file(scenario))
    request.transcript = transcript.map(FoundFiles.contents)
    request.beginning = fromTheStart ? .fromTheStart : .whereItWasLeft
    request.existing = replace ? .replaced : .kept
    if let answers {
      request.answers = FoundFiles.file(answers)
      request.session = session.map(FoundFiles.contents)
      return try tell(request, options)
    }
    request.session = FoundFiles.contents(session ?? TrainingRequest.sessionPath(of: scenario))
    try ask(TrainingSitting(request, options: options, isSame: FoundFiles.isSame))
  }

  /// With the answers of a file.
  private func tell(_ request: TrainingRequest, _ options: OutputOptions) throws {
    let (answer, files) = Answer.step(request, options: options, isSame: FoundFiles.isSame)
    try Shell.give(answer, writing: files) { Answer.transcriptNotWritten($0, options: options) }
  }

  /// The dialogue with someone at a terminal.
  private func ask(_ sitting: TrainingSitting) throws {
    var sitting = sitting
    guard sitting.isReady else {
      FileHandle.standardError.write(Data(sitting.messages.utf8))
      throw ExitCode(2)
    }
    let typing: TrainingSitting.Typing = Terminal.standardInput.isATerminal ? .seen : .unseen
    var turn = sitting.begin()
    while true {
      if let file = WrittenFiles.writeAll(turn.files) { return try Shell.give(sitting.unwritten(file)) }
      FileHandle.standardOutput.write(Data(turn.text.utf8))
      guard !sitting.isLeft else { return }
      turn = sitting.hear(readLine(), typing)
    }
  }
}
