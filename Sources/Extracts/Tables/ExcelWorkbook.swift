import CivilTime
import Foundation
import FoundationXML

/// A workbook of a spreadsheet, sheet by sheet.
///
/// **Source:** ECMA-376, Office Open XML, part 1, section 18.
public struct ExcelWorkbook {
  public struct Sheet: Sendable {
    public let name: String
    public let rows: [SheetRow]
  }

  public let sheets: [Sheet]

  /// `nil` where the bytes are no workbook, or are damaged.
  public init?(_ bytes: [UInt8]) {
    guard let archive = ZipArchive(bytes), let book = WorkbookPart.read(archive.file("xl/workbook.xml")),
      let relations = WorkbookPart.read(archive.file("xl/_rels/workbook.xml.rels"))
    else { return nil }
    let targets = Dictionary(
      relations.elements(named: "Relationship").compactMap { element in
        element.attributes["Id"].flatMap { id in element.attributes["Target"].map { (id, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let texts = WorkbookPart.read(archive.file("xl/sharedStrings.xml"))?.elements(named: "si").map(\.visibleText) ?? []
    let styles = DateStyles(WorkbookPart.read(archive.file("xl/styles.xml")))
    let isFrom1904 = book.elements(named: "workbookPr").first?.attributes["date1904"] == "1"
    var sheets: [Sheet] = []
    for element in book.elements(named: "sheet") {
      guard let target = element.attributes["id"].flatMap({ targets[$0] }),
        target.hasPrefix("worksheets/") || target.hasPrefix("/xl/worksheets/")
      else { continue }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      guard let part = WorkbookPart.read(archive.file(path)) else { return nil }
      let cells = SheetCells(texts: texts, styles: styles, isFrom1904: isFrom1904)
      sheets.append(Sheet(name: element.attributes["name"] ?? "", rows: part.elements(named: "row").compactMap(cells.row)))
    }
    self.sheets = sheets
  }
}

/// What the cells of a sheet say.
private struct SheetCells {
  let texts: [String]
  let styles: DateStyles
  let isFrom1904: Bool

  func row(_ element: WorkbookPart) -> SheetRow? {
    guard let number = element.attributes["r"].flatMap({ Int($0) }) else { return nil }
    let cells = element.elements(named: "c").compactMap { cell -> SheetRow.Cell? in
      guard let column = cell.attributes["r"].flatMap(SheetCells.column), let text = text(of: cell), !text.isEmpty else {
        return nil
      }
      return SheetRow.Cell(column: column, text: text)
    }
    return cells.isEmpty ? nil : SheetRow(number: number, cells: cells)
  }

  private func text(of cell: WorkbookPart) -> String? {
    let value = cell.elements(named: "v").first?.text
    switch cell.attributes["t"] {
    case "s": return value.flatMap { Int($0) }.flatMap { texts.indices.contains($0) ? texts[$0] : nil }
    case "inlineStr": return cell.visibleText
    case "b": return value == "1" ? "yes" : "no"
    // An error such as #N/A says nothing.
    case "e": return nil
    case "str": return value == "#N/A" ? nil : value
    default:
      guard let value, styles.isDate(cell.attributes["s"]), let serial = Double(value) else { return value }
      return SheetCells.day(serial, isFrom1904: isFrom1904)
    }
  }

  /// The number of the column in a reference such as `AB12`.
  static func column(_ reference: String) -> Int? {
    let letters = reference.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
  }

  /// The day of a serial number as year-month-day, with the time of day where it has one.
  ///
  /// The numbers count from the end of 1899, and take 1900 for a leap year: no day is right before its March.
  static func day(_ serial: Double, isFrom1904: Bool) -> String? {
    let days = serial.rounded(.down)
    guard days >= 61 || isFrom1904, days < 2_958_466 else { return nil }
    let epoch = isFrom1904 ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 30)
    guard let date = epoch?.adding(days: Int(days)) else { return nil }
    let minutes = Int(((serial - days) * 1440).rounded())
    guard minutes > 0, minutes < 1440 else { return date.description }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date) \(padded(minutes / 60)):\(padded(minutes % 60))"
  }
}

/// Which styles of cells are dates.
private struct DateStyles {
  private var dates: Set<Int> = []

  init(_ part: WorkbookPart?) {
    guard let part else { return }
    var formats: Set<Int> = Set(14...22).union(45...47)
    for format in part.elements(named: "numFmt") {
      guard let number = format.attributes["numFmtId"].flatMap({ Int($0) }), let code = format.attributes["formatCode"] else {
        continue
      }
      if DateStyles.isOfDate(code) { formats.insert(number) }
    }
    let styles = part.elements(named: "cellXfs").first?.children.filter { $0.name == "xf" } ?? []
    for (number, style) in styles.enumerated() {
      if let format = style.attributes["numFmtId"].flatMap({ Int($0) }), formats.contains(format) { dates.insert(number) }
    }
  }

  func isDate(_ style: String?) -> Bool { style.flatMap { Int($0) }.map(dates.contains) ?? false }

  /// Whether a code formats days: it has a `d` or `y` outside of quotes and brackets.
  private static func isOfDate(_ code: String) -> Bool {
    var (isQuoted, isBracketed) = (false, false)
    for character in code.lowercased() {
      switch character {
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      case "d", "y": if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}

/// A part of a workbook, as a tree of elements.
private final class WorkbookPart: NSObject, XMLParserDelegate {
  let name: String
  let attributes: [String: String]
  private(set) var text = ""
  private(set) var children: [WorkbookPart] = []
  private var open: [WorkbookPart] = []

  private init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The tree of a part; `nil` where it is no XML.
  static func read(_ bytes: [UInt8]?) -> WorkbookPart? {
    guard let bytes else { return nil }
    let document = WorkbookPart(name: "", attributes: [:])
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.delegate = document
    document.open = [document]
    guard parser.parse(), parser.parserError == nil else { return nil }
    return document
  }

  /// All elements of a name below this one, in the order of the document.
  func elements(named name: String) -> [WorkbookPart] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.elements(named: name) }
  }

  /// The text of all runs, without what only tells how it is spoken.
  var visibleText: String {
    children.filter { $0.name != "rPh" }.map { $0.name == "t" ? $0.text : $0.visibleText }.joined()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let local = Dictionary(attributes.map { (String($0.key.split(separator: ":").last ?? ""), $0.value) }) { first, _ in first }
    let element = WorkbookPart(name: name, attributes: local)
    open.last?.children.append(element)
    open.append(element)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}
