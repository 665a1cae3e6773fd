import Conditions
import Diagnostics

/// The states of an SCXML file as they are written, numbered in document order.
struct SCXMLTree {
  struct Branch {
    let element: PlacedElement
    let kind: SCXMLElement
    /// Its id; one that no other state has where none is written.
    var identifier: String
    let parent: StateIndex?
    var children: [StateIndex] = []
    /// The states around it, innermost first.
    let ancestors: [StateIndex]
  }

  private(set) var branches: [Branch] = []
  private(set) var top: [StateIndex] = []
  private(set) var indices: [String: StateIndex] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ root: PlacedElement) {
    for child in root.elements { if let state = grow(child, in: nil, beside: root) { top.append(state) } }
    nameTheNameless()
  }

  /// - Complexity: recursion as deep as the elements are nested, which the XML reader bounds.
  private mutating func grow(_ element: PlacedElement, in parent: StateIndex?, beside root: PlacedElement) -> StateIndex? {
    guard let kind = element.kind(beside: root), SCXMLElement.states.contains(kind) else { return nil }
    let index = branches.count
    let identifier = element["id"].map { String($0.value.filter { $0 != " " }) } ?? ""
    let ancestors = parent.map { [$0] + branches[$0].ancestors } ?? []
    branches.append(Branch(element: element, kind: kind, identifier: identifier, parent: parent, ancestors: ancestors))
    if let id = element["id"] { register(identifier, index, at: id) }
    for inner in element.elements {
      if let child = grow(inner, in: index, beside: root) { branches[index].children.append(child) }
    }
    return index
  }

  private mutating func register(_ identifier: String, _ index: StateIndex, at attribute: PlacedElement.Attribute) {
    if identifier.isEmpty || attribute.words.count > 1 {
      let problem = SCXMLProblem.badValue(attribute.value, attribute: "id", expected: "An id is one word.")
      diagnostics.append(problem.diagnostic(at: attribute.valuePlace))
    } else if let first = indices[identifier] {
      let place = branches[first].element["id"]?.valuePlace ?? branches[first].element.place
      diagnostics.append(SCXMLProblem.identifierTwice(identifier, first: place).diagnostic(at: attribute.valuePlace))
    } else {
      indices[identifier] = index
    }
  }

  private mutating func nameTheNameless() {
    for index in branches.indices where branches[index].identifier.isEmpty {
      var number = index
      while indices["state_\(number)"] != nil { number += branches.count }
      branches[index].identifier = "state_\(number)"
      indices["state_\(number)"] = index
    }
  }

  // MARK: - Questions

  func isInside(_ state: StateIndex, _ outer: StateIndex) -> Bool { branches[state].ancestors.contains(outer) }

  /// The children of a state that a machine can be in.
  func regions(of state: StateIndex) -> [StateIndex] { branches[state].children.filter { branches[$0].kind != .history } }

  /// Whether a machine can be in two states at once without one lying inside the other.
  func areTogether(_ a: StateIndex, _ b: StateIndex) -> Bool {
    guard a != b, !isInside(a, b), !isInside(b, a),
      let common = branches[a].ancestors.first(where: branches[b].ancestors.contains)
    else { return false }
    // A history state of a parallel state stands for all that is inside it.
    let standsForAll = [a, b].contains { branches[$0].kind == .history && branches[$0].parent == common }
    return branches[common].kind == .parallel && !standsForAll
  }
}
