/// Where everything in one container of a chart stands, from the container's upper left corner.
struct ContainerLayout {
  let plan: LayerPlan
  let chart: Chart
  /// The layouts of the boxes directly in it that hold others.
  private(set) var inner: [Int: ContainerLayout] = [:]
  private(set) var size = Extent()
  /// The boxes directly in it.
  private(set) var boxes: [Int: Rectangle] = [:]
  private(set) var labels: [Int: Rectangle] = [:]
  /// The way of each link, from top to bottom.
  private(set) var ways: [[Point]] = []
  /// Where lines go through its upper edge and through its lower edge, by line.
  private(set) var portsAbove: [Int: Int] = [:]
  private(set) var portsBelow: [Int: Int] = [:]
  /// Where the upright line of an item stands; for a box its left edge.
  private var columns: [Int] = []
  /// Where lines meet the boxes: by link, at the upper and at the lower end.
  private var upperPins: [Int: Int] = [:]
  private var lowerPins: [Int: Int] = [:]

  /// - Parameters:
  ///   - above: the lines that come in through the upper edge, in their order, and those through the lower edge.
  ///   - rising: the lines that go up outside the container.
  init(of container: Int?, in chart: Chart, above: [Int] = [], below: [Int] = [], rising: Set<Int> = []) {
    self.chart = chart
    plan = LayerPlan(of: container, in: chart, above: above, below: below, rising: rising)
    for member in chart.children(of: container) where !chart.children(of: member).isEmpty {
      inner[member] = ContainerLayout(
        of: member, in: chart, above: linesThrough(member, isAbove: true), below: linesThrough(member, isAbove: false),
        rising: plan.rising)
    }
    placeColumns()
    placePins()
    placeRows()
  }

  /// The lines that go on inside a box through its upper or lower edge, in the order in which they come to it.
  private func linesThrough(_ box: Int, isAbove: Bool) -> [Int] {
    let joining = plan.links.filter { ($0.lower == .box(box) && isAbove || $0.upper == .box(box) && !isAbove) }
      .filter { link in
        let line = chart.lines[link.line]
        let isSource = plan.rising.contains(link.line) == isAbove
        return (isSource ? line.from : line.to) != box
      }
    var places: [Int: Int] = [:]
    for row in plan.layers { for (place, item) in row.enumerated() { places[item] = place } }
    func place(_ link: LayerPlan.Link) -> Int {
      places[isAbove ? link.chain[link.chain.count - 2] : link.chain[1], default: 0]
    }
    return joining.sorted { (place($0), $0.line) < (place($1), $1.line) }.map(\.line)
  }
}

// MARK: - What takes how much room

extension ContainerLayout {
  private var loops: [Int: [Int]] {
    Dictionary(grouping: chart.lines.indices.filter { chart.lines[$0].isLoop }) { chart.lines[$0].from }
  }

  private func loopRoom(of box: Int) -> Extent {
    let labels = (loops[box] ?? []).map { chart.lines[$0].label }
    guard !labels.isEmpty else { return Extent() }
    return Extent(
      width: ChartMetrics.loopReach + ChartMetrics.labelGap + labels.map(\.width).reduce(0, max),
      height: labels.map(chart.loopHeight).reduce(ChartMetrics.padding, +))
  }

  /// The room that a box takes with its loops and the mark before it, if nothing is in it.
  static func leastWidth(of box: Int, in chart: Chart) -> Int {
    let labels = chart.lines.filter { $0.isLoop && $0.from == box }.map(\.label.width)
    let loops = labels.max().map { ChartMetrics.loopReach + ChartMetrics.labelGap + $0 } ?? 0
    return ChartMetrics.startRoom + chart.boxes[box].heading.width + 2 * ChartMetrics.padding + loops + ChartMetrics.gap
  }

  /// The box itself, without its loops and the mark before it.
  private func extent(of box: Int) -> Extent {
    let loops = loopRoom(of: box).height
    let pins = max(plan.links.count { $0.upper == .box(box) }, plan.links.count { $0.lower == .box(box) })
    if let inner = inner[box] {
      return Extent(width: max(inner.size.width, 2 * (pins + 1) * ChartMetrics.lineGap), height: max(inner.size.height, loops))
    }
    let heading = chart.boxes[box].heading
    return Extent(
      width: max(heading.width + 2 * ChartMetrics.padding, (pins + 1) * ChartMetrics.lineGap),
      height: max(heading.height + 2 * ChartMetrics.padding, loops))
  }

  /// How far an item reaches to the left and to the right of its column.
  private func reach(of item: Int) -> (left: Int, right: Int) {
    switch plan.items[item].role {
    case .heading: return (0, plan.container.map { chart.boxes[$0].heading.width } ?? 0)
    case .bend, .port: return (0, 0)
    case .label(let link): return (0, ChartMetrics.labelGap + chart.lines[plan.links[link].line].label.width)
    case .box(let box):
      return (chart.boxes[box].isStart ? ChartMetrics.startRoom : 0, extent(of: box).width + loopRoom(of: box).width)
    }
  }

  private func gap(_ left: Int, _ right: Int) -> Int {
    func isThin(_ item: Int) -> Bool {
      switch plan.items[item].role {
      case .bend, .port: true
      case .heading, .label, .box: false
      }
    }
    if isThin(left), isThin(right) { return ChartMetrics.lineGap }
    return isParallel ? 2 * ChartMetrics.gap : ChartMetrics.gap
  }

  private var isParallel: Bool { plan.container.map { chart.boxes[$0].isParallel } ?? false }
}

// MARK: - Columns

extension ContainerLayout {
  /// Lines as straight as can be, first those that pass, and then nothing wider than it must be.
  private mutating func placeColumns() {
    let count = plan.items.count
    var spans: [ShortestSpans.Span] = []
    let (leftEdge, rightEdge) = (count, count + 1)
    let edge = plan.container == nil ? ChartMetrics.margin : ChartMetrics.padding
    for row in plan.layers {
      for (left, right) in zip(row, row.dropFirst()) {
        let apart = reach(of: left).right + gap(left, right) + reach(of: right).left
        spans.append(ShortestSpans.Span(from: left, to: right, atLeast: apart, weight: 0))
      }
      for item in row {
        let isHeading = plan.items[item].role == .heading
        spans.append(
          ShortestSpans.Span(from: leftEdge, to: item, atLeast: edge + reach(of: item).left, weight: isHeading ? 100 : 0))
        spans.append(ShortestSpans.Span(from: item, to: rightEdge, atLeast: reach(of: item).right + edge, weight: 0))
      }
    }
    spans.append(ShortestSpans.Span(from: leftEdge, to: rightEdge, atLeast: 2 * edge, weight: 1))
    for number in plan.links.indices { spans += straight(number, after: count + 2 + spans.count) }
    columns = numbered(spans, from: count + 2)
    size.width = columns[rightEdge] - columns[leftEdge]
    columns = columns[..<count].map { $0 - columns[leftEdge] }
  }

  /// Gives the joints between items numbers without a gap, and finds the values.
  private func numbered(_ spans: [ShortestSpans.Span], from first: Int) -> [Int] {
    var numbers: [Int: Int] = [:]
    let renumbered = spans.map { span -> ShortestSpans.Span in
      guard span.from >= first else { return span }
      let number = numbers[span.from] ?? first + numbers.count
      numbers[span.from] = number
      return ShortestSpans.Span(from: number, to: span.to, atLeast: span.atLeast, weight: span.weight)
    }
    return ShortestSpans.values(count: first + numbers.count, spans: renumbered)
  }

  /// Both ends of each step of a link drawn to one joint, so that their distance counts whichever is further right.
  private func straight(_ number: Int, after first: Int) -> [ShortestSpans.Span] {
    let chain = plan.links[number].chain
    return zip(chain, chain.dropFirst()).enumerated().flatMap { place, step in
      let weight = weight(of: step.0) * weight(of: step.1)
      return [(step.0, true), (step.1, false)].map { item, isUpper in
        ShortestSpans.Span(
          from: first + place, to: item, atLeast: -pinOffset(of: item, on: number, isUpper: isUpper), weight: weight)
      }
    }
  }

  private func weight(of item: Int) -> Int {
    if case .box = plan.items[item].role { 1 } else { 3 }
  }

  /// How far right of an item's column a link meets it, as far as that is known: in the middle of a box of its own.
  private func pinOffset(of item: Int, on number: Int, isUpper: Bool) -> Int {
    guard case .box(let box) = plan.items[item].role else { return 0 }
    return fixedPin(of: box, on: number, isUpper: isUpper) ?? extent(of: box).width / 2
  }

  /// Where a line that goes on inside a box meets its edge.
  private func fixedPin(of box: Int, on number: Int, isUpper: Bool) -> Int? {
    let line = plan.links[number].line
    return isUpper ? inner[box]?.portsBelow[line] : inner[box]?.portsAbove[line]
  }
}

// MARK: - Pins

extension ContainerLayout {
  /// Lines meet a box as nearly straight above or below what they come from as its width and the other lines let them.
  private mutating func placePins() {
    for (item, entry) in plan.items.enumerated() {
      guard case .box(let box) = entry.role else { continue }
      for isUpper in [true, false] {
        let joined = plan.links.indices.filter { (isUpper ? plan.links[$0].upper : plan.links[$0].lower) == .box(box) }
        let placed = pins(of: joined, at: box, columns[item], isUpper: isUpper)
        for (number, pin) in placed {
          if isUpper { upperPins[number] = pin } else { lowerPins[number] = pin }
        }
      }
    }
  }

  private func pins(of joined: [Int], at box: Int, _ left: Int, isUpper: Bool) -> [(link: Int, pin: Int)] {
    let fixed = joined.compactMap { number in
      fixedPin(of: box, on: number, isUpper: isUpper).map { (link: number, pin: left + $0) }
    }
    let wanted = joined.filter { number in !fixed.contains { $0.link == number } }
      .map { number -> (link: Int, pin: Int) in
        let chain = plan.links[number].chain
        return (number, middle(of: isUpper ? chain[1] : chain[chain.count - 2]))
      }
      .sorted { ($0.pin, $0.link) < ($1.pin, $1.link) }
    let room = (left + ChartMetrics.lineGap)...(left + extent(of: box).width - ChartMetrics.lineGap)
    guard !fixed.isEmpty else { return PinRow.spread(wanted, in: room) }
    return wanted.reduce(into: fixed) { placed, pin in
      placed.append((pin.link, PinRow.free(near: pin.pin, in: room, placed.map(\.pin))))
    }
  }

  private func middle(of item: Int) -> Int {
    guard case .box(let box) = plan.items[item].role else { return columns[item] }
    return columns[item] + extent(of: box).width / 2
  }
}

// MARK: - Rows

extension ContainerLayout {
  private mutating func placeRows() {
    ways = plan.links.map { _ in [] }
    var y = plan.container == nil ? ChartMetrics.margin : 0
    for (layer, row) in plan.layers.enumerated() {
      let isFirst = layer == 0 && plan.container != nil
      let top = isFirst ? ChartMetrics.padding : y
      let bottom = row.map { height(of: $0) }.reduce(0, max) + top
      for item in row { place(item, from: isFirst ? 0 : top, top, to: bottom) }
      y = bottom
      if layer + 1 < plan.layers.count { y += route(below: layer, from: bottom) }
    }
    let endsInPorts = plan.layers.last?.contains { if case .port = plan.items[$0].role { true } else { false } } ?? false
    let edge = plan.container == nil ? ChartMetrics.margin : ChartMetrics.padding
    size.height = y + (endsInPorts && plan.layers.count > 1 ? 0 : edge)
    note()
  }

  private func height(of item: Int) -> Int {
    switch plan.items[item].role {
    case .heading: plan.container.map { chart.boxes[$0].heading.height } ?? 0
    case .bend, .port: 0
    case .label(let link): chart.lines[plan.links[link].line].label.height
    case .box(let box): extent(of: box).height
    }
  }

  private mutating func place(_ item: Int, from start: Int, _ top: Int, to bottom: Int) {
    let column = columns[item]
    switch plan.items[item].role {
    case .heading: return
    case .bend(let link), .port(let link): ways[link] += [Point(x: column, y: start), Point(x: column, y: bottom)]
    case .label(let link):
      let line = plan.links[link].line
      labels[line] = Rectangle(at: Point(x: column + ChartMetrics.labelGap, y: top), chart.lines[line].label)
      ways[link] += [Point(x: column, y: top), Point(x: column, y: bottom)]
    case .box(let box):
      var extent = extent(of: box)
      if isParallel { extent.height = bottom - top }
      let area = Rectangle(at: Point(x: column, y: top), extent)
      boxes[box] = area
      for (number, link) in plan.links.enumerated() where link.upper == .box(box) {
        ways[number] += [area.bottom, bottom].map { Point(x: upperPins[number] ?? column, y: $0) }
      }
      for (number, link) in plan.links.enumerated() where link.lower == .box(box) {
        ways[number].append(Point(x: lowerPins[number] ?? column, y: top))
      }
    }
  }

  /// Leads the lines from one layer to the next, and tells how much room that takes.
  private mutating func route(below layer: Int, from top: Int) -> Int {
    var runs: [Channel.Run] = []
    for (number, link) in plan.links.enumerated() {
      guard let place = link.chain.firstIndex(where: { plan.items[$0].layer == layer }), place + 1 < link.chain.count else {
        continue
      }
      let lower = link.chain[place + 1]
      let isLast = place + 2 == link.chain.count
      let pin = isLast ? lowerPins[number] ?? columns[lower] : columns[lower]
      runs.append(Channel.Run(link: number, from: ways[number].last?.x ?? columns[link.chain[place]], to: pin))
    }
    let channel = Channel(runs)
    for (number, run) in channel.runs.enumerated() {
      guard let track = channel.tracks[number] else { continue }
      let y = top + ChartMetrics.channelEnd + track * ChartMetrics.track
      ways[run.link] += [Point(x: run.from, y: y), Point(x: run.to, y: y)]
    }
    if runs.isEmpty { return layer == 0 && plan.container != nil ? ChartMetrics.padding : ChartMetrics.gap }
    return 2 * ChartMetrics.channelEnd + max(0, channel.height - 1) * ChartMetrics.track
  }

  /// Notes where lines go through the edges.
  private mutating func note() {
    for (number, link) in plan.links.enumerated() where link.goesOn {
      if link.upper == .edge { portsAbove[link.line] = ways[number].first?.x }
      if link.lower == .edge { portsBelow[link.line] = ways[number].last?.x }
    }
  }
}
