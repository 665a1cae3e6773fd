import Foundation

/// A JSON document as a test reads it, which tells a number from a truth.
indirect enum JSONDocument: Decodable, Equatable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONDocument])
  case members([String: JSONDocument])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONDocument].self) {
      self = .list(list)
    } else {
      self = .members(try value.decode([String: JSONDocument].self))
    }
  }

  init(_ text: String) throws { self = try JSONDecoder().decode(JSONDocument.self, from: Data(text.utf8)) }

  /// A member of an object; `nil` where it is none, or has none such.
  subscript(name: String) -> JSONDocument? { if case .members(let members) = self { members[name] } else { nil } }

  /// An item of a list; `nil` where it is none, or is shorter.
  subscript(place: Int) -> JSONDocument? { list.flatMap { $0.indices.contains(place) ? $0[place] : nil } }

  var list: [JSONDocument]? { if case .list(let list) = self { list } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  var number: Int? { if case .number(let number) = self { Int(number) } else { nil } }
}

extension JSONDocument {
  /// The same with one object somewhere in it changed, once for every object and every change; of a list, in one of the
  /// first three.
  func variants(_ change: ([String: JSONDocument]) -> [[String: JSONDocument]]) -> [JSONDocument] {
    switch self {
    case .null, .truth, .number, .text: return []
    case .list(let items):
      return items.indices.prefix(3).flatMap { place in
        items[place].variants(change).map { changed in
          var items = items
          items[place] = changed
          return .list(items)
        }
      }
    case .members(let members):
      let inside = members.sorted { $0.key < $1.key }.flatMap { name, value in
        value.variants(change).map { changed in JSONDocument.members(members.merging([name: changed]) { $1 }) }
      }
      return change(members).map { .members($0) } + inside
    }
  }
}
