import Diagnostics

/// Holds a tree against the description of its file: which keys stand, and what kind of value stands under each.
struct ShapeChecker {
  private(set) var diagnostics: [Diagnostic] = []

  /// Everything in which a file of a kind departs from its description.
  static func faults(of node: PlacedNode, as kind: FileKind) -> [Diagnostic] {
    var checker = ShapeChecker()
    checker.check(node, against: .mapping(kind.mapping), for: Subject(name: "the file", place: node.place))
    return checker.diagnostics
  }

  /// Everything in which a value departs from a shape.
  static func faults(of node: PlacedNode, against shape: Shape) -> [Diagnostic] {
    var checker = ShapeChecker()
    checker.check(node, against: shape, for: Subject(name: "the value", place: node.place))
    return checker.diagnostics
  }

  /// What a message calls the value, and where it is told that something is missing in it.
  private struct Subject {
    let name: String
    let place: Place
  }

  private mutating func check(_ node: PlacedNode, against shape: Shape, for subject: Subject) {
    switch shape {
    case .anything: break
    case .scalar(let scalar): checkScalar(node, against: scalar, for: subject)
    case .list(let item):
      guard let items = node.list else { return tellShape(node, shape, subject) }
      for node in items { check(node, against: item, for: Subject(name: "an item of \(subject.name)", place: node.place)) }
    case .mapping(let name):
      guard let entries = node.entries else { return tellShape(node, shape, subject) }
      checkMapping(entries, against: FileDescription.mapping(name), besides: [], for: subject)
    case .names(let key, let value):
      guard let entries = node.entries else { return tellShape(node, shape, subject) }
      for entry in entries { checkNamed(entry, key: key, value: value) }
    case .oneOf(let names, let code):
      guard let entries = node.entries else { return tellShape(node, shape, subject) }
      checkOneOf(entries, names.map(FileDescription.mapping), whenUnclear: code, for: subject)
    case .either(let shapes):
      guard let chosen = shapes.first(where: { $0.fits(node) }) else { return tellShape(node, shape, subject) }
      check(node, against: chosen, for: subject)
    }
  }

  private mutating func checkOneOf(
    _ entries: [PlacedNode.Entry], _ shapes: [MappingShape], whenUnclear: DiagnosticCode?, for subject: Subject
  ) {
    let told = shapes.first { shape in entries.contains { entry in shape.toldBy.contains { $0.rawValue == entry.key } } }
    if let shape = told ?? shapes.last(where: { $0.toldBy.isEmpty }) {
      return checkMapping(entries, against: shape, besides: shapes, for: subject)
    }
    let keys = shapes.map { $0.toldBy.map(\.rawValue).joined(separator: " or ") + " (\($0.noun))" }
    diagnostics.append(
      Diagnostic(
        whenUnclear ?? .missingKey, "\(subject.name.capitalised) has no key that tells what it is.",
        at: subject.place, mend: "Add one of: \(keys.joined(separator: ", "))."))
  }

  private mutating func checkMapping(
    _ entries: [PlacedNode.Entry], against shape: MappingShape, besides others: [MappingShape], for subject: Subject
  ) {
    for entry in entries {
      if let key = shape.keys.first(where: { $0.key.rawValue == entry.key }) {
        check(entry.value, against: key.shape, for: Subject(name: "\"\(entry.key)\"", place: entry.keyPlace))
      } else if let free = shape.others {
        checkNamed(entry, key: free.key, value: free.value)
      } else {
        tellUnknown(entry, of: entries, in: shape, besides: others)
      }
    }
    for key in shape.keys {
      guard let code = key.whenMissing, !entries.contains(where: { $0.key == key.key.rawValue }) else { continue }
      diagnostics.append(
        Diagnostic(
          code, "\(subject.name.capitalised) lacks \"\(key.key.rawValue)\", which every \(shape.noun) has.",
          at: subject.place, mend: "Add \"\(key.key.rawValue)\": \(key.explanation.uncapitalised)"))
    }
    if !shape.needsOneOf.isEmpty, !entries.contains(where: { entry in shape.needsOneOf.contains { $0.rawValue == entry.key } }) {
      let keys = shape.needsOneOf.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
      diagnostics.append(
        Diagnostic(
          .missingKey, "\(subject.name.capitalised) lacks \(keys), which every \(shape.noun) has.", at: subject.place,
          mend: "Add one of them."))
    }
    if shape.keys.isEmpty, entries.isEmpty {
      diagnostics.append(
        Diagnostic(
          .wrongShape, "\(subject.name.capitalised) holds no \(shape.noun).", at: subject.place,
          mend: "Write at least one, or leave it out."))
    }
  }

  private mutating func checkNamed(_ entry: PlacedNode.Entry, key: ScalarShape, value: Shape) {
    let node = PlacedNode(.scalar(entry.key, quoted: true), at: entry.keyPlace)
    checkScalar(node, against: key, for: Subject(name: "\"\(entry.key)\"", place: entry.keyPlace))
    check(entry.value, against: value, for: Subject(name: "\"\(entry.key)\"", place: entry.keyPlace))
  }

  private mutating func tellUnknown(
    _ entry: PlacedNode.Entry, of entries: [PlacedNode.Entry], in shape: MappingShape, besides others: [MappingShape]
  ) {
    let known = shape.keys.map(\.key.rawValue)
    let elsewhere = others.filter { other in other.keys.contains { $0.key.rawValue == entry.key } }
    if !elsewhere.isEmpty, let telling = shape.toldBy.first(where: { key in entries.contains { $0.key == key.rawValue } }) {
      let nouns = elsewhere.map { Self.withArticle($0.noun) }.joined(separator: " or ")
      let this = Self.withArticle(shape.noun)
      diagnostics.append(
        Diagnostic(
          .ruleKeyOutOfForm,
          "\"\(entry.key)\" is a key of \(nouns), and this is \(this) because it has \"\(telling.rawValue)\".",
          at: entry.keyPlace, mend: "Delete it, or make two \(shape.family)s."))
      return
    }
    let mend = Suggestion.mend(for: entry.key, among: known, otherwise: "Its keys are: \(known.joined(separator: ", ")).")
    diagnostics.append(
      Diagnostic(.unknownKey, "\"\(entry.key)\" is not a key of \(Self.withArticle(shape.noun)).", at: entry.keyPlace, mend: mend)
    )
  }

  private mutating func checkScalar(_ node: PlacedNode, against shape: ScalarShape, for subject: Subject) {
    guard case .scalar(let text, let quoted) = node.content, quoted || !ScalarShape.isNull(text) else {
      return tellShape(node, .scalar(shape), subject)
    }
    guard !shape.accepts(node) else { return }
    let name = subject.name.capitalised
    switch shape {
    case .text: tell(shape, "\(name) is empty.", at: node, mend: shape.mend)
    case .name, .fileName, .path: tell(shape, "\"\(text)\" is not written as a name.", at: node, mend: shape.mend)
    case .date: tell(shape, "\"\(text)\" is not written as a date.", at: node, mend: shape.mend)
    case .truth, .wholeNumber: tell(shape, "\(name) is \(shape.inWords), and not \"\(text)\".", at: node, mend: shape.mend)
    case .words(let words, _):
      let all = words.count == 1 ? "It is \(words[0])." : "It is one of: \(words.joined(separator: ", "))."
      tell(shape, "\(name) cannot be \"\(text)\".", at: node, mend: Suggestion.mend(for: text, among: words, otherwise: all))
    }
  }

  private mutating func tell(_ shape: ScalarShape, _ message: String, at node: PlacedNode, mend: String? = nil) {
    diagnostics.append(Diagnostic(shape.code, message, at: node.place, mend: mend))
  }

  private mutating func tellShape(_ node: PlacedNode, _ shape: Shape, _ subject: Subject) {
    let place = node.isNothing ? subject.place : node.place
    let isNull = if case .scalar(let text, quoted: false) = node.content { ScalarShape.isNull(text) } else { false }
    let found = isNull ? "nothing" : node.shapeInWords
    diagnostics.append(
      Diagnostic(
        .wrongShape, "\(subject.name.capitalised) is \(shape.inWords), and here is \(found).", at: place,
        mend: shape.mend))
  }

  static func withArticle(_ noun: String) -> String {
    (noun.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + noun
  }
}

extension String {
  /// With its first letter in upper case.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// With its first letter in lower case.
  var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}
