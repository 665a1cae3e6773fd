extension PlacedElement {
  /// The attribute of SCXML with this name.
  subscript(name: String) -> Attribute? { attributes.first { $0.name == Name(namespace: nil, local: name) } }

  /// The attribute that Plumbline adds under this name.
  func added(_ name: String) -> Attribute? {
    attributes.first { $0.name == Name(namespace: SCXMLNames.plumbline, local: name) }
  }

  /// The elements of one kind directly inside.
  func elements(_ kind: SCXMLElement) -> [PlacedElement] { elements.filter { $0.kind(beside: self) == kind } }

  /// What kind of element of SCXML this is, if it is of the same namespace as another.
  func kind(beside other: PlacedElement) -> SCXMLElement? {
    name.namespace == other.name.namespace ? SCXMLElement(rawValue: name.local) : nil
  }
}

extension PlacedElement.Attribute {
  /// The words of a value, each with where in it it begins.
  var words: [(text: String, offset: Int)] {
    var words: [(String, Int)] = []
    var word = String.UnicodeScalarView()
    for (offset, scalar) in (value + " ").unicodeScalars.enumerated() {
      if !scalar.isXMLSpace {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append((String(word), offset - word.count))
        word = String.UnicodeScalarView()
      }
    }
    return words
  }
}
