public import CivilTime
import Conditions
import Histories
import Procedures
public import Replay

/// Looks for the change of a history with the fewest entries changed, and then the fewest days moved, that avoids a finding.
///
/// Every change that it gives was replayed. That it finds none proves nothing.
public final class NearestChangeSearch {
  /// How many changed histories are replayed at most for changes of one entry, of two, and of more.
  static let (mostOfOne, mostOfTwo, mostOfMore) = (80, 40, 15)
  /// How many changes of one entry are carried on to a second.
  private static let mostCarriedOn = 6

  private let judged: JudgedCase
  private let asOf: Day?
  private let kit: ChangeKit
  private let worker: ReplayWorker

  /// - Parameter asOf: the day on which observation was made to end; `nil` where the whole record was replayed.
  public init(_ judged: JudgedCase, asOf: Day? = nil) {
    self.judged = judged
    self.asOf = asOf
    kit = ChangeKit(judged.procedure)
    worker = Replayer(judged.procedure).worker()
  }

  /// The nearest changes of a finding of the case that was judged.
  ///
  /// - Complexity: a replay of the case for each change tried, at most 135.
  public func nearest(to finding: Finding) -> NearestChangeAnswer {
    var session = Session(finding)
    let candidates = candidates(of: finding, in: judged)
    // 1. Changes of one entry, rank by rank, until a rank succeeds.
    let single = candidates.filter { $0.edits.count == 1 }
    if let found = firstSuccess(single, most: Self.mostOfOne, &session) { return session.answer(found) }
    // 2. Changes of two: those that the finding itself suggests, and second changes where a first left something.
    let two = candidates.filter { $0.edits.count == 2 } + carriedOn(single, session)
    if let found = firstSuccess(two, most: Self.mostOfTwo, &session) { return session.answer(found) }
    // 3. Changes of more that the finding itself suggests: every step passed over, every interval that went by.
    let more = candidates.filter { $0.edits.count > 2 }
    if let found = firstSuccess(more, most: Self.mostOfMore, &session) { return session.answer(found) }
    // 4. Else those that only make it uncertain, the nearest of them.
    return session.answer(session.weaker.isEmpty ? [] : best(session.weaker))
  }

  // MARK: - Trying

  /// What has been tried for one finding.
  private struct Session {
    let finding: Finding
    private(set) var tried: Set<[HistoryEdit]> = []
    private(set) var mostEntries = 0
    /// Those after which the finding is only possible.
    var weaker: [Tried] = []
    /// By the edits of a change that failed: the case that it leads to, and what the finding has become there.
    var failures: [[HistoryEdit]: (case: JudgedCase, remains: Finding)] = [:]

    init(_ finding: Finding) { self.finding = finding }

    mutating func begins(_ candidate: ChangeCandidate) -> Bool {
      guard tried.insert(candidate.edits).inserted else { return false }
      mostEntries = max(mostEntries, candidate.edits.count)
      return true
    }

    func answer(_ changes: [NearestChange]) -> NearestChangeAnswer {
      NearestChangeAnswer(changes: changes, tried: tried.count, mostEntries: mostEntries)
    }
  }

  /// A change that was tried and did something.
  private struct Tried {
    let candidate: ChangeCandidate
    let change: NearestChange
    let order: Int
  }

  private func firstSuccess(
    _ candidates: [ChangeCandidate], most: Int, _ session: inout Session
  ) -> [NearestChange]? {
    let ranked = candidates.enumerated().sorted { a, b in
      (ChangeRank(a.element), a.offset) < (ChangeRank(b.element), b.offset)
    }
    let limit = session.tried.count + most
    var found: [Tried] = []
    for (order, candidate) in ranked {
      if let rank = found.first.map({ ChangeRank($0.candidate) }), rank < ChangeRank(candidate) { break }
      guard session.tried.count < limit else { break }
      guard session.begins(candidate), let change = attempt(candidate, &session) else { continue }
      let tried = Tried(candidate: candidate, change: change, order: order)
      if change.effect == .avoided { found.append(tried) } else { session.weaker.append(tried) }
    }
    return found.isEmpty ? nil : best(found)
  }

  /// The changes of the lowest rank, those first that bring fewer new findings.
  private func best(_ tried: [Tried]) -> [NearestChange] {
    guard let rank = tried.map({ ChangeRank($0.candidate) }).min() else { return [] }
    return tried.filter { ChangeRank($0.candidate) == rank }
      .sorted { ($0.change.brings.count, $0.order) < ($1.change.brings.count, $1.order) }
      // Of those that change the same entries in the same way, the first.
      .reduce(into: [Tried]()) { kept, next in
        if !kept.contains(where: { $0.candidate.shape == next.candidate.shape }) { kept.append(next) }
      }.map(\.change)
  }

  /// Replays the changed history; `nil` where the finding stands as before.
  private func attempt(_ candidate: ChangeCandidate, _ session: inout Session) -> NearestChange? {
    var history = judged.history
    var steps: [NearestChange.Step] = []
    let unit = kit.unit(of: session.finding)
    for edit in candidate.edits {
      steps.append(NearestChange.Step(edit: edit, before: history, distance: history.distance(of: edit, in: unit)))
      guard history.observes(edit, asOf) else { return nil }
      history = history.applying(edit)
    }
    let replay = worker.replay(history, asOf: asOf)
    let remains = replay.remains(of: session.finding, in: judged.replay)
    if let remains {
      session.failures[candidate.edits] = (
        JudgedCase(procedure: judged.procedure, history: history, replay: replay), remains
      )
    }
    let effect: NearestChange.Effect
    switch remains {
    case nil: effect = .avoided
    case let finding?
    where finding.kind != .notRecorded && finding.certainty == .possible
      && session.finding.certainty == .certain:
      effect = .onlyPossible
    default: return nil
    }
    let brings = replay.brought(beyond: judged.replay)
    let ended = judged.replay.broken.count + brings.count - replay.broken.count
    return NearestChange(
      steps: steps, history: history, effect: effect, brings: brings,
      alsoEnds: max(0, effect == .avoided ? ended - 1 : ended))
  }

  // MARK: - Candidates

  private func candidates(of finding: Finding, in judged: JudgedCase) -> [ChangeCandidate] {
    ChangeCandidates(of: finding, in: judged, kit: kit).all
  }

  /// Changes of two entries: each first that left something, with what then suggests itself.
  private func carriedOn(_ first: [ChangeCandidate], _ session: Session) -> [ChangeCandidate] {
    let left = first.filter { session.failures[$0.edits] != nil }
    func changed(_ candidate: ChangeCandidate) -> Bool {
      session.failures[candidate.edits].map { !$0.remains.tells(as: session.finding) } ?? false
    }
    // What changed the finding, if not enough, is carried on first.
    let ordered = left.filter(changed) + left.filter { !changed($0) }
    return ordered.prefix(Self.mostCarriedOn).flatMap { candidate -> [ChangeCandidate] in
      guard let failure = session.failures[candidate.edits], failure.remains.kind != .notRecorded else { return [] }
      return candidates(of: failure.remains, in: failure.case).filter { $0.edits.count == 1 }.prefix(24).map {
        ChangeCandidate(candidate.edits + $0.edits, days: candidate.days + $0.days)
      }
    }
  }
}

extension Finding {
  /// Whether both rest on the same.
  fileprivate func tells(as other: Finding) -> Bool {
    identifier == other.identifier && judgement == other.judgement && departure == other.departure
  }
}

extension CaseHistory {
  /// Whether an edited time lies within what is observed.
  fileprivate func observes(_ edit: HistoryEdit, _ asOf: Day?) -> Bool {
    let time: EditedTime
    switch edit {
    case .restate: return true
    case .move(_, let moved), .confirm(_, let moved, _): time = moved
    case .add(let added, _): time = added.time
    }
    let last = min(asOf ?? .latest, times.nominal[observedUntil])
    return span(of: time).middle <= last
  }
}
