import Diagnostics
import Histories
import Notation
import Replay

/// Reads a text as a history of the sample procedure, and replays it where it is accepted.
enum HistoryTrial {
  /// How large a case may be that is replayed.
  private static let mostEvents = 40
  private static let mostChildren = 4

  static func read(_ source: SourceText) throws(BrokenPromise) {
    guard let node = try YAMLTrial.tree(of: source) else { return }
    try Promises.lie(in: [source], FileShape.faults(of: node, as: .history), "FileShape")
    try read(node, in: source)
  }

  static func read(_ node: PlacedNode, in source: SourceText) throws(BrokenPromise) {
    let (history, diagnostics) = HistoryReader.read(node, procedure: SampleProcedure.procedure)
    try Promises.answers(history != nil, diagnostics, "HistoryReader")
    try Promises.lie(in: [source], diagnostics, "HistoryReader")
    let again = HistoryReader.read(node, procedure: SampleProcedure.procedure).diagnostics
    try Promises.repeats(diagnostics, again, "HistoryReader")
    if let history, history.events.count <= mostEvents, history.children.count <= mostChildren { try replay(history) }
  }

  /// A worker that has replayed another case in between says the same.
  private static func replay(_ history: CaseHistory) throws(BrokenPromise) {
    let worker = Replayer(SampleProcedure.procedure).worker()
    let first = worker.replay(history)
    if let other = SampleProcedure.history { _ = worker.replay(other) }
    let second = worker.replay(history)
    try promise(first.findings == second.findings, "A second replay gave other findings.")
    try promise(first.judgements == second.judgements, "A second replay gave other judgements.")
    try promise(first.departures == second.departures, "A second replay gave other departures.")
    try promise(first.stays == second.stays, "A second replay gave other stays.")
    let counts = worker.count(history)
    try promise(counts.judgements == first.judgements.count, "Counting counts other judgements than are told.")
  }
}
