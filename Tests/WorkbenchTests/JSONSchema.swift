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
