import Diagnostics

/// A fault of a line of JSON.
struct JSONFault: Error {
  let diagnostic: Diagnostic
}

/// Reads one JSON object as a record, each member with its place.
///
/// A library reads JSON as well, but tells neither where a member stands nor that one came twice.
///
/// **Source:** RFC 8259.
struct JSONScan {
  private let file: String
  private let line: Int
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String, file: String, line: Int) {
    self.file = file
    self.line = line
    scalars = Array(text.unicodeScalars)
  }

  /// The object that the line is.
  mutating func object() throws(JSONFault) -> ExtractRecord {
    let record = try object(named: "", depth: 0)
    skipBlanks()
    guard position == scalars.count else { throw fault("Something stands behind the object.") }
    return record
  }

  private mutating func object(named name: String, depth: Int) throws(JSONFault) -> ExtractRecord {
    skipBlanks()
    var record = ExtractRecord(name: name, place: place)
    guard depth < 16 else { throw fault("The object is nested too deeply.") }
    guard take("{") else { throw fault("An object is expected here, that is a `{`.", .jsonShape) }
    skipBlanks()
    if take("}") { return record }
    var names: Set<String> = []
    repeat {
      skipBlanks()
      let begin = place
      let key = try text()
      guard names.insert(key).inserted else { throw fault("This member stands twice in its object.", .jsonShape, at: begin) }
      skipBlanks()
      guard take(":") else { throw fault("A colon is expected here.") }
      try value(of: key, into: &record, depth: depth)
      skipBlanks()
    } while take(",")
    guard take("}") else { throw fault("A comma or a `}` is expected here.") }
    return record
  }

  private mutating func value(of key: String, into record: inout ExtractRecord, depth: Int) throws(JSONFault) {
    skipBlanks()
    switch next {
    case "{": record.records.append(try object(named: key, depth: depth + 1))
    case "[":
      let begin = place
      position += 1
      skipBlanks()
      if take("]") { return }
      // Members of a set that are words stand as one text; objects are records of the same name.
      var words: [String] = []
      repeat {
        skipBlanks()
        if next == "{" {
          record.records.append(try object(named: key, depth: depth + 1))
        } else if let word = try scalar() {
          words.append(word)
        }
        skipBlanks()
      } while take(",")
      guard take("]") else { throw fault("A comma or a `]` is expected here.") }
      if !words.isEmpty { record.fields.append(ExtractField(name: key, text: words.joined(separator: " "), place: begin)) }
    default:
      let begin = place
      if let text = try scalar() { record.fields.append(ExtractField(name: key, text: text, place: begin)) }
    }
  }

  /// A text, a number, or a truth as `yes` or `no`; nothing for null.
  private mutating func scalar() throws(JSONFault) -> String? {
    if next == "\"" { return try text() }
    for (word, meaning) in [("true", "yes"), ("false", "no"), ("null", nil)] where take(word) { return meaning }
    let begin = position
    while let scalar = next, ("0"..."9").contains(scalar) || "+-.eE".unicodeScalars.contains(scalar) { position += 1 }
    let number = String(String.UnicodeScalarView(scalars[begin..<position]))
    guard JSONScan.isNumber(number) else {
      position = begin
      throw fault("A value is expected here.")
    }
    return number
  }

  private mutating func text() throws(JSONFault) -> String {
    guard take("\"") else { throw fault("A text in quotes is expected here.") }
    var text = String.UnicodeScalarView()
    while let scalar = next {
      position += 1
      switch scalar {
      case "\"": return String(text)
      case "\\": text.append(try escaped())
      case _ where scalar.value < 0x20:
        position -= 1
        throw fault("A control character stands in a text.")
      default: text.append(scalar)
      }
    }
    throw fault("No quote ends the text.")
  }

  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    guard let scalar = next else { throw fault("The text ends within an escape.") }
    position += 1
    if let meant = plain[scalar] { return meant }
    guard scalar == "u" else { throw fault("There is no such escape.", back: 1) }
    let high = try unit()
    if let scalar = Unicode.Scalar(high), !(0xD800...0xDFFF).contains(high) { return scalar }
    guard (0xD800...0xDBFF).contains(high), take("\\u") else { throw fault("Half a character stands alone.") }
    let low = try unit()
    guard (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else { throw fault("Half a character stands alone.") }
    return scalar
  }

  private mutating func unit() throws(JSONFault) -> UInt32 {
    guard position + 4 <= scalars.count else { throw fault("Four hexadecimal digits are expected here.") }
    let digits = String(String.UnicodeScalarView(scalars[position..<position + 4]))
    guard digits.allSatisfy(\.isHexDigit), let unit = UInt32(digits, radix: 16) else {
      throw fault("Four hexadecimal digits are expected here.")
    }
    position += 4
    return unit
  }

  static func isNumber(_ text: String) -> Bool {
    var rest = text[...]
    if rest.first == "-" { rest.removeFirst() }
    func digits() -> Int {
      let count = rest.prefix { ("0"..."9").contains($0) }.count
      rest.removeFirst(count)
      return count
    }
    let leadsWithZero = rest.first == "0"
    let whole = digits()
    guard whole > 0, !leadsWithZero || whole == 1 else { return false }
    if rest.first == "." {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  // MARK: - Characters

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private var place: Place { Place(file: file, line: line, column: position + 1) }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard position + wanted.count <= scalars.count, scalars[position..<position + wanted.count].elementsEqual(wanted) else {
      return false
    }
    position += wanted.count
    return true
  }

  private mutating func skipBlanks() {
    while let scalar = next, scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n" { position += 1 }
  }

  private func fault(
    _ message: String, _ code: DiagnosticCode = .jsonSyntax, back: Int = 0, at place: Place? = nil
  ) -> JSONFault {
    let here = Place(file: file, line: line, column: max(1, position + 1 - back))
    return JSONFault(
      diagnostic: Diagnostic(code, message, at: place ?? here, mend: "Each line is one JSON object, such as {\"case\": \"c1\"}."))
  }
}
