import CivilTime
import Diagnostics
import Notation
import Procedures
import Replay
import Reporting
import Training

/// A training under way: a scenario, what was chosen so far, and the engine that judges it.
struct TrainingBench {
  private var bench: Workbench
  private var run: TrainingRun?
  private var ownDiagnostics: [Diagnostic] = []
  private var ownSources: [SourceText] = []

  /// Reads a scenario; what is wrong with it stands in `messages`.
  ///
  /// Codes: PL7601 to PL7607, and those of reading files.
  init(_ file: InputFile, _ request: ReplayRequest = ReplayRequest()) {
    bench = Workbench(request)
    let (source, problems) = file.decoded()
    ownDiagnostics += problems
    guard let source else { return }
    ownSources.append(source)
    let (tree, faults) = source.tree(of: .scenario, otherwise: .notAScenario)
    ownDiagnostics += faults
    guard let tree else { return }
    guard tree.entries?.first?.key == FileKind.scenario.rawValue else {
      ownDiagnostics.append(
        Diagnostic(
          .notAScenario, "This is not a training scenario.", at: tree.place,
          mend: "Name a file that begins with `scenario:`, such as those of simulations/training."))
      return
    }
    let shape = FileShape.faults(of: tree, as: .scenario)
    ownDiagnostics += shape
    guard !shape.hasErrors else { return }
    let (scenario, problemsOfScenario) = ScenarioReader.read(tree)
    ownDiagnostics += problemsOfScenario
    run = scenario.map { TrainingRun($0) }
    // What is wrong with the events of the world shows at once.
    if let run { _ = reported(run, until: nil) }
    if diagnostics.hasErrors { run = nil }
  }

  var diagnostics: [Diagnostic] { ownDiagnostics + bench.diagnostics }
  var sources: [SourceText] { ownSources + bench.sources }

  /// Whether the scenario can be gone through.
  var isReady: Bool { run != nil }

  /// Takes in what is wrong with what was asked for besides.
  mutating func take(_ problems: [Diagnostic]) { ownDiagnostics += problems }

  /// What is wrong with the scenario or the answers, for standard error.
  func messages(_ options: OutputOptions) -> String {
    diagnostics.messages(sources: sources, dress: options.messages)
  }
}

// MARK: - Going through it

extension TrainingBench {
  /// The name of the scenario; empty where it could not be read.
  var scenarioName: String { run?.scenario.name ?? "" }

  /// Whether every decision was made.
  var isOver: Bool { run?.decision == nil }

  /// How many decisions were made.
  var decisionCount: Int { run?.answers.count ?? 0 }

  /// What was chosen, by name, in order.
  var chosen: [String] { run?.answers.map(\.choice) ?? [] }

  /// How many choices there are at the decision at hand.
  var choiceCount: Int { run?.decision?.choices.count ?? 0 }

  /// What the scenario is about.
  func introduction(_ options: OutputOptions) -> String {
    run.map { DecisionPage.introduction(to: $0.scenario, style: options.output.style) } ?? ""
  }

  /// What the trainee sees at the decision at hand.
  mutating func decision(_ options: OutputOptions) -> String {
    guard let run, let decision = run.decision, let reported = reported(run, until: decision.day) else { return "" }
    return DecisionPage(reported, of: run).text(style: options.output.style)
  }

  /// Makes the decision at hand by the number or the name of a choice, and gives what is told in answer; `nil` where there is
  /// no such choice.
  mutating func choose(_ text: String) -> String? {
    guard var run, let decision = run.decision else { return nil }
    let number = Int(text).flatMap { decision.choices.indices.contains($0 - 1) ? decision.choices[$0 - 1] : nil }
    guard let choice = number ?? decision.choices.first(where: { $0.name == text }), run.choose(choice.name) else { return nil }
    self.run = run
    return choice.answer.map(DecisionPage.wrapped) ?? ""
  }

  /// Takes the last decision back; false where none was made.
  mutating func goBack() -> Bool { run?.goBack() ?? false }

  /// The look back, with what every other choice would have changed.
  mutating func debrief(_ options: OutputOptions) -> String {
    guard let run, let whole = reported(run, until: nil) else { return "" }
    let others = run.made.flatMap { made in
      made.decision.choices.filter { $0.name != made.choice.name }.map { choice in
        let other = run.choosing(choice.name, at: made.decision.name)
        let judged = other.decision == nil ? reported(other, until: nil) : nil
        return DebriefPage.Alternative(decision: made.decision.name, choice: choice.name, judged)
      }
    }
    return DebriefPage(whole, of: run, alternatives: others).text(style: options.output.style)
  }

  /// Tries each choice once, so that what is wrong with its events is told.
  mutating func tryEveryChoice() {
    guard let run else { return }
    var first = run
    while let decision = first.decision, let choice = decision.choices.first { guard first.choose(choice.name) else { break } }
    for decision in run.scenario.decisions {
      for choice in decision.choices {
        guard !diagnostics.hasErrors else { return }
        _ = reported(first.choosing(choice.name, at: decision.name), until: nil)
      }
    }
  }

  private mutating func reported(_ run: TrainingRun, until day: Day?) -> ReportedCase? {
    bench.reportedCase(of: run.history, asOf: day)
  }
}

// MARK: - Answers in a file

extension TrainingBench {
  /// The decisions so far as a file that `--answers` takes, and from which a session goes on.
  var session: String {
    guard let run else { return "" }
    let lines = run.answers.map { "  \($0.decision): \($0.choice)\n" }
    return "answers: \(run.scenario.name)\nchoices:\(lines.isEmpty ? " {}" : "")\n" + lines.joined()
  }

  /// Makes the decisions that a file holds, as far as it goes.
  ///
  /// - Returns: whether all of them could be made; what is wrong stands in `messages`, and nothing was decided then.
  ///
  /// Codes: PL7611 to PL7613, and those of reading files.
  mutating func take(_ file: InputFile) -> Bool {
    let (source, problems) = file.decoded()
    ownDiagnostics += problems
    guard let source else { return false }
    ownSources.append(source)
    let (tree, faults) = YAMLReader.read(source)
    ownDiagnostics += faults
    guard let tree, var taken = run, !faults.hasErrors else { return false }
    guard let name = tree["answers"]?.scalar, let choices = tree["choices"]?.entries else {
      return tell(
        .answersFileWrong, "This is no file of answers.", tree,
        "Write answers: NAME OF THE SCENARIO, and below choices: a line DECISION: CHOICE for each decision.")
    }
    guard name == taken.scenario.name else {
      return tell(
        .answersOfAnother, "The answers are for the scenario \"\(name)\".", tree["answers"] ?? tree,
        "Give them with that scenario; this one is \"\(taken.scenario.name)\".")
    }
    taken = TrainingRun(taken.scenario)
    while let decision = taken.decision, let answer = choices.first(where: { $0.key == decision.name }) {
      guard let choice = answer.value.scalar, taken.choose(choice) else {
        return tell(
          .answerNotAChoice, "The decision has no such choice.", answer.value,
          Suggestion.mend(
            for: answer.value.scalar ?? "", among: decision.choices.map(\.name),
            otherwise: "Write one of \(decision.choices.map(\.name).joined(separator: ", ")).") ?? "")
      }
    }
    if let stray = choices.first(where: { entry in !taken.answers.contains { $0.decision == entry.key } }) {
      return tell(
        .answerNotAChoice, "No decision \"\(stray.key)\" is met on this way.", PlacedNode(.nothing, at: stray.keyPlace),
        "Answer the decisions in their order: \(taken.scenario.decisions.map(\.name).joined(separator: ", ")).")
    }
    run = taken
    return true
  }

  private mutating func tell(_ code: DiagnosticCode, _ message: String, _ node: PlacedNode, _ mend: String) -> Bool {
    ownDiagnostics.append(Diagnostic(code, message, at: node.place, mend: mend))
    return false
  }
}
