import CivilTime
import Conditions
import Procedures

/// A judgement as the run keeps it: what few have lies apart.
struct Judged: BitwiseCopyable {
  private let ruleNumber: Int32
  /// -1 for none, as for the closing event.
  fileprivate let openingNumber: Int32
  fileprivate let closingNumber: Int32
  fileprivate let episode: Int32
  fileprivate let child: Int16
  /// -1 without `each`.
  fileprivate var member: Int16
  let verdict: Verdict
  var certainty: Certainty
  let ending: Judgement.Ending
  let opened: Span
  let due: Span?
  let ended: Span?
  var lateness: Lateness?
  /// 0 where none are counted.
  var intervals: Int32 = 0
  /// Its further evidence and what was missing, by number in the book; -1 for none.
  var notes: Int32 = -1

  var rule: RuleIndex { Int(ruleNumber) }
  /// What its identifier tells apart; what one event opened is told as if none had.
  @inline(__always) func key(_ start: Int) -> JudgedKey {
    JudgedKey(
      rule: ruleNumber, opening: Int(openingNumber) == start ? -1 : openingNumber, child: child, member: member)
  }
  var openingEvent: Int { Int(openingNumber) }
  var closingEvent: Int { Int(closingNumber) }

  @inline(__always) init(
    rule: RuleIndex, child: Int, episode: Int, member: Int, verdict: Verdict, certainty: Certainty,
    ending: Judgement.Ending, opened: Span, due: Span? = nil, ended: Span? = nil, lateness: Lateness? = nil,
    openingEvent: Int, closingEvent: Int
  ) {
    ruleNumber = Int32(truncatingIfNeeded: rule)
    openingNumber = Int32(truncatingIfNeeded: openingEvent)
    closingNumber = Int32(truncatingIfNeeded: closingEvent)
    self.episode = Int32(truncatingIfNeeded: episode)
    self.child = Int16(truncatingIfNeeded: child)
    self.member = Int16(truncatingIfNeeded: member)
    self.verdict = verdict
    self.certainty = certainty
    self.ending = ending
    self.opened = opened
    self.due = due
    self.ended = ended
    self.lateness = lateness
  }
}

/// Every judgement of a case, in the order in which it was made.
///
/// Those who only count what held and what is not recorded need no line for it, unless its identifier may be that of a
/// breach, which is then numbered among them.
struct JudgementBook: ~Copyable {
  /// What few judgements have, among the evidence and what was missing of all of them.
  struct Notes: BitwiseCopyable {
    let evidence: Places
    let missing: Places
  }

  /// Whether every judgement has a line with what was missing.
  var keepsAll = true
  private(set) var lines = Column<Judged>()
  /// The judgements without a line, as places in `RuleTallies`.
  private(set) var passed = Column<Int32>()
  /// How many of those are not recorded.
  private(set) var passedNotRecorded = 0
  /// How many of them are breaches.
  private(set) var breachCount = 0
  /// By judgement: the clock it ended; -1 for none.
  private(set) var clocks = Column<Int32>()
  private var notes = Column<Notes>()
  private var evidence = Column<Int>()
  private var missing = Column<MissingValue>()

  mutating func forget() {
    lines.removeAll()
    passed.removeAll()
    (breachCount, passedNotRecorded) = (0, 0)
    clocks.removeAll()
    notes.removeAll()
    evidence.removeAll()
    missing.removeAll()
  }

  @inline(__always) mutating func add(_ line: Judged, clock: Int) {
    lines.append(line)
    if line.verdict.isBreach { breachCount += 1 }
    clocks.append(Int32(truncatingIfNeeded: clock))
  }

  /// Counts judgements that are certain, and no breaches, without a line for them.
  @inline(__always) mutating func pass(_ rule: RuleIndex, _ verdict: Verdict, times: Int = 1) {
    let place = Self.place(of: rule, verdict)
    if times == 1 { passed.append(place) } else { passed.append(place, times: times) }
    if verdict == .notRecorded { passedNotRecorded += times }
  }

  /// Counts for one child what an event alone decides.
  mutating func pass(_ settled: borrowing SettledChecks) {
    passed.append(from: settled.passed)
    passedNotRecorded += settled.passedNotRecorded
  }

  /// Where judgements without a line are counted.
  static func place(of rule: RuleIndex, _ verdict: Verdict) -> Int32 {
    Int32(truncatingIfNeeded: RuleTallies.place(of: rule, verdict))
  }

  /// Adds a judgement for another member than its own, of no clock.
  @inline(__always) mutating func add(_ line: Judged, member: Int) {
    add(line, clock: -1)
    lines[lines.count - 1].member = Int16(truncatingIfNeeded: member)
  }

  mutating func add(_ judgement: Judgement, clock: Int) {
    var line = Judged(
      rule: judgement.rule, child: judgement.child, episode: judgement.episode, member: judgement.member ?? -1,
      verdict: judgement.verdict, certainty: judgement.certainty, ending: judgement.ending, opened: judgement.opened,
      due: judgement.due, ended: judgement.ended, lateness: judgement.lateness,
      openingEvent: judgement.openingEvent ?? -1, closingEvent: judgement.closingEvent ?? -1)
    line.intervals = Int32(truncatingIfNeeded: judgement.intervals ?? 0)
    if !judgement.furtherEvidence.isEmpty || !judgement.missing.isEmpty {
      line.notes = note(Column(judgement.missing), evidence: judgement.furtherEvidence)
    }
    add(line, clock: clock)
  }

  /// Keeps what few judgements have, what was missing once each, and gives its number; -1 where nothing need be kept.
  mutating func note(_ missing: borrowing Column<MissingValue>, evidence: [Int] = []) -> Int32 {
    if !keepsAll, evidence.isEmpty { return -1 }
    let first = self.missing.count
    for place in missing.indices where !self.missing.contains(missing[place], from: first) {
      self.missing.append(missing[place])
    }
    notes.append(
      Notes(
        evidence: self.evidence.place(evidence), missing: Places(first: first, count: self.missing.count - first)))
    return Int32(notes.count - 1)
  }

  /// Keeps what was missing once each, of a list, and gives its number; -1 where nothing need be kept.
  mutating func note(_ missing: [MissingValue]) -> Int32 {
    if !keepsAll { return -1 }
    let first = self.missing.count
    for one in missing where !self.missing.contains(one, from: first) { self.missing.append(one) }
    notes.append(Notes(evidence: .none, missing: Places(first: first, count: self.missing.count - first)))
    return Int32(notes.count - 1)
  }

  mutating func lower(_ line: Int) { lines[line].certainty = .possible }

  /// All of them as they are told, with their numbers among those that share an identifier.
  func told(_ ordinals: borrowing Ordinals) -> [Judgement] {
    lines.indices.map { told(lines[$0], ordinal: Int(ordinals.numbers[$0])) }
  }

  /// The breaches among them.
  func toldBreaches(_ ordinals: borrowing Ordinals) -> [Judgement] {
    if breachCount == 0 { return [] }
    var breaches: [Judgement] = []
    breaches.reserveCapacity(breachCount)
    for place in lines.indices where lines[place].verdict.isBreach {
      breaches.append(told(lines[place], ordinal: Int(ordinals.numbers[place])))
    }
    return breaches
  }

  private func told(_ line: Judged, ordinal: Int) -> Judgement {
    Judgement(
      rule: line.rule, child: Int(line.child), episode: Int(line.episode), member: line.member < 0 ? nil : Int(line.member),
      verdict: line.verdict, certainty: line.certainty, opened: line.opened, due: line.due, ended: line.ended,
      ending: line.ending, lateness: line.lateness, intervals: line.intervals == 0 ? nil : Int(line.intervals),
      openingEvent: line.openingEvent < 0 ? nil : line.openingEvent,
      closingEvent: line.closingEvent < 0 ? nil : line.closingEvent,
      furtherEvidence: line.notes < 0 ? [] : evidence.values(in: notes[Int(line.notes)].evidence),
      missing: line.notes < 0 ? [] : missing.values(in: notes[Int(line.notes)].missing), ordinal: ordinal)
  }
}
