import Procedures
import Replay
public import Scoring

/// The score of reviews for a program: every row, listed finding and flag, with the counts.
public struct ScoreJSON: Sendable {
  public init() {}

  public func render(_ scores: [ReviewScore]) -> String {
    JSONValue.document(
      .score, [("reviews", .list(scores.map(content))), ("all", content(of: ScoreCounts.sum(of: scores)))])
  }

  private func content(of score: ReviewScore) -> JSONValue {
    .members([
      ("review", .text(score.name)),
      ("title", .text(score.title)),
      ("procedure", .text(score.procedure.name)),
      ("profile", .optional(score.procedure.profile)),
      ("counts", content(of: score.counts)),
      ("rows", .list(score.rows.map(content))),
      ("flags", .list(score.flags.map { content(of: $0, in: score) })),
      ("unmatched", .list(score.unmatched.map(content))),
    ])
  }

  private func content(of counts: ScoreCounts) -> JSONValue {
    .members([
      ("yes", content(of: counts[.yes])), ("partly", content(of: counts[.partly])), ("no", content(of: counts[.no])),
      ("required", content(of: counts.required)),
      ("flags", content(of: counts.flags)),
      ("rules", .list(counts.rules.map { .members([("rule", .text($0.name)), ("flags", content(of: $0.flags))]) })),
    ])
  }

  private func content(of rows: RowCounts) -> JSONValue {
    .members([
      ("raised", .number(rows.raised)), ("in_part", .number(rows.inPart)), ("not_raised", .number(rows.notRaised)),
      ("all", .number(rows.all)), ("rest_on_ours", .number(rows.restOnOurs)),
      ("raised_permille", permille(rows.raised, of: rows.all)),
    ])
  }

  private func content(of flags: FlagCounts) -> JSONValue {
    .members([
      ("all", .number(flags.all)), ("matched", .number(flags.matched)), ("defended", .number(flags.defended)),
      ("unexplained", .number(flags.unexplained)), ("unexplained_permille", permille(flags.unexplained, of: flags.all)),
    ])
  }

  private func permille(_ part: Int, of whole: Int) -> JSONValue {
    Share(part: part, whole: whole).tenths.map { .number($0) } ?? .null
  }
}

extension ScoreJSON {
  private func content(of row: RowScore) -> JSONValue {
    .members([
      ("row", .number(row.row.number)),
      ("machine", .text(row.row.machine.rawValue)),
      ("required", .truth(row.row.isRequired)),
      ("profile", .optional(row.row.profile)),
      ("outcome", .text(row.outcome.word)),
      ("rests_on_ours", .truth(row.restsOnOurs)),
      ("note", .optional(row.row.note)),
      ("not_seen", .optional(row.row.whyNotSeen)),
      ("findings", .list(row.findings.map(content))),
    ])
  }

  private func content(of listed: ListedScore) -> JSONValue {
    let told: (FindingKind?, Certainty?) =
      switch listed.outcome {
      case .asListed: (listed.finding.kind, listed.finding.certainty)
      case .otherwise(let kind, let certainty): (kind, certainty)
      case .notRaised: (nil, nil)
      }
    return .members([
      ("finding", .text(listed.finding.identifier)),
      ("kind", .text(listed.finding.kind.rawValue)),
      ("certainty", .text(listed.finding.certainty.inWords)),
      ("as_listed", .truth(listed.outcome == .asListed)),
      ("told_kind", .optional(told.0?.rawValue)),
      ("told_certainty", .optional(told.1?.inWords)),
    ])
  }

  private func content(of flag: FlagScore, in score: ReviewScore) -> JSONValue {
    .members([
      ("finding", .text(flag.finding.identifier)),
      ("rule", .text(flag.rule)),
      ("kind", .text(flag.finding.kind.rawValue)),
      ("certainty", .text(flag.finding.certainty.inWords)),
      ("standing", .text(flag.standing.word)),
      ("reason", .optional(score.reasons[flag.finding.identifier])),
    ])
  }
}

extension RowScore.Outcome {
  fileprivate var word: String {
    switch self {
    case .raised: "raised"
    case .inPart: "in part"
    case .notRaised: "not raised"
    }
  }
}

extension FlagScore.Standing {
  fileprivate var word: String {
    switch self {
    case .matched: "matched"
    case .defended: "defended"
    case .unexplained: "unexplained"
    }
  }
}
