import Diagnostics

/// A history while it is put together from the records of a case.
struct CaseDraft {
  struct Event {
    /// The entries of the event but for its identifier.
    var entries: [PlacedNode.Entry]
    let place: Place
    let record: Int
    var identifier: PlacedNode?
    /// The day in form year-month-day, where it is one; else it stays behind the event before it.
    let day: String?
    /// Which of several of one day comes first.
    let rank: Int
  }

  let key: ExtractField
  var events: [Event] = []
  var diagnostics: [Diagnostic] = []
  private var children: [(name: String, entries: [PlacedNode.Entry])] = []
  private var head: [PlacedNode.Entry] = []
  private var origins: [AssembledCase.Origin] = []

  init(key: ExtractField) { self.key = key }

  mutating func tell(_ code: DiagnosticCode, _ message: String, at place: Place, mend: String? = nil) {
    diagnostics.append(Diagnostic(code, message, at: place, mend: mend))
  }

  /// Notes that a part of the history was taken from a place in a record.
  mutating func note(_ place: Place, of record: Int) { origins.append(AssembledCase.Origin(place: place, record: record)) }

  mutating func addHead(_ key: String, _ node: PlacedNode?) {
    if let node { head.append(.init(key: key, keyPlace: node.place, value: node)) }
  }

  mutating func addChild(_ name: String) {
    if !children.contains(where: { $0.name == name }) { children.append((name, [])) }
  }

  /// What is said of a child; the first to say it counts.
  mutating func addFact(_ key: String, of name: String, _ node: PlacedNode) {
    addChild(name)
    guard let index = children.firstIndex(where: { $0.name == name }) else { return }
    if !children[index].entries.contains(where: { $0.key == key }) {
      children[index].entries.append(.init(key: key, keyPlace: node.place, value: node))
    }
  }

  var childNames: [String] { children.map(\.name) }

  /// The whole, with its events in order of their days.
  func assembled() -> AssembledCase {
    let place = key.place
    func entry(_ key: String, _ node: PlacedNode) -> PlacedNode.Entry { .init(key: key, keyPlace: node.place, value: node) }
    let named = children.isEmpty ? [(name: "child", entries: [])] : children
    let childEntries = named.map { child in
      PlacedNode.Entry(key: child.name, keyPlace: place, value: PlacedNode(.entries(child.entries), at: place))
    }
    let nodes = inOrder.enumerated().map { number, event in
      let identifier = event.identifier ?? PlacedNode(.scalar("event\(number + 1)", quoted: false), at: event.place)
      return PlacedNode(.entries([entry("id", identifier)] + event.entries), at: event.place)
    }
    let name = PlacedNode(.scalar(SafeName.of(key.text), quoted: false), at: place)
    let tree = PlacedNode(
      .entries(
        [entry("history", name)] + head
          + [
            entry("children", PlacedNode(.entries(childEntries), at: place)),
            entry("events", PlacedNode(.list(nodes), at: place)),
          ]), at: place)
    let places = events.map { AssembledCase.Origin(place: $0.place, record: $0.record) }
    return AssembledCase(tree: tree, eventCount: events.count, diagnostics: diagnostics, origins: origins + places)
  }

  /// By day, then rank, then place in the file; an event without a plain day stays behind the one before it.
  private var inOrder: [Event] {
    var day = ""
    let dated = events.enumerated().map { number, event -> (day: String, rank: Int, number: Int) in
      day = event.day ?? day
      return (day, event.day == nil ? Int.max : event.rank, number)
    }
    return dated.sorted { ($0.day, $0.rank, $0.number) < ($1.day, $1.rank, $1.number) }.map { events[$0.number] }
  }
}
