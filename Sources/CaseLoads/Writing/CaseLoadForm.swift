/// The forms in which a load of cases is written.
public enum CaseLoadForm: String, Sendable, CaseIterable {
  /// One table, an event a line.
  case csv
  /// JSON Lines, an event an object.
  case jsonl
  /// A history for each case.
  case yaml
}

/// Writes cases one after another, so that no more than one is held.
///
/// An event is written with the same texts in CSV and in JSON Lines: a day as yyyy-mm-dd, true and false as yes and no, the
/// members of a set with a space between them, a length as histories write it. What concerns the case stands with its first
/// event, what concerns a child with the child's first.
public struct CaseLoadWriter: Sendable {
  private let form: CaseLoadForm
  private let statistics: Statistics
  private let seed: UInt64

  public init(_ form: CaseLoadForm, of load: CaseLoad) {
    (self.form, statistics, seed) = (form, load.statistics, load.seed)
  }

  /// What stands before the first case.
  public var head: String { form == .csv ? CaseLoadColumns.header : "" }

  /// Writes a case behind the bytes that are there.
  ///
  /// - Complexity: O(n) in the number of events.
  public func write(_ made: MadeCase, to bytes: inout [UInt8]) {
    switch form {
    case .csv: made.writeCSV(to: &bytes)
    case .jsonl: made.writeJSONLines(to: &bytes)
    case .yaml: made.writeYAML(to: &bytes, procedure: statistics.procedure, seed: seed)
    }
  }
}

/// The columns of a load, in their order, which is that of the keys of an object, too.
enum CaseLoadColumns {
  /// What is known of every event.
  static let ofEvents = ["case", "child", "event", "when", "done", "until", "id", "cite"]
  /// What is known of children and cases, where they stand first.
  static let ofCases = ["born", "known", "observed_until", "complete_for"]

  static let all = ofEvents + ofCases + AttributeName.allCases.map(\.rawValue)

  static let header = all.joined(separator: ",") + "\r\n"

  /// The events for which every record is complete.
  static let complete = EventName.allCases.map(\.rawValue).joined(separator: " ")
}
