import Diagnostics
import Foundation
import Notation
import Procedures
import Testing

/// The files that the tests of this target read.
enum Fixture {
  static func file(_ path: String) -> URL { Bundle.module.bundleURL.appending(path: "Fixtures/\(path)") }

  /// The procedure in a folder, with further files and with texts replaced.
  static func procedure(
    _ folder: String, replacing replaced: [String: String] = [:], at location: SourceLocation = #_sourceLocation
  ) throws -> Procedure {
    let names = try FileManager.default.contentsOfDirectory(atPath: file(folder).path).sorted()
    let sources = try names.map { name in
      var text = try String(contentsOf: file("\(folder)/\(name)"), encoding: .utf8)
      for (old, new) in replaced { text = text.replacingOccurrences(of: old, with: new) }
      return SourceText(name: name, text: text)
    }
    let (procedure, problems) = ProcedureReader.read(sources)
    return try #require(procedure, "\(problems)", sourceLocation: location)
  }
}
