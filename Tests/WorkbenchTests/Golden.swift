import Foundation
import Testing

/// Texts that were read and found right; they change only with `RECORD_GOLDENS=1`, and a recording run fails.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  static func expect(
    _ text: String, is name: String, in folder: URL = folder, at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    guard ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != "1" else {
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was recorded; read it, and run again without RECORD_GOLDENS.", sourceLocation: location)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    guard text != golden else { return }
    let (told, expected) = (
      text.split(separator: "\n", omittingEmptySubsequences: false),
      golden.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(told, expected).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name) differs at line \(line + 1):
        golden: \(line < expected.count ? expected[line] : "(the end)")
        told:   \(line < told.count ? told[line] : "(the end)")
      """, sourceLocation: location)
  }
}
