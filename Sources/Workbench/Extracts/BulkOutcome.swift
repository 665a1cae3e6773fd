import Diagnostics
import Histories
import Procedures
import Reporting

/// What came of parts of an extract.
struct BulkOutcome: Sendable {
  /// How many faults are kept to be told; the others are only counted.
  static let mostFaults = 100

  /// What is to be written, of one part.
  var text = ""
  /// How many rows or lines were written, but for the names of the columns.
  var rows = 0
  /// The cases of one part of a table, by their names there, in order.
  var names: [String] = []
  /// What one part was, so that it is known again.
  var fingerprint: UInt64 = 0
  var tally: CorpusTally
  var faults: [Diagnostic] = []
  var faultCount = 0
  /// Records that were passed over within cases that were judged.
  var recordsLost = 0
  /// Cases that were judged without a record of theirs.
  var casesInPart = 0
  var casesWithheld = 0
  var casesWithoutEvents = 0
  /// Of all cases, judged or not.
  var cases = CaseOrder()
  var isBrokenOff = false
  /// Whether the replay ended early, for nothing more could be written.
  var isStopped = false
  /// Whether a finding reached the threshold.
  var isReached = false

  init(_ procedure: Procedure) { self.init(CorpusTally(procedure)) }

  init(_ tally: CorpusTally) { self.tally = tally }

  mutating func tell(_ fault: Diagnostic) {
    faultCount += 1
    if faults.count < BulkOutcome.mostFaults { faults.append(fault) }
  }

  /// Counts a record that cannot be read.
  mutating func passOver(_ fault: Diagnostic) {
    recordsLost += 1
    tell(fault)
  }

  /// Notes that nothing further can be read.
  mutating func breakOff(_ fault: Diagnostic) {
    isBrokenOff = true
    tell(fault)
  }

  /// Counts how a case was read, and gives its history; `nil` where it is withheld or tells of no event.
  mutating func history(of reading: ExtractedCaseReader.Reading) -> CaseHistory? {
    for fault in reading.faults { tell(fault) }
    recordsLost += reading.lost
    if reading.history == nil {
      if reading.isEmpty { casesWithoutEvents += 1 } else { casesWithheld += 1 }
    } else if reading.isInPart {
      casesInPart += 1
    }
    return reading.history
  }

  /// Takes in what came of the next part, but for its text.
  mutating func add(_ next: BulkOutcome) {
    tally.add(next.tally)
    rows += next.rows
    faults += next.faults.prefix(BulkOutcome.mostFaults - faults.count)
    faultCount += next.faultCount
    recordsLost += next.recordsLost
    casesInPart += next.casesInPart
    casesWithheld += next.casesWithheld
    casesWithoutEvents += next.casesWithoutEvents
    cases.add(next.cases)
    isBrokenOff = isBrokenOff || next.isBrokenOff
    isReached = isReached || next.isReached
  }

  /// What was not read, a sentence each.
  var passedOver: [String] {
    var sentences: [String] = []
    if casesWithheld > 0 { sentences.append("\(counted(casesWithheld, "case")) with or beside a fault, not judged") }
    if recordsLost > 0 { sentences.append("\(counted(recordsLost, "record")) with a fault") }
    if casesInPart > 0 {
      sentences.append(
        "parts of \(counted(casesInPart, "case")), judged by what is left, where no event is taken as complete")
    }
    if casesWithoutEvents > 0 { sentences.append("\(counted(casesWithoutEvents, "case")) without an event that is read") }
    return sentences
  }

  /// What is told of it beside the report: its faults, and how many more there are.
  func messages(_ problems: [Diagnostic], sources: [SourceText], dress: OutputOptions.Dress) -> String {
    let messages = (problems + faults).messages(sources: sources, dress: dress)
    return faultCount > faults.count ? messages + "\(faultCount - faults.count) more are not told one by one.\n" : messages
  }

  /// The lines that tell what was not read.
  var passedOverLines: String { passedOver.map { "not read: \($0)\n" }.joined() }
}
