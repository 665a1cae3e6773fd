public import Diagnostics

/// How the records of an extract become the events of case histories: a file that a data officer can read and change.
public struct Mapping: Sendable {
  /// The formats of extracts.
  public enum Format: String, Sendable, CaseIterable {
    case csv
    case jsonLines = "json lines"
    case xes
    case xml
    case workbook
  }

  /// A kind of record in a set of tables, and the columns by which its table is known.
  public struct Table: Sendable {
    public let name: String
    public let columns: [String]
  }

  public let name: String
  public let title: String?
  /// In the order of the mapping; a file of another ending is read as the first.
  public let formats: [Format]
  public let encoding: TextEncoding
  public let separator: UInt8
  public let procedure: PlacedNode?
  public let profile: PlacedNode?
  /// The names of elements from that of the document down to that of a case; empty where cases are told by a field.
  public let casePath: [String]
  public let tables: [Table]
  public let caseField: FieldChoice
  /// The field that names the child; `nil` where a case is one child.
  public let child: FieldChoice?
  public let born: FieldChoice?
  public let known: FieldChoice?
  public let until: FieldChoice?
  public let observedUntil: FieldChoice?
  /// As in a history.
  public let completeFor: PlacedNode?
  public let dates: [DateForm]
  public let records: [RecordMapping]
}

/// Fields of which the first that says something counts.
public struct FieldChoice: Sendable {
  public let names: [String]
  public let place: Place
}

/// What becomes of the records of one kind.
public struct RecordMapping: Sendable {
  /// The names of records from that of the case down, of which any may be; empty is the case's own record, or any row.
  public let paths: [[String]]
  public let events: [EventMapping]
}

/// An event that a record tells of.
public struct EventMapping: Sendable {
  public let event: ValueMapping
  /// The field that holds the day; where it says nothing, the record does not tell of the event.
  public let when: FieldChoice
  /// `nil` where the record always tells of what was done.
  public let done: ValueMapping?
  public let conditions: [FieldCondition]
  public let attributes: [AttributeMapping]
  public let cite: PlacedNode?
  public let place: Place
}

/// An attribute of an event, and what it is.
public struct AttributeMapping: Sendable {
  public let name: String
  public let value: ValueMapping
  public let place: Place
}

/// What a field must say for a record to tell of an event.
public struct FieldCondition: Sendable {
  public enum Demand: Sendable {
    case anything
    case nothing
    case oneOf([String])
  }

  public let field: FieldChoice
  public let demand: Demand
}

/// A value that a mapping states, or takes from a field.
public enum ValueMapping: Sendable {
  case stated(PlacedNode)
  /// What a field says, word for word or through a list of words; a word of the list may say that nothing is known.
  case taken(FieldChoice, words: [String: PlacedNode]?)

  /// The word for "the extract says something that says nothing".
  public static let unknown = "unknown"
}
