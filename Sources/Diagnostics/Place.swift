/// Where in a source text something stands.
///
/// **Unit**: `line` and `column` count from 1; `column` and `length` count Unicode scalars, as editors do.
public struct Place: Hashable, Sendable, Comparable {
  /// The name of the file as it should be shown: relative to the folder that was read, never an absolute path.
  public let file: String
  public let line: Int
  public let column: Int
  /// How many characters the place covers; at least 1.
  public let length: Int

  public init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// The place `offset` characters further on the same line.
  public func advanced(by offset: Int, length: Int = 1) -> Place {
    Place(file: file, line: line, column: column + offset, length: length)
  }

  /// Orders places by file name, then line, then column, which is the order in which faults are told.
  public static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column, a.length) < (b.file, b.line, b.column, b.length)
  }
}
