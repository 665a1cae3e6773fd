import ArgumentParser
import Foundation
import Workbench

/// `plumbline test [PATH…]`.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try whether histories are judged as expected, and tell what of the procedure they reach.",
    discussion: """
      A file of expectations names a history, or holds one, and says what must be found in it and what must not. All that
      fails is told with what was found instead. Then comes what all the histories together reached: states entered,
      transitions taken, rules kept and broken.

      EXAMPLES
        plumbline test
        plumbline test simulations/expectations --coverage full --workflow core_group
        plumbline test my/expectations --procedure my/procedure --at-least states=90,rules=50
        plumbline test --format junit > results.xml
        plumbline test --format github
        plumbline test --record simulations/theo.yaml --output theo.expectations.yaml

      Exit status: 0 every expectation holds, 1 one does not or too little was reached, 2 bad input.
      """)

  enum Coverage: String, ExpressibleByArgument, CaseIterable {
    case summary
    case full
    case none
  }

  @Argument(help: "A file of expectations, or a folder of them.")
  var path = ["simulations/expectations"]

  @OptionGroup var judging: JudgingOptions

  @Option(help: Format.help(of: .test))
  var format = Format.text

  @Option(help: "How much of the coverage to tell: summary, full or none.")
  var coverage = Coverage.summary

  @Option(
    help: ArgumentHelp(
      "How many percent of states, transitions, rules, kept or broken must be reached: states=90. May be given again.",
      valueName: "measure=percent"))
  var atLeast: [String] = []

  @Option(help: ArgumentHelp("Tell the coverage of this workflow only. May be given again.", valueName: "workflow"))
  var workflow: [String] = []

  @Option(
    help: ArgumentHelp("Write a file that expects all that is found in this history now.", valueName: "history"))
  var record: String?

  @Option(help: ArgumentHelp("With --record, the file to write; without it standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "With --record, write over a file that is already there.")
  var replace = false

  func run() throws {
    try Shell.refuse("--replace", if: replace && output == nil, without: "--output")
    if let record { return try write(record) }
    try Shell.refuse("--output", if: output != nil, without: "--record")
    let output = try format.options(of: .test)
    let files = path.flatMap(FoundFiles.histories)
    let options = TrialOptions(
      coverage: TrialOptions.Coverage(rawValue: coverage.rawValue) ?? .summary, atLeast: atLeast.flatMap(Test.words),
      workflows: workflow.flatMap(Test.words), form: output)
    let progress = ProgressLine("Trying", of: "files")
    let answer = Answer.test(
      files, judging.request, options: options, fileAt: FoundFiles.file
    ) { done, total in
      progress.show(done, of: total)
    }
    progress.end()
    try Shell.give(answer)
  }

  private func write(_ history: String) throws {
    let request = RecordingRequest(
      history: FoundFiles.file(history), output: output, existing: replace ? .replaced : .kept,
      folder: FileManager.default.currentDirectoryPath)
    let (judgingRequest, options) = (judging.request, Format.textOptions)
    if let output { try Shell.refuseToWriteOver([output], option: "--output") }
    let (answer, files) = Answer.record(request, judgingRequest, options: options, isThere: FoundFiles.exists)
    try Shell.give(answer, writing: files) { Answer.notRecorded($0, options: options) }
  }

  /// Several words may stand in one, parted by commas.
  private static func words(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
}
