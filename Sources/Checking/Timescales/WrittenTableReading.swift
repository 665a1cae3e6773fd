/// A Markdown file of timescales as far as it has been read.
struct WrittenTableReading {
  private(set) var rows: [WrittenTable.Row] = []
  private var section = ""
  /// The heads of the columns of the table at hand, in lower case.
  private var heads: [String] = []

  mutating func read(_ line: String, number: Int) {
    let text = line.drop(while: \.isWhitespace)
    if text.hasPrefix("#") {
      section = WrittenTableReading.section(text)
      heads = []
    } else if text.hasPrefix("|") {
      readRow(WrittenTableReading.cells(text), number: number)
    } else {
      heads = []
      readProse(String(text), number: number)
    }
  }
}

extension WrittenTableReading {
  /// Columns that say where a figure comes from, how it counts or what it is called, and so hold no figure.
  private static let otherColumns: Set<String> = ["name", "count", "force", "source", "ev"]

  /// "## 2. Front door" and "### 2.2 Timescales": the number before the title.
  private static func section(_ heading: Substring) -> String {
    let number = heading.drop { $0 == "#" || $0 == " " }.prefix { $0.isWholeNumber || $0 == "." }
    return String(number.hasSuffix(".") ? number.dropLast() : number)
  }

  private static func cells(_ line: Substring) -> [String] {
    let trimmed = line.dropFirst().drop(while: \.isWhitespace)
    let inner = trimmed.hasSuffix("|") ? trimmed.dropLast() : trimmed
    return inner.split(separator: "|", omittingEmptySubsequences: false).map { plain(String($0)) }
  }

  /// Without marks of emphasis, and without space at the ends.
  private static func plain(_ text: String) -> String {
    let kept = String(text.filter { $0 != "*" && $0 != "`" })
    let start = kept.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  private mutating func readRow(_ cells: [String], number: Int) {
    if heads.isEmpty {
      heads = cells.map { $0.lowercased() }
      return
    }
    guard !cells.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }) else { return }
    let unit = heads.firstIndex(of: "unit").flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    let durations = zip(heads, cells).enumerated().flatMap { column, cell -> [WrittenDuration] in
      let (head, text) = cell
      guard column > 0, !WrittenTableReading.otherColumns.contains(head) else { return [] }
      return WrittenDuration.all(in: text, unit: head == "duration" ? unit : nil)
    }
    add(label: cells.first ?? "", durations, number)
  }

  /// A sentence is a row of its own, if it holds a duration.
  private mutating func readProse(_ text: String, number: Int) {
    var sentence = ""
    for word in WrittenTableReading.plain(text).split(separator: " ") {
      sentence += sentence.isEmpty ? String(word) : " " + word
      guard word.hasSuffix(".") else { continue }
      addSentence(sentence, number)
      sentence = ""
    }
    addSentence(sentence, number)
  }

  private mutating func addSentence(_ sentence: String, _ number: Int) {
    let durations = WrittenDuration.all(in: sentence)
    if !durations.isEmpty { add(label: sentence, durations, number) }
  }

  private mutating func add(label: String, _ durations: [WrittenDuration], _ number: Int) {
    let once = durations.reduce(into: [WrittenDuration]()) { if !$0.contains($1) { $0.append($1) } }
    rows.append(WrittenTable.Row(section: section, label: label, durations: once, line: number))
  }
}
