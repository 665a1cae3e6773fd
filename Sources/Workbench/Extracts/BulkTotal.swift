import Diagnostics
import Extracts
import Reporting
import SecretKeys

/// What has come of extracts so far, with what is written of it.
final class BulkTotal {
  /// So many parts lie between two notes of how far the replay is.
  private static let partsBetweenNotes = 16

  private let replay: BulkReplay
  private let progress: (Int) -> Void
  private let output: BulkOutput
  private(set) var outcome: BulkOutcome
  /// Why the run that was to be gone on with cannot be.
  private(set) var problem: Diagnostic?
  /// Whether nothing more is to be read.
  private(set) var isStopped = false
  /// The cases of the table at hand.
  private(set) var seen = SeenCases()
  /// How many parts were done by the run that is gone on with, and what they were.
  private var done: (parts: Int, fingerprint: UInt64) = (0, 0)
  private var submitted = 0
  private var parts = 0
  private var fingerprint = Fingerprint()
  /// What is written of the report, where that is noted.
  private var written = ContentDigest()

  init(_ replay: BulkReplay, _ progress: @escaping (Int) -> Void, _ output: BulkOutput) {
    self.replay = replay
    self.progress = progress
    self.output = output
    let empty = BulkOutcome(replay.reader.procedure)
    outcome = empty
    guard let brokenOff = output.brokenOff else { return }
    guard let checkpoint = Checkpoint(brokenOff.checkpoint) else {
      problem = .begunAnew(.checkpointUnclear, "The note of how far the run came is not as it was written.")
      return
    }
    guard let earlier = checkpoint.outcome(empty), checkpoint.request == replay.request else {
      problem = .ofCommand(
        .checkpointUnclear, "The run that was broken off was of another procedure, mapping or options.", option: "--resume",
        mend: "Write them as they were, or begin anew with --replace.")
      return
    }
    guard let report = DigestedExtract.digest(ofFirst: checkpoint.written, of: brokenOff.report),
      report.text == checkpoint.digest
    else {
      problem = .begunAnew(.unfinishedChanged, "What the run had written is not as it was written.")
      return
    }
    outcome = earlier
    written = report
    done = (checkpoint.parts, checkpoint.fingerprint)
    isStopped = !brokenOff.cut(report.size)
  }

  /// Writes the head of the report, unless it stands there already.
  func begin(with head: String) {
    if done.parts == 0 { put(head) }
  }

  /// Numbers the next part.
  func numbered(_ content: BulkPart.Content) -> BulkPart {
    defer { submitted += 1 }
    return BulkPart(number: submitted, content: content)
  }

  /// What works on parts, and takes in what comes of them in their order.
  func pipeline(of table: BulkTable? = nil) -> OrderedPipeline<BulkPart, BulkOutcome> {
    seen = SeenCases()
    if let table { fingerprint.add(table.header.names.joined(separator: "\u{0}")) }
    let (replay, done) = (replay, done.parts)
    return OrderedPipeline(
      jobs: replay.jobs,
      makeWorker: {
        let worker = BulkWorker(replay, table)
        return { part in part.number < done ? worker.names(of: part) : worker.outcome(of: part) }
      },
      emit: { [self] part, outcome in take(outcome, of: part, in: table) })
  }

  /// Ends the run, of which fewer parts came than the one that is gone on with had done.
  func end() {
    if !isStopped, parts < done.parts { tellChange() }
    outcome.isStopped = isStopped
  }

  private func take(_ next: BulkOutcome, of part: BulkPart, in table: BulkTable?) {
    guard !isStopped else { return }
    let next = checked(next, of: part, in: table)
    fingerprint.add(next.fingerprint)
    parts += 1
    if part.number < done.parts {
      if parts == done.parts, fingerprint.value != done.fingerprint { tellChange() }
      return
    }
    put(next.text)
    outcome.add(next)
    progress(outcome.tally.cases)
    guard !isStopped, parts % BulkTotal.partsBetweenNotes == 0, let save = output.save else { return }
    let checkpoint = Checkpoint(
      request: replay.request, parts: parts, fingerprint: fingerprint.value, report: written, outcome)
    if !save(checkpoint.text) { isStopped = true }
  }

  private func put(_ text: String) {
    guard !text.isEmpty, !isStopped else { return }
    isStopped = !output.write(text)
    guard output.save != nil else { return }
    var text = text
    text.withUTF8 { written.add(UnsafeRawBufferPointer($0)) }
  }

  private func tellChange() {
    isStopped = true
    problem = .begunAnew(.extractChanged, "The extract is not what it was when the run was broken off.")
  }

  /// The same, or what comes of the part without the cases of it that stand further up already.
  private func checked(_ next: BulkOutcome, of part: BulkPart, in table: BulkTable?) -> BulkOutcome {
    var (own, earlier): (Set<String>, Set<String>) = ([], [])
    var isRepeated = false
    for name in next.names {
      if !seen.insert(name) {
        isRepeated = true
        if !own.contains(name) { earlier.insert(name) }
      }
      own.insert(name)
    }
    guard isRepeated, part.number >= done.parts else { return next }
    return BulkWorker(replay, table).outcome(of: part, earlier: earlier)
  }
}

extension Diagnostic {
  /// A run that was broken off cannot be gone on with.
  fileprivate static func begunAnew(_ code: DiagnosticCode, _ message: String) -> Diagnostic {
    .ofCommand(code, message, option: "--resume", mend: "Begin anew with --replace.")
  }
}
