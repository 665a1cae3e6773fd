import Conditions
import Procedures

/// Where everything of a statechart stands.
///
/// States stand one below another, a state inside another inside its box. What can happen in a state stands right of it,
/// a row for each arrow, so that no two texts can meet. Every state that arrows lead to has an upright line right of all
/// texts, which the arrows to it join.
///
/// **Unit**: pixels, from the top left.
struct StatechartLayout {
  struct Box {
    let state: StateIndex
    let depth: Int
    var left = 0
    var right = 0
    var top = 0
    var bottom = 0
    /// The title, in lines.
    var title: [String] = []
    /// Where arrows arrive; `nil` where none does.
    var arrival: Int?
  }

  /// A line of text; one that goes on with the line above is set in a little.
  struct Line {
    let text: String
    let indent: Int

    var width: Int { indent + DrawnText.width(of: text) }
  }

  /// An arrow with the height at which it leaves its state.
  struct Row {
    let step: DrawnStep
    let lines: [Line]
    let top: Int
    /// The height of the arrow's own line.
    let line: Int
  }

  /// The upright line that all arrows to one state join.
  struct Track {
    let state: StateIndex
    let top: Int
    let bottom: Int
    var left = 0
    /// Whether no arrow that joins it is required.
    let isOptional: Bool
  }

  let workflow: Workflow
  private(set) var boxes: [StateIndex: Box] = [:]
  /// The states in document order.
  private(set) var order: [StateIndex] = []
  private(set) var rows: [Row] = []
  private(set) var tracks: [Track] = []
  private(set) var labelsLeft = 0
  private(set) var width = 0
  private(set) var height = 0
  private let steps: [DrawnStep]

  init(_ workflow: Workflow, _ steps: [DrawnStep]) {
    self.workflow = workflow
    self.steps = steps
    let right = Metrics.margin + workflow.topStates.map { breadth(of: $0) }.reduce(0, max) + Metrics.gutter
    labelsLeft = right + Metrics.labelGap
    var y = Metrics.margin
    for state in workflow.topStates { y = place(state, depth: 0, left: Metrics.margin + Metrics.gutter, right, y) + Metrics.gap }
    placeTracks()
    let labelsRight = labelsLeft + rows.flatMap(\.lines).map(\.width).reduce(0, max)
    let columns = spreadTracks(from: labelsRight + Metrics.labelGap)
    width = labelsRight + Metrics.labelGap + columns * Metrics.trackGap + Metrics.margin
    height = y - Metrics.gap + Metrics.margin
  }

  /// The distances of the picture.
  enum Metrics {
    static let margin = 16
    /// Left of the states, where the mark of the start stands.
    static let gutter = 26
    /// Between states, and between a box and what is in it.
    static let gap = 12
    static let inset = 12
    static let padding = 10
    static let labelGap = 26
    static let trackGap = 14
    static let arrivalHeight = 18
    static let titleWidth = 230
    static let labelWidth = 340
    static let indent = 14
  }
}

// MARK: - Boxes and rows

extension StatechartLayout {
  /// The width that a state needs with all that is in it.
  private func breadth(of index: StateIndex) -> Int {
    let state = workflow.states[index]
    let own = title(of: state).map(DrawnText.boldWidth).reduce(0, max) + 2 * Metrics.padding
    let inside = state.children.map { Metrics.gutter + breadth(of: $0) + Metrics.inset }.reduce(0, max)
    return max(own, inside)
  }

  private func title(of state: State) -> [String] {
    DrawnText.lines(of: state.drawnTitle, width: Metrics.titleWidth)
  }

  /// Places a state and all that is in it, and gives its lower end.
  private mutating func place(_ index: StateIndex, depth: Int, left: Int, _ right: Int, _ top: Int) -> Int {
    let state = workflow.states[index]
    order.append(index)
    var box = Box(state: index, depth: depth, left: left, right: right, top: top)
    box.title = title(of: state)
    var y = top + 4
    if steps.contains(where: { !$0.isLoop && $0.to.contains(index) }) {
      box.arrival = y + Metrics.arrivalHeight / 2
      y += Metrics.arrivalHeight
    }
    for step in steps where step.from == index { y = place(step, y) }
    y = max(y + 4, top + box.title.count * DrawnText.lineHeight + 2 * Metrics.padding)
    for child in state.children {
      y = place(child, depth: depth + 1, left: left + Metrics.gutter, right - Metrics.inset, y) + Metrics.gap
    }
    box.bottom = y
    boxes[index] = box
    return y
  }

  private mutating func place(_ step: DrawnStep, _ top: Int) -> Int {
    let lines = step.labels.enumerated().flatMap { number, label in
      DrawnText.lines(of: number == 0 ? label : "or \(label)", width: Metrics.labelWidth).enumerated().map { place, text in
        Line(text: text, indent: place == 0 ? 0 : Metrics.indent)
      }
    }
    let height = lines.count * DrawnText.lineHeight
    let line = step.isLoop ? top + 1 + height / 2 : top + height + 3
    rows.append(Row(step: step, lines: lines, top: top, line: line))
    return top + height + 12
  }
}

// MARK: - Tracks

extension StatechartLayout {
  private mutating func placeTracks() {
    for index in order {
      guard let arrival = boxes[index]?.arrival else { continue }
      let joining = rows.filter { !$0.step.isLoop && $0.step.to.contains(index) }
      let heights = joining.map(\.line) + [arrival]
      tracks.append(
        Track(
          state: index, top: heights.reduce(arrival, min), bottom: heights.reduce(arrival, max),
          isOptional: joining.allSatisfy(\.step.isOptional)))
    }
  }

  /// Gives each track a column in which no other is at its height, short ones first, and tells how many there are.
  private mutating func spreadTracks(from left: Int) -> Int {
    var columns: [[Track]] = []
    let shortFirst = tracks.indices.sorted {
      (tracks[$0].bottom - tracks[$0].top, $0) < (tracks[$1].bottom - tracks[$1].top, $1)
    }
    for number in shortFirst {
      let track = tracks[number]
      let free = columns.firstIndex { $0.allSatisfy { $0.bottom + 4 < track.top || track.bottom + 4 < $0.top } }
      let column = free ?? columns.count
      if free == nil { columns.append([]) }
      columns[column].append(track)
      tracks[number].left = left + column * Metrics.trackGap
    }
    return columns.count
  }
}

extension State {
  /// What stands in the box of the state.
  var drawnTitle: String {
    let title = title ?? name.asWords.capitalised
    switch kind {
    case .parallel: return "\(title) (all of these at once)"
    case .history(.shallow, _): return "\(title) (as last left)"
    case .history(.deep, _): return "\(title) (as last left, with all inside)"
    case .atomic, .compound, .end: return title
    }
  }
}
