public import Diagnostics

/// A record of an extract: a row of a table, or an element of a document with what lies within it.
public struct ExtractRecord: Sendable {
  /// The name of its table or element; empty where a file holds only one kind of record.
  public let name: String
  /// What it says, in the order of the file; a name may come several times.
  public var fields: [ExtractField]
  /// The records within it, in the order of the file.
  public var records: [ExtractRecord]
  public let place: Place

  public init(name: String, fields: [ExtractField] = [], records: [ExtractRecord] = [], place: Place) {
    self.name = name
    self.fields = fields
    self.records = records
    self.place = place
  }
}

/// One thing that a record says.
public struct ExtractField: Sendable {
  public let name: String
  /// Exactly as written, without the marks of its format about it; empty says nothing.
  public let text: String
  public let place: Place

  public init(name: String, text: String, place: Place) {
    self.name = name
    self.text = text
    self.place = place
  }
}

extension ExtractRecord {
  /// What it says under a name, if it is said at all.
  func field(_ name: String) -> ExtractField? { fields.first { $0.name == name && !$0.text.isEmpty } }

  /// What it, or a record within it, says under a path: the names of records and of a field, parted by `/`.
  func field(atPath path: [Substring]) -> ExtractField? {
    guard let first = path.first else { return nil }
    guard path.count > 1 else { return field(String(first)) }
    for record in records where record.name == first {
      if let field = record.field(atPath: Array(path.dropFirst())) { return field }
    }
    return nil
  }
}

/// All that an extract holds of one case.
public struct ExtractedCase: Sendable {
  /// By what the extract knows the case, and where it first says so.
  public let key: ExtractField
  /// What its history is called: what the extract says, with every character that names do not have in hexadecimal.
  public var historyName: String { SafeName.of(key.text) }
  /// In the order of the file.
  public var records: [ExtractRecord]
  /// What the document says about all its cases, such as its header; `nil` where it says nothing.
  public let document: ExtractRecord?
  /// Whether something was passed over that may have been part of it.
  public var isDamaged: Bool

  public init(key: ExtractField, records: [ExtractRecord], document: ExtractRecord? = nil, isDamaged: Bool = false) {
    self.key = key
    self.records = records
    self.document = document
    self.isDamaged = isDamaged
  }
}

/// What comes next in an extract.
public enum ExtractStep: Sendable {
  case gathered(ExtractedCase)
  /// A record that cannot be read and was passed over.
  case fault(Diagnostic)
  /// Nothing further can be read.
  case brokenOff(Diagnostic)
}
