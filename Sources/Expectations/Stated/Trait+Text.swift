import CivilTime
import Conditions
import Histories
import Procedures
public import Replay

extension Trait {
  /// The value as a file writes it, before any quotation marks; several for a list.
  public func texts(in judged: JudgedCase) -> [String] {
    let name = { (event: Int) in judged.history.events[event].identifier }
    return switch self {
    case .child(let child): [judged.history.children[child].name]
    case .member(let member): [member]
    case .openedBy(let event): [event.map(name) ?? Trait.start]
    case .closedBy(let event): [event.map(name) ?? Trait.none]
    case .verdict(let verdict): [verdict.word]
    case .kind(let kind): [kind?.rawValue ?? Trait.none]
    case .certainty(let certainty): [certainty.word]
    case .opened(let span): [span.description]
    case .due(let span), .ended(let span): [span?.description ?? Trait.none]
    case .lateBy(let lateness): [lateness?.text ?? Trait.none]
    case .intervals(let count): [count.map(String.init) ?? Trait.none]
    case .restsOn(let events): events.map(name)
    case .shownBy(let event): [name(event)]
    case .passedOver(let steps):
      steps.map { step in step.map { judged.procedure.vocabulary.events[$0].name }.joined(separator: " or ") }
    }
  }

  /// The value in one text: a list between brackets.
  public func text(in judged: JudgedCase) -> String {
    let texts = texts(in: judged)
    switch self {
    case .restsOn, .passedOver: return "[\(texts.joined(separator: ", "))]"
    case .lateBy(let lateness?):
      let days = lateness.unit == .day ? nil : lateness.days.map { " (\(Period($0, .day)))" }
      return lateness.text + (days ?? "")
    default: return texts.joined()
    }
  }

  /// The word for a clock that no event opened.
  static let start = "start"

  /// The word for what something found does not have.
  static let none = "none"
}

extension Verdict {
  /// The verdict as a file writes it.
  var word: String {
    switch self {
    case .met: "met"
    case .late: "late"
    case .missed: "missed"
    case .lapsed: "lapsed"
    case .running: "running"
    case .notRecorded: "not recorded"
    case .held: "held"
    case .broken: "broken"
    }
  }

  init?(word: String) {
    guard let verdict = Verdict.allCases.first(where: { $0.word == word }) else { return nil }
    self = verdict
  }
}

extension Certainty {
  /// The certainty as a file writes it.
  var word: String {
    switch self {
    case .certain: "certain"
    case .possible: "possible"
    }
  }

  init?(word: String) {
    switch word {
    case "certain": self = .certain
    case "possible": self = .possible
    default: return nil
    }
  }
}

extension Span {
  /// Reads a day, or the first and the last: `2020-11-17 to 2020-11-20`.
  init?(text: String) {
    let days = text.split(separator: " to ", omittingEmptySubsequences: false).map { Day(iso: $0) }
    guard let first = days.first ?? nil, let last = days.last ?? nil, days.count <= 2 else { return nil }
    self.init(earliest: first, latest: last)
  }
}
