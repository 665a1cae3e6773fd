// Shapes as JSON Schema, in the dialect 2020-12.
extension JSONShape {
  /// The schema of the shape; parts are referred to by their names.
  var schema: JSONValue { .members(keywords) }

  private var keywords: [(String, JSONValue)] {
    switch self {
    case .text: [("type", .text("string"))]
    case .number(let least): [("type", .text("integer"))] + (least.map { [("minimum", .number($0))] } ?? [])
    case .truth: [("type", .text("boolean"))]
    case .day: [("type", .text("string")), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .words(let words): [("enum", .texts(words))]
    case .only(let text): [("const", .text(text))]
    case .surely(let truth): [("const", .truth(truth))]
    case .list(let item): [("type", .text("array")), ("items", item.schema)]
    case .optional(let shape): [("anyOf", .list([shape.schema, .members([("type", .text("null"))])]))]
    case .named(let value): [("type", .text("object")), ("additionalProperties", value.schema)]
    case .either(let shapes): [("anyOf", .list(shapes.map(\.schema)))]
    case .part(let part): [("$ref", .text("#/$defs/\(part.name)"))]
    case .members(let members):
      [
        ("type", .text("object")),
        (
          "properties",
          .members(members.map { ($0.name, .members([("description", .text($0.explanation))] + $0.shape.keywords)) })
        ),
        ("required", .texts(members.filter(\.isAlwaysThere).map(\.name))),
        ("additionalProperties", .truth(false)),
      ]
    }
  }

  /// The parts that the shape names itself.
  private var parts: [JSONPart] {
    switch self {
    case .text, .number, .truth, .day, .words, .only, .surely: []
    case .list(let shape), .optional(let shape), .named(let shape): shape.parts
    case .members(let members): members.flatMap(\.shape.parts)
    case .either(let shapes): shapes.flatMap(\.parts)
    case .part(let part): [part]
    }
  }

  /// Every part that a document of the shape may hold, each once, by its name.
  var definitions: JSONValue {
    var (found, open) = ([String: JSONPart](), parts)
    while let part = open.popLast() {
      guard found.updateValue(part, forKey: part.name) == nil else { continue }
      open += part.shape.parts
    }
    return .members(
      found.sorted { $0.key < $1.key }.map { name, part in
        (name, .members([("description", .text(part.explanation))] + part.shape.keywords))
      })
  }
}
