/// The layers of one container of a chart, and what stands in each, from left to right.
///
/// **The main flow goes down**, from what the author wrote first to what was written later, beginning with the start: a line
/// to something written earlier goes up. So there is no circle to break, and the same file always flows the same way.
/// Layers are then as near together as the lines allow. What a line says has a layer of its own between two of boxes, so
/// that it takes room like anything else, and a line that passes a layer has its own place in it.
struct LayerPlan {
  /// Where a line begins or ends in the container.
  enum End: Hashable {
    case box(Int)
    /// The upper or lower edge of the container itself.
    case edge
  }

  /// A line's way through the container, from its upper end to its lower one.
  struct Link {
    let line: Int
    let upper: End
    let lower: End
    let hasLabel: Bool
    /// Whether it goes on outside the container above, or below.
    let goesOn: Bool
    /// The items it leads through, from top to bottom.
    var chain: [Int] = []
  }

  struct Item {
    enum Role: Hashable {
      case heading
      case box(Int)
      case label(link: Int)
      /// Where a line passes.
      case bend(link: Int)
      /// Where a line meets the edge of the container.
      case port(link: Int)
    }

    let role: Role
    let layer: Int
  }

  /// `nil` for the open, around everything.
  let container: Int?
  private(set) var links: [Link] = []
  private(set) var items: [Item] = []
  var layers: [[Int]] = []
  /// The lines that go up.
  private(set) var rising: Set<Int>

  /// - Parameters:
  ///   - above: the lines that come in through the upper edge, in their order, and those through the lower edge.
  ///   - rising: the lines that go up outside the container.
  init(of container: Int?, in chart: Chart, above: [Int], below: [Int], rising: Set<Int>) {
    self.container = container
    self.rising = rising
    let members = chart.children(of: container)
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    for (number, line) in chart.lines.enumerated() where !line.isLoop {
      add(line, number, of: chart, places)
    }
    for line in above + below {
      let isAbove = above.contains(line)
      let inner = isAbove == rising.contains(line) ? chart.lines[line].from : chart.lines[line].to
      guard let member = chart.member(of: container, holding: inner) else { continue }
      links.append(
        Link(
          line: line, upper: isAbove ? .edge : .box(member), lower: isAbove ? .box(member) : .edge, hasLabel: false,
          goesOn: true))
    }
    place(members, of: chart)
    spread()
    order(above: above, below: below)
  }

  /// Takes the line in where the container is the innermost one around both its ends, or is an end around the other.
  private mutating func add(_ line: Chart.Line, _ number: Int, of chart: Chart, _ places: [Int: Int]) {
    let from = chart.member(of: container, holding: line.from)
    let to = chart.member(of: container, holding: line.to)
    let hasLabel = line.label.height > 0
    switch (from, to) {
    case (let from?, let to?) where from != to:
      let isRising = places[from, default: 0] > places[to, default: 0]
      if isRising { rising.insert(number) }
      links.append(
        Link(
          line: number, upper: .box(isRising ? to : from), lower: .box(isRising ? from : to), hasLabel: hasLabel,
          goesOn: false))
    case (nil, let to?) where line.from == container:
      links.append(Link(line: number, upper: .edge, lower: .box(to), hasLabel: hasLabel, goesOn: false))
    case (let from?, nil) where line.to == container:
      links.append(Link(line: number, upper: .box(from), lower: .edge, hasLabel: hasLabel, goesOn: false))
    default: return
    }
  }
}

// MARK: - Layers

extension LayerPlan {
  /// The layer of every box, and of the lower edge as that after the last.
  private func levels(of members: [Int], in chart: Chart) -> (boxes: [Int: Int], last: Int) {
    var spans = spans(of: members, in: chart)
    while true {
      let values = ShortestSpans.values(count: members.count + 2, spans: spans)
      let levels = values.map { $0 - values[0] }
      let boxes = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, levels[$0 + 1]) })
      guard let (first, surplus) = tooWide(members, boxes, in: chart) else { return (boxes, levels[members.count + 1]) }
      spans.append(ShortestSpans.Span(from: first + 1, to: surplus + 1, atLeast: 1, weight: 0))
    }
  }

  /// What stands above what: the upper edge above every box, and that above the lower edge.
  private func spans(of members: [Int], in chart: Chart) -> [ShortestSpans.Span] {
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0 + 1) })
    func place(_ end: End, isUpper: Bool) -> Int {
      if case .box(let box) = end { places[box, default: 0] } else { isUpper ? 0 : members.count + 1 }
    }
    var spans = members.indices.flatMap { member in
      [
        ShortestSpans.Span(from: 0, to: member + 1, atLeast: 1, weight: 1),
        ShortestSpans.Span(from: member + 1, to: members.count + 1, atLeast: 1, weight: 0),
      ]
    }
    spans += links.map { link in
      ShortestSpans.Span(
        from: place(link.upper, isUpper: true), to: place(link.lower, isUpper: false), atLeast: 1,
        weight: link.goesOn ? 1 : 8)
    }
    if members.isEmpty { spans.append(ShortestSpans.Span(from: 0, to: 1, atLeast: 1, weight: 1)) }
    return spans + spansFromEverywhere(members, in: chart)
  }

  /// A box entered from everywhere stands below what its author wrote before it, save for others like it.
  private func spansFromEverywhere(_ members: [Int], in chart: Chart) -> [ShortestSpans.Span] {
    var before: Int?
    var spans: [ShortestSpans.Span] = []
    for (place, member) in members.enumerated() {
      if !isEnteredFromEverywhere(member, in: chart) {
        before = place
      } else if let above = before, chart.boxes[members[above]].isStart || members[above] < member {
        spans.append(ShortestSpans.Span(from: above + 1, to: place + 1, atLeast: 1, weight: 2))
      }
    }
    return spans
  }

  private func isEnteredFromEverywhere(_ box: Int, in chart: Chart) -> Bool {
    chart.lines.contains { $0.isShort && $0.to == box }
  }

  /// The first box of a row that is too wide, and the one that has to leave it, by their places among the members.
  ///
  /// Only a box that nothing leads to or from, or that is entered from everywhere, leaves a row: where others stand is for
  /// their lines to say. Boxes that go on at once stand side by side however wide they are.
  private func tooWide(_ members: [Int], _ levels: [Int: Int], in chart: Chart) -> (first: Int, surplus: Int)? {
    guard !(container.map { chart.boxes[$0].isParallel } ?? false) else { return nil }
    let joined = Set(links.flatMap { [$0.upper, $0.lower] })
    var rows: [Int: (first: Int, width: Int)] = [:]
    for (place, member) in members.enumerated() {
      let level = levels[member, default: 0]
      let room = ContainerLayout.leastWidth(of: member, in: chart)
      guard let row = rows[level] else {
        rows[level] = (place, room)
        continue
      }
      let isFree = !joined.contains(.box(member)) || isEnteredFromEverywhere(member, in: chart)
      if isFree, row.width + room > chart.rowWidth(in: container) { return (row.first, place) }
      rows[level] = (row.first, row.width + room)
    }
    return nil
  }

  /// Gives every box, label and bend its layer; layers of nothing but bends are left out.
  private mutating func place(_ members: [Int], of chart: Chart) {
    let (levels, last) = levels(of: members, in: chart)
    func level(_ end: End, isUpper: Bool) -> Int {
      if case .box(let box) = end { 2 * levels[box, default: 0] } else { isUpper ? 0 : 2 * last }
    }
    if container != nil { items.append(Item(role: .heading, layer: 0)) }
    var ends: [(upper: Int, lower: Int)] = []
    for member in members { items.append(Item(role: .box(member), layer: level(.box(member), isUpper: true))) }
    for link in links { ends.append((level(link.upper, isUpper: true), level(link.lower, isUpper: false))) }
    let labelLayers = labelLayers(between: ends)
    for number in links.indices { addChain(number, ends[number], label: labelLayers[number]) }
    closeUp()
  }

  /// The layer of each label: near where the line comes from, but rather where there are few others.
  private func labelLayers(between ends: [(upper: Int, lower: Int)]) -> [Int: Int] {
    var (taken, chosen) = ([Int: Int](), [Int: Int]())
    for number in links.indices.sorted(by: { (ends[$0].lower - ends[$0].upper, $0) < (ends[$1].lower - ends[$1].upper, $1) })
    where links[number].hasLabel {
      let (upper, lower) = ends[number]
      let isRising = rising.contains(links[number].line)
      let layers = stride(from: upper + 1, to: lower, by: 2)
      func cost(_ layer: Int) -> Int { 2 * taken[layer, default: 0] + (isRising ? lower - layer : layer - upper) }
      guard let layer = layers.min(by: { (cost($0), $0) < (cost($1), $1) }) else { continue }
      taken[layer, default: 0] += 1
      chosen[number] = layer
    }
    return chosen
  }

  private mutating func addChain(_ number: Int, _ ends: (upper: Int, lower: Int), label: Int?) {
    func end(_ end: End, _ layer: Int) -> Int {
      if case .box(let box) = end, let item = items.firstIndex(where: { $0.role == .box(box) }) { return item }
      items.append(Item(role: .port(link: number), layer: layer))
      return items.count - 1
    }
    var chain = [end(links[number].upper, ends.upper)]
    for layer in (ends.upper + 1)..<ends.lower {
      items.append(Item(role: layer == label ? .label(link: number) : .bend(link: number), layer: layer))
      chain.append(items.count - 1)
    }
    chain.append(end(links[number].lower, ends.lower))
    links[number].chain = chain
  }

  /// Leaves out the layers in which nothing but bends would stand, and numbers the others without a gap.
  private mutating func closeUp() {
    let kept = Set(items.filter { if case .bend = $0.role { false } else { true } }.map(\.layer)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var renumbered = [Int?](repeating: nil, count: items.count)
    var remaining: [Item] = []
    for (number, item) in items.enumerated() {
      guard let layer = numbers[item.layer] else { continue }
      renumbered[number] = remaining.count
      remaining.append(Item(role: item.role, layer: layer))
    }
    items = remaining
    for number in links.indices { links[number].chain = links[number].chain.compactMap { renumbered[$0] } }
    layers = [[Int]](repeating: [], count: kept.count)
  }
}
