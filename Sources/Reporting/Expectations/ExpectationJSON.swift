import CivilTime
import Diagnostics
import Expectations
import Histories
import Procedures
public import Replay

/// What became of files of expectations, for a program.
public struct ExpectationJSON: Sendable {
  private let detail: CoverageDetail

  public init(detail: CoverageDetail = .summary) { self.detail = detail }

  public func render(
    _ tried: [TriedExpectations], coverage: ReplayCoverage, thresholds: [CoverageThreshold] = []
  ) -> String {
    let outcomes = tried.flatMap(\.outcomes)
    let report = ReplayCoverageJSON(coverage)
    return JSONValue.document(
      .test,
      [
        ("expectations", .number(outcomes.count)),
        ("hold", .number(outcomes.count(where: \.holds))),
        ("fail", .number(outcomes.count { !$0.holds })),
        ("files", .list(tried.map(content))),
        ("coverage", detail == .none ? .null : report.content(detail)),
        ("at_least", .list(thresholds.map(report.content))),
      ])
  }

  private func content(of tried: TriedExpectations) -> JSONValue {
    let reported = tried.reported
    let words = ExpectationWords(reported)
    return .members([
      ("file", .text(tried.path)),
      ("title", .text(tried.title)),
      ("case", .text(reported.history.name)),
      ("procedure", .text(reported.procedure.name)),
      ("profile", .optional(reported.procedure.profile)),
      ("as_of", .optional(reported.asOf?.description)),
      ("holds", .truth(tried.holds)),
      ("outcomes", .list(tried.outcomes.map { content(of: $0, words, reported) })),
    ])
  }

  private func content(
    of outcome: ExpectationOutcome, _ words: ExpectationWords, _ reported: ReportedCase
  ) -> JSONValue {
    .members(
      [
        ("line", .number(outcome.place.line)),
        ("claim", .text(words.claim(outcome.claim))),
        ("holds", .truth(outcome.holds)),
      ] + (outcome.shortfall.map { members(of: $0, words, reported) } ?? []))
  }

  private func members(
    of shortfall: Shortfall, _ words: ExpectationWords, _ reported: ReportedCase
  ) -> [(String, JSONValue)] {
    switch shortfall {
    case .nothingFound: [("why", .text("nothing found"))]
    case .differs(let found, let traits):
      [
        ("why", .text("differs")), ("nearest", content(of: found, words, reported)),
        ("differs", .list(traits.map { difference($0, found, words) })),
      ]
    case .count(let found, let expected):
      [
        ("why", .text("count")), ("expected", .number(expected)),
        ("found", .list(found.map { content(of: $0, words, reported) })),
      ]
    case .standsElsewhere(let stays):
      [("why", .text("stands elsewhere")), ("stands", .texts(stays.map(words.text)))]
    case .standsWith(let certainty):
      [("why", .text("certainty")), ("found", .text(certainty == .certain ? "certain" : "possible"))]
    case .foundAfterAll(let found):
      [("why", .text("found")), ("found", .list(found.map { content(of: $0, words, reported) }))]
    case .standsAfterAll(let stays): [("why", .text("stands there")), ("stands", .texts(stays.map(words.text)))]
    }
  }

  private func difference(_ stated: Trait, _ found: Found, _ words: ExpectationWords) -> JSONValue {
    let (key, expected, told) = words.difference(stated, found)
    return .members([("key", .text(key)), ("expected", .text(expected)), ("found", .text(told))])
  }

  private func content(of found: Found, _ words: ExpectationWords, _ reported: ReportedCase) -> JSONValue {
    let traits = words.traits(of: found).map { trait in
      (trait.name.rawValue.replacing(" ", with: "_"), JSONValue.text(trait.text(in: reported.judged)))
    }
    return .members(
      [("about", .text(found.ruleName(in: reported.judged)))] + traits + [
        ("rests_on", .texts(found.evidence.map { reported.history.events[$0].identifier })),
        ("finding", .optional(found.finding?.identifier)),
      ])
  }
}
