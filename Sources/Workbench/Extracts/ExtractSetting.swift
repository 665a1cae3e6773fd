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
    if formats == [.xml], let mapping = mappingOfDocuments() { return mapping }
    guard formats.isSubset(of: [.csv, .jsonLines]) else {
      let known = MappingShelf.builtIn.map(\.name).joined(separator: ", ")
      problems.append(
        .ofCommand(
          .mappingMissing, "Only CSV and JSON Lines have a form that is read without a mapping.", option: "--mapping",
          mend: "Name a mapping: \(known), or a file."))
      return nil
    }
    return nil
  }

  /// The mapping that knows all the documents by their first element.
  private func mappingOfDocuments() -> Mapping? {
    let roots = Set(inputs.map { input in input.open().flatMap(XMLCases.firstElement) ?? "" })
    return roots.count == 1 ? roots.first.flatMap(MappingShelf.mapping(ofDocument:)) : nil
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
