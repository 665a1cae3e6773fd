import CivilTime
import Diagnostics
import Histories

/// What a case, its children and its events are called from now on.
struct CaseNames {
  let caseName: String
  /// By the names in the record.
  let children: [String: String]
  let events: [String: String]
  private let ownCaseName: String
  private let pseudonyms: Pseudonyms

  init(_ tree: PlacedNode, _ history: CaseHistory, _ pseudonyms: Pseudonyms) {
    self.pseudonyms = pseudonyms
    ownCaseName = history.name
    caseName = pseudonyms.ofCase(history.name)
    children = Dictionary(
      history.children.map { ($0.name, pseudonyms.ofChild($0.name, inCase: history.name)) },
      uniquingKeysWith: { first, _ in first })
    events = Dictionary(
      history.events.enumerated().map { ($1.identifier, "e\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether no two children have one pseudonym.
  var areDistinct: Bool { Set(children.values).count == children.count }

  func text(_ text: String) -> String { pseudonyms.ofText(text, inCase: ownCaseName) }

  /// The event from which days are counted: the earliest that happened on a day that is written down.
  func anchor(in tree: PlacedNode, _ history: CaseHistory) -> (event: Int, counted: (name: String, day: Day))? {
    let dated = history.events.indices.filter { number in
      let event = history.events[number]
      guard event.wasDone, history.times.spans[event.time].isExact else { return false }
      let day = history.times.spans[event.time].earliest
      return tree["events"]?.list?[number]["when"]?.scalar.map { $0.prefix(10) == day.description } ?? false
    }
    let first = dated.min { a, b in
      (history.times.spans[history.events[a].time].earliest, a) < (history.times.spans[history.events[b].time].earliest, b)
    }
    return first.map { number in
      (number, ("e\(number + 1)", history.times.spans[history.events[number].time].earliest))
    }
  }
}
