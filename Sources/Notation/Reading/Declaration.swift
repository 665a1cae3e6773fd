import Diagnostics

/// A named thing as it is written, before it is read.
struct Declaration {
  let name: String
  let place: Place
  let node: PlacedNode
  /// Whether a profile declares it.
  var isFromProfile = false
  /// What a profile replaced.
  var replaced: PlacedNode?

  init(_ entry: PlacedNode.Entry, isFromProfile: Bool = false, replaced: PlacedNode? = nil) {
    self.name = entry.key
    self.place = entry.keyPlace
    self.node = entry.value
    self.isFromProfile = isFromProfile
    self.replaced = replaced
  }
}

extension [Declaration] {
  /// Adds declarations; a name that is already declared is told with its first place.
  mutating func add(
    _ entries: [PlacedNode.Entry], called noun: String, isFromProfile: Bool = false, into diagnostics: inout [Diagnostic]
  ) {
    var places = Dictionary(map { ($0.name, $0.place) }, uniquingKeysWith: { first, _ in first })
    for entry in entries {
      if let first = places[entry.key] {
        diagnostics.append(.twice(entry.key, called: noun, at: entry.keyPlace, first: first))
      } else {
        places[entry.key] = entry.keyPlace
        append(Declaration(entry, isFromProfile: isFromProfile))
      }
    }
  }
}

extension Diagnostic {
  /// PL2006: a name that stands for two things.
  static func twice(_ name: String, called noun: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      .duplicateName, "The \(noun) \"\(name)\" is declared twice.", at: place, mend: "Rename one of the two.",
      notes: [Note("It is also declared here.", at: first)])
  }

  /// A name that is looked up and not found, with the nearest that is known.
  static func unknown(
    _ code: DiagnosticCode, _ noun: String, _ node: PlacedNode, among known: some Sequence<String>
  ) -> Diagnostic {
    let name = node.scalar ?? ""
    return Diagnostic(
      code, "There is no \(noun) \"\(name)\".", at: node.place,
      mend: Suggestion.mend(for: name, among: known, otherwise: "Write one that is declared, or declare this \(noun)."))
  }
}
