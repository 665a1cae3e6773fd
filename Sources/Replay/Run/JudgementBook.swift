import CivilTime
import Conditions
import Procedures

/// A judgement as the run keeps it: what few have lies apart.
struct Judged: BitwiseCopyable {
  let rule: RuleIndex
  let child: Int
  let episode: Int
  /// -1 without `each`.
  let member: Int
  let verdict: Verdict
  var certainty: Certainty
  let ending: Judgement.Ending
  let opened: Span
  var due: Span?
  var ended: Span?
  var lateness: Lateness?
  var intervals: Int?
  /// -1 for none.
  let openingEvent: Int
  let closingEvent: Int
  /// Its further evidence and what was missing, by number in the book; -1 for none.
  var notes = -1
}

/// Every judgement of a case, in the order in which it was made.
struct JudgementBook: ~Copyable {
  struct Notes {
    let evidence: [Int]
    let missing: [MissingValue]
  }

  private(set) var lines = Column<Judged>()
  /// By judgement: the clock it ended; -1 for none.
  private(set) var clocks = Column<Int>()
  private var notes: [Notes] = []

  mutating func forget() {
    lines.removeAll()
    clocks.removeAll()
    if !notes.isEmpty { notes.removeAll(keepingCapacity: true) }
  }

  @inline(__always) mutating func add(_ line: Judged, clock: Int) {
    lines.append(line)
    clocks.append(clock)
  }

  mutating func add(_ judgement: Judgement, clock: Int) {
    var line = Judged(
      rule: judgement.rule, child: judgement.child, episode: judgement.episode, member: judgement.member ?? -1,
      verdict: judgement.verdict, certainty: judgement.certainty, ending: judgement.ending, opened: judgement.opened,
      due: judgement.due, ended: judgement.ended, lateness: judgement.lateness, intervals: judgement.intervals,
      openingEvent: judgement.openingEvent ?? -1, closingEvent: judgement.closingEvent ?? -1)
    if !judgement.furtherEvidence.isEmpty || !judgement.missing.isEmpty {
      line.notes = note(evidence: judgement.furtherEvidence, missing: judgement.missing)
    }
    add(line, clock: clock)
  }

  /// Keeps what few judgements have, and gives its number.
  mutating func note(evidence: [Int] = [], missing: [MissingValue]) -> Int {
    notes.append(Notes(evidence: evidence, missing: missing))
    return notes.count - 1
  }

  func missing(_ number: Int) -> [MissingValue] { number < 0 ? [] : notes[number].missing }

  mutating func lower(_ line: Int) { lines[line].certainty = .possible }

  /// All of them as they are told.
  var told: [Judgement] { lines.indices.map { told(lines[$0]) } }

  private func told(_ line: Judged) -> Judgement {
    Judgement(
      rule: line.rule, child: line.child, episode: line.episode, member: line.member < 0 ? nil : line.member,
      verdict: line.verdict, certainty: line.certainty, opened: line.opened, due: line.due, ended: line.ended,
      ending: line.ending, lateness: line.lateness, intervals: line.intervals,
      openingEvent: line.openingEvent < 0 ? nil : line.openingEvent,
      closingEvent: line.closingEvent < 0 ? nil : line.closingEvent,
      furtherEvidence: line.notes < 0 ? [] : notes[line.notes].evidence, missing: missing(line.notes))
  }
}
