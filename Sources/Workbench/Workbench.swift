import CivilTime
import Diagnostics
import Histories
import Notation
import Procedures
import Replay
import Reporting

/// The stages from files to a report, by name and in order.
struct Workbench {
  let request: ReplayRequest
  private let asOf: Day?
  private(set) var diagnostics: [Diagnostic]
  /// The texts that were read, so that a message can show the line it speaks of.
  private(set) var sources: [SourceText] = []
  private var shelf: ProcedureShelf
  private var workers: [ProcedureShelf.Key: ReplayWorker] = [:]

  init(_ request: ReplayRequest) {
    self.request = request
    (asOf, diagnostics) = request.observationEnd()
    shelf = ProcedureShelf(request)
    take(shelf.sources, shelf.diagnostics)
  }

  /// Reads one history, judges it, and gives what a report is written from.
  ///
  /// `nil` where something is wrong, and for a file of another kind that was only found in a folder.
  mutating func reportedCase(_ file: InputFile) -> ReportedCase? {
    historyTree(file).flatMap { reportedCase(of: $0) }
  }

  /// Judges a history that was read already, and gives what a report is written from; `nil` where something is wrong.
  ///
  /// - Parameter asOf: the day on which observation ends, where that is not the one that was asked for.
  mutating func reportedCase(of tree: PlacedNode, asOf: Day? = nil) -> ReportedCase? {
    let asOf = asOf ?? self.asOf
    guard let (found, procedure) = findProcedure(for: tree), let history = readHistory(tree, procedure) else { return nil }
    let replay = replay(history, found.key, procedure, asOf: asOf)
    return ReportedCase(
      procedure: procedure, history: history, words: HistoryWords(of: tree), replay: replay, asOf: asOf,
      origin: found.origin)
  }

  /// Reads a file that is to be a history, as far as its tree; `nil` where it is none.
  mutating func historyTree(_ file: InputFile) -> PlacedNode? {
    guard let text = readText(file), let tree = readTree(text), isHistory(tree, file) else { return nil }
    return tree
  }
}

// MARK: - The stages

extension Workbench {
  /// What is wrong with the name of a profile, if anything.
  func problem(ofProfile name: PlacedNode) -> Diagnostic? { shelf.problem(ofProfile: name) }

  private mutating func readText(_ file: InputFile) -> SourceText? {
    let (source, problems) = file.decoded()
    take([source].compactMap(\.self), problems)
    return source
  }

  private mutating func readTree(_ text: SourceText) -> PlacedNode? {
    let (node, problems) = text.tree(of: .history, otherwise: .notAHistory)
    take([], problems)
    return node
  }

  /// Whether the file is one; a file that was pointed at and is of another kind is told.
  private mutating func isHistory(_ tree: PlacedNode, _ file: InputFile) -> Bool {
    guard let key = tree.entries?.first?.key, let kind = FileKind(rawValue: key), kind != .history else {
      return file.origin == .named || tree.entries?.first?.key == FileKind.history.rawValue
    }
    guard file.origin == .named else { return false }
    let mend =
      switch kind {
      case .profile: "Give it behind --profile, with a history to judge by it."
      case .findings: "`plumbline score` reads it; replay needs the history beside it."
      case .expectations: "`plumbline test` reads it; replay needs a history."
      case .scenario: "`plumbline step` goes through it; replay needs a history."
      case .statistics: "`plumbline generate --like` makes cases by it; replay needs a history."
      case .timescales: "`plumbline coverage` reads it; replay needs a history."
      case .extractMapping: "Give it behind --mapping, with an extract that it reads."
      case .procedure, .vocabulary, .workflow, .history: "`plumbline check` reads it; replay needs a history."
      }
    take([], [Diagnostic(.notAHistory, "This is a \(kind.inWords), not a history.", at: tree.place, mend: mend)])
    return false
  }

  mutating func findProcedure(for history: PlacedNode) -> (ProcedureShelf.Found, Procedure)? {
    let found = shelf.procedure(for: history)
    take(found.sources, found.diagnostics)
    return found.procedure.map { (found, $0) }
  }

  private mutating func readHistory(_ tree: PlacedNode, _ procedure: Procedure) -> CaseHistory? {
    let (history, problems) = HistoryReader.read(tree, procedure: procedure)
    take([], problems)
    return history
  }

  private mutating func replay(
    _ history: CaseHistory, _ key: ProcedureShelf.Key, _ procedure: Procedure, asOf: Day?
  ) -> CaseReplay {
    let worker = workers[key] ?? Replayer(procedure).worker()
    workers[key] = worker
    return worker.replay(history, asOf: asOf)
  }

  private mutating func take(_ texts: [SourceText], _ problems: [Diagnostic]) {
    sources += texts
    diagnostics += problems
  }
}
