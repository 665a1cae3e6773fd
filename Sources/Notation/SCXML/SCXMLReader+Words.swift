extension SCXMLReader {
  /// The names of elements and attributes, of which the fuzzer makes its dictionary.
  package static var words: [String] {
    let elements = SCXMLElement.allCases
    let attributes = Set(elements.flatMap { $0.attributes.keys }).union(elements.flatMap(\.plumblineAttributes))
    return elements.map(\.rawValue) + attributes.sorted() + [SCXMLNames.namespace, SCXMLNames.plumbline] + SCXMLNames.processors
  }
}
