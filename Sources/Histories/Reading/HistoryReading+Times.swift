import CivilTime
import Diagnostics

/// Where the words of a statement of time were read, and under which key.
struct WrittenTime {
  let form: WhenForm<TimeReference>
  let time: TimeOfDay?
  /// The statement as written, with single spaces, for a message.
  let text: String
  let place: Place
}

extension HistoryReading {
  /// A statement of time with its names looked up.
  mutating func time(of node: PlacedNode, key: String) -> WrittenTime? {
    guard let text = text(of: node, as: "`\(key)`") else { return nil }
    do {
      let statement = try WhenStatement.read(text)
      let form = statement.form.replacing { reference in resolve(reference, in: node) }
      return form.map { WrittenTime(form: $0, time: statement.time, text: Self.singleSpaced(text), place: node.place) }
    } catch {
      report(TimeProblem.when(error, key: key), at: node.place)
      return nil
    }
  }

  /// One statement, or a list of which all hold.
  mutating func times(of node: PlacedNode, key: String) -> [WrittenTime]? {
    guard let items = node.list else { return time(of: node, key: key).map { [$0] } }
    guard !items.isEmpty else {
      report(ShapeProblem.wrongShape(of: "`\(key)`", expected: "a statement of time", found: "an empty list"), at: node.place)
      return nil
    }
    let read = items.map { time(of: $0, key: key) }
    return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
  }

  /// Dates or an event, where nothing else may stand.
  mutating func reference(of node: PlacedNode, key: String) -> (reference: TimeReference, text: String)? {
    guard let text = text(of: node, as: "`\(key)`") else { return nil }
    do {
      let reference = try WhenStatement.readReference(text)
      return resolve(reference, in: node).map { ($0, Self.singleSpaced(text)) }
    } catch {
      report(TimeProblem.when(error, key: key), at: node.place)
      return nil
    }
  }

  private mutating func resolve(_ reference: NamedReference, in node: PlacedNode) -> TimeReference? {
    switch reference {
    case .dates(let span): .dates(span)
    case .event(let name): event(name, in: node).map { .point($0) }
    }
  }

  /// A time point for a key that holds a moment: the event's own, or a new one of which statements of time hold.
  mutating func moment(of node: PlacedNode, key: String) -> TimePoint? {
    guard !isStatement(node) else { return statedMoment(of: node, key: key) }
    guard let (reference, text) = reference(of: node, key: key) else { return nil }
    switch reference {
    case .point(let point): return point
    case .dates(let span):
      let point = times.addPoint()
      times.claim(point, .day(.within(span)), from: .child(key: key, text: text, node.place))
      return point
    }
  }

  /// Whether it is more than a date or an event, and without a time of day, which no moment of a child has.
  private func isStatement(_ node: PlacedNode) -> Bool {
    guard let text = node.scalar else { return node.list != nil }
    if (try? WhenStatement.readReference(text)) != nil { return false }
    return (try? WhenStatement.read(text)).map { $0.time == nil } ?? false
  }

  private mutating func statedMoment(of node: PlacedNode, key: String) -> TimePoint? {
    guard let written = times(of: node, key: key) else { return nil }
    let point = times.addPoint()
    for time in written { times.claim(point, .day(time.form), from: .child(key: key, text: time.text, time.place)) }
    return point
  }

  /// A time point for one end of a stretch: the event's own, the first or last of the dates, or the moment that a relation to
  /// either states.
  mutating func edge(_ edge: EdgeOfStretch, of node: PlacedNode, key: String) -> TimePoint? {
    guard !isStatement(node) else { return statedMoment(of: node, key: key) }
    guard let (reference, text) = reference(of: node, key: key) else { return nil }
    switch reference {
    case .point(let point): return point
    case .dates(let span):
      let point = times.addPoint()
      let meaning: TimeClaim.Meaning = edge == .first ? .first(.within(span)) : .last(.within(span))
      times.claim(point, meaning, from: .key(key, text: text, node.place))
      return point
    }
  }

  static func singleSpaced(_ text: String) -> String {
    WhenParser(text).words.map(\.text).joined(separator: " ")
  }
}
