/// Gives every name of an SCXML file one that the workflow language allows: lower case, words joined by `_`.
struct NameMapping {
  /// Names that mean something else where a state or an event is named.
  private static let taken: Set<String> = [
    "true", "false", "null", "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every",
    "satisfies", "between", "this", "trigger", "each", "item", "child", "unborn", "siblings", "today", "start",
  ]

  private let noun: String
  private var legal: [String: String] = [:]
  private var used: Set<String>
  /// The names that had to be changed, in the order in which they were met.
  private(set) var changed: [(from: String, to: String)] = []

  /// - Parameters:
  ///   - noun: what the names are of; a name that begins with no letter gets it in front.
  ///   - written: all names that are to come: of these, each that is allowed as it is stays, whatever comes before it.
  init(for noun: String, of written: [String] = []) {
    self.noun = noun
    used = Self.taken
    for name in written where plain(name) == name && used.insert(name).inserted { legal[name] = name }
  }

  mutating func name(for written: String) -> String {
    if let name = legal[written] { return name }
    let plain = plain(written)
    var name = plain
    var number = 2
    while !used.insert(name).inserted {
      name = "\(plain)_\(number)"
      number += 1
    }
    legal[written] = name
    if name != written { changed.append((written, name)) }
    return name
  }

  /// Lower case, with `_` for whatever is neither letter nor digit and before a capital inside a word.
  private func plain(_ written: String) -> String {
    var name = ""
    var previous: Unicode.Scalar = "_"
    for scalar in written.unicodeScalars {
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      let isDigit = ("0"..."9").contains(scalar)
      let startsWord = ("A"..."Z").contains(scalar) && (("a"..."z").contains(previous) || ("0"..."9").contains(previous))
      if startsWord || !(isLetter || isDigit), !name.isEmpty, name.last != "_" { name += "_" }
      if isLetter || isDigit { name += String(scalar).lowercased() }
      previous = scalar
    }
    while name.last == "_" { name.removeLast() }
    guard let first = name.unicodeScalars.first, ("a"..."z").contains(first) else {
      return name.isEmpty ? noun : "\(noun)_\(name)"
    }
    return name
  }
}
