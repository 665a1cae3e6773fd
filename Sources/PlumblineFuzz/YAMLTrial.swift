import CaseLoads
import Checking
import Diagnostics
import Histories
import Notation
import Procedures
import Replay
import Scoring

/// Reads a text as every kind of file: it stands in the place of a file of its kind in the sample procedure.
///
/// Lines like `=== NAME` divide it into several files.
enum YAMLTrial {
  private static let partsOfProcedures: Set<FileKind> = [.procedure, .vocabulary, .workflow, .profile]

  static func read(_ source: SourceText) throws(BrokenPromise) {
    let parts = DividedText.parts(of: source)
    var kinds: [(source: SourceText, kind: FileKind?)] = []
    for part in parts {
      let node = try tree(of: part)
      if let node { try readByItself(node, in: part) }
      kinds.append((part, node?.entries?.first.flatMap { FileKind(rawValue: $0.key) }))
    }
    let given = kinds.filter { $0.kind != .profile }
    let profile = kinds.first { $0.kind == .profile }?.source
    // What is no part of a procedure is refused whatever stands beside it, so that nothing costly need.
    let isWhole = kinds.allSatisfy { $0.kind.map(Self.partsOfProcedures.contains) ?? false }
    let lacking = SampleProcedure.files.filter { file in isWhole && !given.contains { $0.kind == file.kind } }
    try readProcedure(given.map(\.source) + lacking.map(\.source), profile: profile)
  }

  /// The tree of a text, read twice.
  static func tree(of source: SourceText) throws(BrokenPromise) -> PlacedNode? {
    let (node, diagnostics) = YAMLReader.read(source)
    try Promises.answers(node != nil, diagnostics, "YAMLReader")
    try Promises.lie(in: [source], diagnostics, "YAMLReader")
    try Promises.repeats(diagnostics, YAMLReader.read(source).diagnostics, "YAMLReader")
    return node
  }

  /// A file that is read against a case or a procedure rather than as a part of one.
  private static func readByItself(_ node: PlacedNode, in source: SourceText) throws(BrokenPromise) {
    guard let kind = node.entries?.first.flatMap({ FileKind(rawValue: $0.key) }) else { return }
    let faults = FileShape.faults(of: node, as: kind)
    try Promises.lie(in: [source], faults, "FileShape")
    if kind == .history { try HistoryTrial.read(node, in: source) }
    guard !faults.hasErrors else { return }
    if kind == .timescales {
      _ = Coverage(of: TimescaleListReader.read(node), procedures: [nil: SampleProcedure.procedure])
    } else if kind == .statistics {
      let (statistics, diagnostics) = StatisticsReader.read(node)
      try Promises.answers(statistics != nil, diagnostics, "StatisticsReader")
      try Promises.lie(in: [source], diagnostics, "StatisticsReader")
      if let statistics { _ = CaseLoad(statistics, seed: 1).makeCase(1) }
    } else if kind == .findings {
      let (table, diagnostics) = FindingsReader.read(node, of: SampleProcedure.review)
      try promise(table != nil || !diagnostics.isEmpty, "FindingsReader gave neither a table nor a fault.")
      try Promises.lie(in: [source], diagnostics, "FindingsReader")
    }
  }

  private static func readProcedure(_ files: [SourceText], profile: SourceText?) throws(BrokenPromise) {
    let (procedure, diagnostics) = ProcedureReader.read(files, profile: profile)
    try Promises.answers(procedure != nil, diagnostics, "ProcedureReader")
    try Promises.lie(in: files + [profile].compactMap { $0 }, diagnostics, "ProcedureReader")
    let again = ProcedureReader.read(files.reversed(), profile: profile).diagnostics
    try Promises.repeats(diagnostics, again, "ProcedureReader, with its files in another order,")
    if let procedure { try use(procedure) }
  }

  /// What is accepted is checked, replayed and written.
  private static func use(_ procedure: Procedure) throws(BrokenPromise) {
    _ = ProcedureChecker.check(procedure, depth: .thorough)
    for workflow in procedure.workflows {
      let text = SCXMLWriter.write(workflow, in: procedure).text
      let (copy, faults) = SCXMLReader.read(SourceText(name: "written.scxml", text: text), in: procedure)
      try promise(copy != nil, "What was written as SCXML is not read: \(faults.map(\.message))\n\(text)")
    }
    let (history, _) = HistoryReader.read(SampleProcedure.caseNode, procedure: procedure)
    if let history { _ = Replayer(procedure).replay(history) }
  }
}
