/// What is to be laid out: boxes inside boxes, and lines between them, with the room that their texts take.
struct Chart: Sendable {
  struct Box: Sendable {
    /// The box around it; `nil` for one that stands in the open.
    let parent: Int?
    /// What stands in its upper left corner.
    let heading: Extent
    /// Whether something begins here, so that a mark with an arrow stands before it.
    let isStart: Bool
    /// Whether the boxes in it go on at once, and stand side by side with a divider between them.
    let isParallel: Bool
  }

  /// A line with an arrow; one that ends where it began is a loop beside its box.
  struct Line: Sendable {
    let from: Int
    let to: Int
    /// Nothing for a line without words.
    let label: Extent
    /// Whether a loop is no more than a short arrow to its box.
    var isShort = false

    var isLoop: Bool { from == to }
  }

  /// A box stands after the one around it, and those in one box in the order in which its author thinks of them.
  let boxes: [Box]
  let lines: [Line]
  /// How far above and below its middle a loop leaves and comes back.
  var loopHalf = 6
}

extension Chart {
  /// The boxes directly in a box, those that something begins in first; `nil` asks for those in the open.
  func children(of parent: Int?) -> [Int] {
    let inside = boxes.indices.filter { boxes[$0].parent == parent }
    return inside.filter { boxes[$0].isStart } + inside.filter { !boxes[$0].isStart }
  }

  /// The height that a loop takes at the side of its box.
  func loopHeight(_ label: Extent) -> Int { max(label.height, 2 * loopHalf + 4) + ChartMetrics.padding }

  /// How wide the boxes of a container may stand side by side: what goes on at once shares the room.
  ///
  /// **Unit**: pixels.
  func rowWidth(in container: Int?) -> Int {
    guard let container else { return ChartMetrics.rowWidth }
    let parent = boxes[container].parent
    let isRegion = parent.map { boxes[$0].isParallel } ?? false
    return rowWidth(in: parent) / (isRegion ? children(of: parent).count : 1)
  }

  func isInside(_ box: Int, _ other: Int) -> Bool { around(box).dropFirst().contains(other) }

  /// A box and those around it, innermost first.
  func around(_ box: Int) -> [Int] {
    boxes[box].parent.map { [box] + around($0) } ?? [box]
  }

  /// The box directly in a container in which, or as which, a box stands.
  func member(of container: Int?, holding box: Int) -> Int? {
    around(box).first { boxes[$0].parent == container }
  }
}

/// The distances of a chart.
///
/// **Unit**: pixels.
enum ChartMetrics {
  static let margin = 20
  /// Between the edge of a box and what is in it.
  static let padding = 12
  /// Between things side by side.
  static let gap = 20
  /// Between two lines side by side.
  static let lineGap = 12
  /// Before a box that something begins in.
  static let startRoom = 28
  /// From a box out to the far end of a loop, and on to its label.
  static let loopReach = 18
  /// From a line to its label.
  static let labelGap = 6
  /// Between a box and the first level piece of a line below or above it.
  static let channelEnd = 13
  /// How wide boxes may stand side by side.
  static let rowWidth = 1250
  /// Between two level pieces of lines.
  static let track = 10
}
