public import CivilTime
import Conditions
public import Histories
public import Procedures
public import Replay

/// What a report of one case is written from.
///
/// A class, for every row of a table refers to it.
public final class ReportedCase: Sendable {
  public let procedure: Procedure
  public let history: CaseHistory
  /// What the history says in its own words, which its spans no longer show.
  public let words: HistoryWords
  public let replay: CaseReplay
  /// The day on which observation was made to end; `nil` where the whole record was replayed.
  public let asOf: Day?
  /// Where the procedure was read from.
  public let origin: ProcedureOrigin

  public init(
    procedure: Procedure, history: CaseHistory, words: HistoryWords, replay: CaseReplay, asOf: Day? = nil,
    origin: ProcedureOrigin = .builtIn
  ) {
    self.procedure = procedure
    self.history = history
    self.words = words
    self.replay = replay
    self.asOf = asOf
    self.origin = origin
  }
}

extension ReportedCase {
  /// Title, publisher and date of what the history was taken from, as one text.
  var source: String? {
    history.source.map { [$0.title, $0.publisher, $0.dated].compactMap(\.self).joined(separator: ", ") }
  }

  /// Whether observation was made to end before the record does.
  var isCutShort: Bool { asOf.map { $0 < history.times.nominal[history.observedUntil] } ?? false }

  /// The last observed day, which `asOf` may bring forward.
  var observedUntil: Span {
    let stated = history.times.spans[history.observedUntil]
    guard let asOf, isCutShort else { return stated }
    return Span(earliest: min(stated.earliest, asOf), latest: asOf) ?? Span(asOf)
  }

  /// The first thing that happened, by number; `nil` where nothing did.
  var firstEvent: Int? {
    history.events.indices.filter { history.events[$0].wasDone }
      .min { (history.times.nominal[history.events[$0].time], $0) < (history.times.nominal[history.events[$1].time], $1) }
  }

  func rule(_ finding: Finding) -> Rule? { finding.rule.map { procedure.rules[$0] } }

  func workflow(_ finding: Finding) -> Workflow { procedure.workflows[finding.workflow] }

  /// The events a finding rests on, by number, in file order.
  func evidence(of finding: Finding) -> [Int] {
    if let judgement = finding.judgement {
      return Set(judgement.evidence + askedOf(judgement) + [settingEvent(of: judgement)].compactMap(\.self)).sorted()
    }
    guard let departure = finding.departure else { return [] }
    let later = departure.jumped.compactMap { laterOccurrence(of: $0, after: departure)?.event }
    return Set([departure.since, departure.event].compactMap(\.self) + later).sorted()
  }

  /// What was not recorded, where a finding hangs on it, each thing once.
  func missing(of finding: Finding) -> [MissingValue] {
    let missing = finding.judgement?.missing ?? finding.departure?.missing ?? []
    let opening = finding.judgement?.openingEvent ?? finding.departure?.event
    let isAtOnce = finding.judgement?.ending == .atOnce
    let placed = missing.map { value -> MissingValue in
      switch value {
      case .attributeOfTrigger(let attribute): return .attribute(attribute, occurrence: opening)
      case .attribute(let attribute, occurrence: nil) where isAtOnce: return .attribute(attribute, occurrence: opening)
      default: return value
      }
    }
    return placed.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What was not recorded, in words.
  func missingInWords(of finding: Finding) -> [String] { missing(of: finding).map(inWords) }
}

extension ReportedCase {
  /// The same without what only a report needs.
  public var judged: JudgedCase { JudgedCase(procedure: procedure, history: history, replay: replay) }
}
