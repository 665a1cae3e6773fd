import Conditions
import Diagnostics
import Procedures

/// An SCXML file in the middle of being read.
struct SCXMLReading {
  let source: SourceText
  let root: PlacedElement
  let tree: SCXMLTree
  /// The procedure whose words the file may use, if any.
  let procedure: Procedure?
  /// The number by which conditions name this workflow.
  let number: WorkflowIndex
  var signals: SCXMLSignals
  var diagnostics: [Diagnostic]
  private var namesSuggested = 0

  init(_ root: PlacedElement, source: SourceText, procedure: Procedure?) {
    self.source = source
    self.root = root
    self.procedure = procedure
    let name = root["name"]?.value
    number = procedure?.workflows.firstIndex { $0.name == name } ?? 0
    tree = SCXMLTree(root)
    signals = SCXMLSignals(declared: root.added("signals")?.words.map(\.text) ?? [])
    diagnostics = tree.diagnostics
  }

  mutating func tell(_ problem: SCXMLProblem, at place: Place) { diagnostics.append(problem.diagnostic(at: place)) }

  /// The states that the words of an attribute name, all of which a machine can be in at once.
  mutating func states(_ attribute: PlacedElement.Attribute) -> [StateIndex] {
    var states: [StateIndex] = []
    for (word, offset) in attribute.words {
      let place = attribute.place(at: offset, length: word.unicodeScalars.count)
      guard let state = tree.indices[word] else {
        tell(.unknownState(word, mend: suggestion(for: word)), at: place)
        continue
      }
      if let other = states.first(where: { !tree.areTogether($0, state) }) {
        tell(.targetsNotTogether(tree.branches[other].identifier, word), at: place)
      } else {
        states.append(state)
      }
    }
    return states
  }

  /// The nearest known id; only the first few names are looked up, so that no file costs much.
  private mutating func suggestion(for name: String) -> String? {
    namesSuggested += 1
    guard namesSuggested <= 20, name.count <= 100 else { return nil }
    return Suggestion.mend(for: name, among: tree.indices.keys.sorted())
  }

  /// A condition on the machine's own states.
  mutating func condition(_ attribute: PlacedElement.Attribute) -> Condition? {
    var reader = StateConditionReader(attribute, states: tree.indices, workflow: number)
    let condition = reader.condition()
    diagnostics += reader.diagnostics
    return condition
  }

  /// A name that Plumbline gave; what is none is told.
  mutating func addedName(of element: PlacedElement) -> String? {
    guard let added = element.added("name") else { return nil }
    if ScalarShape.isName(added.value, joinedBy: "_") { return added.value }
    let expected = "Write lower case letters, digits and _, and a letter first."
    tell(.badValue(added.value, attribute: added.writtenName, expected: expected), at: added.valuePlace)
    return nil
  }

  /// Whether an attribute says true; anything but true and false is told.
  mutating func truth(_ attribute: PlacedElement.Attribute?, otherwise: Bool) -> Bool {
    guard let attribute else { return otherwise }
    if attribute.value == "true" || attribute.value == "false" { return attribute.value == "true" }
    tell(.badValue(attribute.value, attribute: attribute.writtenName, expected: "Write true or false."), at: attribute.valuePlace)
    return otherwise
  }
}
