import CivilTime
public import Diagnostics
public import Histories
public import Procedures
import Replay

/// Makes cases anonymous on one thread: names become pseudonyms, free text is dropped, and all dates of a case are moved by one
/// secret number of weeks under which the replay tells the same.
public final class CaseAnonymiser {
  private let options: AnonymisingOptions
  private let keptTexts: KeptTexts
  private let procedure: Procedure
  private let pseudonyms: Pseudonyms
  private let worker: ReplayWorker

  public init(_ procedure: Procedure, _ pseudonyms: Pseudonyms, _ options: AnonymisingOptions = AnonymisingOptions()) {
    self.procedure = procedure
    self.pseudonyms = pseudonyms
    self.options = options
    keptTexts = KeptTexts(procedure)
    worker = Replayer(procedure).worker()
  }

  /// What became of a case.
  public enum Outcome: Sendable {
    case anonymous(AnonymousCase)
    /// Too few of the numbers of weeks that were tried leave every verdict as it was.
    case withheld(name: String, tries: Int)
    /// Two children of the case have one pseudonym, which a longer name would part.
    case collision(name: String)
  }

  /// The case without what could tell whose it is; the number of weeks is kept nowhere.
  ///
  /// - Parameters:
  ///   - tree: the case as a history, without a fault.
  ///   - history: the same, read.
  ///   - random: gives 64 random bits, by which the number of weeks is drawn.
  /// - Complexity: a reading and a replay for each number of weeks that is tried, and one replay more.
  public func anonymise(_ tree: PlacedNode, _ history: CaseHistory, _ random: @escaping () -> UInt64) -> Outcome {
    let names = CaseNames(tree, history, pseudonyms)
    guard names.areDistinct else { return .collision(name: names.caseName) }
    let before = VerdictRecord(worker.replay(history))
    let anchor = options.dates == .relations ? names.anchor(in: tree, history) : nil
    var (tries, moves) = (0, 0)
    // The first that was drawn is any of those that would do; the others only show that there are so many.
    var first: (tree: PlacedNode, history: CaseHistory)?
    for weeks in ShiftDraws(upTo: options.mostWeeks, random).prefix(options.mostTries) {
      tries += 1
      // Most moves are ruled out before the case is written; what is left is held against what reading it again finds.
      if let tried = history.moved(by: weeks * 7), !isSame(tried, weeks, before) { continue }
      let move = StatementMove(days: weeks * 7, names: names.events, anchor: anchor?.counted)
      let writing = AnonymousWriting(procedure, names, move, keptTexts, anchorEvent: anchor?.event)
      guard let moved = writing.history(tree), let after = read(moved) else { continue }
      guard isSame(after, weeks, before) else { continue }
      first = first ?? (moved, after)
      moves += 1
      if moves >= max(options.leastMoves, AnonymisingOptions.manyMoves) { break }
    }
    if moves >= options.leastMoves, let first {
      return .anonymous(
        AnonymousCase(name: names.caseName, tree: first.tree, history: first.history, tries: tries, moves: moves))
    }
    return .withheld(name: names.caseName, tries: tries)
  }

  private func isSame(_ moved: CaseHistory, _ weeks: Int, _ before: VerdictRecord) -> Bool {
    VerdictRecord(worker.replay(moved), movedBy: weeks * 7) == before
  }

  private func read(_ tree: PlacedNode) -> CaseHistory? { HistoryReader.read(tree, procedure: procedure).history }
}

/// How cases are made anonymous.
public struct AnonymisingOptions: Sendable {
  public enum Dates: String, Sendable, CaseIterable {
    /// All dates of a case move together.
    case shift
    /// They do, and all but one are written as days after or before one event.
    case relations
  }

  public var dates = Dates.shift
  /// **Unit**: weeks; by how many at most, back or forward.
  public var mostWeeks = 260
  /// How many numbers of weeks are tried, each once.
  public var mostTries = 520
  /// How many of them, at least, have to leave every verdict as it was, so that the one that was taken hides among them.
  public var leastMoves = 1
  /// Who tries moves, too, learns little of a case that so many leave as it was; of each case it is told whether they do.
  public static let manyMoves = 5

  public init() {}
}

/// A case of which names, free text and absolute dates are gone.
public struct AnonymousCase: Sendable {
  /// The pseudonym of the case.
  public let name: String
  /// The case as a history.
  public let tree: PlacedNode
  public let history: CaseHistory
  /// How many numbers of weeks were tried until as many left every verdict as it was as are told apart.
  public let tries: Int
  /// How many of those left every verdict as it was, up to as many as are told apart.
  public let moves: Int
}
