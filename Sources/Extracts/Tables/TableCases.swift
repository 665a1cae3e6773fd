import Diagnostics

/// The cases of several tables that share the field by which a case is known, such as the files of one return.
///
/// **Memory:** in proportion to all rows of the tables that are read, for those of one case may stand anywhere.
public struct TableCases {
  private let tables: [Mapping.Table]
  private let used: Set<String>
  private let caseField: [String]
  private var order: [String] = []
  private var cases: [String: ExtractedCase] = [:]

  /// - Parameter used: the names of the tables whose rows are needed.
  public init(_ mapping: Mapping) {
    tables = mapping.tables
    used = Set(mapping.records.flatMap(\.paths).compactMap(\.first))
    caseField = mapping.caseField.names
  }

  /// Takes in a table in CSV.
  ///
  /// Codes: PL8122, PL8131, PL8133 to PL8135, PL8141 to PL8145.
  /// - Parameter take: takes what is wrong with it, and says whether to go on.
  public mutating func add(
    csv bytes: @escaping ByteSource, file: String, form: CSVReader.Form, _ take: (ExtractStep) -> Bool
  ) {
    var reader = CSVReader(form, read: bytes)
    let columns = CSVCases.Columns(needed: [], known: nil, caseField: caseField)
    guard let header = CSVHeader.read(&reader, file: file, columns, take) else { return }
    guard let table = table(of: header.names, at: Place(file: file, line: 1, column: 1), take) else { return }
    guard used.contains(table.name) else { return }
    let named = CSVHeader(file: file, name: table.name, names: header.names)
    while true {
      let step: ExtractStep?
      switch reader.step() {
      case .record: step = named.record(&reader).map { add($0) } ?? .fault(named.wrongCount(&reader))
      case .fault(let fault): step = .fault(fault.diagnostic(in: file))
      case .end: return
      }
      if let step, !take(step) { return }
    }
  }

  /// Takes in the rows of a sheet, of which the first names the columns.
  ///
  /// Codes: PL8122, PL8135.
  /// - Parameter take: takes what is wrong with it, and says whether to go on.
  public mutating func add(sheet rows: [SheetRow], file: String, _ take: (ExtractStep) -> Bool) {
    guard let head = rows.first else { return }
    let names = Dictionary(head.cells.map { ($0.column, $0.text.blanksTrimmed) }) { first, _ in first }
    let place = Place(file: file, line: head.number, column: 1)
    guard let table = table(of: Array(names.values), at: place, take), used.contains(table.name) else { return }
    for row in rows.dropFirst() {
      let fields = row.cells.compactMap { cell -> ExtractField? in
        guard let name = names[cell.column], !cell.text.isEmpty else { return nil }
        return ExtractField(name: name, text: cell.text, place: Place(file: file, line: row.number, column: cell.column))
      }
      guard !fields.isEmpty else { continue }
      let record = ExtractRecord(name: table.name, fields: fields, place: Place(file: file, line: row.number, column: 1))
      if let step = add(record), !take(step) { return }
    }
  }

  /// Gives each case, in the order in which they were first met.
  public func give(_ take: (ExtractStep) -> Bool) {
    for key in order {
      guard let extracted = cases[key], take(.gathered(extracted)) else { return }
    }
  }

  private mutating func add(_ record: ExtractRecord) -> ExtractStep? {
    guard let key = caseField.lazy.compactMap({ name in record.field(name) }).first else {
      return .fault(
        Diagnostic(
          .caseUnnamed, "The record does not say of which case it is.", at: record.place,
          mend: "Fill in the column `\(caseField[0])`, or leave the record out."))
    }
    if cases[key.text] == nil {
      order.append(key.text)
      cases[key.text] = ExtractedCase(key: key, records: [])
    }
    cases[key.text]?.records.append(record)
    return nil
  }

  /// The table whose columns are all there; of several the one with most.
  private func table(of names: [String], at place: Place, _ take: (ExtractStep) -> Bool) -> Mapping.Table? {
    let there = Set(names)
    let known = tables.filter { $0.columns.allSatisfy(there.contains) }
    guard let table = known.max(by: { $0.columns.count < $1.columns.count }) else {
      _ = take(
        .fault(
          Diagnostic(
            .tableUnknown, "The columns of this table are those of none that the mapping knows.", at: place,
            mend: "Leave it out, or name its columns under `tables` of the mapping. It knows: "
              + tables.map(\.name).joined(separator: ", ") + ".")))
      return nil
    }
    return table
  }
}

/// A row of a sheet, with the cells that say something.
public struct SheetRow: Sendable {
  public struct Cell: Sendable {
    /// From 1.
    public let column: Int
    public let text: String
  }

  /// From 1.
  public let number: Int
  public let cells: [Cell]
}
