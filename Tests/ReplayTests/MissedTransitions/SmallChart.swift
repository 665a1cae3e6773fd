import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures

/// A chart of a few states and three events, made by number, so that all of a shape can be gone through.
struct SmallChart {
  enum Shape: CaseIterable {
    /// Three states beside one another.
    case flat
    /// Three states, the last of which ends the workflow.
    case ending
    /// A state, and one with two inside it.
    case nested
    /// Two regions of two states each, side by side.
    case sideBySide
  }

  struct Arrow: Equatable {
    let event: Int
    let from: Int
    let to: Int
    let isOptional: Bool
  }

  /// A state as an oracle sees it: by name, with the one around it.
  struct Box {
    let name: String
    let parent: Int?
    let children: [Int]
  }

  static let events = ["e", "f", "g"]

  let shape: Shape
  let arrows: [Arrow]

  /// Which states of a shape an arrow may lead from, and from each to which.
  private static func ways(_ shape: Shape) -> [(from: Int, to: [Int])] {
    switch shape {
    case .flat: (0..<3).map { ($0, [0, 1, 2]) }
    case .ending: (0..<2).map { ($0, [0, 1, 2]) }
    case .nested: (0..<4).map { ($0, [0, 1, 2, 3]) }
    case .sideBySide: [(1, [2, 3]), (4, [5, 6])].flatMap { region in region.1.map { ($0, region.1) } }
    }
  }

  /// How many charts there are of a shape: for each state and event no arrow or one to each state, and each event's steps
  /// required or not.
  static func count(of shape: Shape) -> Int {
    ways(shape).reduce(1 << events.count) { count, way in events.reduce(count) { product, _ in product * (way.to.count + 1) } }
  }

  init(_ shape: Shape, number: Int) {
    self.shape = shape
    var rest = number
    func digit(_ base: Int) -> Int {
      defer { rest /= base }
      return rest % base
    }
    let optional = SmallChart.events.map { _ in digit(2) == 1 }
    var arrows: [Arrow] = []
    for way in SmallChart.ways(shape) {
      for event in SmallChart.events.indices {
        let choice = digit(way.to.count + 1)
        guard choice > 0 else { continue }
        arrows.append(Arrow(event: event, from: way.from, to: way.to[choice - 1], isOptional: optional[event]))
      }
    }
    self.arrows = arrows
  }

  var boxes: [Box] {
    switch shape {
    case .flat, .ending: ["a", "b", "c"].map { Box(name: $0, parent: nil, children: []) }
    case .nested:
      [
        Box(name: "a", parent: nil, children: []), Box(name: "p", parent: nil, children: [2, 3]),
        Box(name: "x", parent: 1, children: []), Box(name: "y", parent: 1, children: []),
      ]
    case .sideBySide:
      [
        Box(name: "both", parent: nil, children: [1, 4]), Box(name: "left", parent: 0, children: [2, 3]),
        Box(name: "a", parent: 1, children: []), Box(name: "b", parent: 1, children: []),
        Box(name: "right", parent: 0, children: [5, 6]), Box(name: "c", parent: 4, children: []),
        Box(name: "d", parent: 4, children: []),
      ]
    }
  }
}

// MARK: - As the replay takes it

extension SmallChart {
  private static let place = Place(file: "chart", line: 1, column: 1)

  var procedure: Procedure {
    let boxes = boxes
    let states = boxes.indices.map { index in
      State(
        name: boxes[index].name, path: path(of: index), title: nil, kind: kind(of: index), parent: boxes[index].parent,
        children: boxes[index].children, place: SmallChart.place)
    }
    let workflow = Workflow(
      name: "w", title: "W", states: states, topStates: boxes.indices.filter { boxes[$0].parent == nil }, start: 0,
      transitions: arrows.map { arrow in
        Transition(
          name: nil, cue: .events([arrow.event]), from: arrow.from, to: [arrow.to], when: nil,
          isOptional: arrow.isOptional, leaves: false, place: SmallChart.place)
      }, signals: [], place: SmallChart.place)
    let vocabulary = Vocabulary(
      roles: [],
      events: SmallChart.events.map {
        Vocabulary.Event(name: $0, title: $0, attributes: [], place: SmallChart.place)
      }, attributeNames: [])
    return Procedure(
      name: "small", title: "Small", profile: nil, vocabulary: vocabulary, sources: [], parameters: [],
      workflows: [workflow], rules: [],
      scope: ConditionScope(
        events: SmallChart.events.map { ConditionScope.Event(name: $0, attributes: []) },
        roles: ChoiceType(name: "role", members: []),
        workflows: [ConditionScope.Workflow(name: "w", states: states.map(\.path))], parameters: [], rules: []))
  }

  private func path(of index: Int) -> String {
    boxes[index].parent.map { path(of: $0) + "." + boxes[index].name } ?? boxes[index].name
  }

  private func kind(of index: Int) -> State.Kind {
    if shape == .ending, index == 2 { return .end }
    if shape == .sideBySide, index == 0 { return .parallel }
    return boxes[index].children.first.map { .compound(start: [$0]) } ?? .atomic
  }

  /// A record of one event a day, from which nothing is left out, or which says of no event that it is complete.
  static func history(_ events: [Int], isComplete: Bool) -> CaseHistory {
    let start = Day(year: 2023, month: 4, day: 3) ?? .earliest
    let days = events.indices.map { start.adding(days: $0) }
    return CaseHistory(
      name: "case", title: "Case", procedure: "small", profile: nil,
      children: [ChildRecord(name: "child", known: nil, born: nil, until: nil, startsIn: [])],
      events: events.enumerated().map { number, event in
        HistoryEvent(
          identifier: "e\(number + 1)", event: event, wasDone: true, children: 1, time: number, end: number, minute: -1,
          firstAttribute: 0, attributeCount: 0, isFree: false, cite: nil, place: nil)
      },
      attributes: [],
      completeness: isComplete
        ? SmallChart.events.indices.map { Completeness(event: $0, children: 1, from: nil, until: nil) } : [],
      observedUntil: days.count, times: CaseTimes(exact: days + [start.adding(days: days.count)]))
  }
}
