import CivilTime
import Diagnostics
import Procedures

/// A history as far as it has been read: what is known of it so far, and all faults found.
struct HistoryReading {
  let procedure: Procedure
  private(set) var diagnostics: [Diagnostic] = []
  /// The children's names in file order: child `i` is bit `i`.
  var children: [String] = []
  /// Where each child's name stands.
  var childPlaces: [Place] = []
  /// Where each event stands in the file, by its identifier.
  var numbers: [String: Int] = [:]
  /// The identifiers in file order.
  var identifiers: [String] = []
  var times = TimeClaims(pointCount: 0)
  var attributes: [AttributeDraft] = []

  init(procedure: Procedure) { self.procedure = procedure }

  mutating func report(_ problem: some HistoryProblem, at place: Place) {
    diagnostics.append(problem.diagnostic(at: place))
  }

  var allChildren: UInt64 { children.count >= 64 ? .max : (1 << UInt64(children.count)) - 1 }

  // MARK: Shapes

  /// The entries of a mapping; nothing counts as an empty one.
  mutating func entries(of node: PlacedNode, as what: String) -> [PlacedNode.Entry]? {
    if node.isNothing { return [] }
    if let entries = node.entries { return entries }
    report(ShapeProblem.wrongShape(of: what, expected: "a mapping", found: node.shapeInWords), at: node.place)
    return nil
  }

  /// The items of a list; nothing counts as an empty one.
  mutating func items(of node: PlacedNode, as what: String) -> [PlacedNode]? {
    if node.isNothing { return [] }
    if let items = node.list { return items }
    report(ShapeProblem.wrongShape(of: what, expected: "a list", found: node.shapeInWords), at: node.place)
    return nil
  }

  mutating func text(of node: PlacedNode, as what: String) -> String? {
    if let text = node.scalar { return text }
    report(ShapeProblem.wrongShape(of: what, expected: "a text", found: node.shapeInWords), at: node.place)
    return nil
  }

  /// The text under a key; `nil` where there is no such key, or a fault was told.
  mutating func text(under key: String, of node: PlacedNode) -> String? {
    node[key].flatMap { text(of: $0, as: "`\(key)`") }
  }

  /// Tells every key that is not known here.
  mutating func checkKeys(of entries: [PlacedNode.Entry], known: [String]) {
    for entry in entries where !known.contains(entry.key) {
      report(ShapeProblem.unknownKey(entry.key, known: known), at: entry.keyPlace)
    }
  }

  // MARK: Names

  /// The event with that identifier; an unknown one is told at its own place in the text.
  mutating func event(_ name: EventName, in node: PlacedNode) -> TimePoint? {
    if let number = numbers[name.name] { return number }
    report(NameProblem.unknownReference(name.name, known: identifiers), at: node.place(of: name))
    return nil
  }
}

extension PlacedNode {
  /// The place of a word of the text; the whole text where it does not stand as written.
  fileprivate func place(of name: EventName) -> Place {
    guard case .scalar(_, let quoted) = content else { return place }
    let offset = name.offset + (quoted ? 1 : 0)
    let length = name.name.unicodeScalars.count
    return offset + length <= place.length ? place.advanced(by: offset, length: length) : place
  }
}
