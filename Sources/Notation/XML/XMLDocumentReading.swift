import Diagnostics

/// An XML document in the middle of being read.
struct XMLDocumentReading {
  private var scan: XMLScan
  /// The elements that are open, the outermost first.
  private var open: [PlacedElement] = []
  private var outermost: PlacedElement?

  init(_ scan: XMLScan) { self.scan = scan }

  /// The outermost element, which is the whole of the document but for comments.
  mutating func root() throws(XMLFault) -> PlacedElement {
    try readDeclaration()
    while !scan.isAtEnd { try readNext() }
    if let last = open.last { throw XMLFault(problem: .unclosed("<\(last.writtenName)>"), place: last.place) }
    guard let outermost else { throw scan.fault(.noElement) }
    return outermost
  }

  private mutating func readNext() throws(XMLFault) {
    if scan.startsWith("<!--") { return try skipComment() }
    if scan.startsWith("<![CDATA[") { return try readCharacterData() }
    if scan.startsWith("<!DOCTYPE") { return try skipDocumentType() }
    if scan.startsWith("<?") { return try skipInstruction() }
    if scan.startsWith("</") { return try readEndTag() }
    if scan.startsWith("<") { return try readStartTag() }
    try readText()
  }

  // MARK: - Outside elements

  /// `<?xml version="1.0" encoding="UTF-8"?>`.
  private mutating func readDeclaration() throws(XMLFault) {
    let start = scan.place
    // `<?xml-stylesheet` is an instruction and no declaration.
    guard ["<?xml ", "<?xml\n", "<?xml\t", "<?xml\r"].contains(where: scan.startsWith) else { return }
    _ = scan.skip("<?xml")
    while true {
      let hadSpace = scan.skipSpace()
      if scan.skip("?>") { return }
      guard !scan.isAtEnd else { throw XMLFault(problem: .unclosed("<?xml"), place: start) }
      guard hadSpace else { throw scan.fault(.expected("A space")) }
      let attribute = try takeAttribute()
      switch attribute.name {
      case "version" where !attribute.value.hasPrefix("1."):
        throw XMLFault(problem: .badVersion(attribute.value), place: attribute.valuePlace)
      case "encoding" where !isRead(attribute.value.lowercased()):
        throw XMLFault(problem: .badEncoding(attribute.value), place: attribute.valuePlace)
      default: break
      }
    }
  }

  /// Whether a text in this encoding is the same in UTF-8. What says UTF-16 and was read has been written anew since, for
  /// every second byte of such a tag is zero.
  private func isRead(_ encoding: String) -> Bool {
    if ["utf-8", "utf8", "us-ascii", "ascii", "utf-16"].contains(encoding) { return true }
    return ["iso-8859-", "windows-125", "latin"].contains(where: encoding.hasPrefix) && scan.isASCII
  }

  private mutating func skipComment() throws(XMLFault) {
    let start = scan.place
    _ = scan.skip("<!--")
    guard try scan.takeThrough("--") != nil else { throw XMLFault(problem: .unclosed("A comment"), place: start) }
    guard scan.skip(">") else { throw scan.fault(.doubleHyphen) }
  }

  private mutating func skipInstruction() throws(XMLFault) {
    let start = scan.place
    _ = scan.skip("<?")
    let target = try scan.takeName()
    if target.lowercased() == "xml" { throw XMLFault(problem: .declarationNotFirst, place: start) }
    guard try scan.takeThrough("?>") != nil else { throw XMLFault(problem: .unclosed("<?\(target)"), place: start) }
  }

  /// A document type by name alone, which is never fetched.
  private mutating func skipDocumentType() throws(XMLFault) {
    let start = scan.place
    guard outermost == nil, open.isEmpty else { throw scan.fault(.textOutside) }
    _ = scan.skip("<!DOCTYPE")
    var quote: Unicode.Scalar?
    while let scalar = scan.next {
      if quote == nil, scalar == "[" { throw XMLFault(problem: .doctypeDeclares, place: start) }
      if quote == nil, scalar == ">" { return scan.advance() }
      if scalar == quote { quote = nil } else if quote == nil, scalar == "\"" || scalar == "'" { quote = scalar }
      _ = try scan.takeCharacter()
    }
    throw XMLFault(problem: .unclosed("<!DOCTYPE"), place: start)
  }

  // MARK: - Text

  private mutating func readText() throws(XMLFault) {
    let start = scan.place
    var text = String.UnicodeScalarView()
    while let scalar = scan.next, scalar != "<" {
      if scan.startsWith("]]>") { throw scan.fault(.badCharacter) }
      if scalar == "&" {
        scan.advance()
        text.append(try scan.takeReference())
      } else {
        text.append(try scan.takeCharacter())
      }
    }
    try add(String(text), at: start)
  }

  private mutating func readCharacterData() throws(XMLFault) {
    let start = scan.place
    _ = scan.skip("<![CDATA[")
    guard let text = try scan.takeThrough("]]>") else { throw XMLFault(problem: .unclosed("<![CDATA["), place: start) }
    guard !open.isEmpty else { throw XMLFault(problem: .textOutside, place: start) }
    try add(text, at: start)
  }

  private mutating func add(_ text: String, at place: Place) throws(XMLFault) {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isXMLSpace }) else { return }
    var (line, column) = (place.line, place.column)
    for scalar in scalars[..<first] { (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1) }
    let textPlace = Place(file: place.file, line: line, column: column)
    guard !open.isEmpty else { throw XMLFault(problem: .textOutside, place: textPlace) }
    open[open.count - 1].content.append(.text(text, at: textPlace))
  }

  // MARK: - Elements

  private mutating func readStartTag() throws(XMLFault) {
    let start = scan.place
    guard outermost == nil else { throw scan.fault(.textOutside) }
    guard open.count < XMLReader.deepestNesting else { throw scan.fault(.nestedTooDeeply) }
    _ = scan.skip("<")
    let namePosition = scan.position
    let name = try scan.takeName()
    var attributes: [WrittenAttribute] = []
    while true {
      let hadSpace = scan.skipSpace()
      if scan.startsWith(">") || scan.startsWith("/>") { break }
      guard !scan.isAtEnd else { throw XMLFault(problem: .unclosed("<\(name)"), place: start) }
      guard hadSpace else { throw scan.fault(.expected("A space, > or />")) }
      attributes.append(try takeAttribute())
    }
    let place = scan.place(at: namePosition, length: name.unicodeScalars.count)
    let element = try XMLNaming(around: open.last?.namespaces, attributes: attributes).element(name, at: place)
    if scan.skip("/>") { return close(element) }
    _ = scan.skip(">")
    open.append(element)
  }

  private mutating func readEndTag() throws(XMLFault) {
    let start = scan.position
    _ = scan.skip("</")
    let name = try scan.takeName()
    let place = scan.place(at: start, length: scan.position - start)
    scan.skipSpace()
    guard scan.skip(">") else { throw scan.fault(.expected(">")) }
    guard let element = open.popLast() else { throw XMLFault(problem: .textOutside, place: place) }
    guard element.writtenName == name else {
      throw XMLFault(problem: .endOfOther(written: name, open: element.writtenName), place: place)
    }
    close(element)
  }

  private mutating func close(_ element: PlacedElement) {
    if open.isEmpty { outermost = element } else { open[open.count - 1].content.append(.element(element)) }
  }

  /// `name="value"`; white space in the value is spaces.
  private mutating func takeAttribute() throws(XMLFault) -> WrittenAttribute {
    let start = scan.position
    let name = try scan.takeName()
    let place = scan.place(at: start, length: name.unicodeScalars.count)
    scan.skipSpace()
    guard scan.skip("=") else { throw scan.fault(.expected("= and a value between quotation marks")) }
    scan.skipSpace()
    guard let quote = scan.next, quote == "\"" || quote == "'" else {
      throw scan.fault(.expected("A value between quotation marks"))
    }
    scan.advance()
    var value = String.UnicodeScalarView()
    var positions: [Int] = []
    while let scalar = scan.next, scalar != quote {
      if scalar == "<" { throw scan.fault(.unclosed("The value of \"\(name)\"")) }
      positions.append(scan.position)
      if scalar == "&" {
        scan.advance()
        value.append(try scan.takeReference())
      } else {
        let taken = try scan.takeCharacter()
        value.append(taken.isXMLSpace ? " " : taken)
      }
    }
    guard !scan.isAtEnd else { throw XMLFault(problem: .unclosed("The value of \"\(name)\""), place: place) }
    positions.append(scan.position)
    scan.advance()
    return WrittenAttribute(
      name: name, value: String(value), place: place, valuePlace: wholePlace(of: positions),
      scatteredPlaces: places(of: positions))
  }

  /// The first line of a value.
  private func wholePlace(of positions: [Int]) -> Place {
    let (first, last) = (scan.place(at: positions[0]), scan.place(at: positions[positions.count - 1]))
    return first.line == last.line ? first.advanced(by: 0, length: last.column - first.column) : first
  }

  /// The place of each position; none where they follow one another on one line.
  private func places(of positions: [Int]) -> [Place] {
    let (first, last) = (scan.place(at: positions[0]), scan.place(at: positions[positions.count - 1]))
    let isPlain = first.line == last.line && last.column - first.column == positions.count - 1
    return isPlain ? [] : positions.map { scan.place(at: $0) }
  }
}
