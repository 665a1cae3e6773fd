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

  /// **Unit**: pixels, the widest that text in a box and beside a line may be.
  private static let usualHeadingWidth = 270
  private static let wideHeadingWidth = 420
  private static let labelWidth = 190

  init(_ drawn: DrawnWorkflow) {
    self.drawn = drawn
    headings = drawn.boxes.map(StatechartLayout.heading)
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

  private static func heading(of box: DrawnWorkflow.Box) -> [DrawnText] {
    // A long list is broken seldom, so that it stays short enough to read.
    let headingWidth = box.clocks.count > 8 ? wideHeadingWidth : usualHeadingWidth
    var lines = DrawnText.lines(of: box.title, .title, width: headingWidth)
    if box.isHole { lines += DrawnText.lines(of: DrawnWorkflow.holeSentence, .hole, width: headingWidth) }
    for step in box.stays { lines += DrawnText.lines(of: "stays: \(step)", .plain, width: headingWidth) }
    for clock in box.clocks where !clock.isOfOther {
      lines += DrawnText.lines(of: clock.words, .clock, width: headingWidth)
      lines += DrawnText.lines(of: clock.rule, .name, width: headingWidth)
    }
    for clock in box.clocks where clock.isOfOther {
      lines += DrawnText.lines(of: "\(clock.words): \(clock.rule)", .clock, width: headingWidth)
    }
    return lines
  }

  private static func ways(of drawn: DrawnWorkflow) -> [Way] {
    let steps = drawn.gathered.flatMap { step in
      step.to.map {
        Way(
          from: step.from, to: $0, label: label(of: step), isOptional: step.isOptional,
          isGathered: step.origin != .state(step.from))
      }
    }
    let defaults = drawn.fallbacks.map { from, to in
      Way(from: from, to: to, label: DrawnText.lines(of: DrawnWorkflow.fallback, .plain, width: labelWidth), isOptional: false)
    }
    return steps + defaults
  }

  private static func label(of step: DrawnStep) -> [DrawnText] {
    let origin =
      switch step.origin {
      case .state: ""
      case .everyOther: "from any other: "
      case .every: "from any of these: "
      }
    return step.labels.enumerated().flatMap { number, label in
      DrawnText.evenLines(of: number == 0 ? origin + label : "or \(label)", .plain, width: labelWidth)
    }
  }
}
