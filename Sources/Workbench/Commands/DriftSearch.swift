import Conditions
import Diagnostics
import Exploration
import Procedures
import Reporting

/// The search for drift holes that a check asks for.
struct DriftSearch {
  /// How many examples are tried for each state beside another, of which there are many.
  static let besideBudget = 120

  let request: CheckRequest
  private(set) var reports: [DriftReport] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ request: CheckRequest) {
    self.request = request
    guard request.drift == .none else { return }
    diagnostics = searchOptions.map {
      .withoutEffect(
        $0, because: "With --drift none no drift hole is looked for.", mend: "Leave out \($0), or --drift none.")
    }
  }

  /// The options that mean something for the search only.
  private var searchOptions: [String] {
    (request.examples == nil ? [] : ["--save"]) + (request.beside.isEmpty ? [] : ["--beside"])
  }

  /// Searches the procedures, or leaves them where nothing of the kind is asked.
  ///
  /// Codes: PL6011, PL6033.
  mutating func search(_ procedures: [Procedure], progress: (_ done: Int, _ total: Int) -> Void) {
    guard !procedures.isEmpty else { return refuseOptionsOfProcedures() }
    guard isAsked(of: procedures.count) else { return }
    for (number, procedure) in procedures.enumerated() {
      progress(number, procedures.count)
      let explorer = Explorer(procedure)
      let beside = statesBeside(for: explorer)
      guard diagnostics.isEmpty else { return }
      reports.append(
        DriftReport(
          procedure, answers: explorer.driftAnswers(),
          beside: beside.map { state in
            DriftReport.Beside(state, answers: explorer.driftAnswers(beside: [state], budget: DriftSearch.besideBudget))
          }, outliving: explorer.outlivingClocks(), together: explorer.timescaleConflicts()))
    }
  }

  /// Where there is no procedure, options that are about one have no effect.
  private mutating func refuseOptionsOfProcedures() {
    guard diagnostics.isEmpty else { return }
    let profile = if case .asTheHistorySays = request.profile { [String]() } else { ["--profile"] }
    let drift = request.drift == .full ? ["--drift full"] : []
    diagnostics = (searchOptions + profile + drift).map {
      .withoutEffect(
        $0, because: "There is no procedure among what is checked.",
        mend: "Name the folder of a procedure, or leave out \($0).")
    }
  }

  private func isAsked(of count: Int) -> Bool {
    switch request.drift {
    case .none: false
    case .full: true
    case .usual: count == 1 || !request.beside.isEmpty || request.examples != nil
    }
  }

  /// The states asked for; without any, those that the rules of the profile name.
  private mutating func statesBeside(for explorer: Explorer) -> [StateReference] {
    guard request.beside.isEmpty else {
      return request.beside.compactMap { state(named: $0, in: explorer.procedure) }
    }
    return DriftSearch.statesBeside(for: explorer)
  }

  /// The states that the rules of a profile name, in which a case can stand.
  static func statesBeside(for explorer: Explorer) -> [StateReference] {
    let named = explorer.procedure.rules.filter(\.isFromProfile).flatMap { $0.references.states }
    return Set(named).filter(explorer.isResting).sorted { ($0.workflow, $0.state) < ($1.workflow, $1.state) }
  }

  private mutating func state(named name: String, in procedure: Procedure) -> StateReference? {
    let known = procedure.workflows.indices.flatMap { workflow in
      procedure.workflows[workflow].states.indices.map { StateReference(workflow: workflow, state: $0) }
    }
    if let state = known.first(where: { procedure.name(of: $0) == name || procedure.path(of: $0) == name }) { return state }
    diagnostics.append(
      .ofCommand(
        .unknownBeside, "There is no state \"\(name)\".", option: "--beside",
        mend: Suggestion.mend(
          for: name, among: known.map(procedure.name), otherwise: "Write it as WORKFLOW.STATE, such as in a condition.")))
    return nil
  }

  // MARK: - Examples as files

  /// The examples of all holes as history files below the folder that is asked for.
  ///
  /// - Parameter isThere: whether something already is at a path.
  ///
  /// Codes: PL6012.
  mutating func files(isThere: (String) -> Bool) -> [OutputFile] {
    guard let folder = request.examples else { return [] }
    let isOne = reports.count == 1
    let files = reports.flatMap { report in
      report.examples.map { hole in
        let place = isOne ? "" : "\(report.procedureName)/"
        return OutputFile(
          path: (folder.hasSuffix("/") ? folder : folder + "/") + place + hole.name + ".yaml", text: report.text(of: hole))
      }
    }
    diagnostics += files.compactMap {
      $0.problem(.exampleExists, unless: request.existing, isThere: isThere, mendBy: "another folder with --save")
    }
    return files
  }
}

extension Procedure {
  fileprivate func path(of reference: StateReference) -> String {
    "\(workflows[reference.workflow].name).\(workflows[reference.workflow].states[reference.state].path)"
  }
}
