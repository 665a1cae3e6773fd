import Diagnostics

extension Answer {
  /// Goes through a scenario with the answers of a file, and tells everything that a trainee would see.
  ///
  /// Where the answers end before the scenario, the decision at hand is told last.
  ///
  /// - Parameter isSame: whether two paths lead to one file.
  /// - Returns: what to print, and the transcript to write; none where something is wrong.
  ///
  /// Codes: PL7601 to PL7625, and those of reading files.
  public static func step(
    _ request: TrainingRequest, options: OutputOptions = OutputOptions(),
    isSame: (String, String) -> Bool = { $0 == $1 }
  ) -> (answer: Answer, files: [OutputFile]) {
    var bench = TrainingBench(request.scenario)
    if bench.isReady {
      let introduction = bench.introduction(OutputOptions())
      bench.take(request.faults(of: bench.scenarioName, introducedBy: introduction, isSame: isSame))
    }
    guard bench.isReady, !bench.diagnostics.hasErrors, request.answers.map({ bench.take($0) }) ?? true else {
      return (Answer(messages: bench.messages(options), status: .badInput), [])
    }
    let output = bench.toldFromTheStart(options)
    var transcript = request.transcript.map { Transcript(path: $0.name) }
    transcript?.add(output)
    return (
      Answer(output: output, messages: bench.messages(options), status: .clean), [transcript?.file].compactMap(\.self)
    )
  }

  /// What is answered where a session could not be saved.
  ///
  /// Code: PL7621.
  public static func sessionNotWritten(_ file: OutputFile, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = file.unwritten(.sessionNotWritten, option: "--session")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }

  /// What is answered where a transcript could not be written.
  ///
  /// Code: PL7622.
  public static func transcriptNotWritten(_ file: OutputFile, options: OutputOptions = OutputOptions()) -> Answer {
    let fault = file.unwritten(.transcriptNotWritten, option: "--transcript")
    return Answer(messages: [fault].messages(sources: [], dress: options.messages), status: .badInput)
  }
}

extension TrainingBench {
  /// Everything that was shown up to the decision at hand, or with the debrief.
  fileprivate mutating func toldFromTheStart(_ options: OutputOptions) -> String {
    let chosen = chosen
    while goBack() {}
    var output = introduction(options)
    for choice in chosen {
      output += "\n" + decision(options) + "\n> \(choice)\n"
      if let answer = choose(choice), !answer.isEmpty { output += "\n" + answer + "\n" }
    }
    return output + "\n" + (isOver ? debrief(options) : decision(options))
  }
}
