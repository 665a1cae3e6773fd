import Diagnostics
import SeededNumbers
import Testing

@testable import Notation

@Suite struct HostileInputTests {
  private static let good = FixtureFiles.good("child-protection.yaml")

  /// Reads one file in the place of another of the good procedure: there must be a procedure or a diagnostic.
  private func expectAnswer(_ bytes: [UInt8], insteadOf name: String, _ comment: Comment) {
    let (source, faults) = SourceText.decoding(name: name, bytes: bytes)
    guard let source else {
      #expect(!faults.isEmpty, comment)
      return
    }
    let files = Self.good.files.map { $0.name == name ? source : $0 }
    let (procedure, diagnostics) = ProcedureReader.read(files)
    #expect(procedure != nil || diagnostics.hasErrors, comment)
    #expect(procedure == nil || !diagnostics.hasErrors, comment)
    for diagnostic in diagnostics {
      #expect(files.contains { $0.name == diagnostic.place.file }, comment)
      #expect(diagnostic.place.line >= 1 && diagnostic.place.column >= 1, comment)
    }
  }

  @Test(arguments: good.files.map(\.name)) func `A file that breaks off anywhere gets an answer`(_ name: String) throws {
    let file = try #require(Self.good.files.first { $0.name == name })
    let bytes = Array(file.text.utf8)
    for length in stride(from: 0, through: bytes.count, by: 50) {
      expectAnswer(Array(bytes.prefix(length)), insteadOf: name, "cut at \(length)")
    }
  }

  @Test(arguments: good.files.map(\.name)) func `A file with bytes changed gets an answer`(_ name: String) throws {
    let file = try #require(Self.good.files.first { $0.name == name })
    var numbers = SeededNumbers(seed: 20_260_101)
    let marks = Array("[]{}:,-?&*!|>'\"#%@` \n\t.0az".utf8)
    for round in 0..<60 {
      var bytes = Array(file.text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let index = Int.random(in: bytes.indices, using: &numbers)
        bytes[index] = marks.randomElement(using: &numbers) ?? 0
      }
      expectAnswer(bytes, insteadOf: name, "seed 20260101, round \(round)")
    }
  }

  @Test func `Random bytes get an answer`() {
    var numbers = SeededNumbers(seed: 7)
    for round in 0..<300 {
      let count = Int.random(in: 0...200, using: &numbers)
      let bytes = (0..<count).map { _ in UInt8.random(in: round % 2 == 0 ? 0...255 : 9...126, using: &numbers) }
      let (source, faults) = SourceText.decoding(name: "a", bytes: bytes)
      guard let source else {
        #expect(!faults.isEmpty)
        continue
      }
      let (node, diagnostics) = YAMLReader.read(source)
      #expect((node == nil) == diagnostics.hasErrors, "seed 7, round \(round)")
    }
  }

  /// The marks of YAML in random order: where the scan and the composer could see different things.
  @Test func `Random marks of YAML get an answer`() {
    var numbers = SeededNumbers(seed: 11)
    let pieces = [
      "a", "b: ", "- ", "[", "]", "{", "}", ", ", ": ", "\n", "\n  ", "'", "\"", "|\n", ">\n", "# ", "&x ", "*x ", "!t ", "? ",
      "<<: ", "---\n", "...\n", "%Y\n", "\\", "\t", "\r", "@", "`",
    ]
    for round in 0..<3000 {
      let text = (0..<Int.random(in: 1...24, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      let (node, diagnostics) = YAMLReader.read(SourceText(name: "a", text: text))
      #expect((node == nil) == diagnostics.hasErrors, "seed 11, round \(round)")
    }
  }

  static let bombs: [(name: String, text: String)] = [
    ("open brackets", String(repeating: "[", count: 500_000)),
    ("open braces", String(repeating: "{", count: 200_000)),
    ("nested keys between braces", String(repeating: "{a: ", count: 50_000)),
    ("dashes", String(repeating: "- ", count: 200_000)),
    ("deep keys", (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    ("brackets behind texts", String(repeating: "[\"]\", ", count: 50_000)),
    ("question marks", String(repeating: "? ", count: 100_000)),
    ("anchors of anchors", "a: &a [x]\n" + (0..<40).map { "b\($0): &b\($0) [*a, *a]\n" }.joined()),
    ("one long line", "a: " + String(repeating: "x", count: 500_000)),
    ("one long quoted text", "a: '" + String(repeating: "x", count: 500_000)),
    ("many keys", (0..<10_000).map { "k\($0): 1\n" }.joined()),
    ("many texts of a list", "a: [" + String(repeating: "b, ", count: 30_000) + "]"),
  ]

  @Test(arguments: bombs.indices) func `A text made to exhaust the reader gets an answer`(_ index: Int) {
    let (node, diagnostics) = YAMLReader.read(SourceText(name: "a", text: Self.bombs[index].text))
    #expect((node == nil) == diagnostics.hasErrors, "\(Self.bombs[index].name)")
  }

  @Test(arguments: ["(", "not(", "[", "a.", "count(", "- ", "if a then "])
  func `A condition made to exhaust the reader gets an answer`(
    _ piece: String
  ) {
    let text = String(repeating: piece, count: 20_000)
    let workflow = """
      workflow: hostile
      title: Hostile
      states: {none: {start: true}}
      transitions:
        - {from: none, when: '\(text)'}
      """
    let (procedure, diagnostics) = ProcedureReader.read(Self.good.files + [SourceText(name: "z.yaml", text: workflow)])
    #expect(procedure == nil)
    #expect(diagnostics.hasErrors)
  }
}
