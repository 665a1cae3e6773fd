import Conditions
import Procedures

/// A workflow with its texts broken into lines, and everything in its place.
struct StatechartLayout: Sendable {
  /// A line of the chart: a step to one of the states it leads to, or the way to what a history state falls back on.
  struct Way: Sendable {
    let from: StateIndex
    let to: StateIndex
    let label: [DrawnText]
    let isOptional: Bool
    /// Whether it comes from everywhere, and is no more than a short arrow to where it leads.
    var isGathered = false
  }

  let drawn: DrawnWorkflow
  /// What stands in the box of each state, line by line.
  let headings: [[DrawnText]]
  let ways: [Way]
  let layout: ChartLayout

  /// **Unit**: pixels, the widest that text beside a line may be.
  private static let labelWidth = 190

  init(_ drawn: DrawnWorkflow) {
    self.drawn = drawn
    headings = drawn.boxes.map { StatechartHeading(of: $0).lines }
    ways = StatechartLayout.ways(of: drawn)
    let starts = drawn.starts
    layout = ChartLayout(
      Chart(
        boxes: drawn.workflow.states.enumerated().map { [headings] number, state in
          Chart.Box(
            parent: state.parent, heading: DrawnText.extent(of: headings[number]), isStart: starts.contains(number),
            isParallel: state.kind == .parallel)
        },
        lines: ways.map { Chart.Line(from: $0.from, to: $0.to, label: DrawnText.extent(of: $0.label), isShort: $0.isGathered) }))
  }

  private static func ways(of drawn: DrawnWorkflow) -> [Way] {
    let steps = drawn.gathered.flatMap { step in
      step.to.map {
        Way(
          from: step.from, to: $0, label: label(of: step, in: drawn), isOptional: step.isOptional,
          isGathered: step.origin != .state(step.from))
      }
    }
    let defaults = drawn.fallbacks.map { from, to in
      Way(from: from, to: to, label: DrawnText.lines(of: DrawnWorkflow.fallback, .plain, width: labelWidth), isOptional: false)
    }
    return steps + defaults
  }

  private static func label(of step: DrawnStep, in drawn: DrawnWorkflow) -> [DrawnText] {
    step.labels.enumerated().flatMap { number, label in
      DrawnText.evenLines(of: number == 0 ? origin(of: step, in: drawn) + label : "or \(label)", .plain, width: labelWidth)
    }
  }

  /// From where a step comes that comes from everywhere.
  private static func origin(of step: DrawnStep, in drawn: DrawnWorkflow) -> String {
    let around = drawn.workflow.states[step.from].parent.map { " in \"\(drawn.boxes[$0].title)\"" } ?? ""
    return switch step.origin {
    case .state: ""
    case .everyOther: "from any other state\(around): "
    case .every: "from any state\(around): "
    }
  }
}

extension StatechartLayout {
  /// Whether a state goes on at once with those beside it and none of them needs an edge: no line begins or ends at one.
  func isOpenRegion(_ state: StateIndex) -> Bool {
    guard let parent = drawn.workflow.states[state].parent, drawn.workflow.states[parent].kind == .parallel else { return false }
    let regions = drawn.workflow.states[parent].children
    return !ways.contains { regions.contains($0.from) || regions.contains($0.to) }
  }
}
