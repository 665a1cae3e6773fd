public import CivilTime
import Diagnostics
public import Histories
import Notation
public import Procedures
import Replay
import Reporting
import Workbench

extension CaseRecord {
  /// The case history that the record is.
  ///
  /// - Throws: ``RecordFaults``, each at the line of the program that states what is wrong.
  public func history(under procedure: Procedures.Procedure) throws(RecordFaults) -> CaseHistory {
    let (history, diagnostics) = HistoryReader.read(tree, procedure: procedure)
    guard let history, misuses.isEmpty else { throw RecordFaults((misuses + diagnostics).inReadingOrder()) }
    return history
  }

  /// Replays the record under the built-in procedure it is typed by, with a profile where one is named.
  ///
  /// - Throws: ``RecordFaults``; one of them is that there is no built-in procedure or profile of the name.
  public func replay(profile: String? = nil, asOf: Day? = nil) throws(RecordFaults) -> ReplayedRecord<Procedure> {
    guard let procedure = BuiltInProcedure.named(Procedure.name, profile: profile) else {
      throw RecordFaults.unknown(procedure: Procedure.name, profile: profile)
    }
    return try replay(under: procedure, asOf: asOf)
  }

  /// Replays the record under the procedure in these files, with a profile where one is given.
  ///
  /// - Throws: ``RecordFaults``, of the files or of the record.
  public func replay(
    under files: [ProcedureText], profile: ProcedureText? = nil, asOf: Day? = nil
  ) throws(RecordFaults) -> ReplayedRecord<Procedure> {
    func source(_ file: ProcedureText) -> SourceText { SourceText(name: file.name, text: file.text) }
    let (procedure, diagnostics) = ProcedureReader.read(files.map(source), profile: profile.map(source))
    guard let procedure else { throw RecordFaults(diagnostics) }
    return try replay(under: procedure, asOf: asOf)
  }

  /// Replays the record under a procedure that has the words it is typed by.
  ///
  /// - Throws: ``RecordFaults``, each at the line of the program that states what is wrong.
  public func replay(
    under procedure: Procedures.Procedure, asOf: Day? = nil
  ) throws(RecordFaults) -> ReplayedRecord<Procedure> {
    let history = try history(under: procedure)
    let replay = Replayer(procedure).replay(history, asOf: asOf)
    return ReplayedRecord(
      ReportedCase(
        procedure: procedure, history: history, words: HistoryWords(of: tree), replay: replay, asOf: asOf))
  }
}

// MARK: - The record as a history file holds it

extension CaseRecord {
  /// The tree that reading the same case from a file would give.
  var tree: PlacedNode {
    let start = Place(file: events.first?.place.file ?? name, line: events.first?.place.line ?? 1, column: 1)
    var root = WrittenEntries()
    root.write("history", .word(name), at: start)
    root.write("title", .text(title), at: start)
    root.write("procedure", .word(Procedure.name), at: start)
    var named = WrittenEntries()
    for child in children { named.write(child.name, child.node, at: child.place) }
    root.write("children", named.node(at: start), at: start)
    let complete = completeness.map { $0.node(at: $0.nodes.first?.keyPlace ?? start) }
    root.write("complete for", PlacedNode(.list(complete), at: start), at: start)
    if let observedUntil { root.write("observed until", .word(observedUntil.moment), at: observedUntil.place) }
    let lines = events.enumerated().map { number, line in line.node(identifier: "e\(number + 1)") }
    root.write("events", PlacedNode(.list(lines), at: start), at: start)
    return root.node(at: start)
  }
}

extension ChildLine {
  fileprivate var node: PlacedNode {
    var entries = moments
    if !startsIn.nodes.isEmpty { entries.write("starts in", startsIn.node(at: place), at: place) }
    return entries.node(at: place)
  }
}

extension EventLine {
  fileprivate func node(identifier: String) -> PlacedNode {
    var written = WrittenEntries()
    written.write("id", .word(identifier), at: place)
    for entry in entries.nodes { written.write(entry.key, entry.value, at: entry.keyPlace) }
    if !own.isEmpty {
      var children = WrittenEntries()
      for (child, entries) in own { children.write(child, entries.node(at: place), at: place) }
      written.write("for", children.node(at: place), at: place)
    }
    return written.node(at: place)
  }
}
