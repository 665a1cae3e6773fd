import CivilTime
import Histories
import Procedures
import Replay

/// A line of what is told of a finding, by its label.
struct LabelledText {
  let label: String
  let text: String
}

extension ReportedCase {
  /// When something was due or was judged, when and how it ended, and by how much it came late, the same in text and on a page.
  func fields(of judgement: Judgement) -> [LabelledText] {
    [
      beginning(of: judgement), end(of: judgement),
      judgement.lateness.map {
        LabelledText(label: judgement.verdict == .late ? "Late by" : "Overdue by", text: $0.inWords(judgement))
      },
      judgement.intervals.map { LabelledText(label: "Intervals", text: intervalsInWords($0, judgement)) },
    ].compactMap(\.self)
  }

  private func beginning(of judgement: Judgement) -> LabelledText {
    guard let due = judgement.due else {
      return LabelledText(label: "When", text: moment(judgement.opened, judgement.openingEvent))
    }
    let limit = limit(of: procedure.rules[judgement.rule], in: judgement).map { " (\($0))" } ?? ""
    return LabelledText(label: "Due", text: due.asALimit + limit)
  }

  private func end(of judgement: Judgement) -> LabelledText? {
    guard let ended = judgement.ended else { return nil }
    if let absence = absenceThatEnds(judgement) {
      return LabelledText(label: "Until", text: recordedUntil(ended, absence))
    }
    let label = judgement.ending == .fulfilled ? "Happened" : judgement.isOpenEnded ? "Until" : "Ended"
    return LabelledText(label: label, text: moment(ended, judgement.closingEvent))
  }
}
