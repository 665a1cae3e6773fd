import CivilTime
import Histories
import Procedures
import Replay

/// A finding in the table of findings.
struct FindingRow: CaseRow {
  let finding: Finding
  let reported: ReportedCase

  var child: Int { finding.child }

  private var rule: Rule? { reported.rule(finding) }

  private var happened: Span? { finding.judgement == nil ? finding.departure?.happened : finding.judgement?.ended }

  private var citation: String? {
    rule.map(reported.source) ?? reported.workflow(finding).citation.map(reported.inWords)
  }

  /// The passed over steps, each by the events of which any is the step.
  private var jumped: [String] {
    (finding.departure?.jumped ?? []).map { step in
      let events = reported.workflow(finding).transitions[step].events
      return events.map { reported.procedure.vocabulary.events[$0].name }.joined(separator: " or ")
    }
  }

  static var columns: [Column] { subject + standing + times + grounds }

  private static var standing: [Column] {
    [
      Column("workflow") { .text($0.reported.workflow($0.finding).name) },
      Column("rule") { .optional($0.rule?.fullName) },
      Column("episode") { .number($0.finding.judgement?.episode ?? $0.finding.departure?.episode ?? 1) },
      Column("member") { .optional($0.finding.judgement.flatMap($0.reported.member)) },
      Column("kind") { .text($0.finding.kind.rawValue) },
      Column("certainty") { .text($0.finding.certainty.inWords) },
      Column("severity") { .text($0.finding.severity.inWords) },
      Column("verdict") { .optional($0.finding.judgement?.verdict.inWords) },
    ]
  }

  private static var times: [Column] {
    let days = ends("opened") { $0.finding.judgement?.opened } + ends("due") { $0.finding.judgement?.due }
    return days + ends("happened") { $0.happened }
      + [Column("ending") { .optional($0.finding.judgement?.ending.word) }]
      + lateness { $0.finding.judgement?.lateness }
      + [Column("intervals") { .optional($0.finding.judgement?.intervals) }]
  }

  private static var grounds: [Column] {
    [
      Column("steps_passed_over") { .texts($0.jumped) },
      Column("not_recorded") { .texts($0.reported.missingInWords(of: $0.finding)) },
      Column("rests_on") { row in
        .texts(row.reported.evidence(of: row.finding).compactMap { row.reported.identifier(ofEvent: $0) })
      },
      Column("sentence") { .text(FindingSentence($0.reported).sentence($0.finding)) },
      Column("says") { .optional($0.rule?.says) },
      Column("source") { .optional($0.citation) },
      Column("finding") { .text($0.finding.identifier) },
    ]
  }
}
