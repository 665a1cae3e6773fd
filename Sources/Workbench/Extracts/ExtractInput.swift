public import Extracts

/// A file of another system as a shell found it, read piece by piece and only once it is asked for.
public struct ExtractInput: Sendable {
  /// The path as the user typed it, or what was found below such a path.
  public let name: String
  /// What it is; `nil` where nothing tells.
  let format: Format?
  /// Whether it is a folder, which cannot be read as a file.
  let isFolder: Bool
  /// Opens the file at its beginning; `nil` where it cannot be read.
  let open: @Sendable () -> ByteSource?

  public init(name: String, isFolder: Bool = false, open: @escaping @Sendable () -> ByteSource?) {
    self.init(name: name, format: ExtractInput.format(ofName: name), isFolder: isFolder, open: open)
  }

  init(name: String, format: Format?, isFolder: Bool, open: @escaping @Sendable () -> ByteSource?) {
    self.name = name
    self.format = format
    self.isFolder = isFolder
    self.open = open
  }
}

extension ExtractInput {
  /// The formats that are told by the end of a name.
  enum Format: String, Sendable {
    case csv, jsonLines, xes, xml, workbook
  }

  /// The words by which an extract without a name is told to be in bulk form.
  public static let bulkForms = ["csv", "jsonl"]

  /// The same as what a word says it is, whatever its name; `nil` where the word is no form.
  public func inBulkForm(_ word: String) -> ExtractInput? {
    ExtractInput.bulkForms.contains(word)
      ? ExtractInput(name: name, format: word == "csv" ? .csv : .jsonLines, isFolder: isFolder, open: open) : nil
  }

  var isCompressed: Bool { name.lowercased().hasSuffix(".gz") }

  private static func format(ofName name: String) -> Format? {
    var name = name.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    switch name.split(separator: "/").last?.split(separator: ".").dropFirst().last {
    case "csv": return .csv
    case "jsonl", "ndjson": return .jsonLines
    case "xes": return .xes
    case "xml": return .xml
    case "xlsx": return .workbook
    default: return nil
    }
  }

  /// Whether a path is that of an extract, by the end of its name.
  public static func isExtract(_ path: String) -> Bool { format(ofName: path) != nil }
}
