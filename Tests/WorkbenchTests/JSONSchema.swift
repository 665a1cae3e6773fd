import Foundation
import Testing

/// As much of JSON Schema as the published schemas use; a word that it does not know is a fault of the schema.
struct JSONSchema {
  private let root: JSONDocument

  init(_ text: String) throws { root = try JSONDocument(text) }

  /// What of a document the schema does not allow, each with its path.
  func faults(of document: JSONDocument) -> [String] { faults(of: document, by: root, at: "") }

  private func faults(of value: JSONDocument, by schema: JSONDocument, at path: String) -> [String] {
    guard case .members(let words) = schema else { return ["\(path): the schema is none"] }
    return words.sorted { $0.key < $1.key }.flatMap { word, rule in
      faults(of: value, word, rule, in: schema, at: path)
    }
  }

  private func faults(
    of value: JSONDocument, _ word: String, _ rule: JSONDocument, in schema: JSONDocument, at path: String
  ) -> [String] {
    switch word {
    case "$schema", "title", "description", "$defs": return []
    case "$ref": return faults(of: value, by: definition(rule), at: path)
    case "type": return has(value, rule.text) ? [] : ["\(path): is no \(rule.text ?? "")"]
    case "const": return value == rule ? [] : ["\(path): is not \(rule)"]
    case "enum": return rule.list?.contains(value) == true ? [] : ["\(path): \(value) is none of \(rule)"]
    case "pattern":
      guard let text = value.text, let pattern = rule.text, text.range(of: pattern, options: .regularExpression) != nil else {
        return ["\(path): is not as \(rule)"]
      }
      return []
    case "minimum": return (value.number ?? .min) >= (rule.number ?? .max) ? [] : ["\(path): is less than \(rule)"]
    case "anyOf":
      let all = (rule.list ?? []).map { faults(of: value, by: $0, at: path) }
      return all.contains([]) ? [] : ["\(path): is none of \(all.count), the nearest: \(all.min { $0.count < $1.count } ?? [])"]
    case "items":
      return (value.list ?? []).enumerated().flatMap { faults(of: $1, by: rule, at: "\(path)[\($0)]") }
    case "properties", "required", "additionalProperties":
      guard case .members(let members) = value else { return [] }
      return faults(of: members, word, rule, in: schema, at: path)
    default: return ["\(path): the schema says \(word)"]
    }
  }

  private func faults(
    of members: [String: JSONDocument], _ word: String, _ rule: JSONDocument, in schema: JSONDocument, at path: String
  ) -> [String] {
    if word == "required" {
      return (rule.list ?? []).compactMap(\.text).filter { members[$0] == nil }.map { "\(path): has no \($0)" }
    }
    return members.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
      let described = schema["properties"]?[name]
      if word == "properties" { return described.map { faults(of: value, by: $0, at: "\(path).\(name)") } ?? [] }
      if described != nil { return [] }
      return rule == .truth(false) ? ["\(path): may have no \(name)"] : faults(of: value, by: rule, at: "\(path).\(name)")
    }
  }

  private func definition(_ reference: JSONDocument) -> JSONDocument {
    let name = reference.text?.split(separator: "/").last.map(String.init) ?? ""
    return root["$defs"]?[name] ?? .null
  }

  private func has(_ value: JSONDocument, _ type: String?) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.truth, "boolean"), (.text, "string"), (.list, "array"), (.members, "object"): true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}

extension JSONSchema {
  /// Every member that a schema names, by its path, with what it must be; parts stand under their names.
  static func outline(of schema: JSONDocument, at path: String) -> [String] {
    guard case .members(let words) = schema else { return [] }
    let required = (schema["required"]?.list ?? []).compactMap(\.text)
    return words.sorted { $0.key < $1.key }.flatMap { word, rule -> [String] in
      switch (word, rule) {
      case ("properties", .members(let members)):
        return members.sorted { $0.key < $1.key }.flatMap { name, described in
          ["\(path).\(name)\(required.contains(name) ? "" : "?")\(kind(of: described))"]
            + outline(of: described, at: "\(path).\(name)")
        }
      case ("$defs", .members(let parts)):
        return parts.sorted { $0.key < $1.key }.flatMap { ["\($0)\(kind(of: $1))"] + outline(of: $1, at: $0) }
      case ("items", _): return outline(of: rule, at: "\(path)[]")
      case ("anyOf", .list(let shapes)): return shapes.flatMap { outline(of: $0, at: path) }
      default: return []
      }
    }
  }

  /// ": number", ": one of a, b".
  private static func kind(of schema: JSONDocument) -> String {
    if let type = schema["type"]?.text { return ": \(type)" + (schema["items"].map { " of\(kind(of: $0).dropFirst())" } ?? "") }
    if let part = schema["$ref"]?.text { return ": \(part.replacing("#/$defs/", with: ""))" }
    if let words = schema["enum"]?.list { return ": one of \(words.compactMap(\.text).joined(separator: ", "))" }
    if let text = schema["const"]?.text { return ": \(text)" }
    let shapes = schema["anyOf"]?.list ?? []
    return shapes.isEmpty ? "" : ": " + shapes.map { kind(of: $0).dropFirst(2) }.joined(separator: " or ")
  }
}
