public import Diagnostics

/// A case of an extract, written as a history.
public struct AssembledCase: Sendable {
  /// The tree of a case history, every part of it with its place in the extract.
  public let tree: PlacedNode
  public let eventCount: Int
  /// What is wrong with the records themselves.
  public let diagnostics: [Diagnostic]
  private let origins: [Origin]

  /// Where in the extract a part of the history stands, and in which record, by number.
  struct Origin {
    let place: Place
    let record: Int
  }

  init(tree: PlacedNode, eventCount: Int, diagnostics: [Diagnostic], origins: [Origin]) {
    self.tree = tree
    self.eventCount = eventCount
    self.diagnostics = diagnostics
    self.origins = origins.sorted { $0.place < $1.place }
  }

  /// The record that something is wrong with, by number; `nil` where a fault is of the case as a whole.
  ///
  /// - Complexity: the logarithm of the number of parts.
  public func record(at place: Place) -> Int? {
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      let origin = origins[middle].place
      let isAfter = (origin.file, origin.line, origin.column) > (place.file, place.line, place.column)
      if isAfter { high = middle } else { low = middle + 1 }
    }
    guard low > 0, origins[low - 1].place.file == place.file, origins[low - 1].place.line == place.line else { return nil }
    return origins[low - 1].record
  }
}
