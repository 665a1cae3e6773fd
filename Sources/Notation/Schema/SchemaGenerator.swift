/// Makes the JSON Schema of each kind of file from the description that the reader rejects by.
public enum SchemaGenerator {
  /// The schema of a kind of file in the 2020-12 dialect: the same text on every run.
  public static func schema(for kind: FileKind) -> String {
    let names = reached(from: kind.mapping)
    return JSONText.object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Plumbline \(kind.rawValue) file")),
      ("$ref", reference(kind.mapping)),
      ("$defs", definitions(MappingName.allCases.filter(names.contains))),
    ]).pretty() + "\n"
  }

  /// A schema of one shape with the definitions it needs.
  static func schema(for shape: Shape) -> String {
    guard case .object(let members) = schema(of: .either([shape])) else { return "true\n" }
    return JSONText.object(members + [("$defs", definitions(MappingName.allCases))]).pretty() + "\n"
  }

  private static func definitions(_ names: [MappingName]) -> JSONText {
    .object(names.map { ($0.rawValue, schema(of: FileDescription.mapping($0))) })
  }

  private static func reference(_ name: MappingName) -> JSONText { .string("#/$defs/\(name.rawValue)") }

  /// The mappings that a file of a kind may hold.
  private static func reached(from name: MappingName) -> Set<MappingName> {
    var (seen, open) = (Set([name]), [name])
    while let next = open.popLast() {
      let shape = FileDescription.mapping(next)
      let shapes = shape.keys.map(\.shape) + (shape.others.map { [$0.value] } ?? [])
      for name in shapes.flatMap(mappings) where seen.insert(name).inserted { open.append(name) }
    }
    return seen
  }

  private static func mappings(in shape: Shape) -> [MappingName] {
    switch shape {
    case .scalar, .anything: []
    case .list(let item): mappings(in: item)
    case .names(_, let value): mappings(in: value)
    case .mapping(let name): [name]
    case .oneOf(let names, _): names
    case .either(let shapes): shapes.flatMap(mappings)
    }
  }

  private static func schema(of mapping: MappingShape) -> JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("description", .string(mapping.explanation)), ("type", .string("object")),
    ]
    if !mapping.keys.isEmpty {
      members.append(("properties", .object(mapping.keys.map { ($0.key.rawValue, described($0)) })))
    }
    let required = mapping.keys.filter { $0.whenMissing != nil }
    if !required.isEmpty { members.append(("required", .array(required.map { .string($0.key.rawValue) }))) }
    if !mapping.needsOneOf.isEmpty {
      let alternatives = mapping.needsOneOf.map { JSONText.object([("required", .array([.string($0.rawValue)]))]) }
      members.append(("anyOf", .array(alternatives)))
    }
    if let others = mapping.others {
      let known = mapping.keys.map { JSONText.string($0.key.rawValue) }
      let names =
        known.isEmpty
        ? schema(of: others.key) : .object([("anyOf", .array([.object([("enum", .array(known))]), schema(of: others.key)]))])
      members.append(("propertyNames", names))
      members.append(("additionalProperties", schema(of: others.value)))
      if mapping.keys.isEmpty { members.append(("minProperties", .number(1))) }
    } else {
      members.append(("additionalProperties", .truth(false)))
    }
    return .object(members)
  }

  private static func described(_ key: KeyShape) -> JSONText {
    guard case .object(let members) = schema(of: key.shape) else { return schema(of: key.shape) }
    return .object([("description", .string(key.explanation))] + members)
  }

  private static func schema(of shape: Shape) -> JSONText {
    switch shape {
    case .anything: .truth(true)
    case .scalar(let scalar): schema(of: scalar)
    case .list(let item): .object([("type", .string("array")), ("items", schema(of: item))])
    case .mapping(let name): .object([("$ref", reference(name))])
    case .names(let key, let value):
      .object([
        ("type", .string("object")), ("propertyNames", schema(of: key)), ("additionalProperties", schema(of: value)),
      ])
    case .oneOf(let names, _): .object([("anyOf", .array(names.map { .object([("$ref", reference($0))]) }))])
    case .either(let shapes): .object([("anyOf", .array(shapes.map(schema)))])
    }
  }

  private static func schema(of scalar: ScalarShape) -> JSONText {
    switch scalar {
    case .text:
      .object([("type", .array([.string("string"), .string("number"), .string("boolean")])), ("minLength", .number(1))])
    case .name: pattern("^[a-z][a-z0-9_]*$")
    case .fileName: pattern("^[a-z][a-z0-9_-]*$")
    case .path: pattern("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$")
    case .date: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    case .truth: .object([("type", .string("boolean"))])
    case .wholeNumber: .object([("type", .string("integer")), ("minimum", .number(1)), ("maximum", .number(999_999_999))])
    case .words(let words, _):
      // To an editor a plain `false` is a truth value, and no text.
      .object([("enum", .array(words.map { .string($0) } + (words.contains("false") ? [.truth(false)] : [])))])
    }
  }

  private static func pattern(_ pattern: String) -> JSONText {
    .object([("type", .string("string")), ("pattern", .string(pattern))])
  }
}
