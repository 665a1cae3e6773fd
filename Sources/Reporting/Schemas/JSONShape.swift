/// What may stand at one place of a document that Plumbline writes.
indirect enum JSONShape: Sendable {
  case text
  /// A whole number, counting from the least that it may be where one is named.
  case number(from: Int?)
  case truth
  /// A day as yyyy-mm-dd.
  case day
  /// One of a closed list of words.
  case words([String])
  /// This text and no other.
  case only(String)
  /// True, or false, and not the other.
  case surely(Bool)
  case list(JSONShape)
  /// The shape, or null where there is nothing to say.
  case optional(JSONShape)
  /// Members of these names, and no other.
  case members([JSONMember])
  /// Members of free names, each of the same shape.
  case named(JSONShape)
  /// One of several shapes.
  case either([JSONShape])
  /// A shape that is described once, under its name.
  case part(JSONPart)

  static let count = JSONShape.number(from: 0)
  static let number = JSONShape.number(from: nil)
  static let texts = JSONShape.list(.text)
}

/// One member of an object, with what it says in a plain sentence.
struct JSONMember: Sendable {
  let name: String
  let shape: JSONShape
  let explanation: String
  /// Whether it is always there; one that has nothing to say is then null.
  let isAlwaysThere: Bool

  /// A member that is always there.
  static func always(_ name: String, _ shape: JSONShape, _ explanation: String) -> JSONMember {
    JSONMember(name: name, shape: shape, explanation: explanation, isAlwaysThere: true)
  }

  /// By which profile something is judged.
  static let profile = always("profile", .optional(.text), "The profile; null for the procedure as it stands.")

  /// A member that may be left out.
  static func sometimes(_ name: String, _ shape: JSONShape, _ explanation: String) -> JSONMember {
    JSONMember(name: name, shape: shape, explanation: explanation, isAlwaysThere: false)
  }
}

/// A part that several places of documents share.
struct JSONPart: Sendable {
  let name: String
  let explanation: String
  let shape: JSONShape

  init(_ name: String, _ explanation: String, _ shape: JSONShape) {
    self.name = name
    self.explanation = explanation
    self.shape = shape
  }
}
