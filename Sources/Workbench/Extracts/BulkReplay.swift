import CivilTime
import Diagnostics
import Extracts
import Procedures
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

  /// Judges every case of the extracts.
  ///
  /// - Parameters:
  ///   - progress: called now and then with how many cases are done.
  ///   - write: takes the report piece by piece, in the order of the cases; false stops the replay.
  func run(_ inputs: [ExtractInput], progress: @escaping (Int) -> Void, write: @escaping (String) -> Bool) -> BulkOutcome {
    let total = BulkTotal(self, progress, write)
    if case .table(let table) = report, !write(table.header) { return total.outcome }
    // A set of tables is one; files that stand alone are read one after another.
    let isSet = !(reader.mapping?.tables.isEmpty ?? true)
    for group in isSet ? [inputs] : inputs.map({ [$0] }) where !total.isStopped {
      if group.count == 1, steps.isInBulkForm(group[0]) {
        readChunks(of: group[0], total)
      } else {
        readSteps(total) { take in steps.read(group, take) }
      }
    }
    return total.outcome
  }

  /// Judges cases that are given one after another.
  private func readSteps(_ total: BulkTotal, _ read: (@escaping (ExtractStep) -> Bool) -> Void) {
    let pipeline = total.pipeline()
    let part = StepsUnderWay()
    read { step in
      if part.add(step) { pipeline.submit(.steps(part.taken())) }
      return !total.isStopped
    }
    pipeline.submit(.steps(part.taken()))
    pipeline.finish()
  }

  /// Judges the cases of a table in bulk form, of which each thread reads parts.
  private func readChunks(of input: ExtractInput, _ total: BulkTotal) {
    let table = steps.table(input)
    let tell: (ExtractStep) -> Bool = { total.tell($0) }
    steps.open(input, tell) { source in
      guard let (header, first) = table.header(source, tell) else { return }
      let pipeline = total.pipeline(of: BulkTable(cases: table, header: header))
      var chunks = CaseChunks(
        source, first: first, separator: steps.form.separator, columnCount: header.names.count,
        caseColumn: header.names.firstIndex(of: "case") ?? 0)
      while !total.isStopped {
        switch chunks.next() {
        case .chunk(let chunk): pipeline.submit(.chunk(chunk))
        case .rest(let rest):
          pipeline.finish()
          return readSteps(total) { take in table.read(header, from: rest, then: source, seen: total.seen, take) }
        case .end: return pipeline.finish()
        }
      }
      pipeline.finish()
    }
  }
}

/// A part of an extract, to be worked on by one thread.
enum BulkPart: Sendable {
  case steps([ExtractStep])
  /// Rows in bulk form.
  case chunk(CaseChunk)
}

/// A table in bulk form whose first row was read.
struct BulkTable: Sendable {
  let cases: CSVCases
  let header: CSVHeader
}

/// Steps until there are enough to be worth a turn of a thread.
private final class StepsUnderWay {
  private static let enoughRecords = 2000
  private static let enoughSteps = 1000

  private var steps: [ExtractStep] = []
  private var records = 0

  /// Whether there are enough now.
  func add(_ step: ExtractStep) -> Bool {
    steps.append(step)
    if case .gathered(let extracted) = step { records += extracted.records.count }
    return records >= StepsUnderWay.enoughRecords || steps.count >= StepsUnderWay.enoughSteps
  }

  func taken() -> [ExtractStep] {
    defer { (steps, records) = ([], 0) }
    return steps
  }
}

/// What has come of an extract so far.
final class BulkTotal {
  private let replay: BulkReplay
  private let progress: (Int) -> Void
  private let write: (String) -> Bool
  private(set) var outcome: BulkOutcome
  /// Whether nothing more can be written.
  private(set) var isStopped = false
  /// The cases of the table at hand.
  private(set) var seen = SeenCases()

  init(_ replay: BulkReplay, _ progress: @escaping (Int) -> Void, _ write: @escaping (String) -> Bool) {
    self.replay = replay
    self.progress = progress
    self.write = write
    outcome = BulkOutcome(replay.reader.procedure)
  }

  /// Takes in a fault that was met before any case; nothing more is to come of the file.
  func tell(_ step: ExtractStep) -> Bool {
    add(BulkWorker(replay, nil).outcome(of: .steps([step])))
    return true
  }

  /// What works on parts, and takes in what comes of them in their order.
  func pipeline(of table: BulkTable? = nil) -> OrderedPipeline<BulkPart, BulkOutcome> {
    seen = SeenCases()
    let replay = replay
    return OrderedPipeline(
      jobs: replay.jobs,
      makeWorker: {
        let worker = BulkWorker(replay, table)
        return { worker.outcome(of: $0) }
      },
      emit: { [self] part, outcome in add(checked(outcome, of: part, in: table)) })
  }

  private func add(_ part: BulkOutcome) {
    if !part.text.isEmpty, !isStopped { isStopped = !write(part.text) }
    outcome.add(part)
    progress(outcome.tally.cases)
  }

  /// The same, or what comes of the part without the cases of it that stand further up already.
  private func checked(_ part: BulkOutcome, of work: BulkPart, in table: BulkTable?) -> BulkOutcome {
    var (own, earlier): (Set<String>, Set<String>) = ([], [])
    var isRepeated = false
    for name in part.names {
      if !seen.insert(name) {
        isRepeated = true
        if !own.contains(name) { earlier.insert(name) }
      }
      own.insert(name)
    }
    return isRepeated ? BulkWorker(replay, table).outcome(of: work, earlier: earlier) : part
  }
}
