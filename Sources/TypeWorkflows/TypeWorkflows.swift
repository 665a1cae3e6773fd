import Diagnostics
import Foundation
import Notation

/// Makes types of Swift from the files of a procedure, so that a program with a wrong word does not compile.
///
/// Called by the build: `TypeWorkflows FOLDER OUTPUT`. The same files always give the same bytes.
@main
enum TypeWorkflows {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { stop("usage: TypeWorkflows FOLDER OUTPUT\n") }
    let files = try sources(in: URL(fileURLWithPath: arguments[1], isDirectory: true))
    let (procedure, problems) = ProcedureReader.read(files)
    guard let procedure else { stop(DiagnosticRenderer(sources: files).render(problems)) }
    var writing = ProcedureWriting(procedure)
    let text = writing.write()
    guard writing.diagnostics.isEmpty else { stop(DiagnosticRenderer(sources: files).render(writing.diagnostics)) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: arguments[2]))
  }

  /// Every YAML file below the folder, named from the folder around it on, in the order of paths.
  static func sources(in folder: URL) throws -> [SourceText] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      path.hasSuffix(".yaml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    let name = folder.pathComponents.suffix(2).joined(separator: "/")
    return try paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { path in
      let bytes = try Data(contentsOf: folder.appendingPathComponent(path))
      let (source, problems) = SourceText.decoding(
        name: "\(name)/\(path)", bytes: Array(bytes))
      guard let source else { stop(DiagnosticRenderer(sources: []).render(problems)) }
      return source
    }
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data(message.utf8))
    exit(2)
  }
}
