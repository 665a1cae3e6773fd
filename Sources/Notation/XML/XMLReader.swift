import Diagnostics

/// Reads an XML text into a tree of placed elements.
///
/// Only the five entities of XML itself are known, and nothing outside the file is ever read: a document type that
/// declares anything is an error, so no text can grow or reach out by being read.
///
/// **Source:** W3C Extensible Markup Language (XML) 1.0, fifth edition; Namespaces in XML 1.0, third edition.
enum XMLReader {
  /// How deep elements may be nested.
  static let deepestNesting = 200

  /// The tree of a text, or `nil` with one diagnostic where it is not well-formed.
  ///
  /// Codes: PL1002, PL1003, PL9001 to PL9008.
  static func read(_ source: SourceText) -> (root: PlacedElement?, diagnostics: [Diagnostic]) {
    let start = Place(file: source.name, line: 1, column: 1)
    guard source.text.utf8.count <= SourceText.largestSize else { return (nil, [SourceText.tooLarge(at: start)]) }
    guard !source.text.isEmpty else { return (nil, [SourceText.empty("The file is empty.", at: start)]) }
    var document = XMLDocumentReading(XMLScan(source))
    do {
      return (try document.root(), [])
    } catch {
      return (nil, [error.problem.diagnostic(at: error.place)])
    }
  }
}
