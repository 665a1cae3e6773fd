import Conditions
import Procedures

/// What a condition says of earlier events: their kinds, and how it looks at them.
struct OccurrenceReference {
  /// Any of these.
  let kinds: [EventKind]
  /// What they come after, as `since` says it: the last of any of these.
  let marks: [EventKind]
  let reach: OccurrenceReach
  /// Whether only the last of them is looked at.
  let isLatest: Bool
  /// Whether they are narrowed by the days on which they happened, or by what is so of the event at hand, too.
  let isNarrowed: Bool
}

extension OccurrenceReference {
  /// The one list of earlier events that an expression looks at; `nil` where there is none, or more than one.
  init?(of expression: Expression) {
    let lists = expression.occurrenceLists
    guard let list = lists.first, lists.allSatisfy({ $0 == list }), let parts = ListParts(list) else { return nil }
    var latest = 0
    expression.visit { if case .call(.latest, let arguments) = $0, arguments == [list] { latest += 1 } }
    kinds = parts.kinds
    marks = parts.marks
    reach = parts.reach
    isLatest = latest == lists.count
    isNarrowed = parts.isNarrowed
    // The mark of `since` must be told apart from its members.
    guard Set(kinds.map(\.event)).isDisjoint(with: marks.map(\.event)) else { return nil }
  }
}

/// The parts of an expression whose value is a list of earlier events.
private struct ListParts {
  var events: [EventIndex]
  var conditions: [Expression] = []
  var marks: [EventKind] = []
  var reach: OccurrenceReach
  var isNarrowed = false

  var kinds: [EventKind] { events.map { EventKind($0, conditions) } }

  init?(_ list: Expression) {
    switch list {
    case .occurrences(let events, let reach):
      self.events = events
      self.reach = reach
    case .filter(let inner, let keeping):
      guard let parts = ListParts(inner), keeping.occurrenceLists.isEmpty else { return nil }
      self = parts
      for condition in keeping.joined {
        if condition.readsMoreThanItem { isNarrowed = true } else { conditions.append(condition) }
      }
    case .call(.ever, let arguments):
      guard let inner = arguments.first, let parts = ListParts(inner) else { return nil }
      self = parts
      reach = .ever
    case .call(.since, let arguments):
      guard arguments.count == 2, let parts = ListParts(arguments[0]), let ends = ListParts(arguments[1]),
        !ends.isNarrowed, ends.marks.isEmpty
      else { return nil }
      self = parts
      marks += ends.kinds
    default: return nil
    }
  }
}

extension Expression {
  /// The outermost lists of earlier events inside the expression.
  var occurrenceLists: [Expression] {
    switch self {
    case .occurrences, .filter, .call(.since, _), .call(.ever, _): [self]
    default: parts.flatMap(\.occurrenceLists)
    }
  }

  /// Whether it asks for anything but what is stated of the item that a filter looks at.
  fileprivate var readsMoreThanItem: Bool {
    var reads = false
    visit {
      switch $0 {
      case .constant, .itemAttribute(_, scope: 0), .item(scope: 0), .parameter, .compare, .anyOf, .not, .and, .or,
        .call(.listContains, _), .call(.known, _):
        break
      default: reads = true
      }
    }
    return reads
  }
}
