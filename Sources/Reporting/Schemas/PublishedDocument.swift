/// A document that Plumbline prints for programs, with the form that it names in its member `schema`.
public enum PublishedDocument: String, Sendable, CaseIterable {
  case replay
  case explain
  case claim
  case claims
  case rules
  case check
  case test
  case paths
  case score
  case coverage
  case compare

  /// The document of this name, such as `replay`, or of this form, such as `plumbline.replay/1`.
  public init?(named name: String) {
    guard let document = PublishedDocument.allCases.first(where: { $0.rawValue == name || $0.form == name }) else { return nil }
    self = document
  }

  /// The name and version of the form; a change that breaks a reader changes the number.
  public var form: String { "plumbline.\(rawValue)/\(version)" }

  private var version: Int {
    switch self {
    case .compare: 2
    case .replay, .explain, .claim, .claims, .rules, .check, .test, .paths, .score, .coverage: 1
    }
  }

  /// What prints it.
  private var printedBy: String {
    switch self {
    case .claim: "explain CODE"
    case .claims: "explain claims"
    case .explain: "explain HISTORY FINDING"
    case .replay, .rules, .check, .test, .paths, .score, .coverage, .compare: rawValue
    }
  }

  private var members: [JSONMember] {
    switch self {
    case .replay: DocumentShapes.replay
    case .explain: DocumentShapes.explanation
    case .claim: DocumentShapes.claim
    case .claims: DocumentShapes.claims
    case .rules: DocumentShapes.rules
    case .check: DocumentShapes.check
    case .test: DocumentShapes.test
    case .paths: DocumentShapes.paths
    case .score: DocumentShapes.score
    case .coverage: DocumentShapes.coverage
    case .compare: DocumentShapes.compare
    }
  }

  /// The JSON Schema of the document in the dialect 2020-12: the same text on every run.
  public var schema: String {
    let shape = JSONShape.members(
      [.always("schema", .only(form), "The name and version of the form of this document.")] + members)
    guard case .members(let keywords) = shape.schema else { return "" }
    return JSONValue.members(
      [
        ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
        ("title", .text(form)),
        ("description", .text("What `plumbline \(printedBy) --format json` prints.")),
      ] + keywords + [("$defs", shape.definitions)]
    ).document
  }
}

extension JSONValue {
  /// A document with its form before its members.
  static func document(_ document: PublishedDocument, _ members: [(String, JSONValue)]) -> String {
    JSONValue.members([("schema", .text(document.form))] + members).document
  }
}

/// What stands in the documents, by command.
enum DocumentShapes {}
