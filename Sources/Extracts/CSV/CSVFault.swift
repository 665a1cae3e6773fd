/// What can be wrong with the form of a CSV file, whatever stands in it.
public enum CSVFault: Hashable, Sendable {
  /// A field in quotes that no quote ends.
  case openQuote
  /// Something between the quote that ends a field and the next separator.
  case textAfterQuote
  /// A quote within a field that is not in quotes.
  case quoteInPlainField
  /// Bytes that are not text in the encoding of the file.
  case wrongEncoding
  /// A byte that is zero: the file is no text.
  case notText
  /// The mark of the beginning of a file, before a record that is not its first.
  case markWithin
  /// A record longer than any that is read.
  case recordTooLong
}

/// A fault of form and where it stands.
public struct PlacedCSVFault: Hashable, Sendable {
  public let fault: CSVFault
  public let place: CSVPlace

  public init(_ fault: CSVFault, at place: CSVPlace) {
    self.fault = fault
    self.place = place
  }
}

/// A place in a CSV file.
///
/// **Unit**: both count from 1; `column` counts characters as editors do.
public struct CSVPlace: Hashable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
