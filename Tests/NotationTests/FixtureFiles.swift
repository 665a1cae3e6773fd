import Diagnostics
import Foundation
import Testing

/// The fixtures of this target: each holds the files of one procedure, divided by lines like `=== england/a.yaml`.
struct FixtureFiles: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [SourceText]
  let profile: SourceText?

  var testDescription: String { name }

  /// All fixtures of a folder, by name.
  static func all(in folder: String) -> [FixtureFiles] {
    let url = root.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      let text = (try? String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)) ?? ""
      return FixtureFiles(name: name, text: text)
    }
  }

  static func good(_ name: String) -> FixtureFiles {
    all(in: "good").first { $0.name == name } ?? FixtureFiles(name: name, text: "")
  }

  init(name: String, text: String) {
    self.name = name
    let parts = Self.divide(text, fallback: name)
    files = parts.filter { !$0.name.hasPrefix("profiles/") }
    profile = parts.first { $0.name.hasPrefix("profiles/") }
  }

  var all: [SourceText] { files + [profile].compactMap { $0 } }

  private static func divide(_ text: String, fallback: String) -> [SourceText] {
    var parts: [SourceText] = []
    var name = fallback
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        if !lines.isEmpty { parts.append(SourceText(name: name, text: lines.joined(separator: "\n") + "\n")) }
        (name, lines) = (String(line.dropFirst(4)), [])
      } else {
        lines.append(line)
      }
    }
    if lines.last == "" { lines.removeLast() }
    parts.append(SourceText(name: name, text: lines.joined(separator: "\n") + "\n"))
    return parts
  }

  /// The folder of the fixtures in the checkout, so that goldens can be rewritten.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
}
