import Diagnostics

extension Diagnostic {
  /// There is nothing in a file.
  static func emptyExtract(_ file: String) -> Diagnostic {
    Diagnostic(
      .extractEmpty, "The file is empty.", at: Place(file: file, line: 0, column: 0),
      mend: "See that this is the file that is meant.")
  }
}
