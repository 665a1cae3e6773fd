import CivilTime
import Diagnostics
import Extracts
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
  let askedPartSize: Int?
  /// What was asked for, so that a run that was broken off is only gone on with by the same.
  let request: UInt64
  /// The same for a manifest, which holds whatever the names of the extracts are.
  let requestDigest: String

  /// Whether nothing but the findings of a case is needed, and all of them.
  var isBrief: Bool {
    guard selection.isEverything else { return false }
    switch report {
    case .summary, .table(.brief): return true
    case .table, .lines: return false
    }
  }

  /// How large the parts of a table are: a report that tells everything is many times as long as what it is of.
  ///
  /// **Unit**: bytes.
  private var partSize: Int { askedPartSize ?? (isBrief ? 1 << 20 : 1 << 18) }

  /// Judges every case of the extracts.
  ///
  /// - Parameter progress: called now and then with how many cases are done.
  /// - Returns: what came of them, and whether the run that is to be gone on with was of the same extracts.
  func run(_ inputs: [ExtractInput], progress: @escaping (Int) -> Void, _ output: BulkOutput) -> (BulkOutcome, Diagnostic?) {
    let total = BulkTotal(self, progress, output)
    if let problem = total.problem { return (total.outcome, problem) }
    if case .table(let table) = report { total.begin(with: table.header) }
    for group in steps.groups(of: inputs) where !total.isStopped {
      if group.count == 1, steps.isInBulkForm(group[0]) {
        readChunks(of: group[0], total)
      } else {
        readSteps(total) { take in steps.read(group, take) }
      }
    }
    total.end()
    return (total.outcome, total.problem)
  }

  /// Judges cases that are given one after another.
  private func readSteps(_ total: BulkTotal, _ read: (@escaping (ExtractStep) -> Bool) -> Void) {
    let pipeline = total.pipeline()
    let part = StepsUnderWay()
    read { step in
      if part.add(step) { pipeline.submit(total.numbered(.steps(part.taken()))) }
      return !total.isStopped
    }
    pipeline.submit(total.numbered(.steps(part.taken())))
    pipeline.finish()
  }

  /// Judges the cases of a table in bulk form, of which each thread reads parts.
  private func readChunks(of input: ExtractInput, _ total: BulkTotal) {
    let table = steps.table(input)
    let early = StepsUnderWay()
    let note: (ExtractStep) -> Bool = { step in
      _ = early.add(step)
      return true
    }
    steps.open(input, note) { source in
      guard let (header, first) = table.header(source, note) else { return }
      let pipeline = total.pipeline(of: BulkTable(cases: table, header: header))
      var chunks = CaseChunks(
        source, first: first, separator: steps.form.separator, columnCount: header.names.count,
        caseColumn: header.names.firstIndex(of: "case") ?? 0, size: partSize)
      reading: while !total.isStopped {
        switch chunks.next() {
        case .chunk(let chunk): pipeline.submit(total.numbered(.chunk(chunk)))
        case .rest(let rest):
          pipeline.finish()
          // Before the next pipeline forgets them.
          let seen = total.seen
          return readSteps(total) { take in table.read(header, from: rest, then: source, seen: seen, take) }
        case .end: break reading
        }
      }
      pipeline.finish()
    }
    // What is wrong with the file as a whole.
    let faults = early.taken()
    if !faults.isEmpty { readSteps(total) { take in _ = faults.allSatisfy(take) } }
  }
}

extension BulkReplay.Report {
  /// How many rows or lines a text of it is; within the quotes of a table a line has no end.
  func rowCount(of text: String) -> Int {
    var (rows, isQuoted, text) = (0, false, text)
    let hasQuotes = if case .table = self { true } else { false }
    text.withUTF8 { bytes in
      for byte in bytes {
        if byte == 0x22, hasQuotes { isQuoted.toggle() } else if byte == 0x0A, !isQuoted { rows += 1 }
      }
    }
    return rows
  }

  /// How many of what were written.
  func told(_ rows: Int) -> String {
    switch self {
    case .summary: ""
    case .table(let table): "\(counted(rows, "row")) of the table \(table.rawValue)"
    case .lines: counted(rows, "line")
    }
  }
}

/// A part of an extract, to be worked on by one thread.
struct BulkPart: Sendable {
  enum Content: Sendable {
    case steps([ExtractStep])
    /// Rows in bulk form.
    case chunk(CaseChunk)
  }

  /// From 0, over all extracts.
  let number: Int
  let content: Content
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
