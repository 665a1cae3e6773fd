import Diagnostics
import Foundation
import FoundationXML

/// Reads a document element by element; leaves become fields of the element about them, all others records.
final class ElementReader: NSObject, XMLParserDelegate {
  /// The elements of an event log that are attributes, which have a key and a value.
  static let attributesOfLogs: Set<String> = ["string", "date", "int", "float", "boolean", "id"]
  /// **Unit**: bytes of the text of one element.
  private static let longestText = 1 << 20
  private static let deepest = 64

  /// An element that has begun.
  private struct Open {
    var record: ExtractRecord
    var text = ""
    var textPlace: Place
    var hasElements = false
    var isTooLong = false
    /// Where text stands between its elements.
    var stray: Place?

    /// Where its text begins, behind the blanks before it.
    var placeOfText: Place {
      var (line, column) = (textPlace.line, textPlace.column)
      for scalar in text.unicodeScalars {
        guard scalar.properties.isWhitespace else { break }
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
      return Place(file: textPlace.file, line: line, column: column)
    }
  }

  private let file: String
  private let casePath: [String]
  private let keys: Set<String>
  private let take: (ExtractStep) -> Bool
  private var open: [Open] = []
  private var parser: XMLParser?
  private var isStopped = false
  private var isEmpty = true
  /// Whether something within the case at hand was passed over.
  private var isDamaged = false

  /// - Parameters:
  ///   - keys: the names of elements that are fields by their attributes `key` and `value`.
  ///   - take: takes what comes next, and says whether to go on.
  init(file: String, casePath: [String], keys: Set<String>, _ take: @escaping (ExtractStep) -> Bool) {
    self.file = file
    self.casePath = casePath
    self.keys = keys
    self.take = take
  }

  func read(_ bytes: @escaping ByteSource) {
    let text = DocumentText(file: file, bytes)
    let parser = XMLParser(stream: DocumentStream(text))
    self.parser = parser
    parser.delegate = self
    parser.shouldProcessNamespaces = true
    let isWell = parser.parse() && parser.parserError == nil
    self.parser = nil
    if let fault = text.fault { return breakOff(fault) }
    guard !isStopped, !isWell || !open.isEmpty || isEmpty else { return }
    breakOff(ElementReader.malformed(at: faultPlace ?? place))
  }

  fileprivate static func malformed(at place: Place) -> Diagnostic {
    Diagnostic(
      .xmlExtractSyntax, "The document is not well-formed from here on; nothing behind this place is read.",
      at: place, mend: "See that the file is whole, and that every element ends.")
  }

  /// Where the parser met the fault: afterwards it no longer says, and may go on without what it could not read.
  private var faultPlace: Place?

  // MARK: - What the parser tells

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    guard faultPlace == nil else { return }
    isEmpty = false
    if open.isEmpty, let root = casePath.first, name != root {
      return breakOff(
        Diagnostic(
          .xmlExtractShape, "The document begins with another element than `\(root)`.", at: place,
          mend: "See that this is the file that is meant, or name another mapping with --mapping."))
    }
    guard open.count < ElementReader.deepest else {
      return breakOff(
        Diagnostic(
          .xmlExtractShape, "Elements are nested more than \(ElementReader.deepest) deep here.", at: place,
          mend: "See that this is the file that is meant, and that every element ends where it should."))
    }
    if !open.isEmpty { endText(isBeforeElement: true) }
    if !open.isEmpty { open[open.count - 1].hasElements = true }
    var record = ExtractRecord(name: name, place: place)
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      record.fields.append(ExtractField(name: name, text: value, place: place))
    }
    // The parser stands before the bracket that ends the tag.
    open.append(Open(record: record, textPlace: place.advanced(by: 1)))
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let last = open.indices.last else { return }
    guard open[last].text.utf8.count + text.utf8.count <= ElementReader.longestText else {
      open[last].isTooLong = true
      return
    }
    open[last].text += text
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard !open.isEmpty, faultPlace == nil else { return }
    endText(isBeforeElement: false)
    let element = open.removeLast()
    tellFaults(of: element)
    guard !isStopped else { return }
    if isCase(element) { return give(element) }
    guard let last = open.indices.last else { return }
    let record = element.record
    if keys.contains(record.name), let key = record.field("key") {
      open[last].record.fields.append(
        ExtractField(name: key.text, text: record.field("value")?.text ?? "", place: record.place))
    } else if element.hasElements || !record.fields.isEmpty {
      open[last].record.records.append(record)
    } else if !element.isTooLong {
      open[last].record.fields.append(
        ExtractField(name: record.name, text: element.text.blanksTrimmed, place: element.placeOfText))
    }
    // What comes next is text of the element about it.
    open[last].textPlace = place
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) { faultPlace = faultPlace ?? place }

  // MARK: - Elements

  private var place: Place {
    Place(file: file, line: max(1, parser?.lineNumber ?? 1), column: max(1, parser?.columnNumber ?? 1))
  }

  private func isCase(_ element: Open) -> Bool {
    open.count == casePath.count - 1 && element.record.name == casePath.last
      && zip(open, casePath).allSatisfy { $0.record.name == $1 }
  }

  private func give(_ element: Open) {
    let document = open.reversed().reduce(nil as ExtractRecord?) { inner, outer in
      var record = outer.record
      if let inner { record.records.append(inner) }
      return record
    }
    let key = ExtractField(name: "", text: "", place: element.record.place)
    let extracted = ExtractedCase(key: key, records: [element.record], document: document, isDamaged: isDamaged)
    isDamaged = false
    go(take(.gathered(extracted)))
  }

  /// What was read as text of the innermost element: its own where no element stands in it.
  private func endText(isBeforeElement: Bool) {
    let last = open.count - 1
    let hasText = !open[last].text.blanksTrimmed.isEmpty
    if isBeforeElement || open[last].hasElements {
      if hasText { open[last].stray = open[last].stray ?? open[last].placeOfText }
      open[last].text = ""
    }
  }

  private func tellFaults(of element: Open) {
    isDamaged = isDamaged || element.stray != nil || element.isTooLong
    if let stray = element.stray {
      go(
        take(
          .fault(
            Diagnostic(
              .xmlExtractShape, "Text stands between the elements here, where none is meant.", at: stray,
              mend: "Put it into the element it belongs to, or take it away."))))
    }
    if element.isTooLong {
      go(
        take(
          .fault(
            Diagnostic(
              .recordTooLong, "The text that begins here is longer than 1 MB, which is the most that is read.",
              at: element.textPlace, mend: "See that the element ends and that this is the file that is meant."))))
    }
  }

  private func go(_ isToGoOn: Bool) {
    if !isToGoOn { stop() }
  }

  private func breakOff(_ diagnostic: Diagnostic) {
    guard !isStopped else { return }
    _ = take(.brokenOff(diagnostic))
    stop()
  }

  private func stop() {
    isStopped = true
    parser?.abortParsing()
  }
}

/// Reads a document up to its first element.
final class FirstElementFinder: NSObject, XMLParserDelegate {
  private var name: String?
  private var faultPlace: Place?
  private let file: String

  init(file: String) { self.file = file }

  func read(_ bytes: @escaping ByteSource) -> (name: String?, fault: Diagnostic?) {
    let text = DocumentText(file: file, bytes)
    let parser = XMLParser(stream: DocumentStream(text))
    parser.delegate = self
    parser.shouldProcessNamespaces = true
    _ = parser.parse()
    if let name { return (name, nil) }
    return (nil, text.fault ?? ElementReader.malformed(at: faultPlace ?? Place(file: file, line: 1, column: 1)))
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    self.name = name
    parser.abortParsing()
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    faultPlace = faultPlace ?? Place(file: file, line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
  }
}

/// A stream that hands on the text of a document.
private final class DocumentStream: InputStream {
  private let text: DocumentText
  private var isOver = false

  init(_ text: DocumentText) {
    self.text = text
    super.init(data: Data())
  }

  override func open() {}
  override func close() {}
  override var hasBytesAvailable: Bool { !isOver }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
    let count = text.read(UnsafeMutableRawBufferPointer(start: buffer, count: maxLength))
    isOver = count == 0
    return count
  }
}
