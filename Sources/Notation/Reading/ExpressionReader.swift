import Conditions
import Diagnostics

/// Reads the expressions of a file, and tells their faults at their places in the file.
struct ExpressionReader {
  /// The texts that were read, by name.
  let texts: [String: SourceText]
  var diagnostics: [Diagnostic] = []

  mutating func condition(_ node: PlacedNode?, in scope: ConditionScope) -> Condition? {
    read(node, in: scope) { $0.condition($1, at: $2, into: &$3) }
  }

  mutating func stateCondition(_ node: PlacedNode?, in scope: ConditionScope) -> Condition? {
    read(node, in: scope) { $0.stateCondition($1, at: $2, into: &$3) }
  }

  mutating func pattern(_ node: PlacedNode?, in scope: ConditionScope) -> Pattern? {
    read(node, in: scope) { $0.pattern($1, at: $2, into: &$3) }
  }

  mutating func trigger(_ node: PlacedNode?, in scope: ConditionScope) -> Trigger? {
    read(node, in: scope) { $0.trigger($1, at: $2, into: &$3) }
  }

  mutating func each(_ node: PlacedNode?, in scope: ConditionScope) -> EachClause? {
    read(node, in: scope) { $0.each($1, at: $2, into: &$3) }
  }

  mutating func duration(_ node: PlacedNode?, in scope: ConditionScope) -> DurationTerm? {
    read(node, in: scope) { $0.durationOrPeriod($1, at: $2, into: &$3) }
  }

  private mutating func read<Result>(
    _ node: PlacedNode?, in scope: ConditionScope,
    _ reading: (Language, String, Place, inout [Diagnostic]) -> Result?
  ) -> Result? {
    guard let node, case .scalar(let text, let quoted) = node.content, let source = texts[node.place.file] else { return nil }
    let isInMarks = quoted && node.place.length > 1
    let start = isInMarks ? node.place.advanced(by: 1, length: max(1, node.place.length - 2)) : node.place
    var told: [Diagnostic] = []
    let result = reading(Language(scope: scope), text, start, &told)
    if !told.isEmpty {
      let places = WrittenScalar(at: node.place, in: source).places(of: text)
      diagnostics += told.map { $0.moved { Self.place($0, from: start, to: places, of: node) } }
    }
    return result
  }

  /// Where a place that was counted along the value stands in the file.
  private static func place(_ place: Place, from start: Place, to places: [Place], of node: PlacedNode) -> Place {
    guard place.file == start.file, place.line == start.line, place.column >= start.column else { return place }
    let offset = place.column - start.column
    guard offset < places.count else {
      return places.last?.advanced(by: offset - places.count + 1, length: place.length) ?? node.place
    }
    return places[offset].advanced(by: 0, length: place.length)
  }
}

extension Diagnostic {
  /// The same at another place, its notes with it.
  func moved(_ move: (Place) -> Place) -> Diagnostic {
    Diagnostic(
      code, message, at: move(place), mend: mend, notes: notes.map { Note($0.message, at: $0.place.map(move)) })
  }
}
