import Conditions
import Histories
import Procedures
import Replay

/// Something that was judged under a rule, in the table of clocks.
struct ClockRow: CaseRow {
  let judgement: Judgement
  /// What it is told as; `nil` where it was kept, is running or has lapsed.
  let finding: Finding?
  let reported: ReportedCase

  var child: Int { judgement.child }

  private var rule: Rule { reported.procedure.rules[judgement.rule] }

  static func rows(of reported: ReportedCase, _ selection: FindingSelection) -> [ClockRow] {
    let findings = Dictionary(
      reported.replay.findings.compactMap { finding in finding.judgement.map { ($0, finding) } },
      uniquingKeysWith: { first, _ in first })
    return reported.judgements(selection).map {
      ClockRow(judgement: $0, finding: findings[$0], reported: reported)
    }
  }

  static var columns: [Column] { subject + standing + times + grounds }

  private static var standing: [Column] {
    [
      Column("workflow") { .text($0.reported.procedure.workflows[$0.rule.workflow].name) },
      Column("rule") { .text($0.rule.fullName) },
      Column("form") { .text($0.rule.form.inWords) },
      Column("episode") { .number($0.judgement.episode) },
      Column("member") { .optional($0.reported.member(of: $0.judgement)) },
      Column("verdict") { .text($0.judgement.verdict.inWords) },
      Column("certainty") { .text($0.judgement.certainty.inWords) },
    ]
  }

  private static var times: [Column] {
    let opened = [Column("opened_with") { .optional($0.reported.identifier(ofEvent: $0.judgement.openingEvent)) }]
    let ended = [
      Column("ended_with") { .optional($0.reported.identifier(ofEvent: $0.judgement.closingEvent)) },
      Column("ending") { .text($0.judgement.ending.word) },
    ]
    let days = ends("opened") { $0.judgement.opened } + opened + ends("due") { $0.judgement.due }
    return days + ends("ended") { $0.judgement.ended } + ended + lateness { $0.judgement.lateness }
      + [Column("intervals") { .optional($0.judgement.intervals) }]
  }

  private static var grounds: [Column] {
    [
      Column("not_recorded") { row in .texts(row.finding.map(row.reported.missingInWords(of:)) ?? []) },
      Column("finding") { .optional($0.finding?.identifier) },
    ]
  }
}
