import Diagnostics
import Extracts

/// Goes through extracts, whatever their format.
struct ExtractSteps: Sendable {
  let mapping: Mapping?
  let encoding: TextEncoding?
  let attributes: Set<String>
  /// Of an extract that is not yet read by a mapping: the fields that name the case, the event and its day.
  var fields: [String]?

  /// Goes through extracts one after another; through tables that share their cases as if they were one.
  ///
  /// Codes: PL8171, PL8172, PL8181, and those of the formats.
  /// - Parameters:
  ///   - end: called behind each that stands alone, and behind all tables.
  ///   - take: takes what comes next, and says whether to go on.
  func read(_ inputs: [ExtractInput], _ take: @escaping (ExtractStep) -> Bool) {
    var isToGoOn = true
    let watched: (ExtractStep) -> Bool = { step in
      isToGoOn = isToGoOn && take(step)
      return isToGoOn
    }
    if let mapping, !mapping.tables.isEmpty, let format = inputs.first.map(format), format == .csv || format == .workbook {
      var tables = TableCases(mapping)
      for input in inputs where isToGoOn {
        open(input, watched) { source in
          if self.format(of: input) == .workbook {
            add(bookFrom: source, input.name, to: &tables, watched)
          } else {
            tables.add(csv: source, file: input.name, form: form, watched)
          }
        }
      }
      if isToGoOn { tables.give(watched) }
    } else {
      for input in inputs where isToGoOn { open(input, watched) { read(input, from: $0, watched) } }
    }
  }

  /// What is gone through together: a set of tables as one, and files that stand alone one after another.
  func groups(of inputs: [ExtractInput]) -> [[ExtractInput]] {
    mapping?.tables.isEmpty ?? true ? inputs.map { [$0] } : [inputs]
  }

  /// Whether a file is a table in bulk form, in UTF-8.
  func isInBulkForm(_ input: ExtractInput) -> Bool { mapping == nil && format(of: input) == .csv && form.encoding == .utf8 }

  /// The cases of a table.
  func table(_ input: ExtractInput) -> CSVCases { CSVCases(file: input.name, form: form, columns: columns) }

  private func format(of input: ExtractInput) -> Mapping.Format {
    let told = input.format?.ofMappings
    guard let mapping else { return told ?? .csv }
    return told.flatMap { mapping.formats.contains($0) ? $0 : nil } ?? mapping.formats.first ?? .csv
  }

  /// Opens a file, through gzip where its name says so, and tells where it cannot be read to its end.
  func open(_ input: ExtractInput, _ take: (ExtractStep) -> Bool, _ read: (@escaping ByteSource) -> Void) {
    let whole = Place.whole(input.name)
    guard let opened = input.open() else {
      _ = take(
        .brokenOff(
          input.isFolder
            ? Diagnostic(
              .extractUnreadable, "This is a folder, and the files of an extract are named one by one.", at: whole,
              mend: "Name its files, as a shell does for FOLDER/*.csv.")
            : Diagnostic(
              .extractUnreadable, "The file is not there or cannot be read.", at: whole,
              mend: "Name one that is there; a path that does not begin with / begins in the folder you are in.")))
      return
    }
    let source = WatchedSource(opened)
    let zipped = input.isCompressed ? GzipSource { source.read($0) } : nil
    read(zipped.map { zipped in { zipped.read($0) } } ?? { source.read($0) })
    if source.hasFailed {
      _ = take(
        .brokenOff(
          Diagnostic(.extractUnreadable, "The file cannot be read any further.", at: whole, mend: "See that its disk is there.")))
    } else if zipped?.isDamaged ?? false {
      _ = take(
        .brokenOff(
          Diagnostic(
            .gzipDamaged, "The file is no gzip, or ends too early.", at: whole,
            mend: "Fetch it anew; a file that is not pressed together has no .gz at the end of its name.")))
    }
  }

  private func read(_ input: ExtractInput, from source: @escaping ByteSource, _ take: @escaping (ExtractStep) -> Bool) {
    switch format(of: input) {
    case .csv: table(input).read(source, take)
    case .jsonLines:
      JSONLineCases(file: input.name, caseField: mapping?.caseField.names ?? [fields?[0] ?? "case"]).read(source, take)
    case .xes:
      XMLCases(eventLog: input.name, caseField: mapping?.caseField.names ?? [fields?[0] ?? "concept:name"]).read(source, take)
    case .xml:
      guard let mapping else { return }
      XMLCases(file: input.name, casePath: mapping.casePath, caseField: mapping.caseField.names).read(source, take)
    case .workbook:
      _ = take(
        .brokenOff(
          Diagnostic(
            .mappingUnfit, "The mapping names no tables, and a workbook is a set of them.", at: .whole(input.name),
            mend: "Name its sheets under `tables` of the mapping, each with columns by which it is known.")))
    }
  }

  private func add(
    bookFrom source: ByteSource, _ name: String, to tables: inout TableCases, _ take: (ExtractStep) -> Bool
  ) {
    guard let bytes = WholeSource.bytes(source, atMost: 256 << 20), let book = ExcelWorkbook(bytes) else {
      _ = take(
        .brokenOff(
          Diagnostic(
            .workbookDamaged, "The file is no workbook, is damaged or is larger than 256 MB.", at: .whole(name),
            mend: "Open it in a spreadsheet and save it as .xlsx, or save each sheet as CSV.")))
      return
    }
    for sheet in book.sheets { tables.add(sheet: sheet.rows, file: "\(name)[\(sheet.name)]", take) }
  }

  var form: CSVReader.Form {
    CSVReader.Form(separator: mapping?.separator ?? UInt8(ascii: ","), encoding: encoding ?? mapping?.encoding ?? .utf8)
  }

  private var columns: CSVCases.Columns {
    if let fields { return CSVCases.Columns(needed: fields, known: nil, caseField: [fields[0]]) }
    guard let mapping else {
      let known = PlainCases.columns + attributes.sorted()
      var columns = CSVCases.Columns(needed: PlainCases.needed, known: known, caseField: ["case"])
      columns.mendOfOthers = { names in
        guard let mapping = MappingShelf.name(ofMappingWithTable: names) else {
          return "A table with columns of its own needs a mapping: `plumbline mapping` begins one, and --mapping reads by it."
        }
        return "These are columns of `\(mapping)`: write --mapping \(mapping)."
      }
      return columns
    }
    let days = mapping.records.flatMap(\.events).flatMap { event in event.when.names.count == 1 ? event.when.names : [] }
    let needed = (mapping.caseField.names.count == 1 ? mapping.caseField.names : []) + days
    return CSVCases.Columns(
      needed: needed.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, known: nil, caseField: mapping.caseField.names)
  }
}

extension ExtractInput.Format {
  fileprivate var ofMappings: Mapping.Format {
    switch self {
    case .csv: .csv
    case .jsonLines: .jsonLines
    case .xes: .xes
    case .xml: .xml
    case .workbook: .workbook
    }
  }
}

/// A source that remembers whether it failed.
private final class WatchedSource {
  private let source: ByteSource
  private(set) var hasFailed = false

  init(_ source: @escaping ByteSource) { self.source = source }

  func read(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let count = source(room)
    if count < 0 { hasFailed = true }
    return max(0, count)
  }
}

/// Files that are read as a whole.
private enum WholeSource {
  /// `nil` where there are more.
  static func bytes(_ source: ByteSource, atMost limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while bytes.count <= limit {
      let count = piece.withUnsafeMutableBytes { source($0) }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
    return nil
  }
}
