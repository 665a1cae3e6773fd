import Diagnostics

/// An element of an XML text that knows where it stands.
struct PlacedElement {
  /// A name with the namespace that its prefix stands for.
  struct Name: Hashable {
    /// `nil` in no namespace.
    let namespace: String?
    let local: String
  }

  struct Attribute {
    let name: Name
    /// As written, with its prefix.
    let writtenName: String
    let value: String
    let place: Place
    /// Where the value stands as a whole, without its quotation marks.
    let valuePlace: Place
    /// Where each character of the value stands, if that is not simply one after another.
    let scatteredPlaces: [Place]

    /// Where a part of the value stands.
    func place(at offset: Int, length: Int = 1) -> Place {
      guard !scatteredPlaces.isEmpty else { return valuePlace.advanced(by: offset, length: length) }
      return scatteredPlaces[min(max(0, offset), scatteredPlaces.count - 1)].advanced(by: 0, length: length)
    }
  }

  enum Content {
    case element(PlacedElement)
    /// Text that is not only white space.
    case text(String, at: Place)
  }

  let name: Name
  /// As written, with its prefix.
  let writtenName: String
  let attributes: [Attribute]
  /// The namespaces that are declared here or around, by prefix.
  let namespaces: [String: String]
  var content: [Content] = []
  /// Where its name stands.
  let place: Place

  /// The elements inside, in order.
  var elements: [PlacedElement] {
    content.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }
}
