import Diagnostics

/// Holds a tree of elements against the elements and attributes of SCXML, and tells what does not belong.
struct SCXMLGrammar {
  private let namespace: String?
  private(set) var diagnostics: [Diagnostic] = []
  private var extensionsTold: Set<String> = []

  init(namespace: String?) { self.namespace = namespace }

  /// - Complexity: recursion as deep as the elements are nested, which the XML reader bounds.
  mutating func check(_ element: PlacedElement, _ kind: SCXMLElement) {
    for attribute in element.attributes { check(attribute, of: kind) }
    for (name, use) in kind.attributes.sorted(by: { $0.key < $1.key })
    where use == .needed && !hasAny(of: [name, name + "expr"], element) {
      tell(.missingAttribute(name, of: kind.rawValue), at: element.place)
    }
    var single: Set<SCXMLElement> = []
    for content in element.content {
      switch content {
      case .text(_, let place): tell(.textElsewhere(within: kind.rawValue), at: place)
      case .element(let child): check(child, within: kind, single: &single)
      }
    }
  }

  private func hasAny(of names: [String], _ element: PlacedElement) -> Bool {
    element.attributes.contains { $0.name.namespace == nil && names.contains($0.name.local) }
  }

  private mutating func check(_ attribute: PlacedElement.Attribute, of kind: SCXMLElement) {
    guard let namespace = attribute.name.namespace else {
      switch kind.attributes[attribute.name.local] {
      case .read, .needed: break
      case .notCovered: tell(.attributeNotCovered(attribute.writtenName), at: attribute.place)
      case nil: tell(.unknownAttribute(attribute.writtenName, of: kind.rawValue), at: attribute.place)
      }
      return
    }
    if namespace == SCXMLNames.plumbline {
      guard !kind.plumblineAttributes.contains(attribute.name.local) else { return }
      tell(.unknownAttribute(attribute.writtenName, of: kind.rawValue), at: attribute.place)
    } else if !SCXMLNames.silent.contains(namespace) {
      tellExtension(namespace, at: attribute.place)
    }
  }

  private mutating func check(_ child: PlacedElement, within outer: SCXMLElement, single: inout Set<SCXMLElement>) {
    guard child.name.namespace == namespace else {
      // What stands among actions would do something.
      guard outer.children.isDisjoint(with: SCXMLElement.actions) || SCXMLNames.drawn.contains(child.name) else {
        return tell(.foreignElement(child.writtenName), at: child.place)
      }
      return tellExtension(child.name.namespace ?? "", at: child.place)
    }
    guard let kind = SCXMLElement(rawValue: child.name.local) else {
      return tell(.unknownElement(child.name.local), at: child.place)
    }
    // A data model without data, which many tools write.
    if kind == .dataModel, child.content.isEmpty, child.attributes.isEmpty { return }
    guard kind.isCovered else { return tell(.elementNotCovered(kind.rawValue), at: child.place) }
    guard outer.children.contains(kind) else {
      return tell(.elementElsewhere(kind.rawValue, within: outer.rawValue), at: child.place)
    }
    let isSingle = kind == .initial || kind == .else || outer == .initial || outer == .history
    if isSingle, !single.insert(kind).inserted {
      tell(.elementTwice(kind.rawValue, within: outer.rawValue), at: child.place)
    }
    check(child, kind)
  }

  /// Tells once of each namespace that its elements and attributes are left out.
  private mutating func tellExtension(_ namespace: String, at place: Place) {
    guard extensionsTold.insert(namespace).inserted else { return }
    tell(.extensionLeftOut(namespace), at: place)
  }

  private mutating func tell(_ problem: SCXMLProblem, at place: Place) { diagnostics.append(problem.diagnostic(at: place)) }
}
