import Diagnostics
import Yams

/// Gives every part of a composed YAML tree its place in the text.
struct YAMLPlacing {
  let source: SourceText
  var diagnostics: [Diagnostic] = []
  /// The line looked at last, so that a line with very many values is taken apart once.
  private var line: (number: Int, characters: [Unicode.Scalar]) = (0, [])

  init(source: SourceText) { self.source = source }

  mutating func place(_ node: Node, depth: Int) -> PlacedNode {
    let place = start(of: node)
    guard depth <= YAMLScan.deepestNesting else {
      diagnostics.append(
        Diagnostic(
          .nestedTooDeeply, "Lists and mappings are nested too deep here.", at: place,
          mend: "See that this is the file that is meant: none needs as many."))
      return PlacedNode(.nothing, at: place)
    }
    if node.anchor != nil {
      diagnostics.append(
        Diagnostic(
          .yamlAnchor, "Anchors are not used: every value is written where it holds.", at: place, mend: "Write the value out."))
    }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, at: place)
    case .sequence(let sequence):
      let items = sequence.map { self.place($0, depth: depth + 1) }
      return PlacedNode(.list(items), at: place)
    case .mapping(let mapping):
      let entries = mapping.compactMap { self.entry($0.key, $0.value, depth: depth + 1) }
      return PlacedNode(.entries(entries), at: place)
    case .alias: return PlacedNode(.nothing, at: place)
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> PlacedNode.Entry? {
    let placedKey = place(key, depth: depth)
    guard let name = placedKey.scalar, !name.isEmpty else {
      diagnostics.append(
        Diagnostic(.yamlSyntax, "A key is one word or text.", at: placedKey.place, mend: "Write a word before the \":\"."))
      return nil
    }
    let placedValue = place(value, depth: depth)
    let valueAtKey = placedValue.isNothing ? PlacedNode(.nothing, at: placedKey.place) : placedValue
    return PlacedNode.Entry(key: name, keyPlace: placedKey.place, value: valueAtKey)
  }

  private mutating func scalar(_ scalar: Node.Scalar, at place: Place) -> PlacedNode {
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain, scalar.string.isEmpty { return PlacedNode(.nothing, at: place) }
    // What is read can be written in XML as well, and on a screen.
    if !scalar.string.unicodeScalars.allSatisfy(\.isXMLCharacter) {
      diagnostics.append(
        Diagnostic(
          .yamlSyntax, "A control character is written here by its number, and no text holds one.", at: place,
          mend: "Delete it."))
    }
    if line.number != place.line { line = (place.line, Array((source.line(place.line) ?? "").unicodeScalars)) }
    let written = WrittenScalar(at: place, in: source, line: line.characters)
    let length = isPlain ? min(scalar.string.unicodeScalars.count, written.rest) : written.lengthOfQuoted
    return PlacedNode(.scalar(scalar.string, quoted: !isPlain), at: place.advanced(by: 0, length: length))
  }

  private func start(of node: Node) -> Place {
    Place(file: source.name, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
