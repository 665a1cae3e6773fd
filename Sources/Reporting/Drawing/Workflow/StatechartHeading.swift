import Diagnostics

/// What stands in the box of a state, line by line.
struct StatechartHeading {
  private let box: DrawnWorkflow.Box
  /// **Unit**: pixels, the widest that a line may be.
  private let width: Int

  /// How many timescales of other workflows a box tells one by one.
  static let mostOthers = 5
  private static let usualWidth = 270
  /// A long list is broken seldom, so that it stays short enough to read.
  private static let wideWidth = 420
  private static let longList = 8

  init(of box: DrawnWorkflow.Box) {
    self.box = box
    width = box.clocks.count > StatechartHeading.longList ? StatechartHeading.wideWidth : StatechartHeading.usualWidth
  }

  var lines: [DrawnText] {
    let others = box.clocksOfOthers
    return broken(box.title, .title) + (box.isHole ? broken(DrawnWorkflow.holeSentence, .hole) : [])
      + box.stays.flatMap { broken("stays: \($0)", .plain) } + box.ownClocks.flatMap(whole)
      + others.flatMap {
        box.isGrouped ? together($0.title, $0.clocks) : broken("of \"\($0.title)\":", .plain) + $0.clocks.flatMap(whole)
      }
  }

  private func whole(_ clock: DrawnWorkflow.Clock) -> [DrawnText] { broken(clock.words, .clock) + broken(clock.rule, .name) }

  /// The timescales of a workflow by their lengths alone, each told in full to whoever points at it.
  private func together(_ title: String, _ clocks: [DrawnWorkflow.Clock]) -> [DrawnText] {
    let lengths: [String] = clocks.map(\.length).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let text = "of \"\(title)\", \(counted(clocks.count, "timescale")): \(lengths.joined(separator: ", "))"
    return broken(text, .clock).map { line in
      DrawnText(text: line.text, style: line.style, note: clocks.map(\.told).joined(separator: "\n"))
    }
  }

  private func broken(_ text: String, _ style: DrawnText.Style) -> [DrawnText] {
    DrawnText.lines(of: text, style, width: width)
  }
}

extension DrawnWorkflow.Box {
  var ownClocks: [DrawnWorkflow.Clock] { clocks.filter { $0.otherWorkflow == nil } }

  /// The timescales of other workflows, by the title of each in the order of the first.
  var clocksOfOthers: [(title: String, clocks: [DrawnWorkflow.Clock])] {
    clocks.reduce(into: []) { groups, clock in
      guard let title = clock.otherWorkflow else { return }
      if let known = groups.firstIndex(where: { $0.title == title }) {
        groups[known].clocks.append(clock)
      } else {
        groups.append((title, [clock]))
      }
    }
  }

  /// Whether the timescales of other workflows are too many to be told one by one.
  var isGrouped: Bool { clocks.count - ownClocks.count > StatechartHeading.mostOthers }
}
