import Diagnostics

/// An attribute before its prefix is looked up.
struct WrittenAttribute {
  let name: String
  let value: String
  let place: Place
  let valuePlace: Place
  let scatteredPlaces: [Place]
}

/// Looks up the prefixes of one start tag.
struct XMLNaming {
  /// What the prefix `xml` stands for without being declared.
  static let ofXML = "http://www.w3.org/XML/1998/namespace"

  private let attributes: [WrittenAttribute]
  /// By prefix; the empty prefix is that of elements without one.
  private let namespaces: [String: String]

  init(around: [String: String]?, attributes: [WrittenAttribute]) {
    var namespaces = around ?? ["xml": Self.ofXML]
    for attribute in attributes {
      if attribute.name == "xmlns" { namespaces[""] = attribute.value.isEmpty ? nil : attribute.value }
      if attribute.name.hasPrefix("xmlns:") { namespaces[String(attribute.name.dropFirst(6))] = attribute.value }
    }
    self.namespaces = namespaces
    self.attributes = attributes
  }

  func element(_ name: String, at place: Place) throws(XMLFault) -> PlacedElement {
    var named: [PlacedElement.Attribute] = []
    var written: Set<String> = []
    var seen: Set<PlacedElement.Name> = []
    for attribute in attributes {
      let isNew = written.insert(attribute.name).inserted
      if attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") {
        guard isNew else { throw XMLFault(problem: .attributeTwice(attribute.name), place: attribute.place) }
        continue
      }
      let full = try self.name(attribute.name, inNone: nil, at: attribute.place)
      guard seen.insert(full).inserted else {
        throw XMLFault(problem: .attributeTwice(attribute.name), place: attribute.place)
      }
      named.append(
        PlacedElement.Attribute(
          name: full, writtenName: attribute.name, value: attribute.value, place: attribute.place,
          valuePlace: attribute.valuePlace, scatteredPlaces: attribute.scatteredPlaces))
    }
    return PlacedElement(
      name: try self.name(name, inNone: namespaces[""], at: place), writtenName: name, attributes: named,
      namespaces: namespaces, place: place)
  }

  private func name(_ written: String, inNone: String?, at place: Place) throws(XMLFault) -> PlacedElement.Name {
    guard let colon = written.firstIndex(of: ":") else { return PlacedElement.Name(namespace: inNone, local: written) }
    let (prefix, local) = (String(written[..<colon]), String(written[written.index(after: colon)...]))
    guard !prefix.isEmpty, !local.isEmpty, !local.contains(":") else { throw XMLFault(problem: .badName, place: place) }
    guard let namespace = namespaces[prefix], !namespace.isEmpty else {
      throw XMLFault(problem: .unknownPrefix(prefix), place: place)
    }
    return PlacedElement.Name(namespace: namespace, local: local)
  }
}
