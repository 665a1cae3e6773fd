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
    guard let text = readText(file),
      let tree = readTree(text),
      file.origin == .named || tree.entries?.first?.key == "history",
      let (key, procedure) = findProcedure(for: tree),
      let history = readHistory(tree, procedure)
    else { return nil }
    let replay = replay(history, key, procedure)
    return ReportedCase(
      procedure: procedure, history: history, words: HistoryWords(of: tree), replay: replay, asOf: asOf)
  }
}

// MARK: - The stages

extension Workbench {
  private mutating func readText(_ file: InputFile) -> SourceText? {
    let (source, problems) = file.decoded()
    take([source].compactMap(\.self), problems)
    return source
  }

  private mutating func readTree(_ text: SourceText) -> PlacedNode? {
    let (node, problems) = YAMLReader.read(text)
    take([], problems)
    return node
  }

  private mutating func findProcedure(for history: PlacedNode) -> (ProcedureShelf.Key, Procedure)? {
    let found = shelf.procedure(for: history)
    take(found.sources, found.diagnostics)
    return found.procedure.map { (found.key, $0) }
  }

  private mutating func readHistory(_ tree: PlacedNode, _ procedure: Procedure) -> CaseHistory? {
    let (history, problems) = HistoryReader.read(tree, procedure: procedure)
    take([], problems)
    return history
  }

  private mutating func replay(
    _ history: CaseHistory, _ key: ProcedureShelf.Key, _ procedure: Procedure
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
