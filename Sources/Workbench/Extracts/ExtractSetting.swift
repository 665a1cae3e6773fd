import Diagnostics
import Extracts
import Procedures

/// How extracts are read: by which mapping and in which encoding, and what is wrong with what was asked for.
struct ExtractSetting {
  private let inputs: [ExtractInput]
  private let extracts: ExtractRequest
  private(set) var mapping: Mapping?
  private(set) var encoding: TextEncoding?
  private(set) var problems: [Diagnostic] = []
  private(set) var sources: [SourceText] = []

  init(_ inputs: [ExtractInput], _ extracts: ExtractRequest) { (self.inputs, self.extracts) = (inputs, extracts) }

  /// Looks up the words of the options.
  mutating func readOptions() {
    let (encoding, encodingProblems) = extracts.textEncoding()
    self.encoding = encoding
    problems += encodingProblems
    mapping = readMapping()
  }

  /// What goes through the extracts.
  func steps(under procedure: Procedure) -> ExtractSteps {
    ExtractSteps(mapping: mapping, encoding: encoding, attributes: ExtractVocabulary(of: procedure).attributes)
  }

  /// The mapping that was asked for, or the one that knows the documents by their formats.
  private mutating func readMapping() -> Mapping? {
    if let choice = extracts.mapping {
      let (mapping, texts, faults) = MappingShelf.mapping(choice)
      problems += faults
      sources += texts
      return mapping
    }
    let formats = Set(inputs.compactMap(\.format))
    if formats == [.xml] { return mappingOfDocuments() }
    if !formats.isSubset(of: [.csv, .jsonLines]) {
      refuse("Only CSV and JSON Lines have a form that is read without a mapping.")
    }
    return nil
  }

  /// The mapping that knows all the documents by their first element.
  private mutating func mappingOfDocuments() -> Mapping? {
    var names: Set<String> = []
    var faults: [Diagnostic] = []
    let steps = ExtractSteps(mapping: nil, encoding: nil, attributes: [])
    for input in inputs {
      let tell = { (step: ExtractStep) -> Bool in
        if case .brokenOff(let fault) = step { faults.append(fault) }
        return true
      }
      steps.open(input, tell) { source in
        let (name, fault) = XMLCases.firstElement(of: input.name, source)
        if let fault { faults.append(fault) }
        if let name { names.insert(name) }
      }
    }
    guard faults.isEmpty else {
      problems += faults
      return nil
    }
    if names.count == 1, let mapping = names.first.flatMap(MappingShelf.mapping(ofDocument:)) { return mapping }
    refuse(
      names.count == 1
        ? "No mapping is known by the element that the document begins with." : "The documents begin with different elements.")
    return nil
  }

  private mutating func refuse(_ message: String) {
    let known = MappingShelf.builtIn.map(\.name).joined(separator: ", ")
    problems.append(.ofCommand(.mappingMissing, message, option: "--mapping", mend: "Name a mapping: \(known), or a file."))
  }

  /// A history that names what the mapping names, for the procedure to be found by.
  var probe: PlacedNode {
    let place = Place.whole("--procedure")
    let procedure = mapping?.procedure ?? PlacedNode(.scalar("england", quoted: false), at: place)
    let named = [("procedure", procedure), ("profile", mapping?.profile)]
    return PlacedNode(
      .entries(named.compactMap { key, node in node.map { .init(key: key, keyPlace: $0.place, value: $0) } }), at: place)
  }
}
