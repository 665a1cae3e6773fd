import Diagnostics
import Foundation
import Testing

@testable import Notation

@Suite struct SchemaTests {
  private static let place = Place(file: "made", line: 1, column: 1)

  private static func node(_ content: PlacedNode.Content) -> PlacedNode { PlacedNode(content, at: place) }

  private static func entries(_ entries: [(String, PlacedNode)]) -> PlacedNode {
    node(.entries(entries.map { PlacedNode.Entry(key: $0.0, keyPlace: place, value: $0.1) }))
  }

  /// Values of every kind, right and wrong, to stand under any key.
  private static let pool: [PlacedNode] = [
    node(.nothing), word("a_name"), word("a.path"), word("Not a name"), word("two words"), word(""), word("true"), word("false"),
    word("True"), word("null"), word("~"), word("7"), word("0"), word("1.5"), word("2013-04-15"), word("off"), word("world"),
    word("free"), word("no"), quoted("true"), quoted("7"), quoted(""), quoted("off"), quoted("null"), node(.list([])),
    node(.list([word("a_name")])), node(.list([word("Not a name")])), node(.list([node(.nothing)])), node(.list([entries([])])),
    entries([]), entries([("a_name", word("x"))]), entries([("Not a name", word("x"))]), entries([("2013-04-15", word("x"))]),
    entries([("value", word("x"))]), entries([("of", word("x"))]), entries([("raise", word("x"))]),
    entries([("a_name", entries([]))]),
  ]

  private static func word(_ text: String) -> PlacedNode { node(.scalar(text, quoted: false)) }
  private static func quoted(_ text: String) -> PlacedNode { node(.scalar(text, quoted: true)) }

  /// The smallest value of a shape.
  private static func example(_ shape: Shape) -> PlacedNode {
    switch shape {
    case .anything, .scalar(.text): word("text")
    case .scalar(.name), .scalar(.fileName), .scalar(.path): word("a_name")
    case .scalar(.date): word("2013-04-15")
    case .scalar(.truth): word("true")
    case .scalar(.wholeNumber): word("2")
    case .scalar(.words(let words, _)): word(words[0])
    case .list: node(.list([]))
    case .names: entries([])
    case .mapping(let name): example(FileDescription.mapping(name))
    case .oneOf(let names, _): example(FileDescription.mapping(names[0]))
    case .either(let shapes): example(shapes[0])
    }
  }

  private static func example(_ mapping: MappingShape) -> PlacedNode {
    let keys = mapping.keys.filter { $0.whenMissing != nil || mapping.needsOneOf.first == $0.key }
    return entries(keys.map { ($0.key.rawValue, example($0.shape)) })
  }

  /// Mappings near the smallest: each key left out, each key added, each value of the pool under each key.
  private static func variants(of mapping: MappingShape) -> [PlacedNode] {
    let base = example(mapping).entries ?? []
    var variants = [example(mapping)]
    for key in base { variants.append(node(.entries(base.filter { $0.key != key.key }))) }
    for key in Key.allCases.map(\.rawValue) + ["unknown", "2013-04-15", "Bad Key"] {
      let others = base.filter { $0.key != key }
      let shape = mapping.keys.first { $0.key.rawValue == key }?.shape
      for value in shape.map({ pool + [example($0)] }) ?? [word("a_name")] {
        variants.append(node(.entries(others + [PlacedNode.Entry(key: key, keyPlace: place, value: value)])))
      }
    }
    return variants
  }

  @Test(arguments: MappingName.allCases)
  func `The schema and the reader accept the same mappings`(_ name: MappingName) throws {
    let shape = Shape.mapping(name)
    let validator = try SchemaValidator(SchemaGenerator.schema(for: shape))
    var accepted = 0
    for node in Self.variants(of: FileDescription.mapping(name)) + Self.pool {
      let faults = ShapeChecker.faults(of: node, against: shape)
      let isAccepted = validator.accepts(SchemaValue(node))
      accepted += isAccepted ? 1 : 0
      #expect(isAccepted == faults.isEmpty, "\(name): \(SchemaValue(node)) \(faults.map(\.message))")
    }
    #expect(accepted > 0)
  }

  @Test func `The schema and the reader accept the same rules, whatever keys of the four forms are mixed`() throws {
    let shape = FileDescription.ruleShape
    let validator = try SchemaValidator(SchemaGenerator.schema(for: shape))
    for form in [MappingName.deadline, .cadence, .check, .invariant].map(FileDescription.mapping) {
      for node in Self.variants(of: form) {
        let faults = ShapeChecker.faults(of: node, against: shape)
        #expect(validator.accepts(SchemaValue(node)) == faults.isEmpty, "\(SchemaValue(node)) \(faults.map(\.message))")
      }
    }
  }

  @Test func `The schema and the reader accept the same parameters`() throws {
    let validator = try SchemaValidator(SchemaGenerator.schema(for: FileDescription.parameterValue))
    let mappings = [MappingName.parameter, .datedValues].map(FileDescription.mapping).flatMap(Self.variants)
    for node in Self.pool + mappings {
      let faults = ShapeChecker.faults(of: node, against: FileDescription.parameterValue)
      #expect(validator.accepts(SchemaValue(node)) == faults.isEmpty, "\(SchemaValue(node)) \(faults.map(\.message))")
    }
  }

  /// The files of all fixtures, and those of the repository's own procedures and profiles.
  static let files: [SourceText] =
    (FixtureFiles.all(in: "good") + FixtureFiles.all(in: "faulty")).flatMap(\.all) + RepositoryFiles.all

  @Test(arguments: FileKind.allCases) func `The schema and the reader accept the same files`(_ kind: FileKind) throws {
    let validator = try SchemaValidator(SchemaGenerator.schema(for: kind))
    for source in Self.files {
      guard let node = YAMLReader.read(source).node, node.entries?.first?.key == kind.rawValue else { continue }
      let faults = ShapeChecker.faults(of: node, as: kind)
      #expect(validator.accepts(SchemaValue(node)) == faults.isEmpty, "\(source.name) \(faults.map(\.message))")
    }
  }

  @Test(arguments: FileKind.allCases) func `A schema explains every key and defines what it refers to`(_ kind: FileKind) throws {
    let text = SchemaGenerator.schema(for: kind)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let definitions = try #require(json["$defs"] as? [String: [String: Any]])
    for (_, definition) in definitions {
      for (key, property) in definition["properties"] as? [String: [String: Any]] ?? [:] {
        #expect((property["description"] as? String ?? "").hasSuffix("."), "\(key)")
      }
    }
    for match in text.matches(of: /#\/\$defs\/([a-z_]+)/) { #expect(definitions[String(match.1)] != nil, "\(match.1)") }
    #expect(text == SchemaGenerator.schema(for: kind))
  }

  @Test(arguments: MappingName.allCases) func `No mapping describes a key twice`(_ name: MappingName) {
    let keys = FileDescription.mapping(name).keys.map(\.key)
    #expect(Set(keys).count == keys.count)
  }
}

/// The workflows and histories that the repository itself holds.
enum RepositoryFiles {
  static let root = FixtureFiles.root.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let all: [SourceText] = ["workflows", "simulations"].flatMap { folder -> [SourceText] in
    let paths =
      FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { path in
      let url = root.appendingPathComponent(folder).appendingPathComponent(path)
      return (try? String(contentsOf: url, encoding: .utf8)).map { SourceText(name: "\(folder)/\(path)", text: $0) }
    }
  }
}
