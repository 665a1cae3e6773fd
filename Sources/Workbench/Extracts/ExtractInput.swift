public import Extracts

/// A file of another system as a shell found it, read piece by piece and only once it is asked for.
public struct ExtractInput: Sendable {
  /// The path as the user typed it, or what was found below such a path.
  public let name: String
  /// Opens the file at its beginning; `nil` where it cannot be read.
  let open: @Sendable () -> ByteSource?

  public init(name: String, open: @escaping @Sendable () -> ByteSource?) {
    self.name = name
    self.open = open
  }
}

extension ExtractInput {
  /// The formats that are told by the end of a name.
  enum Format: String {
    case csv, jsonLines, xes, xml, workbook
  }

  /// By the end of its name; `nil` where that is of no extract.
  var format: Format? { ExtractInput.format(ofName: name) }

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
