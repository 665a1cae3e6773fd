import CivilTime
import Diagnostics
import Extracts
import Notation
import Procedures
import Replay
import Reporting

/// The replay of extracts: cases stream through, and what is kept does not grow with their number.
struct BulkReplay: Sendable {
  /// What a report of findings is made of.
  enum Report: Sendable {
    case summary
    case table(CaseTable)
    case lines
  }

  let reader: ExtractedCaseReader
  let steps: ExtractSteps
  let report: Report
  let selection: FindingSelection
  let threshold: FindingThreshold
  let asOf: Day?
  let origin: ProcedureOrigin
  let jobs: Int

  /// The fewest records that are judged at a time.
  private static let recordsAtATime = 2000

  /// Judges every case of the extracts.
  ///
  /// - Parameters:
  ///   - progress: called now and then with how many cases are done.
  ///   - write: takes the report piece by piece, in the order of the cases; false stops the replay.
  func run(_ inputs: [ExtractInput], progress: @escaping (Int) -> Void, write: @escaping (String) -> Bool) -> BulkOutcome {
    let total = BulkTotal(BulkOutcome(reader.procedure))
    if case .table(let table) = report, !write(table.header) { return total.outcome }
    let pipeline = OrderedPipeline<BulkPart, BulkOutcome>(jobs: jobs, makeWorker: makeWorker) { outcome in
      if !outcome.text.isEmpty, !total.isStopped { total.isStopped = !write(outcome.text) }
      total.outcome.add(outcome)
      progress(total.outcome.tally.cases)
    }
    let part = BulkPartUnderWay()
    steps.read(inputs) { step in
      part.part.steps.append(step)
      if case .gathered(let extracted) = step { part.records += extracted.records.count }
      guard part.records >= BulkReplay.recordsAtATime || part.part.steps.count >= 1000 else { return !total.isStopped }
      pipeline.submit(part.part)
      part.empty()
      return !total.isStopped
    }
    if !part.part.steps.isEmpty { pipeline.submit(part.part) }
    pipeline.finish()
    return total.outcome
  }

  private func makeWorker() -> (BulkPart) -> BulkOutcome {
    let worker = Replayer(reader.procedure).worker()
    return { part in
      var outcome = BulkOutcome(reader.procedure)
      for step in part.steps {
        switch step {
        case .fault(let fault):
          outcome.recordsLost += 1
          outcome.tell(fault)
        case .brokenOff(let fault):
          outcome.isBrokenOff = true
          outcome.tell(fault)
        case .gathered(let extracted): judge(extracted, by: worker, into: &outcome)
        }
      }
      return outcome
    }
  }

  private func judge(_ extracted: ExtractedCase, by worker: ReplayWorker, into outcome: inout BulkOutcome) {
    let reading = reader.read(extracted)
    for fault in reading.faults { outcome.tell(fault) }
    outcome.recordsLost += reading.lost
    guard let history = reading.history else {
      if reading.isEmpty { outcome.casesWithoutEvents += 1 } else { outcome.casesWithheld += 1 }
      return
    }
    if reading.isInPart { outcome.casesInPart += 1 }
    let replay = worker.replay(history, asOf: asOf)
    let reported = ReportedCase(
      procedure: reader.procedure, history: history, words: reading.tree.map(HistoryWords.init(of:)) ?? HistoryWords(),
      replay: replay, asOf: asOf,
      origin: origin)
    outcome.tally.add(reported, selection)
    outcome.isReached =
      outcome.isReached || replay.findings.contains { selection.takes($0, of: reader.procedure) && threshold.isReached(by: $0) }
    switch report {
    case .summary: break
    case .table(let table): outcome.text += table.rows([reported], selection: selection)
    case .lines: outcome.text += JSONReport(selection: selection).lines(of: reported)
    }
  }
}

/// Some of what an extract holds, one after another.
struct BulkPart: Sendable {
  var steps: [ExtractStep] = []
}

private final class BulkPartUnderWay {
  var part = BulkPart()
  var records = 0

  func empty() {
    part = BulkPart()
    records = 0
  }
}

/// What came of parts of an extract.
struct BulkOutcome: Sendable {
  /// How many faults are kept to be told; the others are only counted.
  static let mostFaults = 100

  /// What is to be written, of one part.
  var text = ""
  var tally: CorpusTally
  private(set) var faults: [Diagnostic] = []
  private(set) var faultCount = 0
  /// Records that were passed over within cases that were judged.
  var recordsLost = 0
  /// Cases that were judged without a record of theirs.
  var casesInPart = 0
  var casesWithheld = 0
  var casesWithoutEvents = 0
  var isBrokenOff = false
  /// Whether a finding reached the threshold.
  var isReached = false

  init(_ procedure: Procedure) { tally = CorpusTally(procedure) }

  mutating func tell(_ fault: Diagnostic) {
    faultCount += 1
    if faults.count < BulkOutcome.mostFaults { faults.append(fault) }
  }

  /// Takes in what came of the next part, but for its text.
  mutating func add(_ next: BulkOutcome) {
    tally.add(next.tally)
    faults += next.faults.prefix(BulkOutcome.mostFaults - faults.count)
    faultCount += next.faultCount
    recordsLost += next.recordsLost
    casesInPart += next.casesInPart
    casesWithheld += next.casesWithheld
    casesWithoutEvents += next.casesWithoutEvents
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
}

private final class BulkTotal {
  var outcome: BulkOutcome
  var isStopped = false

  init(_ outcome: BulkOutcome) { self.outcome = outcome }
}
