public import Diagnostics

/// Writes histories in the bulk form, a row or line for each event, so that each comes back the same when it is read again.
public struct BulkText: Sendable {
  public enum Form: Sendable {
    case csv
    case jsonLines
  }

  /// What a history says and the form has no word for.
  public enum Fault: Error, Hashable, Sendable {
    /// States that a child was in when the record opens.
    case startingStates
    /// An attribute or a time that is said of some children of an event alone.
    case perChild
    /// A set of which only a part is known.
    case partOfSet
    /// Stretches of a complete record that differ, or are of some children.
    case completeness
    /// An entry whose place says nothing about its time.
    case freeOrder
    /// An event that stands before one of an earlier day, and would change places with it.
    case order
  }

  private let form: Form
  private let columns: [String]

  private static let ofEvents = ["case", "child", "event", "when", "time", "done", "until", "id"]
  private static let ofCases = [
    "born", "known", "judged_until", "observed_until", "complete_for", "complete_from", "complete_until",
  ]

  /// - Parameter attributes: the attributes that events may state.
  public init(_ form: Form, attributes: [String]) {
    self.form = form
    let ofForm = BulkText.ofEvents + BulkText.ofCases
    columns = ofForm + attributes.filter { !ofForm.contains($0) }
  }

  /// What stands before the first case.
  public var head: String { form == .csv ? columns.joined(separator: ",") + "\r\n" : "" }

  /// Writes a case behind the bytes that are there, or nothing where the form cannot say all of it.
  ///
  /// - Complexity: O(n) in the number of events.
  public func write(_ tree: PlacedNode, to bytes: inout [UInt8]) throws(Fault) {
    for row in try BulkRows(tree).rows {
      switch form {
      case .csv: writeCSV(row, to: &bytes)
      case .jsonLines: writeJSON(row, to: &bytes)
      }
    }
  }

  private func writeCSV(_ row: [String: String], to bytes: inout [UInt8]) {
    for (place, column) in columns.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      if let text = row[column] { FieldText.writeCSV(text, to: &bytes) }
    }
    bytes += [13, 10]
  }

  private func writeJSON(_ row: [String: String], to bytes: inout [UInt8]) {
    var isFirst = true
    for column in columns {
      guard let text = row[column] else { continue }
      bytes.append(UInt8(ascii: isFirst ? "{" : ","))
      isFirst = false
      FieldText.writeJSON(column, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      FieldText.writeJSON(text, to: &bytes)
    }
    bytes += [UInt8(ascii: "}"), 10]
  }
}
