import Diagnostics
import Extracts
import Notation

/// The mappings at hand: the built-in ones, and the one that is given as a file.
enum MappingShelf {
  /// The built-in mappings by name, in the order of their names.
  static let builtIn: [(name: String, file: SourceText)] = WorkflowLibrary.embedded.mappings.map { file in
    (YAMLReader.read(file).node?["mapping"]?.scalar ?? "", file)
  }.sorted { $0.0 < $1.0 }

  /// The mapping that is asked for.
  ///
  /// Codes: PL8101, PL8103, PL8104, and those of reading a file.
  static func mapping(
    _ choice: ExtractRequest.MappingChoice
  ) -> (mapping: Mapping?, sources: [SourceText], diagnostics: [Diagnostic]) {
    switch choice {
    case .file(let file):
      let (source, problems) = file.decoded()
      guard let source else { return (nil, [], problems) }
      let (mapping, faults) = read(source)
      return (mapping, [source], problems + faults)
    case .named(let name):
      if let found = builtIn.first(where: { $0.name == name }) {
        let (mapping, faults) = read(found.file)
        return (mapping, [found.file], faults)
      }
      let known = builtIn.map(\.name)
      let problem = Diagnostic.ofCommand(
        .mappingMissing, "There is no built-in mapping \"\(name)\".", option: "--mapping",
        mend: Suggestion.mend(for: name, among: known, otherwise: "Built in: \(known.joined(separator: ", ")); or name a file."))
      return (nil, [], [problem])
    }
  }

  /// The built-in mapping that knows a document by the name of its first element.
  static func mapping(ofDocument root: String) -> Mapping? {
    builtIn.lazy.compactMap { read($0.file).mapping }.first { $0.formats.contains(.xml) && $0.casePath.first == root }
  }

  /// The built-in mapping that knows a table by the names of its columns; of those that do, the one that knows most of them.
  static func name(ofMappingWithTable columns: [String]) -> String? {
    let known = builtIn.compactMap { name, file -> (name: String, count: Int)? in
      let tables = read(file).mapping?.tables.filter { Set($0.columns).isSubset(of: columns) } ?? []
      return tables.map(\.columns.count).max().map { (name, $0) }
    }
    return known.max { $0.count < $1.count }?.name
  }

  /// Codes: PL8101, PL8104, and those of the shape of a file.
  static func read(_ source: SourceText) -> (mapping: Mapping?, diagnostics: [Diagnostic]) {
    let (tree, faults) = source.tree(of: .extractMapping, otherwise: .notAMapping)
    guard let tree else { return (nil, faults) }
    guard tree.entries?.first?.key == FileKind.extractMapping.rawValue else {
      return (
        nil,
        [
          Diagnostic(
            .notAMapping, "This is not a mapping of extracts.", at: tree.place, mend: "Name a file that begins with `mapping:`.")
        ]
      )
    }
    let shape = FileShape.faults(of: tree, as: .extractMapping)
    guard !(faults + shape).hasErrors else { return (nil, faults + shape) }
    let (mapping, problems) = MappingReader.read(tree)
    return (mapping, faults + shape + problems)
  }
}
