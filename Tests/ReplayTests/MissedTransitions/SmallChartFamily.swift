import Conditions
import Procedures

/// All small charts that differ only in what stands in a few places: each place holds no transition or one of several.
struct SmallChartFamily: Sendable, CustomStringConvertible {
  let name: String
  let nodes: [SmallChart.Node]
  /// What every chart of the family has.
  var common: [SmallChart.Arrow] = []
  /// For each place what may stand there, besides nothing.
  let places: [[SmallChart.Arrow]]
  /// Whether the places hold the same but for the event, so that charts that differ only in the names of events are one.
  var areEventsAlike = false
  /// The sequences of events are of this length, and contain all shorter ones.
  let length: Int
  /// An ordinary run takes the first of so many charts.
  var stride = 1

  var description: String { name }

  /// Calls the body for each chart of the family in turn, until it answers false.
  ///
  /// - Parameter isEvery: whether all charts are wanted, and not only those of an ordinary run.
  func forEach(isEvery: Bool, _ body: (SmallChart) -> Bool) {
    var choice = Array(repeating: 0, count: places.count)
    var number = -1
    repeat {
      number += 1
      if !isEvery, number % stride != 0 { continue }
      let chosen = zip(places, choice).compactMap { $1 == 0 ? nil : $0[$1 - 1] }
      if !body(SmallChart(nodes: nodes, arrows: common + chosen)) { return }
    } while advance(&choice)
  }

  /// The next choice, where each place's number counts upwards; none is smaller than the one before where events are alike.
  private func advance(_ choice: inout [Int]) -> Bool {
    guard let place = choice.indices.last(where: { choice[$0] < places[$0].count }) else { return false }
    choice[place] += 1
    for later in choice.indices where later > place { choice[later] = areEventsAlike ? choice[place] : 0 }
    return true
  }
}

extension SmallChartFamily {
  static let all: [SmallChartFamily] =
    [
      plain, ended, optional, worded("three states, an event with words", ends: []),
      worded("two states and an end, an event with words", ends: [2]), completing, following, parallel, asking,
    ] + nested + remembering
}

// MARK: - Flat charts

extension SmallChartFamily {
  private typealias Arrow = SmallChart.Arrow

  static func flat(_ ends: Set<Int> = []) -> [SmallChart.Node] {
    ["a", "b", "c"].enumerated().map {
      SmallChart.Node(name: $1, kind: ends.contains($0) ? .end : .atomic)
    }
  }

  /// On every event a transition from every state to any state or to nowhere.
  static let plain = SmallChartFamily(
    name: "three states, two events", nodes: flat(), places: anyWay(from: [0, 1, 2]), length: 4, stride: 17)

  /// The same with an end, after which the next episode begins.
  static let ended = SmallChartFamily(
    name: "two states and an end, two events", nodes: flat([2]), places: anyWay(from: [0, 1]), length: 4)

  /// Every transition required or not, and an event that is only heard in the third state.
  static let optional = SmallChartFamily(
    name: "three states, three events, steps that are optional", nodes: flat(),
    common: [Arrow(cue: .events([2]), from: 2, to: [0])],
    places: slots(from: [0, 1]).map { slot in
      (0...2).flatMap { target in
        [false, true].map {
          Arrow(cue: .events([slot.event]), from: slot.from, to: [target], isOptional: $0)
        }
      }
    }, length: 3, stride: 3)

  /// One event by its word, where it is recorded, and one that carries none.
  static func worded(_ name: String, ends: Set<Int>) -> SmallChartFamily {
    SmallChartFamily(
      name: name, nodes: flat(ends),
      places: [0, 1].flatMap { from in
        [(0, SmallCondition.word(0)), (0, .word(1)), (1, .none)].map { event, condition in
          (0...2).map { Arrow(cue: .events([event]), from: from, to: [$0], condition: condition) }
        }
      }, length: 2, stride: 5)
  }

  private static func slots(from states: [StateIndex]) -> [(from: StateIndex, event: EventIndex)] {
    states.flatMap { from in [0, 1].map { (from, $0) } }
  }

  private static func anyWay(from states: [StateIndex]) -> [[Arrow]] {
    slots(from: states).map { slot in
      [[0], [1], [2], []].map { Arrow(cue: .events([slot.event]), from: slot.from, to: $0) }
    }
  }
}

// MARK: - States within states

extension SmallChartFamily {
  /// Two states within one, and one beside it in which the machine begins or not.
  static let nested = [
    within(
      "two states within one", [node("s", .compound(start: [1])), node("a", in: 0), node("b", in: 0), node("c")],
      to: [[0], [1], [2], [3], []]),
    within(
      "two states within one, begun beside it",
      [node("c"), node("s", .compound(start: [2])), node("a", in: 1), node("b", in: 1)],
      to: [[0], [1], [2], [3]]),
    within(
      "two states within one that is left and entered again",
      [node("s", .compound(start: [1])), node("a", in: 0), node("b", in: 0), node("c")], to: [[1], [2], [3]],
      leaves: true),
  ]

  /// A state that remembers in which of two states within it the machine was.
  static let remembering = [State.HistoryDepth.shallow, .deep].map { depth in
    within(
      "two states within one, with \(depth) history",
      [
        node("s", .compound(start: [1])), node("a", in: 0), node("b", in: 0),
        node("h", .history(depth: depth, otherwise: [1]), in: 0), node("c"),
      ], to: [[1], [2], [3], [4]])
  }

  /// Two states within one, of which one completes it, and what follows by itself.
  static let completing = within(
    "an end within a state, and what follows it",
    [node("s", .compound(start: [1])), node("a", in: 0), node("z", .end, in: 0), node("c")],
    common: [SmallChart.Arrow(cue: .completion(of: 0), from: 0, to: [3])], to: [[0], [1], [2], [3]])

  /// What follows by itself in one state, and a guard that asks for another.
  static let following = within(
    "three states, of which one is left by itself", [node("a"), node("b"), node("c")],
    common: [SmallChart.Arrow(cue: .always, from: 1, to: [2], condition: .isNotIn(0))], to: [[0], [1], [2]],
    conditions: [.none, .isIn(0), .isNotIn(1)], eventCount: 2)

  /// Two regions of two states each.
  static let parallel = within(
    "two regions of two states", regions, to: [[2], [3], [5], [6], [2, 6], [7]], from: [1, 2, 3, 5, 6, 7],
    stride: 17)

  /// The same, where one region asks where the other is.
  static let asking = within(
    "two regions of two states, one asking where the other is", regions, to: [[3], [6], [7]], from: [2, 3, 5, 6],
    conditions: [.none, .isIn(6), .isNotIn(6)], stride: 17)

  private static let regions = [
    node("p", .parallel), node("r", .compound(start: [2]), in: 0), node("a", in: 1), node("b", in: 1),
    node("q", .compound(start: [5]), in: 0), node("c", in: 4), node("d", in: 4), node("e"),
  ]

  private static func node(
    _ name: String, _ kind: State.Kind = .atomic, in parent: StateIndex? = nil
  ) -> SmallChart.Node {
    SmallChart.Node(name: name, kind: kind, parent: parent)
  }

  /// Charts in which each event takes one transition, from any state to any of the targets.
  private static func within(
    _ name: String, _ nodes: [SmallChart.Node], common: [SmallChart.Arrow] = [], to targets: [[StateIndex]],
    from sources: [StateIndex]? = nil, conditions: [SmallCondition] = [.none], leaves: Bool = false, eventCount: Int = 3,
    stride: Int = 2
  ) -> SmallChartFamily {
    let proper = nodes.indices.filter { index in
      switch nodes[index].kind {
      case .atomic, .compound, .parallel: true
      case .end, .history: false
      }
    }
    let places = (0..<eventCount).map { event in
      (sources ?? proper).flatMap { from in
        targets.flatMap { to in
          conditions.map {
            SmallChart.Arrow(cue: .events([event]), from: from, to: to, condition: $0, leaves: leaves)
          }
        }
      }
    }
    return SmallChartFamily(
      name: name, nodes: nodes, common: common, places: places, areEventsAlike: true, length: 3,
      stride: stride)
  }
}
