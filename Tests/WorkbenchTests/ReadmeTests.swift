import Foundation
import Testing

@Suite struct `The README` {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The blocks of output that it shows, cut where it leaves lines out.
  private static func shown() throws -> [String] {
    let readme = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
    return readme.matches(of: /(?s)```text\n(.*?)```/).flatMap { block in
      block.output.1.split(separator: "…\n").map(String.init)
    }
  }

  @Test func `What it shows is what is printed`() throws {
    let goldens = try [
      "theo.txt", "theo-explained.txt", "theo-check.txt", "theo-drift.txt", "repository-expectations.txt", "paths.txt",
      "theo-compare.txt", "closeness.txt",
    ].map {
      name in
      try String(contentsOf: Golden.folder.appending(path: name), encoding: .utf8)
    }
    let shown = try Self.shown()
    #expect(shown.count > 3)
    for part in shown { #expect(goldens.contains { $0.contains(part) }, "no golden has:\n\(part)") }
  }

  @Test func `Every page it points to is there`() throws {
    let readme = try String(contentsOf: Self.repository.appending(path: "README.md"), encoding: .utf8)
    let pages = readme.matches(of: /\]\(([^):]+)\)/).map { String($0.output.1) }
    #expect(pages.count >= 6)
    for page in pages {
      #expect(FileManager.default.fileExists(atPath: Self.repository.appending(path: page).path), "\(page)")
    }
  }
}
