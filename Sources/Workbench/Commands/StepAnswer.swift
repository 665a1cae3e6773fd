import Diagnostics

extension Answer {
  /// Goes through a scenario with the answers of a file, and tells everything that a trainee would see.
  ///
  /// Where the answers end before the scenario, the decision at hand is told last.
  ///
  /// Codes: PL7601 to PL7613, and those of reading files.
  public static func step(
    _ scenario: InputFile, answers: InputFile, options: OutputOptions = OutputOptions()
  ) -> Answer {
    var bench = TrainingBench(scenario)
    guard bench.isReady, bench.take(answers) else { return Answer(messages: bench.messages(options), status: .badInput) }
    let chosen = bench.chosen
    while bench.goBack() {}
    var output = bench.introduction(options)
    for choice in chosen {
      output += "\n" + bench.decision(options) + "\n> \(choice)\n"
      if let answer = bench.choose(choice), !answer.isEmpty { output += "\n" + answer + "\n" }
    }
    output += "\n" + (bench.isOver ? bench.debrief(options) : bench.decision(options))
    return Answer(output: output, messages: bench.messages(options), status: .clean)
  }

  /// What is answered where a session could not be saved.
  ///
  /// Code: PL7621.
  public static func sessionNotWritten(_ file: OutputFile, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = file.unwritten(.sessionNotWritten, option: "--session")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}
