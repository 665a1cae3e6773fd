import Conditions
import Diagnostics
import Procedures

/// A statechart so small that every sequence of events, and every sequence of steps that the record does not show, can be
/// tried on it.
///
/// Its events are numbered, and each may carry one word, `x` or `y`.
struct SmallChart: Sendable {
  struct Node: Sendable {
    let name: String
    let kind: State.Kind
    var parent: StateIndex?
  }

  struct Arrow: Sendable, Hashable {
    var cue: Transition.Cue
    let from: StateIndex
    /// Empty for a transition that goes nowhere.
    let to: [StateIndex]
    var condition = SmallCondition.none
    var isOptional = false
    var leaves = false
  }

  /// In document order; the first is where every machine begins.
  let nodes: [Node]
  /// In document order.
  var arrows: [Arrow]

  /// The attribute that holds the word.
  static let word: AttributeIndex = 0
  static let words = ["x", "y"]

  /// How many events it knows.
  var eventCount: Int {
    let heard = arrows.flatMap { arrow -> [EventIndex] in
      guard case .events(let events) = arrow.cue else { return [] }
      return events
    }
    return (heard.max() ?? -1) + 1
  }

  /// Everything that can be told of one event: each event, with each word and without where a guard asks for its word.
  var alphabet: [ToldEvent] {
    (0..<eventCount).flatMap { event -> [ToldEvent] in
      let isAsked = arrows.contains { arrow in
        guard case .events(let events) = arrow.cue, case .word = arrow.condition else { return false }
        return events.contains(event)
      }
      let words: [Int?] = isAsked ? [0, 1, nil] : [nil]
      return words.map { ToldEvent(event: event, word: $0) }
    }
  }
}

/// What a transition asks.
enum SmallCondition: Sendable, Hashable {
  case none
  /// Whether the event at hand carries this word.
  case word(Int)
  case isIn(StateIndex)
  case isNotIn(StateIndex)
}

/// One event of a record; `nil` where its word is not recorded.
struct ToldEvent: Sendable, Hashable {
  let event: EventIndex
  let word: Int?
}

// MARK: - As a procedure

extension SmallChart {
  var procedure: Procedure {
    let attribute = ConditionScope.Attribute(name: "word", index: Self.word, type: .choice(Self.choice))
    let events = (0..<eventCount).map {
      Vocabulary.Event(name: "e\($0)", title: "Event \($0)", attributes: [attribute], place: Self.place)
    }
    let scope = ConditionScope(
      events: events.map { ConditionScope.Event(name: $0.name, attributes: [attribute]) }, roles: Self.choice,
      workflows: [ConditionScope.Workflow(name: "chart", states: nodes.map(\.name))], parameters: [], rules: [])
    return Procedure(
      name: "small", title: "Small", profile: nil,
      vocabulary: Vocabulary(roles: [], events: events, attributeNames: ["word"]), sources: [], parameters: [],
      workflows: [workflow], rules: [], scope: scope)
  }

  var workflow: Workflow {
    let states = nodes.indices.map { index in
      State(
        name: nodes[index].name, path: nodes[index].name, title: nil, kind: nodes[index].kind,
        parent: nodes[index].parent, children: nodes.indices.filter { nodes[$0].parent == index }, place: Self.place)
    }
    return Workflow(
      name: "chart", title: "Chart", states: states, topStates: nodes.indices.filter { nodes[$0].parent == nil },
      start: 0, transitions: arrows.map(transition), signals: [], place: Self.place)
  }

  private func transition(_ arrow: Arrow) -> Transition {
    Transition(
      name: nil, cue: arrow.cue, from: arrow.from, to: arrow.to, when: arrow.condition.written,
      isOptional: arrow.isOptional, leaves: arrow.leaves, place: Self.place)
  }

  fileprivate static let choice = ChoiceType(name: "word", members: words)
  fileprivate static let place = Place(file: "small", line: 1, column: 1)
}

extension SmallCondition {
  fileprivate var written: Condition? {
    let expression: Expression? =
      switch self {
      case .none: nil
      case .word(let word): .compare(.equal, .this(SmallChart.word), .constant(.choice(word)))
      case .isIn(let state): .state(StateReference(workflow: 0, state: state))
      case .isNotIn(let state): .not(.state(StateReference(workflow: 0, state: state)))
      }
    return expression.map { Condition(expression: $0, type: .truth, text: "\(self)", place: SmallChart.place) }
  }
}

// MARK: - In words

extension SmallChart: CustomStringConvertible {
  var description: String { (nodes.indices.map(line) + arrows.map(line)).joined(separator: "\n") }

  private func line(_ node: StateIndex) -> String {
    let parent = nodes[node].parent.map { " in \(nodes[$0].name)" } ?? ""
    switch nodes[node].kind {
    case .atomic: return "state \(nodes[node].name)\(parent)"
    case .end: return "end \(nodes[node].name)\(parent)"
    case .parallel: return "parallel \(nodes[node].name)\(parent)"
    case .compound(let start): return "state \(nodes[node].name)\(parent), start \(names(start))"
    case .history(let depth, let otherwise):
      return "\(depth) history \(nodes[node].name)\(parent), otherwise \(names(otherwise))"
    }
  }

  private func line(_ arrow: Arrow) -> String {
    let cue =
      switch arrow.cue {
      case .events(let events): "on " + events.map { "e\($0)" }.joined(separator: " or ")
      case .completion(let state): "when \(nodes[state].name) is complete"
      default: "by itself"
      }
    let condition =
      switch arrow.condition {
      case .none: ""
      case .word(let word): " with \(Self.words[word])"
      case .isIn(let state): " in \(nodes[state].name)"
      case .isNotIn(let state): " not in \(nodes[state].name)"
      }
    return "\(nodes[arrow.from].name) -> \(arrow.to.isEmpty ? "nowhere" : names(arrow.to)) \(cue)\(condition)"
      + (arrow.isOptional ? ", optional" : "") + (arrow.leaves ? ", leaves" : "")
  }

  private func names(_ states: [StateIndex]) -> String { states.map { nodes[$0].name }.joined(separator: " and ") }
}

extension ToldEvent: CustomStringConvertible {
  var description: String { "e\(event)" + (word.map { " with \(SmallChart.words[$0])" } ?? "") }
}
