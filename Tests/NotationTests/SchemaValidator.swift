import Diagnostics
import Foundation

/// A value as a JSON Schema sees a YAML file in the core schema of YAML 1.2.
indirect enum SchemaValue: Equatable {
  case nothing
  case truth(Bool)
  case whole(Int)
  case number
  case string(String)
  case array([SchemaValue])
  case object([String: SchemaValue])

  init(_ node: PlacedNode) {
    switch node.content {
    case .nothing: self = .nothing
    case .list(let items): self = .array(items.map { SchemaValue($0) })
    case .entries(let entries):
      self = .object(Dictionary(uniqueKeysWithValues: entries.map { ($0.key, SchemaValue($0.value)) }))
    case .scalar(let text, quoted: true): self = .string(text)
    case .scalar(let text, quoted: false):
      switch text {
      case "", "~", "null", "Null", "NULL": self = .nothing
      case "true", "True", "TRUE": self = .truth(true)
      case "false", "False", "FALSE": self = .truth(false)
      default:
        if text.wholeMatch(of: /[-+]?[0-9]+/) != nil, let number = Int(text) {
          self = .whole(number)
        } else {
          self = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) == nil ? .string(text) : .number
        }
      }
    }
  }
}

/// Holds a value against a JSON Schema: the part of the 2020-12 dialect that the generator writes, and no more.
struct SchemaValidator {
  struct UnknownKeyword: Error {
    let keyword: String
  }

  /// A schema whose keywords have been looked through once.
  private final class Schema {
    var always: Bool?
    var reference: String?
    var types: [String]?
    var words: [SchemaValue]?
    var pattern: Regex<AnyRegexOutput>?
    var minimum = Int.min
    var maximum = Int.max
    var minLength = 0
    var minProperties = 0
    var required: [String] = []
    var properties: [String: Schema] = [:]
    var others: Schema?
    var names: Schema?
    var items: Schema?
    var alternatives: [Schema]?
  }

  private let root: Schema
  private var definitions: [String: Schema] = [:]

  init(_ schema: String) throws {
    let json = try JSONSerialization.jsonObject(with: Data(schema.utf8))
    root = try Self.compile(json)
    for (name, definition) in (json as? [String: Any])?["$defs"] as? [String: Any] ?? [:] {
      definitions[name] = try Self.compile(definition)
    }
  }

  private static func compile(_ json: Any) throws -> Schema {
    let schema = Schema()
    if let all = json as? Bool { schema.always = all }
    for (keyword, argument) in json as? [String: Any] ?? [:] {
      switch keyword {
      case "$schema", "title", "description", "$defs": break
      case "$ref": schema.reference = (argument as? String ?? "").replacingOccurrences(of: "#/$defs/", with: "")
      case "type": schema.types = argument as? [String] ?? [argument as? String ?? ""]
      case "enum":
        schema.words = (argument as? [Any] ?? []).map { ($0 as? String).map { .string($0) } ?? .truth($0 as? Bool ?? true) }
      case "pattern": schema.pattern = try Regex(argument as? String ?? "")
      case "minimum": schema.minimum = argument as? Int ?? 0
      case "maximum": schema.maximum = argument as? Int ?? 0
      case "minLength": schema.minLength = argument as? Int ?? 0
      case "minProperties": schema.minProperties = argument as? Int ?? 0
      case "required": schema.required = argument as? [String] ?? []
      case "properties": schema.properties = try (argument as? [String: Any] ?? [:]).mapValues(compile)
      case "additionalProperties": schema.others = try compile(argument)
      case "propertyNames": schema.names = try compile(argument)
      case "items": schema.items = try compile(argument)
      case "anyOf": schema.alternatives = try (argument as? [Any] ?? []).map(compile)
      default: throw UnknownKeyword(keyword: keyword)
      }
    }
    return schema
  }

  func accepts(_ value: SchemaValue) -> Bool { accepts(value, root) }

  private func accepts(_ value: SchemaValue, _ schema: Schema) -> Bool {
    if let always = schema.always { return always }
    if let reference = schema.reference {
      guard let definition = definitions[reference], accepts(value, definition) else { return false }
    }
    if let types = schema.types, !types.contains(where: { isType($0, value) }) { return false }
    if let words = schema.words, !words.contains(value) { return false }
    if let alternatives = schema.alternatives, !alternatives.contains(where: { accepts(value, $0) }) { return false }
    switch value {
    case .string(let text):
      return text.unicodeScalars.count >= schema.minLength && (schema.pattern.map { text.contains($0) } ?? true)
    case .whole(let number): return (schema.minimum...schema.maximum).contains(number)
    case .array(let items): return schema.items.map { schema in items.allSatisfy { accepts($0, schema) } } ?? true
    case .object(let object): return accepts(object, schema)
    case .nothing, .truth, .number: return true
    }
  }

  private func accepts(_ object: [String: SchemaValue], _ schema: Schema) -> Bool {
    guard object.count >= schema.minProperties, schema.required.allSatisfy({ object[$0] != nil }) else { return false }
    return object.allSatisfy { name, value in
      let isNamed = schema.names.map { accepts(.string(name), $0) } ?? true
      return isNamed && ((schema.properties[name] ?? schema.others).map { accepts(value, $0) } ?? true)
    }
  }

  private func isType(_ type: String, _ value: SchemaValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .truth), ("integer", .whole),
      ("number", .whole), ("number", .number):
      true
    default: false
    }
  }
}
