import CivilTime
import Conditions
import Diagnostics
import Extracts
import Histories
import Procedures
import Replay
import Reporting

/// Reads the cases of an extract as histories under one procedure.
struct ExtractedCaseReader: Sendable {
  let procedure: Procedure
  let mapping: Mapping?
  let strictness: ExtractRequest.Strictness
  private let vocabulary: ExtractVocabulary

  init(_ procedure: Procedure, mapping: Mapping?, _ strictness: ExtractRequest.Strictness) {
    self.procedure = procedure
    self.mapping = mapping
    self.strictness = strictness
    vocabulary = ExtractVocabulary(of: procedure)
  }

  /// What came of one case.
  struct Reading {
    /// `nil` where the case is withheld or tells of no event.
    var history: CaseHistory?
    var tree: PlacedNode?
    /// What is wrong with it.
    var faults: [Diagnostic] = []
    /// How many records were passed over.
    var lost = 0
    /// Whether it is read without something that is or may be part of it.
    var isInPart = false
    /// Whether it holds nothing that the mapping reads.
    var isEmpty = false
  }

  /// Reads a case; leniently without the records in which a fault lies, strictly not at all where there is one.
  func read(_ extracted: ExtractedCase) -> Reading {
    var (lost, faults): (Set<Int>, [Diagnostic]) = ([], [])
    while true {
      let assembled = assemble(extracted, without: lost)
      var reading = Reading(
        tree: assembled.tree, faults: faults, lost: lost.count, isInPart: extracted.isDamaged || !lost.isEmpty)
      reading.isEmpty = assembled.eventCount == 0 && assembled.diagnostics.isEmpty && faults.isEmpty
      if assembled.eventCount == 0, assembled.diagnostics.isEmpty { return reading }
      var problems = assembled.diagnostics
      if problems.isEmpty {
        let (history, found) = HistoryReader.read(assembled.tree, procedure: procedure)
        problems = found.map(\.withoutWordsOfTheRecord)
        reading.history = history
      }
      reading.faults += problems
      // Strictly, a case of which something was passed over is read for its faults alone.
      if extracted.isDamaged, strictness == .strict { reading.history = nil }
      guard problems.hasErrors, strictness == .lenient else { return reading }
      // A fault whose record is not known is of the case as a whole, which is then withheld.
      let more = Set(problems.filter { $0.severity == .error }.map { assembled.record(at: $0.place) ?? -1 })
      guard !more.contains(-1), !more.isSubset(of: lost) else { return reading }
      lost.formUnion(more)
      faults = reading.faults
    }
  }

  private func assemble(_ extracted: ExtractedCase, without lost: Set<Int>) -> AssembledCase {
    if let mapping { return MappedCases.assemble(extracted, by: mapping, vocabulary, without: lost) }
    return PlainCases.assemble(extracted, vocabulary, without: lost)
  }
}

extension ExtractVocabulary {
  init(of procedure: Procedure) {
    var (sets, attributes): (Set<String>, Set<String>) = ([], [])
    for event in procedure.vocabulary.events {
      for attribute in event.attributes {
        attributes.insert(attribute.name)
        if case .set = attribute.type { sets.insert("\(event.name).\(attribute.name)") }
      }
    }
    self.init(events: Set(procedure.vocabulary.events.map(\.name)), sets: sets, attributes: attributes)
  }
}

extension Diagnostic {
  /// The same without any word that may have been copied from the record: an extract holds names of people, and a column that
  /// is not what it should be would put them into a message.
  var withoutWordsOfTheRecord: Diagnostic {
    let plain: (message: String, mend: String)? =
      switch code {
      case .duplicateEventIdentifier:
        ("This identifier is that of another event of the case as well.", "Give each event of a case an identifier of its own.")
      case .unknownChild: ("There is no such child in the case.", "Name a child as the case names it elsewhere.")
      case .unknownEventReference:
        ("There is no event of this identifier in the case.", "Write the identifier of an event of the same case.")
      case .unknownHistoryAttribute:
        ("The event has no attribute of this name.", "Leave it empty, or see which attributes the vocabulary gives the event.")
      case .contradictoryTimes:
        ("The times that the case states cannot all be true.", "See which of the days was written down wrongly.")
      case .badHistoryName:
        (
          "This cannot be a name: letters, digits, `_`, `-` and `.` can stand in one.",
          "Write another in its place, the same wherever it stands."
        )
      case .whenNotUnderstood: ("This is no statement of time that can be read.", "Write a day as year-month-day.")
      default: nil
      }
    return plain.map { Diagnostic(code, $0.message, at: place, mend: $0.mend) } ?? self
  }
}
