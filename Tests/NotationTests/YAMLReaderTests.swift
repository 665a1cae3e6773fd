import Diagnostics
import Testing

@testable import Notation

@Suite struct YAMLReaderTests {
  private func read(_ text: String) -> (node: PlacedNode?, diagnostics: [Diagnostic]) {
    YAMLReader.read(SourceText(name: "a.yaml", text: text))
  }

  @Test(arguments: ["on", "off", "yes", "no", "y", "n", "true", "null", "~", "010", "0x1F", "1_000", "2013-04-15", "1e3", ".5"])
  func `A plain word stays as it is written`(_ word: String) throws {
    let value = try #require(read("key: \(word)").node?["key"])
    guard case .scalar(let text, let quoted) = value.content else {
      Issue.record("not a scalar")
      return
    }
    #expect(text == word)
    #expect(!quoted)
  }

  @Test(arguments: [#"key: "5""#, "key: '5'", "key: |-\n  5", "key: >-\n  5"])
  func `A text between marks or in a block is told from a plain word`(_ yaml: String) throws {
    let value = try #require(read(yaml).node?["key"])
    guard case .scalar("5", quoted: true) = value.content else {
      Issue.record("\(value.content)")
      return
    }
  }

  /// A text, the way to a value in it, and where that value begins and how long it is.
  static let places: [(yaml: String, path: [String], line: Int, column: Int, length: Int)] = [
    ("a: bc", ["a"], 1, 4, 2),
    ("a:\n  b: cde", ["a", "b"], 2, 6, 3),
    ("é: x\nü: 'it''s'", ["ü"], 2, 4, 7),
    ("a: {b: \"q\\\"r\"}", ["a", "b"], 1, 8, 6),
    ("# 😀\na: 😀b", ["a"], 2, 4, 2),
    ("a:\r\n  b: c", ["a", "b"], 2, 6, 1),
    ("a: |\n  text", ["a"], 1, 4, 1),
    ("a: [b, c]", ["a"], 1, 4, 1),
    ("a:", ["a"], 1, 1, 1),
  ]

  @Test(arguments: places.indices) func `Every value knows its place in characters`(_ index: Int) throws {
    let expected = Self.places[index]
    var node = try #require(read(expected.yaml).node)
    for key in expected.path { node = try #require(node[key]) }
    #expect(
      node.place == Place(file: "a.yaml", line: expected.line, column: expected.column, length: expected.length))
  }

  @Test func `Keys know their places`() throws {
    let entries = try #require(read("a: 1\n\"b c\": 2").node?.entries)
    #expect(entries.map(\.key) == ["a", "b c"])
    #expect(
      entries.map(\.keyPlace)
        == [Place(file: "a.yaml", line: 1, column: 1), Place(file: "a.yaml", line: 2, column: 1, length: 5)])
  }

  /// Texts with a fault, and where it is told: where the faulty thing begins.
  static let faults: [(yaml: String, line: Int, column: Int)] = [
    ("a: 1\nb: \"c\nd: e", 2, 4),
    ("a: 1\nb: 'c", 2, 4),
    ("a: {b: c\nd: e", 1, 4),
    ("a:\n  - {b: c\n  - {b: d}", 2, 5),
    ("a: [b, c\nd: e", 1, 4),
    ("a: [b, {c: d]", 1, 13),
    ("a: 1\nb c\nd: e", 2, 1),
    ("a: 1\nb:c\nd: e", 2, 1),
    ("a:\n  b: 1\n  c d\n  e: f", 3, 3),
    ("a:\n  b\n    c: d", 2, 3),
    ("a:\n  - b c\n    d: e", 2, 5),
    ("a b\nc: d", 1, 1),
    ("# a\n\na b\nc d\ne: f", 3, 1),
    ("a: 1\nb: c\n  d: e", 3, 4),
    ("a: b: c", 1, 5),
    (#"a: "b\x1Bc""#, 1, 4),
    (#"a: "b\0c""#, 1, 4),
  ]

  @Test(arguments: faults) func `A fault is told where the faulty thing begins`(yaml: String, line: Int, column: Int) {
    let (node, diagnostics) = read(yaml)
    #expect(node == nil)
    #expect(diagnostics.map(\.code) == [.yamlSyntax])
    #expect(diagnostics.map { [$0.place.line, $0.place.column] } == [[line, column]], "\(diagnostics.map(\.message))")
  }

  /// Texts that look like what is refused, and are not.
  static let harmless = [
    "a: 'x: &b *c !d'", "a: x # &b *c", "a: R&D", "a: 3 * 4", "a: b!", "a: |\n  &b *c\n  ---x\n  k: 1\n  k: 2\nb: 1",
    "a: >-\n   one\n\n   two: 2\nb: x", "a: one\n  &two [three\n  {four\nb: x", "a: \"one\n  two: *x\n  two: y\"",
    "a: [b\n  c 'd, 'e']",
    "a: [b, c: d]", "a: {b: 1, c: {b: 2}}", "- a: 1\n- a: 2", "a:\n- b: 1\n- b: 2\nc:\n  b: 1", "a: {b: [c, {b: d}], e: f}",
    "a:\n  - |\n    b: 1\n    b: 2\n  - b: 1", "a: b\n# ---\nc: d", "---\na: b", "---\na: b\n...", "a: http://x.org/#b",
    "a: 'x'\nb: 'a'",
    "? ", "a: -1", "a: b - c", "a: '---'", "\"a\": 1\n'b': 2", "a: @b".replacing("@", with: "b@"), "a: x\u{A0}y", "a: []\nb: {}",
    "a: [\n]\n",
    "a: [b,]", "a: {\"b\":1, \"c\":2}", "a: {b: , c: d}", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2",
  ].filter { $0 != "? " }

  @Test(arguments: harmless) func `What only looks like an anchor, a tag or a second key is read`(_ yaml: String) {
    let (node, diagnostics) = read(yaml)
    #expect(diagnostics.map(\.message) == [])
    #expect(node != nil)
  }

  @Test(arguments: [
    "", "# only a comment\n", "a: ]\n", "a: [b,, c]\n", "a: |9x\n  b\n", "a: `b`\n", "a: 'b", "a: \"\\q\"\n", "%x\n",
    "a: @b\n", "- a\nb: c\n", "a: b: c\n", "{a: b\n", "? a\n", "[a]: b\n", "a: \u{1}\n",
    String(repeating: "a: &b\n", count: 1001),
  ])
  func `What is not YAML, and what is empty, is told with its mend`(yaml: String) {
    let faults = YAMLReader.read(SourceText(name: "a.yaml", text: yaml)).diagnostics
    #expect(!faults.isEmpty)
    for fault in faults { #expect(fault.mend?.isEmpty == false, "\(fault.message)") }
  }

  @Test func `No bytes, and no elements of XML, are told with their mend`() {
    let bytes = SourceText.decoding(name: "a.yaml", bytes: [])
    #expect(bytes.diagnostics.map { $0.mend?.contains("`workflow:`") } == [true])
    let elements = XMLReader.read(SourceText(name: "a.scxml", text: ""))
    #expect(elements.diagnostics.map { $0.mend?.contains("another file") } == [true])
  }

  @Test func `All that is refused in one file is told at once`() {
    let (_, diagnostics) = read("a: &x 1\nb: *x\nc: !t 2\na: 3\n")
    #expect(diagnostics.map(\.code) == [.yamlAnchor, .yamlAnchor, .yamlTag, .yamlDuplicateKey])
  }

  @Test(arguments: 1...64) func `Nesting is read as deep as sixty-four`(_ depth: Int) {
    let flow = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(read(flow).diagnostics.isEmpty)
    let block = (0..<depth).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n") + " b"
    #expect(read(block).diagnostics.isEmpty)
    let lists = String(repeating: "- ", count: depth) + "a"
    #expect(read(lists).diagnostics.isEmpty)
  }

  @Test func `Deeper nesting is refused`() {
    #expect(
      read(String(repeating: "[", count: 65) + String(repeating: "]", count: 65)).diagnostics.map(\.code) == [.nestedTooDeeply])
    let block = (0..<65).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n") + " b"
    #expect(read(block).diagnostics.map(\.code) == [.nestedTooDeeply])
    #expect(read(String(repeating: "- ", count: 65) + "a").diagnostics.map(\.code) == [.nestedTooDeeply])
  }
}

@Suite struct SourceTextDecodingTests {
  @Test func `Bytes of UTF-8 are a text, without the mark at its start`() {
    let (source, diagnostics) = SourceText.decoding(name: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("é: 1".utf8))
    #expect(source?.text == "é: 1")
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    ([0x61, 0x0A, 0x62, 0xFF, 0x63] as [UInt8], 2, 2), ([0x61, 0x00, 0x62], 1, 2), ([0xC3], 1, 1),
    ([0xFE, 0xFF, 0x00, 0x61], 1, 1), ([0xC3, 0xA9, 0xED, 0xA0, 0x80], 1, 2),
  ]) func `Other bytes are refused where they stand`(_ bytes: [UInt8], line: Int, column: Int) {
    let (source, diagnostics) = SourceText.decoding(name: "a", bytes: bytes)
    #expect(source == nil)
    #expect(diagnostics.map(\.code) == [.notUTF8])
    #expect(diagnostics.map(\.place) == [Place(file: "a", line: line, column: column)])
  }

  @Test func `No bytes are an empty file`() {
    #expect(SourceText.decoding(name: "a", bytes: []).diagnostics.map(\.code) == [.emptyFile])
  }

  @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "---\n...\n"]) func `A text that says nothing is empty`(
    _ text: String
  ) {
    let (node, diagnostics) = YAMLReader.read(SourceText(name: "a", text: text))
    #expect(node == nil)
    #expect(diagnostics.map(\.code) == [.emptyFile])
  }

  @Test func `A file over four megabytes is refused before it is read`() {
    let large = String(repeating: "a", count: SourceText.largestSize + 1)
    #expect(SourceText.decoding(name: "a", bytes: Array(large.utf8)).diagnostics.map(\.code) == [.fileTooLarge])
    #expect(YAMLReader.read(SourceText(name: "a", text: large)).diagnostics.map(\.code) == [.fileTooLarge])
  }
}
