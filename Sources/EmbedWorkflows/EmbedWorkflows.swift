import Foundation

/// Writes the files of `workflows/` into a Swift file, so that the command line works from any folder.
///
/// Called by the build: `EmbedWorkflows FOLDER OUTPUT`. The same files always give the same bytes.
@main
enum EmbedWorkflows {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: EmbedWorkflows FOLDER OUTPUT\n".utf8))
      exit(2)
    }
    let files = try workflowFiles(in: URL(fileURLWithPath: arguments[1], isDirectory: true))
    try Data(generatedSource(of: files).utf8).write(to: URL(fileURLWithPath: arguments[2]))
  }

  /// Every YAML file below the folder with its path relative to it, in the order of paths.
  static func workflowFiles(in folder: URL) throws -> [(path: String, text: String)] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      path.hasSuffix(".yaml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    return try paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { path in
      let data = try Data(contentsOf: folder.appendingPathComponent(path))
      guard let text = String(validating: data, as: UTF8.self) else {
        FileHandle.standardError.write(Data("\(path): error: not text in UTF-8\n".utf8))
        exit(2)
      }
      return (path, text)
    }
  }

  static func generatedSource(of files: [(path: String, text: String)]) -> String {
    let entries = files.map { "    (\(literal($0.path)), \(literal($0.text))),\n" }
    return """
      /// The files of `workflows/` as they stood when this was built.
      enum EmbeddedWorkflows {
        /// The path below `workflows/` and the text of each file, in the order of paths.
        static let files: [(path: String, text: String)] = [
      \(entries.joined())  ]
      }

      """
  }

  /// A Swift string literal whose value is the text, byte for byte.
  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{FEFF}":
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
