import BulkCases
import CivilTime
import Diagnostics
import Extracts
import Histories
import Procedures
import Replay
import Reporting

/// Judges parts of an extract on one thread.
final class BulkWorker {
  private let replay: BulkReplay
  private let table: BulkTable?
  private let fast: BulkCaseReader?
  private let worker: ReplayWorker
  /// What rules came to in the part at hand, where cases are judged briefly.
  private var tallies: RuleTallies

  /// - Parameter table: the table of which parts are chunks.
  init(_ replay: BulkReplay, _ table: BulkTable?) {
    self.replay = replay
    self.table = table
    worker = Replayer(replay.reader.procedure).worker()
    tallies = RuleTallies(ruleCount: replay.reader.procedure.rules.count)
    fast = table.flatMap {
      BulkCaseReader(
        columns: $0.header.names, separator: replay.steps.form.separator, procedure: replay.reader.procedure)
    }
  }

  /// What comes of a part.
  ///
  /// - Parameter earlier: cases of a chunk that stand further up in its table, so that they are not judged again; where it is
  ///   given the chunk is read carefully.
  func outcome(of part: BulkPart, earlier: Set<String>? = nil) -> BulkOutcome {
    var outcome = BulkOutcome(replay.reader.procedure)
    outcome.fingerprint = fingerprint(of: part)
    switch part.content {
    case .steps(let steps): for step in steps { take(step, into: &outcome) }
    case .chunk(let chunk):
      if earlier == nil, let steps = fast?.read(chunk) {
        for step in steps { take(step, of: chunk, into: &outcome) }
      } else {
        read(chunk, earlier: earlier ?? [], into: &outcome)
      }
    }
    if replay.isBrief {
      outcome.tally.add(tallies)
      tallies = RuleTallies(ruleCount: tallies.ruleCount)
    }
    outcome.rows = replay.report.rowCount(of: outcome.text)
    return outcome
  }

  /// The names of the cases of a part that was judged before, and what it was.
  func names(of part: BulkPart) -> BulkOutcome {
    var outcome = BulkOutcome(replay.reader.procedure)
    outcome.fingerprint = fingerprint(of: part)
    guard case .chunk(let chunk) = part.content, let table else { return outcome }
    if let steps = fast?.read(chunk) {
      for step in steps {
        switch step {
        case .history(_, let key): outcome.names.append(key)
        case .careful(let range, let lines):
          let rows = CaseChunk(bytes: Array(chunk.bytes[range]), line: chunk.line + lines)
          outcome.names += names(in: rows, of: table)
        }
      }
    } else {
      outcome.names += names(in: chunk, of: table)
    }
    return outcome
  }

  private func names(in chunk: CaseChunk, of table: BulkTable) -> [String] {
    var names: [String] = []
    table.cases.read(table.header, from: chunk) { step in
      if case .gathered(let extracted) = step { names.append(extracted.key.text) }
      return true
    }
    return names
  }

  private func fingerprint(of part: BulkPart) -> UInt64 {
    var fingerprint = Fingerprint()
    switch part.content {
    case .chunk(let chunk): fingerprint.add(chunk.bytes)
    case .steps(let steps):
      for step in steps {
        switch step {
        case .gathered(let extracted): add(extracted.records, to: &fingerprint)
        case .fault(let fault), .brokenOff(let fault):
          fingerprint.add("\(fault.code.rawValue) \(fault.place.line) \(fault.place.column) \(fault.message)")
        }
      }
    }
    return fingerprint.value
  }

  private func add(_ records: [ExtractRecord], to fingerprint: inout Fingerprint) {
    fingerprint.add(UInt64(records.count))
    for record in records {
      fingerprint.add(record.name)
      fingerprint.add(UInt64(record.fields.count))
      for field in record.fields {
        fingerprint.add(field.name)
        fingerprint.add(field.text)
      }
      add(record.records, to: &fingerprint)
    }
  }

  private func take(_ step: BulkCaseReader.Step, of chunk: CaseChunk, into outcome: inout BulkOutcome) {
    switch step {
    case .history(let history, let key):
      outcome.names.append(key)
      outcome.cases.add(key)
      judge(history, words(of: history), into: &outcome)
    case .careful(let range, let linesBefore):
      read(CaseChunk(bytes: Array(chunk.bytes[range]), line: chunk.line + linesBefore), earlier: [], into: &outcome)
    }
  }

  /// What a case that was read fast says in its own words, which are days alone; left out where no report asks.
  private func words(of history: CaseHistory) -> HistoryWords {
    guard case .lines = replay.report else { return HistoryWords() }
    let whens = history.events.map { ($0.identifier, history.times.nominal[$0.time].description) }
    return HistoryWords(whens: Dictionary(whens) { first, _ in first })
  }

  /// Reads rows carefully.
  private func read(_ chunk: CaseChunk, earlier: Set<String>, into outcome: inout BulkOutcome) {
    guard let table else { return }
    table.cases.read(table.header, from: chunk, earlier: earlier) { step in
      if case .gathered(let extracted) = step { outcome.names.append(extracted.key.text) }
      take(step, into: &outcome)
      return true
    }
  }

  private func take(_ step: ExtractStep, into outcome: inout BulkOutcome) {
    switch step {
    case .fault(let fault): outcome.passOver(fault)
    case .brokenOff(let fault): outcome.breakOff(fault)
    case .gathered(let extracted): judge(extracted, into: &outcome)
    }
  }

  private func judge(_ extracted: ExtractedCase, into outcome: inout BulkOutcome) {
    outcome.cases.add(extracted.key.text)
    let reading = replay.reader.read(extracted)
    guard let history = outcome.history(of: reading) else { return }
    judge(history, reading.tree.map(HistoryWords.init(of:)) ?? HistoryWords(), into: &outcome)
  }

  /// Judges a case of which only the findings are needed.
  private func judgeBriefly(_ history: CaseHistory, into outcome: inout BulkOutcome) {
    let told = worker.findings(history, asOf: replay.asOf, addingTo: &tallies)
    outcome.tally.add(history, told)
    outcome.isReached = outcome.isReached || told.findings.contains { replay.threshold.isReached(by: $0) }
    if case .table = replay.report {
      BriefTable.add(told.findings, of: history, under: replay.reader.procedure, to: &outcome.text)
    }
  }

  private func judge(_ history: CaseHistory, _ words: HistoryWords, into outcome: inout BulkOutcome) {
    let (procedure, selection) = (replay.reader.procedure, replay.selection)
    if replay.isBrief { return judgeBriefly(history, into: &outcome) }
    let judged = worker.replay(history, asOf: replay.asOf)
    let reported = ReportedCase(
      procedure: procedure, history: history, words: words, replay: judged, asOf: replay.asOf, origin: replay.origin)
    outcome.tally.add(reported, selection)
    outcome.isReached =
      outcome.isReached || judged.findings.contains { selection.takes($0, of: procedure) && replay.threshold.isReached(by: $0) }
    switch replay.report {
    case .summary: break
    case .table(let table): outcome.text += table.rows([reported], selection: selection)
    case .lines: outcome.text += JSONReport(selection: selection).lines(of: reported)
    }
  }
}
