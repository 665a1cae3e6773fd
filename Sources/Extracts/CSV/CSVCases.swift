import Diagnostics

/// The cases of one table in which each row is a record, and the rows of a case stand together.
public struct CSVCases: Sendable {
  /// What the first row must hold.
  public struct Columns: Sendable {
    /// The columns without which nothing can be read.
    public var needed: [String]
    /// All that may stand; `nil` where any other is passed over.
    public var known: [String]?
    public var caseField: [String]
    /// What to do with a table whose columns are other ones altogether, by their names; only of a form that has `known`.
    public var mendOfOthers: @Sendable ([String]) -> String = { _ in "Name the columns in the first row." }

    public init(needed: [String], known: [String]?, caseField: [String]) {
      self.needed = needed
      self.known = known
      self.caseField = caseField
    }
  }

  private let file: String
  private let form: CSVReader.Form
  private let columns: Columns

  /// - Parameter file: the name under which messages tell it.
  public init(file: String, form: CSVReader.Form, columns: Columns) {
    self.file = file
    self.form = form
    self.columns = columns
  }

  /// Goes through the table, and gives each case once its last row was read.
  ///
  /// Codes: PL8121, PL8122, PL8131 to PL8134, PL8141 to PL8145.
  /// - Parameter take: takes what comes next, and says whether to go on.
  public func read(_ bytes: @escaping ByteSource, _ take: (ExtractStep) -> Bool) {
    var reader = CSVReader(form, read: bytes)
    guard let header = CSVHeader.read(&reader, file: file, columns, take) else { return }
    read(&reader, header, CaseGathering(caseField: columns.caseField), take)
  }

  /// Goes through a part of a table whose first row was read already, or through its rest.
  ///
  /// - Parameters:
  ///   - seen: the cases that stand further up, as far as they were noted.
  ///   - earlier: further cases that do.
  public func read(
    _ header: CSVHeader, from chunk: CaseChunk, then bytes: @escaping ByteSource = { _ in 0 }, seen: SeenCases = SeenCases(),
    earlier: Set<String> = [], _ take: (ExtractStep) -> Bool
  ) {
    var reader = CSVReader(form, from: chunk, then: bytes)
    read(&reader, header, CaseGathering(caseField: columns.caseField, seen: seen, earlier: earlier), take)
  }

  /// The first row, and what was read behind it; `nil` where it is not as it must be, which is told.
  public func header(_ bytes: @escaping ByteSource, _ take: (ExtractStep) -> Bool) -> (CSVHeader, CaseChunk)? {
    var reader = CSVReader(form, read: bytes)
    guard let header = CSVHeader.read(&reader, file: file, columns, take) else { return nil }
    return (header, reader.unread)
  }

  private func read(
    _ reader: inout CSVReader, _ header: CSVHeader, _ start: CaseGathering, _ take: (ExtractStep) -> Bool
  ) {
    var gathering = start
    while true {
      let steps: [ExtractStep]
      switch reader.step() {
      case .record:
        if let record = header.record(&reader) {
          steps = gathering.take(record)
        } else {
          gathering.noteFault()
          steps = [.fault(header.wrongCount(&reader))]
        }
      case .fault(let fault):
        gathering.noteFault()
        steps = [.fault(fault.diagnostic(in: file))]
      case .end:
        for step in gathering.finish() { _ = take(step) }
        return
      }
      for step in steps where !take(step) { return }
    }
  }
}

/// Puts the next bytes of a file into a room and says how many; none where the file ends, and fewer than none where it
/// cannot be read.
public typealias ByteSource = (UnsafeMutableRawBufferPointer) -> Int

/// The first row of a table.
public struct CSVHeader: Sendable {
  let file: String
  let name: String
  /// The names of the columns, in their order.
  public let names: [String]

  /// The header, unless what it must hold is missing, which is told.
  static func read(
    _ reader: inout CSVReader, file: String, name: String = "", _ columns: CSVCases.Columns, _ take: (ExtractStep) -> Bool
  ) -> CSVHeader? {
    switch reader.step() {
    case .record: break
    case .fault(let fault):
      _ = take(.brokenOff(fault.diagnostic(in: file)))
      return nil
    case .end:
      _ = take(.brokenOff(.emptyExtract(file)))
      return nil
    }
    let names = (0..<reader.fieldCount).map { reader.text(of: $0).blanksTrimmed }
    if columns.known != nil, !columns.needed.contains(where: names.contains) {
      let needed = columns.needed.map { "`\($0)`" }.joined(separator: ", ")
      _ = take(
        .brokenOff(
          Diagnostic(
            .columnMissing, "The first row names none of the columns \(needed).", at: Place(file: file, line: 1, column: 1),
            mend: columns.mendOfOthers(names))))
      return nil
    }
    var faults: [Diagnostic] = []
    for (number, column) in names.enumerated() {
      let place = reader.placed(number, in: file)
      if !column.isEmpty, names[..<number].contains(column) {
        faults.append(
          Diagnostic(
            .columnTwice, "This column stands twice in the first row.", at: place, mend: "Give one of them another name."))
      } else if let known = columns.known, !known.contains(column) {
        let near = Suggestion.nearest(to: column, among: known).map { "Did you mean `\($0)`? " } ?? ""
        faults.append(
          Diagnostic(
            .columnUnknown, "This column is neither one of the bulk form nor an attribute of the procedure.", at: place,
            mend: near + "Rename it or leave it out; an extract with columns of its own needs a mapping."))
      }
    }
    for column in columns.needed where !names.contains(column) {
      faults.append(
        Diagnostic(
          .columnMissing, "There is no column `\(column)`.", at: Place(file: file, line: 1, column: 1),
          mend: "See that the first row names the columns and that this is the file that is meant."))
    }
    for fault in faults { _ = take(.brokenOff(fault)) }
    return faults.isEmpty ? CSVHeader(file: file, name: name, names: names) : nil
  }

  /// The row at hand as a record of what it says; `nil` where it has more or fewer fields than the header.
  func record(_ reader: inout CSVReader) -> ExtractRecord? {
    guard reader.fieldCount == names.count else { return nil }
    var fields: [ExtractField] = []
    for number in names.indices {
      let text = reader.text(of: number)
      if !text.isEmpty { fields.append(ExtractField(name: names[number], text: text, place: reader.placed(number, in: file))) }
    }
    return ExtractRecord(name: name, fields: fields, place: Place(file: file, line: reader.line, column: 1))
  }

  func wrongCount(_ reader: inout CSVReader) -> Diagnostic {
    Diagnostic(
      .fieldCountDiffers,
      "The row has \(reader.fieldCount) field\(reader.fieldCount == 1 ? "" : "s"), and the first row names \(names.count).",
      at: Place(file: file, line: reader.line, column: 1),
      mend: "See that a field that holds the separator stands in quotes, and that none is missing.")
  }
}

extension CSVReader {
  /// Where a field of the record at hand stands.
  func placed(_ number: Int, in file: String) -> Place {
    let place = place(of: number)
    return Place(file: file, line: place.line, column: place.column, length: length(of: number))
  }
}

extension String {
  var blanksTrimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace ?? false { rest.removeFirst() }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
  }
}

extension PlacedCSVFault {
  func diagnostic(in file: String) -> Diagnostic {
    let place = Place(file: file, line: place.line, column: place.column)
    switch fault {
    case .openQuote:
      return Diagnostic(
        .tableQuotes, "No quote ends the field that begins here.", at: place,
        mend: "End it with a quote; a quote within a field is written twice.")
    case .textAfterQuote:
      return Diagnostic(
        .tableQuotes, "Something stands between the quote that ends a field and the next separator.", at: place,
        mend: "Write a quote within a field twice.")
    case .quoteInPlainField:
      return Diagnostic(
        .tableQuotes, "There is a quote within a field that does not stand in quotes.", at: place,
        mend: "Put the field in quotes, and write the quote within it twice.")
    case .wrongEncoding:
      return Diagnostic(
        .extractEncoding, "These bytes are no text in the encoding of the file.", at: place,
        mend: "Save the file as UTF-8, or say how it is written with --encoding, such as --encoding windows-1252.")
    case .notText:
      return Diagnostic(
        .extractNotText, "There is a zero byte here: the file is no text, or is UTF-16.", at: place,
        mend: "Save it as CSV in UTF-8.")
    case .markWithin:
      return Diagnostic(
        .extractEncoding, "The mark that begins a file stands here, within it: files were put one behind another.", at: place,
        mend: "Name them one by one, or take away the mark and the first row that stands behind it.")
    case .recordTooLong:
      return Diagnostic(
        .recordTooLong, "The record that begins here is longer than 1 MB, which is the most that is read.", at: place,
        mend: "See that its lines end as they should and that this is the file that is meant.")
    }
  }
}
